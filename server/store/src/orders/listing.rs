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

/// A page of the orders of an account.
#[derive(Clone, Debug)]
pub struct OrdersPage {
    /// Its orders, the newest first.
    pub orders: Vec<ListedOrder>,
    /// Its number, from 1.
    pub number: i64,
    /// How many pages there are.
    pub pages: i64,
    /// The order after which the page before begins; nothing where that is the first one.
    pub previous: Option<OrderNumber>,
}

/// A page of so many orders of an account: those placed before one of them, or the first ones.
pub async fn of_account(
    db: impl PgExecutor<'_>,
    account: AccountId,
    before: Option<&OrderNumber>,
    size: i64,
) -> Result<OrdersPage> {
    let rows = sqlx::query!(
        r#"with newer as (
               select count(*) as are from orders o where o.account_id = $1 and (o.placed_at, o.id) >=
                   (select p.placed_at, p.id from orders p where p.number = $2 and p.account_id = $1))
           select o.number as "number: OrderNumber", o.status as "status: OrderStatus", o.placed_at as "placed_at: jiff_sqlx::Timestamp",
               o.address, l.lines as "lines!", l.copies as "copies!",
               (select are from newer) as "newer!", (select count(*) from orders where account_id = $1) as "total!",
               (select p.number from orders p where p.account_id = $1 and (select are from newer) > $3::bigint order by p.placed_at desc, p.id desc
                   offset greatest((select are from newer) - $3::bigint - 1, 0) limit 1) as "previous?: OrderNumber"
           from orders o cross join lateral (
               select count(*) as lines, coalesce(sum(quantity_ordered - quantity_cancelled), 0) as copies
               from order_lines where order_id = o.id) l
           where o.account_id = $1 and ($2::text is null
               or (o.placed_at, o.id) < (select p.placed_at, p.id from orders p where p.number = $2 and p.account_id = $1))
           order by o.placed_at desc, o.id desc limit $3"#,
        account as _,
        before.map(OrderNumber::to_string),
        size
    )
    .fetch_all(db)
    .await?;
    let (newer, total, previous) =
        rows.first().map(|row| (row.newer, row.total, row.previous.clone())).unwrap_or_default();
    let (before, after) = (pages_of(newer, size), pages_of(total - newer, size).max(1));
    let orders: Result<Vec<ListedOrder>> = rows
        .into_iter()
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
        .collect();
    Ok(OrdersPage { orders: orders?, number: before + 1, pages: before + after, previous })
}

/// How many pages so many orders take.
const fn pages_of(orders: i64, size: i64) -> i64 {
    (orders + size - 1) / size
}
