//! Changing an order: its lines, its address, its end. Every function runs in its caller's transaction, with
//! the order locked.

mod copies;
mod history;
mod locked;

pub use copies::{WaitingLine, release, reserve, waiting};
use domain::{
    address::Address,
    found_address::Uprn,
    id::{AccountId, OrderId, OrderLineId},
    order::{EventKind, OrderStatus},
};
pub use history::{History, Revision, RevisionLine, history};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
pub use locked::{Locked, LockedLine, lock, lock_lines};
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::Result;

/// Who does something with an order, in its timeline, the ledger and the audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor<'a> {
    /// Somebody without an account, or who is not signed in to that of the order.
    Guest,
    /// The owner of an account.
    Account(AccountId),
    /// The service itself, by a name of its own.
    Service(&'a str),
}

impl Actor<'_> {
    /// Whoever is signed in to the account of an order, if it has one.
    pub fn of(account: Option<AccountId>) -> Self {
        account.map_or(Self::Guest, Self::Account)
    }

    /// As it is kept: `guest`, `account:…`, or the name.
    pub fn text(self) -> String {
        match self {
            Self::Guest => "guest".to_owned(),
            Self::Account(id) => format!("account:{id}"),
            Self::Service(name) => name.to_owned(),
        }
    }
}

/// Who does something, and when.
#[derive(Clone, Copy, Debug)]
pub struct By<'a> {
    /// Who.
    pub actor: Actor<'a>,
    /// When.
    pub now: Timestamp,
}

/// Keeps the order as it was, and gives it its next revision.
pub async fn next_revision(db: &mut PgConnection, order: &Locked, by: By<'_>) -> Result<()> {
    sqlx::query!(
        "with kept as (
             insert into order_revisions (order_id, revision, lines, address, uprn, replaced_at)
             select o.id, o.revision, (select jsonb_agg(jsonb_build_object('product_code', l.product_code,
                     'ordered', l.quantity_ordered, 'cancelled', l.quantity_cancelled) order by l.position)
                 from order_lines l where l.order_id = o.id), o.address, o.uprn, $2
             from orders o where o.id = $1)
         update orders set revision = revision + 1 where id = $1",
        order.id as _,
        by.now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Writes what happened to an order, for its timeline and for the audit.
pub async fn record(db: impl PgExecutor<'_>, order: OrderId, kind: EventKind, by: By<'_>) -> Result<()> {
    sqlx::query!(
        "with event as (insert into order_events (id, order_id, kind, actor, at) values ($1, $2, $3, $4, $5))
         insert into audit_entries (id, actor, action, subject, at) values ($6, $4, 'order.' || $3, 'order:' || $2::uuid::text, $5)",
        Uuid::now_v7(),
        order as _,
        kind as _,
        by.actor.text(),
        by.now.to_sqlx() as _,
        Uuid::now_v7()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Sets how many copies of a line are ordered, none of them called off, and how many of them were granted beyond
/// the limit.
pub async fn set_ordered(db: impl PgExecutor<'_>, line: OrderLineId, ordered: i32, granted: i32) -> Result<()> {
    sqlx::query!(
        "update order_lines set quantity_ordered = $2, quantity_cancelled = 0, quantity_granted = $3 where id = $1",
        line as _,
        ordered,
        granted
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Calls off what is still to come of a line.
pub async fn cancel_line(db: impl PgExecutor<'_>, line: OrderLineId) -> Result<()> {
    sqlx::query!(
        "update order_lines set quantity_cancelled = quantity_ordered - quantity_shipped, quantity_in_progress = 0,
             quantity_granted = least(quantity_granted, quantity_shipped) where id = $1",
        line as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Sets how far an order is.
pub async fn set_status(db: impl PgExecutor<'_>, order: OrderId, status: OrderStatus) -> Result<()> {
    sqlx::query!("update orders set status = $2 where id = $1", order as _, status as _).execute(db).await?;
    Ok(())
}

/// Whether an order goes to exactly this address.
pub async fn goes_to(db: impl PgExecutor<'_>, order: OrderId, address: &Address) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from orders where id = $1 and address = $2) as "same!""#,
        order as _,
        serde_json::to_value(address)?
    )
    .fetch_one(db)
    .await?)
}

/// Sends an order somewhere else: to an address, and the number of that place, where it is known.
pub async fn set_address(
    db: impl PgExecutor<'_>,
    order: OrderId,
    (address, uprn): (&Address, Option<&Uprn>),
) -> Result<()> {
    sqlx::query!(
        "update orders set address = $2, address_key = $3, uprn = $4 where id = $1",
        order as _,
        serde_json::to_value(address)?,
        address.key(),
        uprn.map(Uprn::as_str)
    )
    .execute(db)
    .await?;
    Ok(())
}
