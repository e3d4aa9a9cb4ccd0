//! Placing an order: one transaction, or nothing.

pub mod adding;
pub mod change;
mod conflicts;
pub mod redirecting;
mod track;

use domain::{
    checkout::{IdempotencyKey, PlaceOrder, Stage},
    id::{BasketId, EditionId, OrderId},
    order::OrderNumber,
    paths,
};
use jiff::Timestamp;
use sqlx::{Connection, PgConnection};
use store::{
    limits::Slots,
    lines::{Line, Of},
    order_changes::By,
    orders::{LinesFrom, NewLine, NewOrder, Numbered},
    outbox::{Kind, NewMessage},
};
pub use track::{open_link, track};

use crate::{Backend, Guest, StoreError, baskets, checkout, checkout::CheckoutError, secrets, stock};

/// Draws before a number that is taken is given up.
const NUMBER_DRAWS: usize = 5;

/// Places the order of a basket, once for each key. Answers with its number whether this call or
/// an earlier one with the same key placed it.
pub async fn place(backend: &Backend, guest: Guest, form: &PlaceOrder) -> Result<OrderNumber, CheckoutError> {
    conflicts::give_way("placing an order", move || try_to_place(backend, guest, form)).await
}

async fn try_to_place(backend: &Backend, guest: Guest, form: &PlaceOrder) -> Result<OrderNumber, CheckoutError> {
    let Guest { session, account, basket, locale, .. } = guest;
    let mut connection = backend.db.acquire().await.map_err(StoreError::from)?;
    let mut tx = connection.begin().await.map_err(StoreError::from)?;
    let now = backend.clock.now();
    store::baskets::lock(&mut tx, basket, now).await?;
    let (member, confirmed) = checkout::proved(&mut tx, session, account).await?;
    if let Some(number) = placed_before(&mut tx, guest, &form.key, confirmed.as_deref()).await? {
        tx.commit().await.map_err(StoreError::from)?;
        return Ok(number);
    }
    let checkout = store::checkouts::find(&mut *tx, basket, Some(session))
        .await?
        .ok_or(CheckoutError::Elsewhere(paths::basket()))?;
    let (address, contact) = match checkout::stage_of(&checkout, confirmed.as_deref()) {
        Stage::Check(address, contact) if checkout.key == form.key => (address, contact),
        other => return Err(CheckoutError::Elsewhere(other.page())),
    };
    // Whatever does not depend on stock is written and read first: many may want the same copies, and each waits
    // until whoever locked them has committed.
    let (key, member, uprn) = (&form.key, member.as_ref(), checkout.uprn.as_ref());
    let order = NewOrder { basket, key, session, member, contact: &contact, address: &address, uprn, locale, now };
    let (id, number) = write_order(&mut tx, &order).await?;
    confirm(&mut tx, id, &order).await?;
    store::checkouts::end(&mut *tx, basket).await?;
    let orderer = checkout::orderer(member, &contact, &address);
    store::limits::lock(&mut tx, Slots::Basket(basket), &orderer).await?;
    let lines = store::lines::find(&mut *tx, Of::Basket(basket), &orderer, now, backend.clock.today()).await?;
    let before = store::stock::lock(&mut tx, basket).await?;
    let lines = with_stock(&mut tx, lines, basket, now).await?;
    let lines = baskets::orderable(lines, checkout.accept_partial).ok_or(CheckoutError::Elsewhere(paths::basket()))?;
    if !checkout::is_as_shown(&checkout, &lines) {
        return Err(CheckoutError::Elsewhere(paths::check()));
    }
    let from = LinesFrom::Basket(basket, &address);
    let freed = write_lines(&mut tx, id, &lines, (&contact.email.normalised(), order.by()), from).await?;
    stock::tell_owners(&mut tx, &before, now).await?;
    stock::give_on(backend, &mut tx, &freed).await?;
    tx.commit().await.map_err(StoreError::from)?;
    stock::changed(&mut *connection).await;
    Ok(number)
}

/// The lines of a basket with what there is of each now that its levels are locked.
async fn with_stock(
    db: &mut PgConnection,
    lines: Vec<Line>,
    basket: BasketId,
    now: Timestamp,
) -> Result<Vec<Line>, StoreError> {
    let editions: Vec<EditionId> = lines.iter().map(|line| line.edition).collect();
    let free = store::stock::free_for(db, &editions, Some(basket), now).await?;
    Ok(lines.into_iter().map(|line| line.with(&free)).collect())
}

/// The number of the order that the key placed before. The guest may read it from now on.
async fn placed_before(
    db: &mut PgConnection,
    guest: Guest,
    key: &IdempotencyKey,
    confirmed: Option<&str>,
) -> Result<Option<OrderNumber>, CheckoutError> {
    let Some(placed) = store::orders::by_key(&mut *db, guest.basket, key).await? else { return Ok(None) };
    if placed.account.is_some() && placed.account == guest.account {
        return Ok(Some(placed.number));
    }
    // The basket's cookie alone does not show an order: the session placed it, or proved its address.
    if placed.session != Some(guest.session) && confirmed != Some(placed.email_norm.as_str()) {
        return Err(CheckoutError::Elsewhere(paths::track()));
    }
    store::sessions::may_read(db, guest.session, placed.id).await?;
    Ok(Some(placed.number))
}

/// Tells whoever ordered, once the transaction commits.
async fn confirm(db: &mut PgConnection, id: OrderId, order: &NewOrder<'_>) -> Result<(), StoreError> {
    let message = NewMessage {
        kind: Kind::OrderPlaced,
        recipient: order.contact.email.as_str(),
        order: Some(id),
        detail: serde_json::json!({}),
        locale: order.locale,
    };
    store::outbox::add(db, message, order.now).await?;
    Ok(())
}

/// Writes the lines, reserves what is there, and uses grants up where the limit does not reach. Gives the editions of
/// which their basket kept more.
async fn write_lines(
    db: &mut PgConnection,
    id: OrderId,
    lines: &[Line],
    (email, by): (&str, By<'_>),
    from: LinesFrom<'_>,
) -> Result<Vec<EditionId>, StoreError> {
    let new: Vec<NewLine<'_>> = lines
        .iter()
        .map(|line| NewLine { line, reserved: line.facts.promised(), granted: line.facts.beyond_limit() })
        .collect();
    let freed = store::orders::insert_lines(db, id, &new, (by, from)).await?;
    for line in new.iter().filter(|line| line.granted > 0) {
        store::limit_requests::use_up(db, email, (line.line.edition, line.granted), by.now).await?;
    }
    Ok(freed)
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
