//! Editions as programs read them: many at once, in as many statements as one.

use std::collections::HashMap;

use domain::{
    catalogue::{
        availability::{Orderability, Stock},
        code::ProductCode,
        edition::{AccessType, AccessibleFormat, EditionStatus, ResourceType},
        file::FileKind,
        taxonomy::{Direction, Language, LanguageTag},
    },
    id::{EditionId, FileId, PublicationId},
    text::Slug,
};
use jiff::{Timestamp, civil::Date};
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::{Result, publications::File, rows::orderability};

/// An edition with everything that is public of it but its files.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Its id.
    pub id: EditionId,
    /// Its product code.
    pub code: ProductCode,
    /// Title, in its language where it has one.
    pub title: String,
    /// Summary, in its language where it has one.
    pub summary: String,
    /// Its language.
    pub language: Language,
    /// Its format.
    pub format: AccessibleFormat,
    /// What kind of thing it is.
    pub resource_type: ResourceType,
    /// Address of its publication.
    pub publication: Slug,
    /// English title of its publication.
    pub publication_title: String,
    /// Address of its programme.
    pub programme: Slug,
    /// Name of its programme.
    pub programme_name: String,
    /// Keys of its diseases.
    pub diseases: Vec<String>,
    /// Keys of its vaccinations.
    pub vaccinations: Vec<String>,
    /// Keys of its audiences.
    pub audiences: Vec<String>,
    /// Keys of its settings.
    pub settings: Vec<String>,
    /// Its version.
    pub version: i32,
    /// Code of the live edition in its place.
    pub superseded_by: Option<ProductCode>,
    /// The most copies on one line.
    pub maximum: Option<i32>,
    /// A video elsewhere.
    pub video_url: Option<String>,
    /// The day on which this or an older system published it first.
    pub first_published_on: Option<Date>,
    /// When it was published here.
    pub published_at: Option<Timestamp>,
    /// When it, or what is said of its publication, was changed.
    pub updated_at: Timestamp,
    /// What the availability rule looks at.
    pub orderability: Orderability,
}

/// These editions, in this order.
#[expect(clippy::too_many_lines, reason = "one statement and the one place that reads its row")]
pub async fn editions(db: impl PgExecutor<'_>, editions: &[EditionId], now: Timestamp) -> Result<Vec<Edition>> {
    let rows = sqlx::query!(
        r#"select e.id as "id: EditionId", e.product_code as "code: ProductCode", coalesce(e.title, p.title) as "title!",
               coalesce(e.summary, p.summary) as "summary!", l.tag as "tag: LanguageTag", l.name as language_name, l.endonym,
               l.direction as "direction: Direction", e.format as "format: AccessibleFormat",
               e.resource_type as "resource_type: ResourceType", p.slug as "publication: Slug", p.title as publication_title,
               pr.slug as "programme: Slug", pr.name as programme_name,
               array(select disease from publication_diseases x where x.publication_id = p.id order by 1) as "diseases!",
               array(select vaccination from publication_vaccinations x where x.publication_id = p.id order by 1) as "vaccinations!",
               array(select audience from publication_audiences x where x.publication_id = p.id order by 1) as "audiences!",
               array(select setting from publication_settings x where x.publication_id = p.id order by 1) as "settings!",
               e.version_number,
               (select live.product_code from editions live where live.publication_id = e.publication_id
                   and live.language = e.language and live.format = e.format and live.status = 'live'
                   and live.id <> e.id) as "superseded_by: ProductCode",
               e.maximum_order_quantity, e.video_url, e.first_published_on as "first_published_on: jiff_sqlx::Date",
               e.published_at as "published_at: jiff_sqlx::Timestamp",
               greatest(e.updated_at, p.updated_at) as "updated_at!: jiff_sqlx::Timestamp",
               e.status as "status: EditionStatus", e.access_type as "access: AccessType", e.is_restricted, e.unit_of_issue, e.run_to_zero,
               e.minimum_stock_level, e.order_from_date as "order_from: jiff_sqlx::Date",
               e.order_end_date as "order_end: jiff_sqlx::Date",
               coalesce((select sum(s.on_hand - s.reserved) from stock_levels s where s.edition_id = e.id), 0)
                   - coalesce((select sum(h.quantity) from stock_holds h where h.edition_id = e.id and h.expires_at > $2), 0)
                   as "available!",
               exists (select from stock_movements m where m.edition_id = e.id and m.kind = 'received') as "was_received!"
           from unnest($1::uuid[]) with ordinality wanted (id, at)
           join editions e on e.id = wanted.id join publications p on p.id = e.publication_id
           join programmes pr on pr.id = p.programme_id join languages l on l.tag = e.language
           order by wanted.at"#,
        editions as _,
        now.to_sqlx() as _
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Edition {
            id: row.id,
            code: row.code,
            title: row.title,
            summary: row.summary,
            language: Language {
                tag: row.tag,
                name: row.language_name,
                endonym: row.endonym,
                direction: row.direction,
            },
            format: row.format,
            resource_type: row.resource_type,
            publication: row.publication,
            publication_title: row.publication_title,
            programme: row.programme,
            programme_name: row.programme_name,
            diseases: row.diseases,
            vaccinations: row.vaccinations,
            audiences: row.audiences,
            settings: row.settings,
            version: row.version_number,
            superseded_by: row.superseded_by,
            maximum: row.maximum_order_quantity,
            video_url: row.video_url,
            first_published_on: row.first_published_on.map(jiff_sqlx::Date::to_jiff),
            published_at: row.published_at.map(jiff_sqlx::Timestamp::to_jiff),
            updated_at: row.updated_at.to_jiff(),
            orderability: orderability!(row, row.status),
        })
        .collect())
}

/// The files of editions that the public may know about. Content only where it may be downloaded.
pub async fn files(db: impl PgExecutor<'_>, editions: &[EditionId]) -> Result<HashMap<EditionId, Vec<File>>> {
    let rows = sqlx::query!(
        r#"select f.edition_id as "edition: EditionId", f.id as "id: FileId", f.kind as "kind: FileKind", f.file_name, f.media_type,
               f.bytes, f.pages, f.page_size, f.width_px, f.height_px, f.duration_s,
               case when is_downloadable(f.kind, f.scan_state, f.sha256, e.status, e.access_type, e.is_restricted) then f.sha256 end as sha256
           from files f join editions e on e.id = f.edition_id
           where f.edition_id = any ($1::uuid[]) and f.scan_state in ('clean', 'pending')
           order by f.edition_id, f.kind desc, f.position"#,
        editions as _
    )
    .fetch_all(db)
    .await?;
    let mut by_edition = HashMap::<EditionId, Vec<File>>::new();
    for row in rows {
        by_edition.entry(row.edition).or_default().push(File {
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
            duration_s: row.duration_s,
        });
    }
    Ok(by_edition)
}

/// All live editions, by code.
pub async fn live(db: impl PgExecutor<'_>) -> Result<Vec<EditionId>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id: EditionId" from editions where status = 'live' order by code_normalised"#
    )
    .fetch_all(db)
    .await?)
}

/// The live editions of a publication.
pub async fn live_of(db: impl PgExecutor<'_>, publication: PublicationId) -> Result<Vec<EditionId>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id: EditionId" from editions where publication_id = $1 and status = 'live' order by language, format"#,
        publication as _
    )
    .fetch_all(db)
    .await?)
}
