//! How many letters about saved drafts are written.

use crate::{Backend, FormError, StoreError, networks, registry::Writer};

/// Letters to one address in an hour. Drafts are saved beyond that, and the letter before leads there.
const PER_HOUR: i32 = 5;
/// Letters that one network may have written in an hour, to whatever addresses: a workplace has one address.
pub const NETWORK_LETTERS_PER_HOUR: i32 = 60;
const MINUTES: i32 = 60;

fn subject(email_norm: &str) -> String {
    format!("draft-letter:{email_norm}")
}

/// Counts a letter that is about to be written, and says whether it may be. Only those that are written count for the
/// network of whoever saves.
///
/// # Errors
/// Where that network had too many written.
pub(super) async fn count(backend: &Backend, email_norm: &str, writer: Writer) -> Result<bool, FormError> {
    let now = backend.clock.now();
    if store::rate_counters::count(&backend.db, &subject(email_norm), MINUTES, now).await? > PER_HOUR {
        return Ok(false);
    }
    networks::count(backend, writer.from, "draft-letter-net", NETWORK_LETTERS_PER_HOUR).await?;
    Ok(true)
}

/// Whether drafts were saved for an address more often in this hour than letters are written.
pub async fn are_held_back(backend: &Backend, email_norm: &str) -> Result<bool, StoreError> {
    let now = backend.clock.now();
    Ok(store::rate_counters::used(&backend.db, &subject(email_norm), MINUTES, now).await? > PER_HOUR)
}
