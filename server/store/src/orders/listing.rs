//! The orders of an account.

use domain::{
    address::Address,
    id::AccountId,
    order::{OrderNumber, OrderStatus},
};
use jiff::Timestamp;
use sqlx::PgExecutor;

use crate::Result;

/// An order as a list shows it.
#[derive(Clone, Debug)]
pub struct ListedOrder {
    /// Its number.
    pub number: OrderNumber,
    /// How far it is.
    pub status: OrderStatus,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// Where it goes, as it was said then.
    pub address: Address,
    /// Its lines.
    pub lines: i64,
    /// Copies that are ordered and not called off.
    pub copies: i64,
}

/// The orders of an account, the newest first: those placed before one of them, or the first ones.
pub async fn of_account(
    db: impl PgExecutor<'_>,
    account: AccountId,
    before: Option<&OrderNumber>,
    limit: i64,
) -> Result<Vec<ListedOrder>> {
    let rows = sqlx::query!(
        r#"select o.number as "number: OrderNumber", o.status as "status: OrderStatus", o.placed_at as "placed_at: jiff_sqlx::Timestamp",
               o.address, l.lines as "lines!", l.copies as "copies!"
           from orders o cross join lateral (
               select count(*) as lines, coalesce(sum(quantity_ordered - quantity_cancelled), 0) as copies
               from order_lines where order_id = o.id) l
           where o.account_id = $1 and ($2::text is null
               or (o.placed_at, o.id) < (select p.placed_at, p.id from orders p where p.number = $2 and p.account_id = $1))
           order by o.placed_at desc, o.id desc limit $3"#,
        account as _,
        before.map(OrderNumber::to_string),
        limit
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(ListedOrder {
                number: row.number,
                status: row.status,
                placed_at: row.placed_at.to_jiff(),
                address: serde_json::from_value(row.address)?,
                lines: row.lines,
                copies: row.copies,
            })
        })
        .collect()
}
