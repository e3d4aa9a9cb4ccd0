//! What is put into a basket at once: the lines of an order, or those of a list.

use domain::{
    checkout::IdempotencyKey,
    id::{BasketId, EditionId, OrderId, SavedListId},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// Where the lines come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// An order.
    Order(OrderId),
    /// A list that somebody saved.
    List(SavedListId),
}

/// Copies of an edition that are to be put into a basket.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The edition: the live one of its slot, if there is one.
    pub edition: EditionId,
    /// So many.
    pub copies: i32,
    /// How many lie in the basket.
    pub held: i32,
    /// Codes of the editions in whose place it stands.
    pub replaces: Option<String>,
}

/// What is to be put into a basket, in the order of where it comes from. What was called off of an order is not among
/// it, unless all of it was.
pub async fn wanted(db: impl PgExecutor<'_>, source: Source, basket: Option<BasketId>) -> Result<Vec<Wanted>> {
    let (order, list) = match source {
        Source::Order(order) => (Some(order), None),
        Source::List(list) => (None, Some(list)),
    };
    Ok(sqlx::query_as!(
        Wanted,
        r#"select s.id as "edition!: _", least(10000, sum(l.copies))::int as "copies!", coalesce(b.quantity, 0) as "held!",
               string_agg(e.product_code, ', ' order by e.product_code) filter (where s.id <> e.id) as replaces
           from (select ol.edition_id, case when o.status = 'cancelled' then ol.quantity_ordered
                       else ol.quantity_ordered - ol.quantity_cancelled end as copies, ol.position::bigint as at
                   from orders o join order_lines ol on ol.order_id = o.id where o.id = $1
               union all select edition_id, quantity, row_number() over (order by added_at, edition_id)
                   from saved_list_lines where list_id = $2) l
           join editions e on e.id = l.edition_id
           cross join lateral (select coalesce((select n.id from editions n where n.publication_id = e.publication_id
               and n.language = e.language and n.format = e.format and n.status = 'live' and e.status <> 'live'), e.id) as id) s
           left join basket_lines b on b.basket_id = $3 and b.edition_id = s.id
           where l.copies > 0 group by s.id, b.quantity order by min(l.at), s.id"#,
        order as _,
        list as _,
        basket as _
    )
    .fetch_all(db)
    .await?)
}

/// Remembers that a page's button was pressed. Whether it was not before, and there is such a basket; of two presses at
/// once the second waits for the first.
pub async fn begin(db: impl PgExecutor<'_>, basket: BasketId, key: &IdempotencyKey, now: Timestamp) -> Result<bool> {
    Ok(sqlx::query!(
        "insert into basket_refills (basket_id, refill_key, at) select id, $2, $3 from baskets where id = $1
         on conflict (basket_id, refill_key) do nothing",
        basket as _,
        key as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Adds copies to the lines of a basket, or begins lines.
pub async fn put(db: impl PgExecutor<'_>, basket: BasketId, lines: &[(EditionId, i32)], now: Timestamp) -> Result<()> {
    let (editions, copies): (Vec<EditionId>, Vec<i32>) = lines.iter().copied().unzip();
    sqlx::query!(
        "insert into basket_lines (basket_id, edition_id, quantity, added_at)
         select $1, edition_id, copies, $4 from unnest($2::uuid[], $3::int[]) l (edition_id, copies) order by edition_id
         on conflict (basket_id, edition_id) do update set quantity = least(10000, basket_lines.quantity + excluded.quantity)",
        basket as _,
        editions as _,
        &copies,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Counts that these editions were ordered again.
pub async fn count(db: &mut PgConnection, lines: &[(EditionId, i32)], now: Timestamp) -> Result<()> {
    let (editions, copies): (Vec<EditionId>, Vec<i32>) = lines.iter().copied().unzip();
    sqlx::query!(
        "insert into usage_events (id, kind, edition_id, quantity, at)
         select gen_random_uuid(), 'reorder', edition_id, copies, $3 from unnest($1::uuid[], $2::int[]) l (edition_id, copies)",
        editions as _,
        &copies,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets presses before a moment.
pub async fn forget(db: impl PgExecutor<'_>, before: Timestamp) -> Result<()> {
    sqlx::query!("delete from basket_refills where at < $1", before.to_sqlx() as _).execute(db).await?;
    Ok(())
}
