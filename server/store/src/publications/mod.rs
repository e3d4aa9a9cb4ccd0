//! Publications as the public reads them.

mod editions;
mod files;
pub mod zips;

use domain::{
    catalogue::{
        edition::{AccessibleFormat, EditionStatus, ResourceType},
        taxonomy::LanguageTag,
    },
    id::{EditionId, FileId, PublicationId},
    paths,
    text::Slug,
};
pub use editions::{Edition, editions};
pub use files::{File, Picture, downloadable, files};
use sqlx::PgExecutor;

use crate::Result;

/// A publication without its editions.
#[derive(Clone, Debug)]
pub struct Publication {
    /// Its id.
    pub id: PublicationId,
    /// The last part of its address.
    pub slug: Slug,
    /// Its English title.
    pub title: String,
    /// Its English summary.
    pub summary: String,
    /// Name of its programme.
    pub programme: String,
    /// Address of its programme.
    pub programme_slug: Slug,
    /// Code of its programme.
    pub programme_code: String,
    /// Diseases by name.
    pub diseases: Vec<String>,
    /// Vaccinations by name.
    pub vaccinations: Vec<String>,
    /// Audiences by name.
    pub audiences: Vec<String>,
    /// Settings by name.
    pub settings: Vec<String>,
    /// Related guidance.
    pub article_url: Option<String>,
}

/// A publication by the last part of its address.
pub async fn find(db: impl PgExecutor<'_>, slug: &Slug) -> Result<Option<Publication>> {
    Ok(sqlx::query_as!(
        Publication,
        r#"select p.id as "id: _", p.slug as "slug: _", p.title, p.summary, pr.name as programme,
               pr.slug as "programme_slug: _", pr.code as programme_code, p.article_url,
               array(select t.name from publication_diseases x join diseases t on t.key = x.disease
                   where x.publication_id = p.id order by 1) as "diseases!",
               array(select t.name from publication_vaccinations x join vaccinations t on t.key = x.vaccination
                   where x.publication_id = p.id order by 1) as "vaccinations!",
               array(select t.name from publication_audiences x join audiences t on t.key = x.audience
                   where x.publication_id = p.id order by 1) as "audiences!",
               array(select t.name from publication_settings x join settings t on t.key = x.setting
                   where x.publication_id = p.id order by 1) as "settings!"
           from publications p join programmes pr on pr.id = p.programme_id where p.slug = $1"#,
        slug as _
    )
    .fetch_optional(db)
    .await?)
}

/// A publication that the public knows of, and how its page stands: live, else archived, else withdrawn.
pub async fn standing(db: impl PgExecutor<'_>, slug: &Slug) -> Result<Option<(PublicationId, EditionStatus)>> {
    let row = sqlx::query!(
        r#"select p.id as "id: PublicationId", e.status as "status: EditionStatus"
           from publications p join editions e on e.publication_id = p.id
           where p.slug = $1 and e.status <> 'draft'
           order by e.status = 'live' desc, e.status = 'archived' desc limit 1"#,
        slug as _
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (row.id, row.status)))
}

/// The slug of the publication that stood under this one before. Drafts stay unknown.
pub async fn now_at(db: impl PgExecutor<'_>, former: &Slug) -> Result<Option<Slug>> {
    Ok(sqlx::query_scalar!(
        r#"select p.slug as "slug: Slug" from former_slugs f join publications p on p.id = f.publication_id
           where f.slug = $1 and exists (select from editions e where e.publication_id = p.id and e.status <> 'draft')"#,
        former as _
    )
    .fetch_optional(db)
    .await?)
}

/// Where a code leads: the publication, the slot, and the version when it is not live.
#[derive(Clone, Debug)]
pub struct CodeTarget {
    /// Address of the publication.
    pub slug: Slug,
    /// Language of the edition.
    pub language: LanguageTag,
    /// Format of the edition.
    pub format: AccessibleFormat,
    /// Version of the edition.
    pub version: i32,
    /// Its status.
    pub status: EditionStatus,
    /// The publication.
    pub publication: PublicationId,
    /// The edition.
    pub edition: EditionId,
    /// Whether its slot has a live edition, this or another version.
    pub has_live: bool,
}

/// The edition with exactly this normalised code, unless it is a draft.
pub async fn by_code(db: impl PgExecutor<'_>, normalised: &str) -> Result<Option<CodeTarget>> {
    Ok(sqlx::query_as!(
        CodeTarget,
        r#"select p.slug as "slug: _", e.language as "language: _", e.format as "format: _", e.version_number as version,
               e.status as "status: _", p.id as "publication: _", e.id as "edition: _",
               exists (select from editions live where live.publication_id = p.id and live.language = e.language
                   and live.format = e.format and live.status = 'live') as "has_live!"
           from editions e join publications p on p.id = e.publication_id
           where e.code_normalised = $1 and e.status <> 'draft'"#,
        normalised
    )
    .fetch_optional(db)
    .await?)
}

/// The page of the edition that a file belongs to, unless it is a draft.
pub async fn page_of_file(db: impl PgExecutor<'_>, file: FileId) -> Result<Option<paths::Path>> {
    let row = sqlx::query!(
        r#"select p.slug as "slug: Slug", e.language as "language: LanguageTag", e.format as "format: AccessibleFormat",
               e.version_number, e.status as "status: EditionStatus"
           from files f join editions e on e.id = f.edition_id join publications p on p.id = e.publication_id
           where f.id = $1 and e.status <> 'draft'"#,
        file as _
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| {
        let version = (row.status != EditionStatus::Live).then_some(row.version_number);
        paths::edition(&row.slug, &row.language, row.format, version)
    }))
}

/// What a generated cover shows.
#[derive(Clone, Debug)]
pub struct CoverFacts {
    /// Title in the language of the cover.
    pub title: String,
    /// Name of the programme.
    pub programme: String,
    /// Code of the programme; it picks the colour.
    pub programme_code: String,
    /// What kind of thing it is.
    pub resource_type: ResourceType,
    /// Whether the script runs from right to left.
    pub is_rtl: bool,
}

/// What the cover of a publication in a language shows.
pub async fn cover(db: impl PgExecutor<'_>, slug: &Slug, language: &LanguageTag) -> Result<Option<CoverFacts>> {
    Ok(sqlx::query_as!(
        CoverFacts,
        r#"select coalesce(e.title, p.title) as "title!", pr.name as programme, pr.code as programme_code,
               e.resource_type as "resource_type: _", e.title is not null and l.direction = 'rtl' as "is_rtl!"
           from publications p join programmes pr on pr.id = p.programme_id
           join editions e on e.publication_id = p.id join languages l on l.tag = e.language
           where p.slug = $1 and e.language = $2 and e.status in ('live', 'archived')
           order by e.status = 'live' desc, e.format = 'standard' desc limit 1"#,
        slug as _,
        language as _
    )
    .fetch_optional(db)
    .await?)
}
