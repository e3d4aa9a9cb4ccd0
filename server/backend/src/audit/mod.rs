//! The audit trail: every entry is sealed into the chain of its stream a moment after it was written, and a check
//! proves that nothing was changed, removed or put in since.

mod chains;

use std::time::Duration;

use chains::Chains;
pub use chains::{Fault, Place};
use domain::audit::Head;
use sqlx::{Connection, PgConnection};
use uuid::Uuid;

use crate::{Backend, StoreError};

/// Entries that are sealed, or read, at once.
const BATCH: i64 = 1000;
/// The pause between two rounds of sealing.
const PAUSE: Duration = Duration::from_secs(5);

/// Why a check did not find the trail whole.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The first wrong place.
    #[error("the audit trail is not whole")]
    Wrong(#[from] Fault),
}

/// Seals whatever waits for it.
pub async fn seal(backend: &Backend) -> Result<(), StoreError> {
    while store::audit::seal(&backend.db, BATCH).await? == BATCH {}
    Ok(())
}

/// Seals every few seconds, without end. What fails is logged once, and tried again.
pub async fn keep_sealing(backend: &Backend) {
    let mut fails = false;
    loop {
        let outcome = seal(backend).await;
        if let (Err(error), false) = (&outcome, fails) {
            tracing::error!(%error, "audit entries are not sealed");
        }
        fails = outcome.is_err();
        tokio::time::sleep(PAUSE).await;
    }
}

/// Seals what waits, checks every entry and every seal as they are at one moment, and gives where the chains end. Heads
/// that were kept elsewhere have to be on them. What is wrong is told also where sealing fails because of it.
pub async fn verify(backend: &Backend, kept: &[Head]) -> Result<Vec<Head>, AuditError> {
    let sealed = seal(backend).await;
    let heads = check(backend, kept).await?;
    sealed?;
    Ok(heads)
}

async fn check(backend: &Backend, kept: &[Head]) -> Result<Vec<Head>, AuditError> {
    let mut connection = backend.connection().await?;
    let begin = connection.begin_with("begin isolation level repeatable read read only");
    let mut tx = begin.await.map_err(StoreError::from)?;
    let heads = store::audit::heads(&mut *tx).await?;
    check_chains(&mut tx, &heads, kept).await?;
    check_waiting(&mut tx).await?;
    check_entries(&mut tx).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(heads)
}

/// Each seal follows from the one before it and from its entry, up to the head of its stream.
async fn check_chains(db: &mut PgConnection, heads: &[Head], kept: &[Head]) -> Result<(), AuditError> {
    let mut chains = Chains::new(kept);
    let (mut stream, mut sequence) = (String::new(), i64::MIN);
    loop {
        let seals = store::audit::seals_after(&mut *db, &stream, sequence, BATCH).await?;
        let Some(last) = seals.last() else { break };
        (stream, sequence) = (last.stream.clone(), last.sequence);
        for seal in seals {
            chains.add(seal)?;
        }
    }
    chains.end(heads)?;
    Ok(())
}

/// What waits for its seal is there, as it was written.
async fn check_waiting(db: &mut PgConnection) -> Result<(), AuditError> {
    let mut next = Some(Uuid::nil());
    while let Some(first) = next {
        let waiting = store::audit::waiting_from(&mut *db, first, BATCH).await?;
        next = waiting.last().and_then(|last| after(last.entry));
        for one in &waiting {
            chains::check_waiting(one)?;
        }
    }
    Ok(())
}

/// Every entry is sealed, or waits for it.
async fn check_entries(db: &mut PgConnection) -> Result<(), AuditError> {
    let mut next = Some(Uuid::nil());
    while let Some(first) = next {
        let entries = store::audit::entries_from(&mut *db, first, BATCH).await?;
        next = entries.last().and_then(|last| after(last.entry));
        if let Some(stranger) = entries.into_iter().find(|entry| !entry.is_known) {
            return Err(Fault::Unsealed(stranger.stream, stranger.entry).into());
        }
    }
    Ok(())
}

/// The id behind an id, as the database sorts them.
fn after(id: Uuid) -> Option<Uuid> {
    id.as_u128().checked_add(1).map(Uuid::from_u128)
}
