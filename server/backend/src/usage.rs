//! Counting what is used, and what follows from it every night: which publications are popular, and which
//! belong together.

use std::future::Future;

use domain::id::{EditionId, FileId, PublicationId};

use crate::{
    Backend, StoreError,
    clock::{days, service_day},
};

/// Days of use that make a publication popular.
const POPULAR_DAYS: i64 = 90;
/// Days of orders that say what belongs together.
const TOGETHER_DAYS: i64 = 365;
/// Publications compared in one statement, well within what a statement may take.
const BATCH: usize = 200;

/// Counts a download of each of these files, beside the answer.
pub fn downloaded(backend: &Backend, files: Vec<FileId>) {
    let (db, today) = (backend.db.clone(), backend.clock.today());
    beside(backend, async move { store::usage::downloaded(&db, &files, today).await });
}

/// Counts a scan of a QR code, beside the answer.
pub fn scanned(backend: &Backend, publication: PublicationId, edition: Option<EditionId>) {
    let (db, today) = (backend.db.clone(), backend.clock.today());
    beside(backend, async move { store::usage::scanned(&db, publication, edition, today).await });
}

/// Where many write at once it is not counted: no answer waits for a figure.
pub(crate) fn beside(backend: &Backend, count: impl Future<Output = Result<(), StoreError>> + Send + 'static) {
    let Ok(turn) = backend.writes.clone().try_acquire_owned() else { return };
    tokio::spawn(async move {
        let _turn = turn;
        if let Err(error) = count.await {
            tracing::warn!(%error, "a use was not counted");
        }
    });
}

/// Every night: what is popular, what is ordered together, what is alike.
pub async fn refresh(backend: &Backend) -> Result<(), StoreError> {
    let now = backend.clock.now();
    let mut tx = backend.db.begin().await?;
    let since = service_day(now - days(POPULAR_DAYS));
    let changed = store::usage::refresh_popularity(&mut *tx, since).await?;
    if !changed.is_empty() {
        store::usage::touch_listings(&mut *tx, &changed).await?;
    }
    tx.commit().await?;
    store::related::refresh_together(&backend.db, now - days(TOGETHER_DAYS)).await?;
    let all = store::related::listed(&backend.db).await?;
    refresh_similar(backend, &all).await
}

/// What is like each of these, after they were published and every night.
pub async fn refresh_similar(backend: &Backend, publications: &[PublicationId]) -> Result<(), StoreError> {
    for batch in publications.chunks(BATCH) {
        store::related::refresh_similar(&backend.db, batch).await?;
    }
    Ok(())
}
