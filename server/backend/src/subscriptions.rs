//! Being told when something can be ordered again.

use domain::{
    catalogue::availability::Availability,
    form::{FieldErrors, Problem},
    id::{SessionId, SubscriptionId},
    locale::Locale,
    paths::{self, Path},
    subscription::{ConfirmSubscription, EndSubscription, TellMe, WAITING_EMAIL},
};
use store::outbox::{Kind, NewMessage};

use crate::{Backend, FormError, StoreError, clock::days};

/// Days for which somebody waits.
const DAYS: i64 = 180;
/// Days for which the links of a subscription work: longer than it can last.
const LINK_DAYS: i64 = 200;
/// Questions to one address in an hour.
const PER_HOUR: i32 = 5;

/// Keeps who waits. The address is asked first, unless this session confirmed it or it was asked before.
pub async fn tell_me(
    backend: &Backend,
    (session, locale): (SessionId, Locale),
    form: &TellMe,
) -> Result<Path, FormError> {
    let now = backend.clock.now();
    let edition = store::baskets::edition_by_code(&backend.db, &form.edition.normalised()).await?;
    let edition = edition.ok_or(FormError::NotFound)?;
    let email = form.email.normalised();
    let used = store::rate_counters::count(&backend.db, &format!("waiting:{email}"), 60, now).await?;
    let asked = store::rate_counters::count(&backend.db, &format!("waiting-from:{session}"), 60, now).await?;
    if used > PER_HOUR || asked > 2 * PER_HOUR {
        let problem = Problem::new("any-waiting-too-many");
        return Err(FormError::Refused(FieldErrors::of(WAITING_EMAIL.name(), problem)));
    }
    let is_known = store::sessions::confirmed_email(&backend.db, session).await?.as_deref() == Some(email.as_str());
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    // Its page says what holds now, if that is not to wait.
    let availability = store::stock::availability(&mut tx, edition, now, backend.clock.today()).await?;
    if availability != Some(Availability::OutOfStock) {
        return Ok(paths::by_code(&form.edition));
    }
    let expires_at = now + days(DAYS);
    let whom = (&form.email, locale);
    let (id, is_confirmed) = store::subscriptions::wait_for_stock(&mut tx, edition, whom, expires_at, now).await?;
    if is_known {
        store::subscriptions::confirm(&mut *tx, id, now).await?;
    } else if !is_confirmed {
        let message = NewMessage {
            kind: Kind::WaitingConfirm,
            recipient: form.email.as_str(),
            order: None,
            detail: serde_json::json!({ "edition": edition, "subscription": id }),
            locale,
        };
        store::outbox::add(&mut tx, message, now).await?;
    }
    tx.commit().await.map_err(StoreError::from)?;
    // The same answer whether the address was known or not.
    Ok(if is_known { paths::waiting_confirmed() } else { paths::waiting() })
}

/// What a link is sealed for.
const CONFIRM: &str = "waiting-confirm";
const END: &str = "waiting-end";

/// The last parts of a link that confirms a subscription.
pub fn confirm_link(backend: &Backend, id: SubscriptionId) -> String {
    link(backend, CONFIRM, id)
}

/// The last parts of a link that ends a subscription.
pub fn end_link(backend: &Backend, id: SubscriptionId) -> String {
    link(backend, END, id)
}

fn link(backend: &Backend, purpose: &str, id: SubscriptionId) -> String {
    format!("{id}/{}", backend.seal(purpose, id, days(LINK_DAYS)))
}

/// Whether a link that confirms a subscription is ours.
pub fn is_confirm_link(backend: &Backend, subscription: &str, seal: &str) -> bool {
    backend.is_sealed(CONFIRM, subscription, seal)
}

/// Whether a link that ends a subscription is ours.
pub fn is_end_link(backend: &Backend, subscription: &str, seal: &str) -> bool {
    backend.is_sealed(END, subscription, seal)
}

/// Confirms a subscription by its link. A link that is not ours, or has ended, gives nothing.
pub async fn confirm(backend: &Backend, form: &ConfirmSubscription) -> Result<Option<Path>, StoreError> {
    if !is_confirm_link(backend, form.subscription.as_str(), form.seal.as_str()) {
        return Ok(None);
    }
    let Ok(id) = form.subscription.as_str().parse() else { return Ok(None) };
    let is_there = store::subscriptions::confirm(&backend.db, id, backend.clock.now()).await?;
    Ok(is_there.then(paths::waiting_confirmed))
}

/// Ends a subscription by its link.
pub async fn end(backend: &Backend, form: &EndSubscription) -> Result<Option<Path>, StoreError> {
    if !is_end_link(backend, form.subscription.as_str(), form.seal.as_str()) {
        return Ok(None);
    }
    let Ok(id) = form.subscription.as_str().parse() else { return Ok(None) };
    store::subscriptions::end(&backend.db, id).await?;
    Ok(Some(paths::waiting_ended()))
}
