//! The files of an edition.

use domain::{
    catalogue::{file::FileKind, thumbnail::Thumbnail},
    id::{EditionId, FileId},
};
use sqlx::PgExecutor;

use crate::{Result, rows::thumbnails};

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
    /// Seconds that a recording lasts.
    pub duration_s: Option<i32>,
}

/// A picture of an edition that anybody may see.
#[derive(Clone, Debug)]
pub struct Picture {
    /// What it shows, in the language of its edition.
    pub description: Option<String>,
    /// Its thumbnails, the narrowest first; at least one.
    pub thumbnails: Vec<Thumbnail>,
}

/// The files of an edition that the public may know about, content only of those that may be downloaded; and its
/// pictures in their order, the cover first.
pub async fn files(db: impl PgExecutor<'_>, edition: EditionId) -> Result<(Vec<File>, Vec<Picture>)> {
    let rows = sqlx::query!(
        r#"select f.id as "id: FileId", f.kind as "kind: FileKind", f.file_name, f.media_type, f.bytes, f.pages, f.page_size,
               f.width_px, f.height_px, f.duration_s, f.description,
               case when is_downloadable(f.kind, f.scan_state, f.sha256, e.status, e.access_type, e.is_restricted) then f.sha256 end as sha256,
               (select p.thumbnails from pictures p where p.file_id = f.id) as thumbnails
           from files f join editions e on e.id = f.edition_id
           where f.edition_id = $1 and f.scan_state in ('clean', 'pending') order by f.kind desc, f.position"#,
        edition as _
    )
    .fetch_all(db)
    .await?;
    let (mut files, mut pictures) = (Vec::new(), Vec::new());
    for row in rows {
        let thumbnails = thumbnails(row.thumbnails)?;
        if !thumbnails.is_empty() {
            pictures.push(Picture { description: row.description, thumbnails });
        }
        files.push(File {
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
    Ok((files, pictures))
}

/// A file, if it may be downloaded now, and its edition.
pub async fn downloadable(db: impl PgExecutor<'_>, file: FileId) -> Result<Option<(File, EditionId)>> {
    let row = sqlx::query!(
        r#"select f.id as "id: FileId", f.kind as "kind: FileKind", f.file_name, f.media_type, f.bytes, f.pages, f.page_size,
               f.width_px, f.height_px, f.duration_s, f.sha256, e.id as "edition: EditionId"
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
            duration_s: row.duration_s,
        };
        (file, row.edition)
    }))
}
