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
    /// Its content, when it may be downloaded.
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

/// The files of an edition that the public may know about. Content only of those that may be downloaded.
pub async fn files(db: impl PgExecutor<'_>, edition: EditionId) -> Result<Vec<File>> {
    Ok(sqlx::query_as!(
        File,
        r#"select f.id as "id: _", f.kind as "kind: _", f.file_name, f.media_type, f.bytes, f.pages, f.page_size, f.width_px,
               f.height_px,
               case when is_downloadable(f.kind, f.scan_state, f.sha256, e.status, e.access_type, e.is_restricted) then f.sha256 end as sha256
           from files f join editions e on e.id = f.edition_id
           where f.edition_id = $1 and f.scan_state in ('clean', 'pending') order by f.kind desc, f.position"#,
        edition as _
    )
    .fetch_all(db)
    .await?)
}

/// A file, if it may be downloaded now, and its edition.
pub async fn downloadable(db: impl PgExecutor<'_>, file: FileId) -> Result<Option<(File, EditionId)>> {
    let row = sqlx::query!(
        r#"select f.id as "id: FileId", f.kind as "kind: FileKind", f.file_name, f.media_type, f.bytes, f.pages, f.page_size,
               f.width_px, f.height_px, f.sha256, e.id as "edition: EditionId"
           from files f join editions e on e.id = f.edition_id
           where f.id = $1 and is_downloadable(f.kind, f.scan_state, f.sha256, e.status, e.access_type, e.is_restricted)"#,
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
