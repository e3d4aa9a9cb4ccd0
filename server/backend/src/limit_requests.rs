//! Asking for more than the limit, and deciding on it.

use domain::{
    catalogue::availability::Availability,
    form::{FieldErrors, Problem},
    id::{EditionId, LimitRequestId, SessionId},
    limit_request::{ASKED_QUANTITY, AskForMore, Decision},
    locale::Locale,
    paths::{self, Path},
};
use store::outbox::{Kind, NewMessage};

use crate::{Backend, FormError, StoreError, clock::days};

/// Days for which granted copies can be ordered.
const GRANT_DAYS: i64 = 30;
/// Days after which a request that nobody decided ends.
const OPEN_DAYS: i64 = 30;
/// Requests from one address, or one session, in an hour.
const PER_HOUR: i32 = 5;

/// Takes a request: it is listed, confirmed to whoever asks, and referred to whoever decides. Where one of the
/// same address is open, that one is confirmed once more; whoever asks sees no difference.
pub async fn ask(
    backend: &Backend,
    (session, locale): (SessionId, Locale),
    form: &AskForMore,
) -> Result<Path, FormError> {
    let now = backend.clock.now();
    let edition = store::baskets::edition_by_code(&backend.db, &form.edition.normalised()).await?;
    let edition = edition.ok_or(FormError::NotFound)?;
    let email = form.email.normalised();
    for subject in [format!("more:{email}"), format!("more-from:{session}")] {
        if store::rate_counters::count(&backend.db, &subject, 60, now).await? > PER_HOUR {
            return Err(refused("any-more-too-many"));
        }
    }
    if !may_be_asked_for(backend, edition).await? {
        return Err(FormError::NotFound);
    }
    let named = store::subscriptions::edition(&backend.db, edition).await?.ok_or(FormError::NotFound)?;
    let id = LimitRequestId(uuid::Uuid::now_v7());
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let open = store::limit_requests::insert(&mut *tx, id, (edition, form), locale, now).await?;
    let referral = named.referral.unwrap_or_else(|| backend.support_email.clone());
    // Nobody proved whose the address is: whether it asked before is told to nobody but itself.
    let mut messages = vec![(Kind::LimitAsked, form.email.as_str(), locale)];
    if open == id {
        messages.push((Kind::LimitReferred, referral.as_str(), Locale::English));
    }
    for (kind, recipient, locale) in messages {
        let detail = serde_json::json!({ "request": open });
        store::outbox::add(&mut tx, NewMessage { kind, recipient, order: None, detail, locale }, now).await?;
    }
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::asked_for_more())
}

/// Whether more copies of an edition may be asked for: it is live, and printed.
pub async fn may_be_asked_for(backend: &Backend, edition: EditionId) -> Result<bool, StoreError> {
    let mut db = backend.connection().await?;
    let (now, today) = (backend.clock.now(), backend.clock.today());
    let availability = store::stock::availability(&mut db, edition, now, today).await?;
    Ok(availability
        .is_some_and(|it| !matches!(it, Availability::NotLive | Availability::DownloadOnly | Availability::Restricted)))
}

/// Decides an open request and tells whoever asked. Says whether it was open.
pub async fn decide(
    backend: &Backend,
    actor: &str,
    id: LimitRequestId,
    decision: &Decision,
) -> Result<bool, StoreError> {
    let now = backend.clock.now();
    let mut tx = backend.db.begin().await?;
    let ends = now + days(GRANT_DAYS);
    let decided = store::limit_requests::decide(&mut tx, id, decision, (actor, ends), now).await?;
    let Some((recipient, locale)) = decided else { return Ok(false) };
    let message = NewMessage {
        kind: Kind::LimitDecided,
        recipient: &recipient,
        order: None,
        detail: serde_json::json!({ "request": id }),
        locale,
    };
    store::outbox::add(&mut tx, message, now).await?;
    tx.commit().await?;
    Ok(true)
}

/// Ends requests that waited too long for a decision.
pub async fn expire(backend: &Backend) -> Result<(), StoreError> {
    let now = backend.clock.now();
    store::limit_requests::expire(&backend.db, now - days(OPEN_DAYS), now).await
}

fn refused(key: &'static str) -> FormError {
    FormError::Refused(FieldErrors::of(ASKED_QUANTITY.name(), Problem::new(key)))
}
