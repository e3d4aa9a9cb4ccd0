//! Files of an import.

use domain::{
    catalogue::file::FileKind,
    id::{EditionId, FileId},
};
use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

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
    /// Seconds that a recording lasts.
    pub duration_s: Option<i32>,
    /// What a picture shows, in the language of its edition.
    pub description: Option<String>,
    /// When it was made.
    pub created_on: Option<Date>,
}

/// Writes a file of an edition and gives its id. Content that we hold ourselves counts as scanned.
pub async fn insert_file(db: impl PgExecutor<'_>, edition: EditionId, new: &NewFile) -> Result<FileId> {
    let id = FileId(uuid::Uuid::now_v7());
    let scan_state = if new.sha256.is_some() { "clean" } else { "pending" };
    sqlx::query!(
        "insert into files (id, edition_id, kind, position, file_name, media_type, bytes, sha256, width_px, height_px, pages,
             page_size, duration_s, description, scan_state, created_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        id as _,
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
        new.duration_s,
        new.description,
        scan_state,
        new.created_on.map(ToSqlx::to_sqlx) as _
    )
    .execute(db)
    .await?;
    Ok(id)
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
        "insert into files (id, edition_id, kind, position, file_name, media_type, bytes, width_px, height_px, pages, created_on,
             duration_s)
         select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::text[], $6::text[], $7::bigint[], $8::int[],
             $9::int[], $10::int[], $11::date[], $12::int[])",
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
        created as _,
        &column(|file| file.duration_s) as _
    )
    .execute(db)
    .await?;
    Ok(())
}
