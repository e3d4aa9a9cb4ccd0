//! Changing an order: its lines, its address, its end. Every function runs in its caller's transaction, with
//! the order locked.

use domain::{
    address::Address,
    id::{EditionId, OrderId, OrderLineId},
    locale::Locale,
    order::{EventKind, LineCounts, OrderStatus},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::Result;

/// An order that is about to be changed.
#[derive(Clone, Debug)]
pub struct Locked {
    /// Its id.
    pub id: OrderId,
    /// How far it is.
    pub status: OrderStatus,
    /// Its revision; rises with every change.
    pub revision: i32,
    /// Where its messages go.
    pub email: String,
    /// The same, normalised.
    pub email_norm: String,
    /// Key of its address.
    pub address_key: String,
    /// The language of its messages.
    pub locale: Locale,
}

/// Locks an order: changes of one order happen one after the other.
pub async fn lock(db: &mut PgConnection, id: OrderId) -> Result<Option<Locked>> {
    Ok(sqlx::query_as!(
        Locked,
        r#"select id as "id: _", status as "status: _", revision, email, email_norm, address_key, locale as "locale: _"
           from orders where id = $1 for update"#,
        id as _
    )
    .fetch_optional(db)
    .await?)
}

/// A line of a locked order.
#[derive(Clone, Debug)]
pub struct LockedLine {
    /// Its id.
    pub id: OrderLineId,
    /// Its edition.
    pub edition: EditionId,
    /// Copies that a grant allowed beyond the limit.
    pub granted: i32,
    /// Its copies.
    pub counts: LineCounts,
}

/// The lines of a locked order, after locking the stock of their editions in one order for everybody.
pub async fn lock_lines(db: &mut PgConnection, order: OrderId) -> Result<Vec<LockedLine>> {
    sqlx::query!(
        r#"select 1 as "locked!" from stock_levels
           where edition_id in (select edition_id from order_lines where order_id = $1)
           order by edition_id, warehouse for update"#,
        order as _
    )
    .fetch_all(&mut *db)
    .await?;
    let rows = sqlx::query!(
        r#"select id as "id: OrderLineId", edition_id as "edition: EditionId", quantity_granted, quantity_ordered,
               quantity_reserved, quantity_in_progress, quantity_shipped, quantity_cancelled
           from order_lines where order_id = $1 order by position"#,
        order as _
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| LockedLine {
            id: row.id,
            edition: row.edition,
            granted: row.quantity_granted,
            counts: LineCounts {
                ordered: row.quantity_ordered,
                reserved: row.quantity_reserved,
                in_progress: row.quantity_in_progress,
                shipped: row.quantity_shipped,
                cancelled: row.quantity_cancelled,
            },
        })
        .collect())
}

/// Who does something, and when.
#[derive(Clone, Copy, Debug)]
pub struct By<'a> {
    /// `guest`, or a name of the service's own.
    pub actor: &'a str,
    /// When.
    pub now: Timestamp,
}

/// Keeps the order as it was, and gives it its next revision.
pub async fn next_revision(db: &mut PgConnection, order: &Locked, by: By<'_>) -> Result<()> {
    sqlx::query!(
        "with kept as (
             insert into order_revisions (order_id, revision, lines, address, replaced_at)
             select o.id, o.revision, (select jsonb_agg(jsonb_build_object('product_code', l.product_code,
                     'ordered', l.quantity_ordered, 'cancelled', l.quantity_cancelled) order by l.position)
                 from order_lines l where l.order_id = o.id), o.address, $2
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
        by.actor,
        by.now.to_sqlx() as _,
        Uuid::now_v7()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Sets how many copies of a line are ordered, and how many of them were granted beyond the limit.
pub async fn set_ordered(db: impl PgExecutor<'_>, line: OrderLineId, ordered: i32, granted: i32) -> Result<()> {
    sqlx::query!(
        "update order_lines set quantity_ordered = $2, quantity_granted = $3 where id = $1",
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

/// Reserves copies for a line as far as they are free. Gives how many; `key` names the occasion.
pub async fn reserve(
    db: &mut PgConnection,
    (line, edition): (OrderLineId, EditionId),
    wanted: i32,
    key: &str,
    by: By<'_>,
) -> Result<i32> {
    Ok(sqlx::query_scalar!(
        r#"select reserve_copies($1, $2, $3, $4, $5, $6) as "taken!""#,
        line as _,
        edition as _,
        wanted,
        by.actor,
        key,
        by.now.to_sqlx() as _
    )
    .fetch_one(db)
    .await?)
}

/// Frees reserved copies of a line. Gives how many; `key` names the occasion.
pub async fn release(
    db: &mut PgConnection,
    (line, edition): (OrderLineId, EditionId),
    wanted: i32,
    key: &str,
    by: By<'_>,
) -> Result<i32> {
    Ok(sqlx::query_scalar!(
        r#"select release_copies($1, $2, $3, $4, $5, $6) as "freed!""#,
        line as _,
        edition as _,
        wanted,
        by.actor,
        key,
        by.now.to_sqlx() as _
    )
    .fetch_one(db)
    .await?)
}

/// Sets how far an order is.
pub async fn set_status(db: impl PgExecutor<'_>, order: OrderId, status: OrderStatus) -> Result<()> {
    sqlx::query!("update orders set status = $2 where id = $1", order as _, status as _).execute(db).await?;
    Ok(())
}

/// Sends an order somewhere else.
pub async fn set_address(db: impl PgExecutor<'_>, order: OrderId, address: &Address) -> Result<()> {
    sqlx::query!(
        "update orders set address = $2, address_key = $3 where id = $1",
        order as _,
        serde_json::to_value(address)?,
        address.key()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A line that waits for copies.
#[derive(Clone, Debug)]
pub struct WaitingLine {
    /// Its id.
    pub id: OrderLineId,
    /// Copies it waits for.
    pub waiting: i32,
}

/// Lines that wait for copies of an edition, oldest orders first.
pub async fn waiting(db: impl PgExecutor<'_>, edition: EditionId) -> Result<Vec<WaitingLine>> {
    Ok(sqlx::query_as!(
        WaitingLine,
        r#"select l.id as "id: _", l.quantity_ordered - l.quantity_reserved - l.quantity_shipped - l.quantity_cancelled as "waiting!"
           from order_lines l join orders o on o.id = l.order_id
           where l.edition_id = $1 and o.status <> 'cancelled'
               and l.quantity_reserved + l.quantity_shipped + l.quantity_cancelled < l.quantity_ordered
           order by o.placed_at, o.id, l.position for update of l"#,
        edition as _
    )
    .fetch_all(db)
    .await?)
}

/// What happened to an order so far.
pub async fn timeline(db: impl PgExecutor<'_>, order: OrderId) -> Result<Vec<(EventKind, Timestamp)>> {
    let rows = sqlx::query!(
        r#"select kind as "kind: EventKind", at as "at: jiff_sqlx::Timestamp" from order_events where order_id = $1 order by at, id"#,
        order as _
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.kind, row.at.to_jiff())).collect())
}
