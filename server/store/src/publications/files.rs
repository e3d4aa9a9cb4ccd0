//! The files of an edition.

use domain::{
    catalogue::file::FileKind,
    id::{EditionId, FileId},
};
use sqlx::PgExecutor;

use crate::Result;

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
