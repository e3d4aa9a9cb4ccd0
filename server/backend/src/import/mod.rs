//! Reading the catalogue of another system. Rows go live as imported: download-only, with warnings
//! for what a catalogue of ours would have.

mod edition;
mod files;
mod grouping;
mod here;
mod report;
mod rows;
mod slug;
mod writing;

use std::path::Path;

use domain::id::PublicationId;
use serde_json::json;
use sha2::{Digest, Sha256};
use sqlx::PgConnection;

pub use files::{FileRow, FilesByCode, read_files};
pub use grouping::{Group, cleaned_title, groups};
use here::Here;
pub use report::Report;
pub use rows::{Refusal, Row, read_rows};
use writing::write_group;

use crate::{Backend, StoreError, secrets::hex};

/// Publications written in one transaction.
const BATCH: usize = 100;

/// Why nothing was read.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A file cannot be read at all.
    #[error("{0} cannot be read: {1}")]
    Unreadable(String, csv::Error),
    /// The database failed; what was written before stays, and the same run again goes on from there.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Reads editions and the facts of their files. A dry run reports the same and changes nothing.
pub async fn publications(backend: &Backend, file: &Path, files: &Path, dry_run: bool) -> Result<Report, ImportError> {
    let unreadable = |path: &Path| {
        let name = path.display().to_string();
        move |error| ImportError::Unreadable(name.clone(), error)
    };
    let (mut files, refused_files) = read_files(files).map_err(unreadable(files))?;
    let (rows, refused) = read_rows(file).map_err(unreadable(file))?;
    let mut here = Here::of(backend).await?;
    let mut report = Report { is_dry_run: dry_run, refused, refused_files, ..Report::default() };
    let (rows, more) = here.known_to_us(rows);
    report.refused.extend(more);
    let groups = groups(rows);
    report.ambiguous = groups
        .iter()
        .filter(|group| group.is_ambiguous)
        .flat_map(|group| group.rows.iter().map(|row| row.code.to_string()))
        .collect();
    report.publications = groups.len();
    let mark = mark(file);
    let mut changed = Vec::new();
    for batch in groups.chunks(BATCH) {
        changed.extend(write_batch((backend, &mark), batch, &mut files, &mut here, &mut report).await?);
    }
    if !dry_run && changed.is_empty() {
        // The run before may have been broken off before this.
        store::import::refresh_words(&backend.db).await?;
    } else if !dry_run {
        let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
        store::import::finish(&mut tx).await?;
        tx.commit().await.map_err(StoreError::from)?;
        crate::usage::refresh_similar(backend, &changed).await?;
        crate::dump::write_after_import(backend).await;
    }
    report.orphan_files = files.into_values().map(|files| files.len()).sum();
    Ok(report)
}

/// The SHA-256 of a file that was read.
fn mark(file: &Path) -> String {
    std::fs::read(file).map(|text| hex(&Sha256::digest(text))).unwrap_or_default()
}

/// Writes down in the audit trail what a transaction of an import did, since a report said as many editions were new and
/// changed.
async fn audit(
    backend: &Backend,
    db: &mut PgConnection,
    mark: &str,
    (created, updated, report): (usize, usize, &Report),
) -> Result<(), StoreError> {
    let detail = json!({ "file": mark, "created": report.created - created, "updated": report.updated - updated });
    store::staff::audit(db, None, ("catalogue.imported", "catalogue"), &detail, backend.clock.now()).await
}

/// Writes some groups in one transaction, or only looks what would come of it. Gives the publications that
/// changed.
async fn write_batch(
    (backend, mark): (&Backend, &str),
    batch: &[Group],
    files: &mut FilesByCode,
    here: &mut Here,
    report: &mut Report,
) -> Result<Vec<PublicationId>, StoreError> {
    let mut tx = backend.db.begin().await?;
    let (created, updated) = (report.created, report.updated);
    let mut changed = Vec::new();
    for group in batch {
        changed.extend(write_group(backend, &mut tx, group, files, here, report).await?);
    }
    if changed.is_empty() {
        return Ok(changed);
    }
    store::import::refresh_listings(&mut *tx, &changed).await?;
    audit(backend, &mut tx, mark, (created, updated, report)).await?;
    if report.is_dry_run {
        tx.rollback().await?;
    } else {
        tx.commit().await?;
    }
    Ok(changed)
}
