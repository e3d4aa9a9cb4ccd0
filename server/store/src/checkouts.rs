//! The answers of a checkout until its order is placed.

use domain::{
    address::Address,
    checkout::{Contact, IdempotencyKey},
    found_address::Uprn,
    id::{BasketId, EditionId, SessionId},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// What is known so far.
#[derive(Clone, Debug)]
pub struct Checkout {
    /// One order for this key.
    pub key: IdempotencyKey,
    /// Where to.
    pub address: Option<Address>,
    /// The number of that place, where it is known.
    pub uprn: Option<Uprn>,
    /// Whom to tell.
    pub contact: Option<Contact>,
    /// Whether the order is of what can be had, the rest staying in the basket.
    pub accept_partial: bool,
    /// The editions, sorted, that an order would have been of on the way to "Check your answers".
    pub shown: Option<Vec<EditionId>>,
}

/// An answer on the way to an order.
#[derive(Clone, Copy, Debug)]
pub enum Answered<'a> {
    /// Where to, and the number of that place, where it is known.
    Address(&'a Address, Option<&'a Uprn>),
    /// Whom to tell.
    Contact(&'a Contact),
}

/// Begins a checkout, or goes on with the one under way. Answers of another session are forgotten. Whoever saw
/// a whole order does not place part of it: its key is new where that changed.
pub async fn begin(
    db: impl PgExecutor<'_>,
    (basket, session): (BasketId, SessionId),
    (key, accept_partial): (&IdempotencyKey, bool),
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "insert into checkouts (basket_id, session_id, idempotency_key, accept_partial, started_at, touched_at)
         values ($1, $4, $2, $5, $3, $3)
         on conflict (basket_id) do update set touched_at = $3, session_id = $4, accept_partial = $5,
             idempotency_key = case when checkouts.session_id = $4 and checkouts.accept_partial = $5 then checkouts.idempotency_key else $2 end,
             address = case when checkouts.session_id = $4 then checkouts.address end,
             uprn = case when checkouts.session_id = $4 then checkouts.uprn end,
             contact = case when checkouts.session_id = $4 then checkouts.contact end",
        basket as _,
        key as _,
        now.to_sqlx() as _,
        session as _,
        accept_partial
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Gives the checkout of a basket another key, as something else would be ordered now.
pub async fn renew(db: impl PgExecutor<'_>, basket: BasketId, key: &IdempotencyKey) -> Result<()> {
    sqlx::query!("update checkouts set idempotency_key = $2 where basket_id = $1", basket as _, key as _)
        .execute(db)
        .await?;
    Ok(())
}

/// Keeps which editions an order would be of, sorted; under a new key where they are others than before.
pub async fn show(
    db: impl PgExecutor<'_>,
    basket: BasketId,
    editions: &[EditionId],
    key: &IdempotencyKey,
) -> Result<()> {
    sqlx::query!(
        "update checkouts set shown = $2, idempotency_key = case when shown = $2 then idempotency_key else $3 end
         where basket_id = $1",
        basket as _,
        editions as _,
        key as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The checkout that a session has under way with a basket.
pub async fn find(db: impl PgExecutor<'_>, basket: BasketId, session: Option<SessionId>) -> Result<Option<Checkout>> {
    let row = sqlx::query!(
        r#"select idempotency_key as "key: IdempotencyKey", address, uprn as "uprn: Uprn", contact, accept_partial,
               shown as "shown: Vec<EditionId>"
           from checkouts where basket_id = $1 and session_id = $2"#,
        basket as _,
        session as _
    )
    .fetch_optional(db)
    .await?;
    row.map(|row| {
        Ok(Checkout {
            key: row.key,
            address: row.address.map(serde_json::from_value).transpose()?,
            uprn: row.uprn,
            contact: row.contact.map(serde_json::from_value).transpose()?,
            accept_partial: row.accept_partial,
            shown: row.shown,
        })
    })
    .transpose()
}

/// Keeps an answer, under a new key. Says whether there is a checkout.
pub async fn set(
    db: impl PgExecutor<'_>,
    (basket, session): (BasketId, SessionId),
    answer: Answered<'_>,
    key: &IdempotencyKey,
    now: Timestamp,
) -> Result<bool> {
    let (address, uprn, contact) = match answer {
        Answered::Address(address, uprn) => (Some(serde_json::to_value(address)?), uprn, None),
        Answered::Contact(contact) => (None, None, Some(serde_json::to_value(contact)?)),
    };
    Ok(sqlx::query!(
        "update checkouts set address = coalesce($2, address), uprn = case when $2::jsonb is null then uprn else $7 end,
             contact = coalesce($3, contact), touched_at = $4, idempotency_key = $6
         where basket_id = $1 and session_id = $5",
        basket as _,
        address,
        contact,
        now.to_sqlx() as _,
        session as _,
        key as _,
        uprn.map(Uprn::as_str)
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Ends the checkout of a basket.
pub async fn end(db: impl PgExecutor<'_>, basket: BasketId) -> Result<()> {
    sqlx::query!("delete from checkouts where basket_id = $1", basket as _).execute(db).await?;
    Ok(())
}
