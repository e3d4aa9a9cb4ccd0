//! Stock: levels, the ledger behind them, and holds.

use domain::{
    catalogue::{
        availability::{Availability, Orderability, Stock},
        edition::{AccessType, EditionStatus},
    },
    id::{BasketId, EditionId},
};
use jiff::{Timestamp, civil::Date};
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

pub use crate::free::{free, free_for};
use crate::{
    Result,
    low_stock::{Level, Watched},
    rows::orderability,
};

/// Locks the stock of everything in a basket, and of what it keeps, in one order for everybody. An edition that was never in stock
/// gets a level, so that there is something to lock: its first copies come after this transaction, or before.
/// Gives what was there of the editions whose stock has an owner.
pub async fn lock(db: &mut PgConnection, basket: BasketId) -> Result<Watched> {
    let levels = sqlx::query_as!(
        Level,
        r#"with made as (
               insert into stock_levels (edition_id, warehouse)
               select edition_id, 'MAIN' from basket_lines l where basket_id = $1
                   and not exists (select from stock_levels s where s.edition_id = l.edition_id) order by edition_id
               on conflict do nothing)
           select edition_id as "edition: _", on_hand - reserved as "copies!", exists (select from editions e
                   where e.id = stock_levels.edition_id and e.stock_owner_email is not null) as "is_watched!"
           from stock_levels
           where edition_id in (select edition_id from basket_lines where basket_id = $1
               union all select edition_id from stock_holds where basket_id = $1)
           order by edition_id, warehouse for update"#,
        basket as _
    )
    .fetch_all(db)
    .await?;
    Ok(Watched::of(levels))
}

/// Locks the stock of one edition. Gives what was there, where its stock has an owner.
pub async fn lock_edition(db: &mut PgConnection, edition: EditionId) -> Result<Watched> {
    let levels = sqlx::query_as!(
        Level,
        r#"select edition_id as "edition: _", on_hand - reserved as "copies!", exists (select from editions e
               where e.id = stock_levels.edition_id and e.stock_owner_email is not null) as "is_watched!"
           from stock_levels where edition_id = $1 order by warehouse for update"#,
        edition as _
    )
    .fetch_all(db)
    .await?;
    Ok(Watched::of(levels))
}

/// Whether an edition can be ordered now, by the one rule; nothing when there is no such edition.
pub async fn availability(
    db: &mut PgConnection,
    edition: EditionId,
    now: Timestamp,
    today: Date,
) -> Result<Option<Availability>> {
    let available = free(&mut *db, edition, now).await?;
    let row = sqlx::query!(
        r#"select status as "status: EditionStatus", access_type as "access: AccessType", is_restricted, unit_of_issue, run_to_zero,
               minimum_stock_level, order_from_date as "order_from: jiff_sqlx::Date", order_end_date as "order_end: jiff_sqlx::Date",
               exists (select from stock_movements m where m.edition_id = e.id and m.kind = 'received') as "was_received!",
               $2::bigint as "available!"
           from editions e where id = $1"#,
        edition as _,
        available
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Availability::of(&orderability!(row, row.status), today)))
}

/// Takes copies in. The source key makes a repeated receipt one receipt; says whether this was new.
pub async fn receive(
    db: &mut PgConnection,
    edition: EditionId,
    quantity: i32,
    source_key: &str,
    now: Timestamp,
) -> Result<bool> {
    let is_new = sqlx::query!(
        "insert into stock_movements (id, edition_id, kind, quantity, actor, source_key, at)
         values ($1, $2, 'received', $3, 'system', $4, $5) on conflict (source_key) do nothing",
        Uuid::now_v7(),
        edition as _,
        quantity,
        source_key,
        now.to_sqlx() as _
    )
    .execute(&mut *db)
    .await?
    .rows_affected()
        == 1;
    if is_new {
        sqlx::query!(
            "insert into stock_levels (edition_id, on_hand) values ($1, $2)
             on conflict (edition_id, warehouse) do update set on_hand = stock_levels.on_hand + excluded.on_hand",
            edition as _,
            quantity
        )
        .execute(db)
        .await?;
    }
    Ok(is_new)
}

/// Keeps copies for a basket until a moment, instead of what it kept before. The levels have to be
/// locked, and the copies have to be there. Gives the editions of which it keeps fewer than before.
pub async fn hold(
    db: &mut PgConnection,
    basket: BasketId,
    copies: &[(EditionId, i32)],
    expires_at: Timestamp,
) -> Result<Vec<EditionId>> {
    let before = release_holds(&mut *db, basket).await?;
    let (editions, quantities): (Vec<EditionId>, Vec<i32>) = copies.iter().copied().unzip();
    sqlx::query!(
        "insert into stock_holds (basket_id, edition_id, quantity, expires_at)
         select $1, edition_id, quantity, $4 from unnest($2::uuid[], $3::int[]) h (edition_id, quantity)",
        basket as _,
        editions as _,
        &quantities,
        expires_at.to_sqlx() as _
    )
    .execute(db)
    .await?;
    let kept = |edition| copies.iter().find(|(held, _)| *held == edition).map_or(0, |(_, copies)| *copies);
    Ok(before.into_iter().filter(|(edition, had)| *had > kept(*edition)).map(|(edition, _)| edition).collect())
}

/// Frees what a basket kept; gives what it was.
async fn release_holds(db: impl PgExecutor<'_>, basket: BasketId) -> Result<Vec<(EditionId, i32)>> {
    let rows = sqlx::query!(
        r#"delete from stock_holds where basket_id = $1 returning edition_id as "edition: EditionId", quantity"#,
        basket as _
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.edition, row.quantity)).collect())
}

/// Whether a basket keeps more than so many copies of an edition.
pub async fn keeps_more(db: impl PgExecutor<'_>, basket: BasketId, edition: EditionId, copies: i32) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from stock_holds where basket_id = $1 and edition_id = $2 and quantity > $3) as "more!""#,
        basket as _,
        edition as _,
        copies
    )
    .fetch_one(db)
    .await?)
}

/// Lets a basket keep at most so many copies of an edition. Basket and level have to be locked.
pub async fn keep_at_most(db: impl PgExecutor<'_>, basket: BasketId, edition: EditionId, copies: i32) -> Result<()> {
    sqlx::query!(
        "with gone as (delete from stock_holds where basket_id = $1 and edition_id = $2 and $3 <= 0)
         update stock_holds set quantity = $3 where basket_id = $1 and edition_id = $2 and quantity > $3 and $3 > 0",
        basket as _,
        edition as _,
        copies
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Editions of which copies are kept whose time has passed.
pub async fn with_expired_holds(db: impl PgExecutor<'_>, now: Timestamp) -> Result<Vec<EditionId>> {
    Ok(sqlx::query_scalar!(
        r#"select distinct edition_id as "edition: EditionId" from stock_holds where expires_at <= $1"#,
        now.to_sqlx() as _
    )
    .fetch_all(db)
    .await?)
}

/// Frees holds of an edition whose time has passed.
pub async fn forget_expired_holds(db: impl PgExecutor<'_>, edition: EditionId, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "delete from stock_holds where edition_id = $1 and expires_at <= $2",
        edition as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Editions whose level differs from the sum of their movements. There must be none.
pub async fn disagreements(db: impl PgExecutor<'_>) -> Result<Vec<EditionId>> {
    Ok(sqlx::query_scalar!(
        r#"select coalesce(l.edition_id, m.edition_id) as "edition!: EditionId"
           from (select edition_id, sum(on_hand) as on_hand, sum(reserved) as reserved from stock_levels group by 1) l
           full join (select edition_id,
                   sum(case kind when 'received' then quantity when 'adjusted' then quantity
                       when 'shipped' then -quantity when 'written_off' then -quantity else 0 end) as on_hand,
                   sum(case kind when 'reserved' then quantity when 'released' then -quantity
                       when 'shipped' then -quantity else 0 end) as reserved
               from stock_movements group by 1) m on m.edition_id = l.edition_id
           where coalesce(l.on_hand, 0) <> coalesce(m.on_hand, 0) or coalesce(l.reserved, 0) <> coalesce(m.reserved, 0)"#
    )
    .fetch_all(db)
    .await?)
}
