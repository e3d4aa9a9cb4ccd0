//! Pictures made smaller.

use domain::id::FileId;
use sqlx::PgExecutor;

use crate::Result;

/// A thumbnail to write; its content lies beside the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewThumbnail {
    /// Pixels across.
    pub width_px: i32,
    /// Pixels down.
    pub height_px: i32,
    /// Its size.
    pub bytes: i64,
    /// SHA-256 of its content.
    pub sha256: [u8; 32],
}

/// Writes the thumbnails of a file in one statement.
pub async fn insert(db: impl PgExecutor<'_>, file: FileId, thumbnails: &[NewThumbnail]) -> Result<()> {
    let widths: Vec<i32> = thumbnails.iter().map(|thumbnail| thumbnail.width_px).collect();
    let heights: Vec<i32> = thumbnails.iter().map(|thumbnail| thumbnail.height_px).collect();
    let bytes: Vec<i64> = thumbnails.iter().map(|thumbnail| thumbnail.bytes).collect();
    let hashes: Vec<Vec<u8>> = thumbnails.iter().map(|thumbnail| thumbnail.sha256.to_vec()).collect();
    sqlx::query!(
        "insert into thumbnails (file_id, width_px, height_px, bytes, sha256)
         select $1::uuid, * from unnest($2::int[], $3::int[], $4::bigint[], $5::bytea[])",
        file as _,
        &widths,
        &heights,
        &bytes,
        &hashes
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Whether anybody may see the thumbnail with this hash: it is of a file that anybody may have now.
pub async fn is_public(db: impl PgExecutor<'_>, sha256: &[u8]) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from thumbnails t join files f on f.id = t.file_id join editions e on e.id = f.edition_id
               where t.sha256 = $1 and is_downloadable(f.kind, f.scan_state, f.sha256, e.status, e.access_type, e.is_restricted)) as "is_public!""#,
        sha256
    )
    .fetch_one(db)
    .await?)
}
