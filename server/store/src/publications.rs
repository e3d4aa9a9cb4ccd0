//! Publications as the public reads them.

use domain::{
    catalogue::{
        availability::{Orderability, Stock},
        code::ProductCode,
        edition::{AccessType, AccessibleFormat, EditionStatus, ResourceType},
        file::FileKind,
        taxonomy::LanguageTag,
    },
    id::{BasketId, EditionId, FileId, PublicationId},
    text::Slug,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
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

/// An edition with its stock as the asking basket sees it.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Its id.
    pub id: EditionId,
    /// Its language.
    pub language: LanguageTag,
    /// Its format.
    pub format: AccessibleFormat,
    /// Its version.
    pub version: i32,
    /// Its product code.
    pub code: ProductCode,
    /// Title in its own language.
    pub title: Option<String>,
    /// Summary in its own language.
    pub summary: Option<String>,
    /// What kind of thing it is.
    pub resource_type: ResourceType,
    /// When it was published.
    pub published_at: Option<Timestamp>,
    /// When it was changed.
    pub updated_at: Timestamp,
    /// The most copies on one line.
    pub maximum: Option<i32>,
    /// Special conditions.
    pub order_exceptions: Option<String>,
    /// A video elsewhere.
    pub video_url: Option<String>,
    /// What the availability rule looks at.
    pub orderability: Orderability,
}

/// A file as the public reads it.
#[derive(Clone, Debug)]
pub struct File {
    /// Its id.
    pub id: FileId,
    /// What it is for.
    pub kind: FileKind,
    /// Its name.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size.
    pub bytes: i64,
    /// Its content, when we hold it and it was scanned clean.
    pub sha256: Option<Vec<u8>>,
    /// Pages.
    pub pages: Option<i32>,
    /// Paper size.
    pub page_size: Option<String>,
    /// Pixels across.
    pub width_px: Option<i32>,
    /// Pixels down.
    pub height_px: Option<i32>,
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

/// All editions that were ever public, live ones first. Stock leaves out what other baskets hold.
pub async fn editions(
    db: impl PgExecutor<'_>,
    publication: PublicationId,
    basket: Option<BasketId>,
    now: Timestamp,
) -> Result<Vec<Edition>> {
    let rows = sqlx::query!(
        r#"select e.id as "id: EditionId", e.language as "language: LanguageTag", e.format as "format: AccessibleFormat",
               e.version_number, e.product_code as "code: ProductCode", e.title, e.summary,
               e.resource_type as "resource_type: ResourceType", e.access_type as "access: AccessType",
               e.status as "status: EditionStatus", e.published_at as "published_at: jiff_sqlx::Timestamp",
               e.updated_at as "updated_at: jiff_sqlx::Timestamp", e.maximum_order_quantity, e.order_exceptions, e.video_url,
               e.unit_of_issue, e.run_to_zero, e.minimum_stock_level,
               e.order_from_date as "order_from: jiff_sqlx::Date", e.order_end_date as "order_end: jiff_sqlx::Date",
               coalesce((select sum(s.on_hand - s.reserved) from stock_levels s where s.edition_id = e.id), 0)
                   - coalesce((select sum(h.quantity) from stock_holds h where h.edition_id = e.id and h.expires_at > $3
                       and h.basket_id is distinct from $2), 0) as "available!",
               exists (select from stock_movements m where m.edition_id = e.id and m.kind = 'received') as "was_received!"
           from editions e where e.publication_id = $1 and e.status <> 'draft'
           order by e.status = 'live' desc, e.language, e.format, e.version_number desc"#,
        publication as _,
        basket as _,
        now.to_sqlx() as _
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Edition {
            id: row.id,
            language: row.language,
            format: row.format,
            version: row.version_number,
            code: row.code,
            title: row.title,
            summary: row.summary,
            resource_type: row.resource_type,
            published_at: row.published_at.map(jiff_sqlx::Timestamp::to_jiff),
            updated_at: row.updated_at.to_jiff(),
            maximum: row.maximum_order_quantity,
            order_exceptions: row.order_exceptions,
            video_url: row.video_url,
            orderability: Orderability {
                status: row.status,
                access: row.access,
                order_from: row.order_from.map(jiff_sqlx::Date::to_jiff),
                order_end: row.order_end.map(jiff_sqlx::Date::to_jiff),
                unit_of_issue: row.unit_of_issue,
                stock: Stock {
                    available: row.available,
                    minimum_level: row.minimum_stock_level.into(),
                    was_received: row.was_received,
                    runs_to_zero: row.run_to_zero,
                },
            },
        })
        .collect())
}

/// The files of an edition that the public may know about. Content only where it was scanned clean.
pub async fn files(db: impl PgExecutor<'_>, edition: EditionId) -> Result<Vec<File>> {
    Ok(sqlx::query_as!(
        File,
        r#"select id as "id: _", kind as "kind: _", file_name, media_type, bytes, pages, page_size, width_px, height_px,
               case when scan_state = 'clean' then sha256 end as sha256
           from files where edition_id = $1 and scan_state in ('clean', 'pending') order by kind desc, position"#,
        edition as _
    )
    .fetch_all(db)
    .await?)
}

/// A file that may be downloaded now: clean, of a live edition, and not of one that is order-only.
pub async fn downloadable(db: impl PgExecutor<'_>, file: FileId) -> Result<Option<(File, EditionId)>> {
    let row = sqlx::query!(
        r#"select f.id as "id: FileId", f.kind as "kind: FileKind", f.file_name, f.media_type, f.bytes, f.pages, f.page_size,
               f.width_px, f.height_px, f.sha256, e.id as "edition: EditionId"
           from files f join editions e on e.id = f.edition_id
           where f.id = $1 and f.scan_state = 'clean' and f.sha256 is not null and e.status = 'live'
               and (e.access_type <> 'order-only' or f.kind = 'cover')"#,
        file as _
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| {
        let file = File {
            id: row.id,
            kind: row.kind,
            file_name: row.file_name,
            media_type: row.media_type,
            bytes: row.bytes,
            sha256: row.sha256,
            pages: row.pages,
            page_size: row.page_size,
            width_px: row.width_px,
            height_px: row.height_px,
        };
        (file, row.edition)
    }))
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
}

/// The edition with exactly this normalised code, unless it is a draft.
pub async fn by_code(db: impl PgExecutor<'_>, normalised: &str) -> Result<Option<CodeTarget>> {
    Ok(sqlx::query_as!(
        CodeTarget,
        r#"select p.slug as "slug: _", e.language as "language: _", e.format as "format: _", e.version_number as version,
               e.status as "status: _"
           from editions e join publications p on p.id = e.publication_id
           where e.code_normalised = $1 and e.status <> 'draft'"#,
        normalised
    )
    .fetch_optional(db)
    .await?)
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
