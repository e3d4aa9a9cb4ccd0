//! An order and its lines, locked for a change.

use domain::{
    id::{AccountId, EditionId, OrderId, OrderLineId},
    locale::Locale,
    order::{LineCounts, OrderStatus},
};
use sqlx::PgConnection;

use crate::{
    Result,
    low_stock::{Level, Watched},
    rows::line_counts,
};

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
    /// The account that it is of.
    pub account: Option<AccountId>,
    /// The language of its messages.
    pub locale: Locale,
}

/// Locks an order: changes of one order happen one after the other.
pub async fn lock(db: &mut PgConnection, id: OrderId) -> Result<Option<Locked>> {
    Ok(sqlx::query_as!(
        Locked,
        r#"select id as "id: _", status as "status: _", revision, email, email_norm, address_key, account_id as "account: _", locale as "locale: _"
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

/// The lines of a locked order, after locking the stock of their editions, and of one that is to be added, in one
/// order for everybody. If that one was never in stock it gets a level, so that there is something to lock. With what was
/// there of those editions whose stock has an owner.
pub async fn lock_lines(
    db: &mut PgConnection,
    order: OrderId,
    adding: Option<EditionId>,
) -> Result<(Vec<LockedLine>, Watched)> {
    let levels = sqlx::query_as!(
        Level,
        r#"with made as (
               insert into stock_levels (edition_id, warehouse) select id, 'MAIN' from editions where id = $2
                   and not exists (select from stock_levels s where s.edition_id = $2)
               on conflict do nothing)
           select edition_id as "edition: _", on_hand - reserved as "copies!", exists (select from editions e
                   where e.id = stock_levels.edition_id and e.stock_owner_email is not null) as "is_watched!"
           from stock_levels
           where edition_id in (select edition_id from order_lines where order_id = $1 union all select $2::uuid)
           order by edition_id, warehouse for update"#,
        order as _,
        adding as _
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
    let lines = rows
        .into_iter()
        .map(|row| LockedLine {
            id: row.id,
            edition: row.edition,
            granted: row.quantity_granted,
            counts: line_counts!(row),
        })
        .collect();
    Ok((lines, Watched::of(levels)))
}
