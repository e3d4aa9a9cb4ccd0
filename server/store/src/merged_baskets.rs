//! The basket of an account, and those of guests that went into it when somebody signed in.

use domain::{
    basket::MAX_LINES,
    checkout::IdempotencyKey,
    id::{AccountId, BasketId, EditionId, SessionId},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// The basket of an account: the one that there is, else this one, which begins. It is locked.
pub async fn of_account(
    db: impl PgExecutor<'_>,
    begins: BasketId,
    account: AccountId,
    now: Timestamp,
) -> Result<BasketId> {
    Ok(sqlx::query_scalar!(
        r#"insert into baskets (id, account_id, created_at, touched_at) values ($1, $2, $3, $3)
           on conflict (account_id) do update set touched_at = excluded.touched_at returning id as "id: BasketId""#,
        begins as _,
        account as _,
        now.to_sqlx() as _
    )
    .fetch_one(db)
    .await?)
}

/// Closes a guest's basket, whose lines are about to go into another one. Whether it was open, and holds anything.
pub async fn close(db: impl PgExecutor<'_>, guest: BasketId, into: BasketId, now: Timestamp) -> Result<bool> {
    Ok(sqlx::query!(
        "update baskets set merged_into = $2, merged_at = $3, touched_at = $3
         where id = $1 and account_id is null and merged_at is null and exists (select from basket_lines where basket_id = $1)",
        guest as _,
        into as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Adds the lines of one basket to another, as far as that has room, and remembers of each how many copies came over.
/// Copies that were kept for one are kept for the other.
pub async fn add_lines(db: &mut PgConnection, guest: BasketId, into: BasketId, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "with fresh as (
             select g.edition_id, row_number() over (order by g.added_at, g.edition_id) as at from basket_lines g
             where g.basket_id = $1 and not exists (select from basket_lines h where h.basket_id = $2 and h.edition_id = g.edition_id)),
         taken as (
             select g.edition_id, least(g.quantity, 10000 - coalesce(h.quantity, 0)) as copies
             from basket_lines g left join basket_lines h on h.basket_id = $2 and h.edition_id = g.edition_id
             left join fresh f on f.edition_id = g.edition_id
             where g.basket_id = $1 and coalesce(h.quantity, 0) < 10000
                 and (f.at is null or f.at <= $4 - (select count(*) from basket_lines where basket_id = $2))),
         added as (
             insert into basket_lines (basket_id, edition_id, quantity, added_at) select $2, edition_id, copies, $3 from taken
             on conflict (basket_id, edition_id) do update set quantity = basket_lines.quantity + excluded.quantity),
         held as (
             update stock_holds s set basket_id = $2 where s.basket_id = $1
                 and not exists (select from stock_holds o where o.basket_id = $2 and o.edition_id = s.edition_id))
         update basket_lines g set merged_quantity = t.copies from taken t where g.basket_id = $1 and g.edition_id = t.edition_id",
        guest as _,
        into as _,
        now.to_sqlx() as _,
        MAX_LINES
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Takes the checkout that a session has under way along, unless there is one with the other basket. Whom to tell is
/// asked again: it is somebody who is signed in now.
pub async fn take_checkout(
    db: impl PgExecutor<'_>,
    (guest, into): (BasketId, BasketId),
    session: SessionId,
    key: &IdempotencyKey,
) -> Result<()> {
    sqlx::query!(
        "update checkouts set basket_id = $2, contact = null, shown = null, idempotency_key = $4
         where basket_id = $1 and session_id = $3 and not exists (select from checkouts c where c.basket_id = $2)",
        guest as _,
        into as _,
        session as _,
        key as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Opens again what went into a basket last, after a moment: in the browser of that guest it is there when they sign
/// out. Nothing where nothing did, or all of it was ordered or taken out since.
pub async fn reopen(db: impl PgExecutor<'_>, into: BasketId, after: Timestamp) -> Result<Option<BasketId>> {
    Ok(sqlx::query_scalar!(
        r#"update baskets set merged_into = null, merged_at = null
           where id = (select id from baskets where merged_into = $1 and merged_at > $2 order by merged_at desc limit 1)
               and exists (select from basket_lines l where l.basket_id = baskets.id)
           returning id as "id: BasketId""#,
        into as _,
        after.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// Takes out of a basket what came into it from another one. Gives the editions that are fewer now, each with the copies
/// that are left of it.
pub async fn take_lines_back(
    db: impl PgExecutor<'_>,
    guest: BasketId,
    into: BasketId,
) -> Result<Vec<(EditionId, i32)>> {
    let rows = sqlx::query!(
        r#"with back as (
             update basket_lines set merged_quantity = null from (select edition_id, merged_quantity as copies from basket_lines
                 where basket_id = $1 and merged_quantity is not null) b
             where basket_lines.basket_id = $1 and basket_lines.edition_id = b.edition_id returning b.edition_id, b.copies),
         gone as (
             delete from basket_lines l using back b where l.basket_id = $2 and l.edition_id = b.edition_id and l.quantity <= b.copies
             returning l.edition_id),
         fewer as (
             update basket_lines l set quantity = l.quantity - b.copies from back b
             where l.basket_id = $2 and l.edition_id = b.edition_id and l.quantity > b.copies returning l.edition_id, l.quantity)
         select edition_id as "edition!: EditionId", 0 as "copies!" from gone
         union all select edition_id, quantity from fewer order by 1"#,
        guest as _,
        into as _
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.edition, row.copies)).collect())
}
