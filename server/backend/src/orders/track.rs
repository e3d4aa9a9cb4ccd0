//! Finding an order again.

use domain::{
    checkout::{TrackLink, TrackOrder},
    form::{FieldErrors, Problem},
    id::OrderId,
    paths::{self, Path},
};

use crate::{Backend, StoreError, checkout::CheckoutError, sessions::Proving};

/// Tries at finding an order from one session in 15 minutes.
const TRACK_TRIES: i32 = 10;

/// Finds an order by number and e-mail address and lets the session read it. Wrong pairs get one
/// neutral answer.
pub async fn track(backend: &Backend, proving: &Proving, form: &TrackOrder) -> Result<Path, CheckoutError> {
    let neutral = || {
        CheckoutError::Refused(FieldErrors::of(
            domain::checkout::ORDER_NUMBER.name(),
            Problem::new("any-order-not-found"),
        ))
    };
    let of_session = format!("track:{}", proving.session);
    let tries = store::rate_counters::count(&backend.db, &of_session, 15, backend.clock.now()).await?;
    if tries > TRACK_TRIES {
        let problem = Problem::new("any-track-too-many");
        return Err(CheckoutError::Refused(FieldErrors::of(domain::checkout::ORDER_NUMBER.name(), problem)));
    }
    let of_number = format!("track-number:{}", form.number);
    let of_number = store::rate_counters::count(&backend.db, &of_number, 15, backend.clock.now()).await?;
    if of_number > TRACK_TRIES {
        return Err(neutral());
    }
    let order = store::orders::by_number_and_email(&backend.db, &form.number, &form.email.normalised()).await?;
    may_read(backend, proving, order.ok_or_else(neutral)?).await?;
    Ok(paths::order(&form.number))
}

/// Lets the session read the order that a message's link leads to. A link that is not ours, or has ended since its
/// page was shown, leads to that page, which says so.
pub async fn open_link(backend: &Backend, proving: &Proving, form: &TrackLink) -> Result<Path, CheckoutError> {
    let elsewhere = || CheckoutError::Elsewhere(paths::track_link(&form.order, &form.seal));
    if !backend.is_sealed("track", form.order.as_str(), form.seal.as_str()) {
        return Err(elsewhere());
    }
    let id: OrderId = form.order.as_str().parse().map_err(|_| elsewhere())?;
    let order = store::orders::find(&backend.db, id).await?.ok_or_else(elsewhere)?;
    may_read(backend, proving, id).await?;
    Ok(paths::order(&order.number))
}

/// Lets the session read an order, from now on by another token than before.
async fn may_read(backend: &Backend, proving: &Proving, order: OrderId) -> Result<(), StoreError> {
    let mut tx = backend.db.begin().await?;
    store::sessions::may_read(&mut *tx, proving.session, order).await?;
    proving.renew(&mut tx).await?;
    Ok(tx.commit().await?)
}
