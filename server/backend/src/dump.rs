//! The dump: every live edition as CSV and as JSON, written every night, after an import, and when there is none
//! yet. It is read and written in pieces, so that no catalogue is too large for it. Who reads it gets a whole one,
//! the last or the new.

use domain::{
    catalogue::dump::{DumpFormat, harmless_cell},
    id::EditionId,
};
use jiff::{Timestamp, ToSpan};
use sqlx::Connection;
use store::{StoreError, dumps::Dump};

use crate::{
    Backend,
    clock::days,
    files::Writing,
    records::{EditionRecord, FileRecord, Links, NamedRecord},
};

/// Editions read at once.
const BATCH: usize = 500;
/// Whoever reads a dump that was replaced has this long to end.
const KEPT_DAYS: i64 = 2;
/// Hours without a word more after which nobody writes a file any longer: a batch takes seconds.
const LEFT_HOURS: i64 = 1;

/// Why a dump was not written. The last one stays.
#[derive(Debug, thiserror::Error)]
pub enum DumpError {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The place for files failed, or what is written cannot be put into its form.
    #[error("the dump cannot be written: {0}")]
    Unwritable(#[from] std::io::Error),
}

/// The headings of the CSV, in their order.
const HEADINGS: [&str; 30] = [
    "code",
    "status",
    "title",
    "summary",
    "language",
    "language_name",
    "format",
    "type",
    "programme",
    "diseases",
    "vaccinations",
    "audiences",
    "settings",
    "access",
    "version",
    "superseded_by",
    "availability",
    "is_orderable",
    "order_from",
    "order_end",
    "unit_of_issue",
    "maximum",
    "files",
    "video_url",
    "publication",
    "publication_title",
    "url",
    "first_published_on",
    "published_at",
    "updated_at",
];

/// Writes both dumps anew, of one moment.
pub async fn write(backend: &Backend) -> Result<(), DumpError> {
    let now = backend.clock.now();
    sweep(backend, now).await;
    let (mut csv, mut json) = (backend.files.begin().await?, backend.files.begin().await?);
    write_all(backend, &mut csv, &mut json, now).await?;
    let (csv, json) = (finished(csv, now).await?, finished(json, now).await?);
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    store::dumps::replace(&mut *tx, DumpFormat::Csv, &csv).await?;
    store::dumps::replace(&mut *tx, DumpFormat::Json, &json).await?;
    let old = store::dumps::forget(&mut *tx, now - days(KEPT_DAYS)).await?;
    tx.commit().await.map_err(StoreError::from)?;
    for sha256 in old {
        // The new dumps are there all the same.
        if let Err(error) = backend.files.remove(&sha256).await {
            tracing::warn!(%error, "an old dump stays in the store");
        }
    }
    Ok(())
}

/// Takes away what a run left that was killed. Where that fails, the new dumps are written all the same.
async fn sweep(backend: &Backend, now: Timestamp) {
    match backend.files.sweep((now - LEFT_HOURS.hours()).into()).await {
        Ok(0) => {}
        Ok(files) => tracing::info!(files, "what a run had left that was killed is gone"),
        Err(error) => tracing::warn!(%error, "what a run left that was killed stays in the store"),
    }
}

/// Writes the dumps where there are none yet.
pub async fn write_first(backend: &Backend) {
    let written = match store::dumps::are_there(&backend.db).await {
        Ok(true) => Ok(()),
        Ok(false) => write(backend).await,
        Err(error) => Err(error.into()),
    };
    told(written);
}

/// Writes the dumps after an import. What was imported is there also where this fails.
pub async fn write_after_import(backend: &Backend) {
    told(write(backend).await);
}

fn told(written: Result<(), DumpError>) {
    if let Err(error) = written {
        tracing::error!(%error, "the dump was not written");
    }
}

async fn finished(writing: Writing, made_at: Timestamp) -> Result<Dump, DumpError> {
    let (hash, bytes) = writing.finish().await?;
    Ok(Dump { sha256: hash.to_vec(), bytes: i64::try_from(bytes).unwrap_or(i64::MAX), made_at })
}

/// Writes every live edition into both, by code, as they are at one moment.
async fn write_all(backend: &Backend, csv: &mut Writing, json: &mut Writing, now: Timestamp) -> Result<(), DumpError> {
    let names = backend.catalogue.at(&backend.db, None, now).await?.names;
    let mut connection = backend.connection().await?;
    let begin = connection.begin_with("begin isolation level repeatable read read only");
    let mut tx = begin.await.map_err(StoreError::from)?;
    let live: Vec<EditionId> = store::records::live(&mut *tx).await?;
    csv.write(&rows([HEADINGS.map(str::to_owned)])?).await?;
    json.write(b"[").await?;
    let mut separator = "\n";
    for batch in live.chunks(BATCH) {
        let records = crate::records::read(backend, &mut tx, &names, batch, Links::Without).await?;
        csv.write(&rows(records.iter().map(cells))?).await?;
        for record in &records {
            json.write(separator.as_bytes()).await?;
            json.write(&serde_json::to_vec(record).map_err(std::io::Error::from)?).await?;
            separator = ",\n";
        }
    }
    json.write(b"\n]\n").await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// Rows as CSV (RFC 4180), none of whose cells is a formula.
fn rows(rows: impl IntoIterator<Item = [String; HEADINGS.len()]>) -> std::io::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.iter().map(|cell| harmless_cell(cell).into_owned()))?;
    }
    writer.into_inner().map_err(|error| std::io::Error::other(error.to_string()))
}

/// An edition as a row. Lists are one cell.
fn cells(edition: &EditionRecord) -> [String; HEADINGS.len()] {
    [
        edition.code.to_string(),
        edition.status.to_string(),
        edition.title.clone(),
        edition.summary.clone(),
        edition.language.tag.to_string(),
        edition.language.name.clone(),
        edition.format.to_string(),
        edition.resource_type.to_string(),
        edition.programme.name.clone(),
        names_of(&edition.diseases),
        names_of(&edition.vaccinations),
        names_of(&edition.audiences),
        names_of(&edition.settings),
        edition.access.to_string(),
        edition.version.to_string(),
        text(edition.superseded_by.as_ref()),
        edition.availability.to_owned(),
        edition.is_orderable.to_string(),
        text(edition.order_from.as_ref()),
        text(edition.order_end.as_ref()),
        edition.unit_of_issue.to_string(),
        text(edition.maximum.as_ref()),
        files_of(&edition.files),
        edition.video_url.clone().unwrap_or_default(),
        edition.publication.slug.to_string(),
        edition.publication.title.clone(),
        edition.url.clone(),
        text(edition.first_published_on.as_ref()),
        text(edition.published_at.as_ref()),
        edition.updated_at.to_string(),
    ]
}

fn text(value: Option<&impl ToString>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

fn names_of(list: &[NamedRecord]) -> String {
    list.iter().map(|named| named.name.as_str()).collect::<Vec<_>>().join("; ")
}

fn files_of(files: &[FileRecord]) -> String {
    files.iter().map(|file| format!("{} {}", file.kind, file.name)).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_of_a_dump_is_run() {
        let mut row = HEADINGS.map(str::to_owned);
        "=HYPERLINK(\"https://evil.example\")".clone_into(&mut row[2]);
        "@SUM(A1), or not".clone_into(&mut row[3]);
        let csv = String::from_utf8(rows([row]).expect("rows")).expect("text");
        assert!(csv.contains(r#","'=HYPERLINK(""https://evil.example"")","'@SUM(A1), or not","#), "{csv}");
        assert!(csv.starts_with("code,status,") && csv.ends_with("updated_at\r\n"), "{csv}");
    }
}
