//! Placing an order: one transaction, or nothing.

use domain::{
    checkout::{PlaceOrder, Stage, TrackLink, TrackOrder},
    form::{FieldErrors, Problem},
    id::{OrderId, SessionId},
    order::OrderNumber,
    paths::{self, Path},
};
use sqlx::PgConnection;
use store::{
    limits::GuestSubjects,
    orders::{NewLine, NewOrder, Numbered},
    outbox::{Kind, NewMessage},
};

use crate::{Backend, Guest, StoreError, baskets, checkout, checkout::CheckoutError, secrets};

/// Draws before a number that is taken is given up.
const NUMBER_DRAWS: usize = 5;
/// Tries at finding an order from one session in 15 minutes.
const TRACK_TRIES: i32 = 10;

/// Places the order of a basket, once for each key. Answers with its number whether this call or
/// an earlier one with the same key placed it.
pub async fn place(backend: &Backend, guest: Guest, form: &PlaceOrder) -> Result<OrderNumber, CheckoutError> {
    let Guest { session, basket, locale } = guest;
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let now = backend.clock.now();
    store::baskets::lock(&mut tx, basket, now).await?;
    let confirmed = store::sessions::confirmed_email(&mut *tx, session).await?;
    if let Some(placed) = store::orders::by_key(&mut *tx, basket, &form.key).await? {
        // The basket's cookie alone does not show an order: the session placed it, or proved its address.
        if placed.session != Some(session) && confirmed.as_deref() != Some(placed.email_norm.as_str()) {
            return Err(CheckoutError::Elsewhere(paths::track()));
        }
        store::sessions::may_read(&mut *tx, session, placed.id).await?;
        tx.commit().await.map_err(StoreError::from)?;
        return Ok(placed.number);
    }
    let checkout = store::checkouts::find(&mut *tx, basket, Some(session))
        .await?
        .ok_or(CheckoutError::Elsewhere(paths::basket()))?;
    let (address, contact) = match checkout::stage_of(&checkout, confirmed.as_deref()) {
        Stage::Check(address, contact) if checkout.key == form.key => (address, contact),
        other => return Err(CheckoutError::Elsewhere(other.page())),
    };
    let subjects = GuestSubjects { email: Some(contact.email.normalised()), address: Some(address.key()) };
    store::stock::lock(&mut tx, basket).await?;
    store::limits::lock(&mut tx, basket, &subjects).await?;
    let lines = store::baskets::lines(&mut *tx, basket, &subjects, now, backend.clock.today()).await?;
    if lines.is_empty() || !baskets::problems(&lines).is_empty() {
        return Err(CheckoutError::Elsewhere(paths::basket()));
    }
    let order = NewOrder { basket, key: &form.key, session, contact: &contact, address: &address, now };
    let (id, number) = write_order(&mut tx, &order).await?;
    let new_lines: Vec<NewLine<'_>> =
        lines.iter().map(|line| NewLine { line, reserved: line.facts.promised() }).collect();
    store::orders::insert_lines(&mut tx, id, &new_lines, now).await?;
    let message = NewMessage {
        kind: Kind::OrderPlaced,
        recipient: contact.email.as_str(),
        order: Some(id),
        detail: serde_json::json!({}),
        locale,
    };
    store::outbox::add(&mut tx, message, now).await?;
    store::stock::release_holds(&mut *tx, basket).await?;
    store::baskets::empty(&mut *tx, basket).await?;
    store::checkouts::end(&mut *tx, basket).await?;
    tx.commit().await.map_err(StoreError::from)?;
    store::versions::stock_changed(&backend.db).await?;
    Ok(number)
}

/// Finds an order by number and e-mail address and lets the session read it. Wrong pairs get one
/// neutral answer.
pub async fn track(backend: &Backend, session: SessionId, form: &TrackOrder) -> Result<Path, CheckoutError> {
    let neutral = || {
        CheckoutError::Refused(FieldErrors::of(
            domain::checkout::ORDER_NUMBER.name(),
            Problem::new("any-order-not-found"),
        ))
    };
    let tries = store::rate_counters::count(&backend.db, &format!("track:{session}"), 15, backend.clock.now()).await?;
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
    store::sessions::may_read(&backend.db, session, order.ok_or_else(neutral)?).await?;
    Ok(paths::order(&form.number))
}

/// Lets the session read the order that a message's link leads to. A link that is not ours, or has
/// ended, leads to the tracking form.
pub async fn open_link(backend: &Backend, session: SessionId, form: &TrackLink) -> Result<Path, CheckoutError> {
    let elsewhere = || CheckoutError::Elsewhere(paths::track());
    if !backend.secrets.is_sealed("track", form.order.as_str(), form.seal.as_str(), backend.clock.now()) {
        return Err(elsewhere());
    }
    let id: OrderId = form.order.as_str().parse().map_err(|_| elsewhere())?;
    let order = store::orders::find(&backend.db, id).await?.ok_or_else(elsewhere)?;
    store::sessions::may_read(&backend.db, session, id).await?;
    Ok(paths::order(&order.number))
}

/// Writes the order under a number that is free.
async fn write_order(db: &mut PgConnection, order: &NewOrder<'_>) -> Result<(OrderId, OrderNumber), CheckoutError> {
    let id = OrderId(uuid::Uuid::now_v7());
    for _ in 0..NUMBER_DRAWS {
        let number = OrderNumber::from_random(secrets::random_bits());
        if store::orders::insert(db, id, &number, order).await? == Numbered::Written {
            return Ok((id, number));
        }
    }
    Err(StoreError::Refused("orders_number_key".to_owned()).into())
}
