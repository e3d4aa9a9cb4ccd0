//! The files of a publication that are sent together.

use domain::{
    catalogue::{code::ProductCode, file::FileKind, zip::FileChoice},
    id::{FileId, PublicationId},
};
use jiff::{Timestamp, civil::Date};
use sqlx::PgExecutor;

use crate::Result;

/// A file as it goes into an archive.
#[derive(Clone, Debug)]
pub struct ZipFile {
    /// Its id.
    pub id: FileId,
    /// What it is for.
    pub kind: FileKind,
    /// Its own name.
    pub file_name: String,
    /// Its size.
    pub bytes: i64,
    /// Its content.
    pub sha256: Vec<u8>,
    /// When it was made.
    pub created_on: Option<Date>,
    /// Product code of its edition.
    pub code: ProductCode,
    /// When its edition was published.
    pub published_at: Option<Timestamp>,
}

/// The chosen ones of the files that a publication offers for download, at most so many. Covers are among them only
/// where somebody chose them.
pub async fn chosen(
    db: impl PgExecutor<'_>,
    publication: PublicationId,
    choice: &FileChoice,
    at_most: i64,
) -> Result<Vec<ZipFile>> {
    let rows = sqlx::query!(
        r#"select f.id as "id: FileId", f.kind as "kind: FileKind", f.file_name, f.bytes, f.sha256 as "sha256!",
               f.created_on as "created_on: jiff_sqlx::Date", e.product_code as "code: ProductCode",
               e.published_at as "published_at: jiff_sqlx::Timestamp"
           from editions e join files f on f.edition_id = e.id
           where e.publication_id = $1
               and is_downloadable(f.kind, f.scan_state, f.sha256, e.status, e.access_type, e.is_restricted)
               and ($2::text[] is null or e.language = any ($2))
               and ($3::text[] is null or e.format = any ($3))
               and case when $4::text[] is null then f.kind <> 'cover' else f.kind = any ($4) end
           order by e.language, e.format, f.kind desc, f.position limit $5"#,
        publication as _,
        choice.languages.as_deref() as _,
        choice.formats.as_deref() as _,
        choice.kinds.as_deref() as _,
        at_most
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| ZipFile {
            id: row.id,
            kind: row.kind,
            file_name: row.file_name,
            bytes: row.bytes,
            sha256: row.sha256,
            created_on: row.created_on.map(jiff_sqlx::Date::to_jiff),
            code: row.code,
            published_at: row.published_at.map(jiff_sqlx::Timestamp::to_jiff),
        })
        .collect())
}
