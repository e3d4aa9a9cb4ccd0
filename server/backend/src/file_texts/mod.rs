//! The text of files, read once after they came in, so that words inside them find their publication.

mod reading;

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use futures::StreamExt;
use jiff::ToSpan;
use reading::Kind;
pub(crate) use reading::MAX_UNPACKED_BYTES;
use sqlx::{PgConnection, PgExecutor};
use store::file_texts::{PageText, WaitingFile};
use tokio::time::Instant;

use crate::{Backend, StoreError};

/// The largest file that is opened, in bytes: as large as a file may be.
const MAX_BYTES: u64 = 100 << 20;
/// The longest that one file may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// After so long no further file is begun in a round, as messages wait for the worker, too.
const ROUND: Duration = Duration::from_secs(30);
/// After this, a try that never ended is taken up again.
const RETAKE_MINUTES: i64 = 10;
/// Tries of a file that ends the program, or whose text the database does not take.
const TRIES: i16 = 3;

/// Reads files whose text nobody has read, one after the other. The text and the listing that holds it are kept
/// together. A file whose text the database refuses is left to another try.
pub async fn read_waiting(backend: &Backend) -> Result<(), StoreError> {
    let end = Instant::now() + ROUND;
    while Instant::now() < end {
        let Some(file) = take(backend, &backend.db).await? else { return Ok(()) };
        let pages = read(backend, &file).await;
        if let Err(error) = keep_and_list(backend, &file, pages).await {
            tracing::error!(file = %file.id, %error, "the text of a file was not kept");
        }
    }
    Ok(())
}

/// The same for files that were just written, in the transaction that writes them and lists them afterwards.
pub(crate) async fn read_written(backend: &Backend, tx: &mut PgConnection) -> Result<(), StoreError> {
    while let Some(file) = take(backend, &mut *tx).await? {
        let pages = read(backend, &file).await;
        keep(&mut *tx, &file, pages).await?;
    }
    Ok(())
}

async fn take(backend: &Backend, db: impl PgExecutor<'_>) -> Result<Option<WaitingFile>, StoreError> {
    let now = backend.clock.now();
    store::file_texts::take(db, now, now - RETAKE_MINUTES.minutes(), TRIES).await
}

async fn keep_and_list(backend: &Backend, file: &WaitingFile, pages: Option<Vec<PageText>>) -> Result<(), StoreError> {
    let mut tx = backend.db.begin().await?;
    let holds_text = pages.as_ref().is_some_and(|pages| !pages.is_empty());
    keep(&mut tx, file, pages).await?;
    if holds_text {
        store::import::refresh_listings(&mut *tx, &[file.publication]).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn keep(db: &mut PgConnection, file: &WaitingFile, pages: Option<Vec<PageText>>) -> Result<(), StoreError> {
    match pages {
        Some(pages) => store::file_texts::keep(db, file.id, &pages).await,
        None => store::file_texts::give_up(db, file.id).await,
    }
}

/// The pages of a file that hold text. Nothing where it cannot be read: it is broken, too large, takes too long, or
/// is not where files lie.
async fn read(backend: &Backend, file: &WaitingFile) -> Option<Vec<PageText>> {
    let pages = match content(backend, &file.sha256).await {
        Ok(content) => pages(content, Kind::of(&file.media_type)).await,
        Err(error) => Err(error.to_string()),
    };
    pages.inspect_err(|reason| tracing::warn!(file = %file.id, reason, "the text of a file cannot be read")).ok()
}

async fn content(backend: &Backend, sha256: &[u8]) -> std::io::Result<Vec<u8>> {
    let length = backend.files.length(sha256).await?;
    if length > MAX_BYTES {
        return Err(std::io::ErrorKind::FileTooLarge.into());
    }
    let mut pieces = backend.files.stream(sha256, 0..length).await?;
    let mut content = Vec::new();
    while let Some(piece) = pieces.next().await {
        content.extend_from_slice(&piece?);
    }
    Ok(content)
}

/// Reads beside everything else, as a page may take long. A panic of the library ends its thread alone; a file that
/// takes too long is told to stop after the page it is at.
async fn pages(content: Vec<u8>, kind: Kind) -> Result<Vec<PageText>, String> {
    let is_late = Arc::new(AtomicBool::new(false));
    let late = is_late.clone();
    let work = move || reading::pages(&content, kind, &late).map_err(|error| error.to_string());
    let work = tokio::task::spawn_blocking(work);
    let outcome = tokio::time::timeout(PATIENCE, work).await;
    is_late.store(true, Ordering::Relaxed);
    match outcome {
        Ok(Ok(pages)) => pages,
        Ok(Err(panic)) => Err(panic.to_string()),
        Err(_) => Err("it takes too long".to_owned()),
    }
}
