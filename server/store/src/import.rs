//! Writing publications in bulk: the sample catalogue and imports. Each function writes one batch
//! in its caller's transaction.

use domain::{
    catalogue::{
        code::ProductCode,
        edition::{AccessType, AccessibleFormat, EditionStatus, ResourceType},
        file::FileKind,
        taxonomy::LanguageTag,
    },
    id::{EditionId, FileId, ProgrammeId, PublicationId},
    text::Slug,
};
use jiff::{Timestamp, civil::Date};
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// A programme as importers need it.
#[derive(Clone, Debug)]
pub struct ProgrammeRow {
    /// Its id.
    pub id: ProgrammeId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// All programmes.
pub async fn programmes(db: impl PgExecutor<'_>) -> Result<Vec<ProgrammeRow>> {
    Ok(sqlx::query_as!(ProgrammeRow, r#"select id as "id: _", code, name from programmes"#).fetch_all(db).await?)
}

/// Codes of languages by tag, for product codes.
pub async fn language_tokens(db: impl PgExecutor<'_>) -> Result<Vec<(LanguageTag, String)>> {
    let rows = sqlx::query!(r#"select tag as "tag: LanguageTag", code_token from languages"#).fetch_all(db).await?;
    Ok(rows.into_iter().map(|row| (row.tag, row.code_token)).collect())
}

/// Disease keys by name.
pub async fn diseases(db: impl PgExecutor<'_>) -> Result<Vec<(String, String)>> {
    let rows = sqlx::query!("select key, name from diseases").fetch_all(db).await?;
    Ok(rows.into_iter().map(|row| (row.name, row.key)).collect())
}

/// A publication to write.
#[derive(Clone, Debug)]
pub struct NewPublication {
    /// Its id.
    pub id: PublicationId,
    /// The last part of its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: String,
    /// Its programme.
    pub programme: ProgrammeId,
    /// Its number within the programme; drawn when empty.
    pub serial: Option<i32>,
    /// Keywords.
    pub keywords: Vec<String>,
    /// Related guidance.
    pub article_url: Option<String>,
    /// Under which an import finds it again.
    pub import_key: Option<String>,
    /// Keys of diseases.
    pub diseases: Vec<String>,
    /// Keys of vaccinations.
    pub vaccinations: Vec<String>,
    /// Keys of audiences.
    pub audiences: Vec<String>,
    /// Keys of settings.
    pub settings: Vec<String>,
}

/// Writes a publication with its taxonomies. Gives its serial number.
pub async fn insert_publication(db: &mut PgConnection, new: &NewPublication, now: Timestamp) -> Result<i32> {
    let serial = match new.serial {
        Some(serial) => {
            sqlx::query!(
                "update programmes set next_serial = greatest(next_serial, $2 + 1) where id = $1",
                new.programme as _,
                serial
            )
            .execute(&mut *db)
            .await?;
            serial
        }
        None => {
            sqlx::query_scalar!(
                r#"update programmes set next_serial = next_serial + 1 where id = $1 returning next_serial - 1 as "serial!""#,
                new.programme as _
            )
            .fetch_one(&mut *db)
            .await?
        }
    };
    sqlx::query!(
        "with written as (
             insert into publications (id, slug, title, summary, programme_id, serial, keywords, article_url, import_key, created_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) returning id),
         d as (insert into publication_diseases select id, unnest($11::text[]) from written),
         v as (insert into publication_vaccinations select id, unnest($12::text[]) from written),
         a as (insert into publication_audiences select id, unnest($13::text[]) from written)
         insert into publication_settings select id, unnest($14::text[]) from written",
        new.id as _,
        new.slug as _,
        new.title,
        new.summary,
        new.programme as _,
        serial,
        &new.keywords,
        new.article_url,
        new.import_key,
        now.to_sqlx() as _,
        &new.diseases,
        &new.vaccinations,
        &new.audiences,
        &new.settings
    )
    .execute(db)
    .await?;
    Ok(serial)
}

/// An edition to write.
#[derive(Clone, Debug)]
pub struct NewEdition {
    /// Its id.
    pub id: EditionId,
    /// Its publication.
    pub publication: PublicationId,
    /// Language.
    pub language: LanguageTag,
    /// Format.
    pub format: AccessibleFormat,
    /// Version.
    pub version: i32,
    /// Product code.
    pub code: ProductCode,
    /// Title in its language.
    pub title: Option<String>,
    /// Summary in its language.
    pub summary: Option<String>,
    /// What kind of thing it is.
    pub resource_type: ResourceType,
    /// How people get it.
    pub access: AccessType,
    /// Where it is in its life.
    pub status: EditionStatus,
    /// When it was published.
    pub published_at: Option<Timestamp>,
    /// The day it was first published.
    pub first_published_on: Option<Date>,
    /// Copies in one pack.
    pub unit_of_issue: i32,
    /// The most copies on one line.
    pub maximum: Option<i32>,
    /// Minimum stock level.
    pub minimum_stock_level: i32,
    /// Whether orders stop at the last copy.
    pub run_to_zero: bool,
    /// First day of ordering.
    pub order_from: Option<Date>,
    /// Last day of ordering.
    pub order_end: Option<Date>,
    /// Special conditions.
    pub order_exceptions: Option<String>,
    /// A video elsewhere.
    pub video_url: Option<String>,
    /// What an import could not know.
    pub warnings: Vec<String>,
    /// Of the imported row and its files.
    pub import_hash: Option<Vec<u8>>,
}

/// Writes an edition.
pub async fn insert_edition(db: impl PgExecutor<'_>, new: &NewEdition, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised, title, summary,
             resource_type, access_type, status, published_at, first_published_on, unit_of_issue, maximum_order_quantity,
             minimum_stock_level, run_to_zero, order_from_date, order_end_date, order_exceptions, video_url, import_warnings,
             import_hash, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $25)",
        new.id as _,
        new.publication as _,
        new.language as _,
        new.format as _,
        new.version,
        new.code as _,
        new.code.normalised(),
        new.title,
        new.summary,
        new.resource_type as _,
        new.access as _,
        new.status as _,
        new.published_at.map(ToSqlx::to_sqlx) as _,
        new.first_published_on.map(ToSqlx::to_sqlx) as _,
        new.unit_of_issue,
        new.maximum,
        new.minimum_stock_level,
        new.run_to_zero,
        new.order_from.map(ToSqlx::to_sqlx) as _,
        new.order_end.map(ToSqlx::to_sqlx) as _,
        new.order_exceptions,
        new.video_url,
        &new.warnings,
        new.import_hash.as_deref(),
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A file to write; without content only its facts are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// What it is for.
    pub kind: FileKind,
    /// Place among the files of its kind, from 1.
    pub position: i32,
    /// Its name.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size.
    pub bytes: i64,
    /// SHA-256 of its content, when we hold it.
    pub sha256: Option<Vec<u8>>,
    /// Pixels across.
    pub width_px: Option<i32>,
    /// Pixels down.
    pub height_px: Option<i32>,
    /// Pages.
    pub pages: Option<i32>,
    /// Paper size.
    pub page_size: Option<String>,
    /// When it was made.
    pub created_on: Option<Date>,
}

/// Writes a file of an edition. Content that we hold ourselves counts as scanned.
pub async fn insert_file(db: impl PgExecutor<'_>, edition: EditionId, new: &NewFile) -> Result<()> {
    let scan_state = if new.sha256.is_some() { "clean" } else { "pending" };
    sqlx::query!(
        "insert into files (id, edition_id, kind, position, file_name, media_type, bytes, sha256, width_px, height_px, pages,
             page_size, scan_state, created_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        FileId(uuid::Uuid::now_v7()) as _,
        edition as _,
        new.kind as _,
        new.position,
        new.file_name,
        new.media_type,
        new.bytes,
        new.sha256,
        new.width_px,
        new.height_px,
        new.pages,
        new.page_size,
        scan_state,
        new.created_on.map(ToSqlx::to_sqlx) as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Writes the facts of many files of editions in one statement.
pub async fn insert_file_facts(db: impl PgExecutor<'_>, files: &[(EditionId, NewFile)]) -> Result<()> {
    let column =
        |value: fn(&NewFile) -> Option<i32>| files.iter().map(|(_, file)| value(file)).collect::<Vec<Option<i32>>>();
    let text = |value: fn(&NewFile) -> String| files.iter().map(|(_, file)| value(file)).collect::<Vec<String>>();
    let ids: Vec<uuid::Uuid> = files.iter().map(|_| uuid::Uuid::now_v7()).collect();
    let editions: Vec<EditionId> = files.iter().map(|(edition, _)| *edition).collect();
    let positions: Vec<i32> = files.iter().map(|(_, file)| file.position).collect();
    let bytes: Vec<i64> = files.iter().map(|(_, file)| file.bytes).collect();
    let created: Vec<Option<jiff_sqlx::Date>> =
        files.iter().map(|(_, file)| file.created_on.map(ToSqlx::to_sqlx)).collect();
    sqlx::query!(
        "insert into files (id, edition_id, kind, position, file_name, media_type, bytes, width_px, height_px, pages, created_on)
         select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::text[], $6::text[], $7::bigint[], $8::int[],
             $9::int[], $10::int[], $11::date[])",
        &ids,
        editions as _,
        &text(|file| file.kind.to_string()),
        &positions,
        &text(|file| file.file_name.clone()),
        &text(|file| file.media_type.clone()),
        &bytes,
        &column(|file| file.width_px) as _,
        &column(|file| file.height_px) as _,
        &column(|file| file.pages) as _,
        created as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Rebuilds what the public finds of these publications.
pub async fn refresh_listings(db: impl PgExecutor<'_>, publications: &[PublicationId]) -> Result<()> {
    sqlx::query!(r#"select refresh_listings($1) as "done: ()""#, publications as _).execute(db).await?;
    Ok(())
}

/// Rebuilds the vocabulary and raises the version under which pages are cached; once after all batches.
pub async fn finish(db: &mut PgConnection) -> Result<()> {
    sqlx::query!(r#"select refresh_listing_words() as "done: ()""#).execute(&mut *db).await?;
    crate::versions::catalogue_changes(db).await
}

/// Whether there is any publication.
pub async fn is_empty(db: impl PgExecutor<'_>) -> Result<bool> {
    Ok(sqlx::query_scalar!(r#"select not exists (select from publications) as "empty!""#).fetch_one(db).await?)
}

/// An edition that is already here, as an import sees it.
#[derive(Clone, Debug)]
pub struct Known {
    /// Normalised product code.
    pub code: String,
    /// Its id.
    pub id: EditionId,
    /// Its publication.
    pub publication: PublicationId,
    /// Its language.
    pub language: LanguageTag,
    /// Its format.
    pub format: AccessibleFormat,
    /// What it was imported from; nothing when it was made here.
    pub import_hash: Option<Vec<u8>>,
}

/// All editions by code.
pub async fn known_editions(db: impl PgExecutor<'_>) -> Result<Vec<Known>> {
    Ok(sqlx::query_as!(
        Known,
        r#"select code_normalised as code, id as "id: _", publication_id as "publication: _", language as "language: _",
               format as "format: _", import_hash from editions"#
    )
    .fetch_all(db)
    .await?)
}

/// Publications that imports made, by the key under which they are found again.
pub async fn known_publications(db: impl PgExecutor<'_>) -> Result<Vec<(String, PublicationId)>> {
    let rows = sqlx::query!(
        r#"select import_key as "key!", id as "id: PublicationId" from publications where import_key is not null"#
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.key, row.id)).collect())
}

/// Gives an imported publication the title its rows have now.
pub async fn retitle(db: impl PgExecutor<'_>, id: PublicationId, title: &str, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "update publications set title = $2, updated_at = $3, row_version = row_version + 1
         where id = $1 and import_key is not null and title <> $2",
        id as _,
        title,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// All slugs that are taken.
pub async fn slugs(db: impl PgExecutor<'_>) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar!("select slug from publications").fetch_all(db).await?)
}

/// Brings an imported edition up to date with its row: type, dates, warnings; its files are written anew.
pub async fn update_edition(db: &mut PgConnection, id: EditionId, new: &NewEdition, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "update editions set resource_type = $2, published_at = $3, first_published_on = $4, import_warnings = $5, import_hash = $6,
             updated_at = $7, row_version = row_version + 1 where id = $1",
        id as _,
        new.resource_type as _,
        new.published_at.map(ToSqlx::to_sqlx) as _,
        new.first_published_on.map(ToSqlx::to_sqlx) as _,
        &new.warnings,
        new.import_hash.as_deref(),
        now.to_sqlx() as _
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!("delete from files where edition_id = $1", id as _).execute(db).await?;
    Ok(())
}
