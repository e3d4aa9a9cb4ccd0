//! Baskets. What the rules say of their lines is in [`crate::lines`].

use domain::id::{BasketId, EditionId};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::{Result, sessions::TokenHash};

/// Begins a basket.
pub async fn begin(db: impl PgExecutor<'_>, id: BasketId, token: TokenHash, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "insert into baskets (id, token_hash, created_at, touched_at) values ($1, $2, $3, $3)",
        id as _,
        &token,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets baskets of guests that nobody touched since a moment, with the checkouts that stand in them.
pub async fn forget(db: impl PgExecutor<'_>, untouched_since: Timestamp) -> Result<u64> {
    Ok(sqlx::query!("delete from baskets where touched_at < $1 and account_id is null", untouched_since.to_sqlx() as _)
        .execute(db)
        .await?
        .rows_affected())
}

/// Locks a basket for this transaction; lines and orders of one basket change one after the other.
pub async fn lock(db: &mut PgConnection, basket: BasketId, now: Timestamp) -> Result<()> {
    sqlx::query!("update baskets set touched_at = $2 where id = $1", basket as _, now.to_sqlx() as _)
        .execute(db)
        .await?;
    Ok(())
}

/// The edition with this code as a basket sees it, unless the public may not see it.
pub async fn edition_by_code(db: impl PgExecutor<'_>, normalised: &str) -> Result<Option<EditionId>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id: EditionId" from editions where code_normalised = $1 and status <> 'draft'"#,
        normalised
    )
    .fetch_optional(db)
    .await?)
}

/// Adds copies to a line, or begins it. The new quantity of the line; more than a line holds is `None`.
pub async fn add(
    db: impl PgExecutor<'_>,
    basket: BasketId,
    edition: EditionId,
    quantity: i32,
    now: Timestamp,
) -> Result<Option<i32>> {
    Ok(sqlx::query_scalar!(
        "insert into basket_lines (basket_id, edition_id, quantity, added_at) values ($1, $2, $3, $4)
         on conflict (basket_id, edition_id) do update set quantity = basket_lines.quantity + excluded.quantity
             where basket_lines.quantity + excluded.quantity <= 10000
         returning quantity",
        basket as _,
        edition as _,
        quantity,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// Sets the quantity of a line that is there. Of what came into it from another basket, as many copies are left at most.
pub async fn set(db: impl PgExecutor<'_>, basket: BasketId, edition: EditionId, quantity: i32) -> Result<()> {
    sqlx::query!(
        "with had as (
             update basket_lines g set quantity = $3, merged_quantity = $3 from baskets m
             where m.merged_into = $1 and g.basket_id = m.id and g.edition_id = $2 and g.merged_quantity > $3)
         update basket_lines set quantity = $3 where basket_id = $1 and edition_id = $2",
        basket as _,
        edition as _,
        quantity
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Takes a line out, and with it what came into it from another basket.
pub async fn remove(db: impl PgExecutor<'_>, basket: BasketId, edition: EditionId) -> Result<()> {
    sqlx::query!(
        "with had as (
             delete from basket_lines g using baskets m where m.merged_into = $1 and g.basket_id = m.id
                 and g.edition_id = $2 and g.merged_quantity is not null)
         delete from basket_lines where basket_id = $1 and edition_id = $2",
        basket as _,
        edition as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Puts the live version in the place of an old one; copies of both are added up, and none of them came from another
/// basket any more.
pub async fn swap(
    db: &mut PgConnection,
    basket: BasketId,
    (old, new): (EditionId, EditionId),
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "with gone as (delete from basket_lines where basket_id = $1 and edition_id = $2 returning quantity),
         had as (
             delete from basket_lines g using baskets m where m.merged_into = $1 and g.basket_id = m.id
                 and g.edition_id = $2 and g.merged_quantity is not null)
         insert into basket_lines (basket_id, edition_id, quantity, added_at) select $1, $3, quantity, $4 from gone
         on conflict (basket_id, edition_id) do update set quantity = least(10000, basket_lines.quantity + excluded.quantity)",
        basket as _,
        old as _,
        new as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The number of lines.
pub async fn count(db: impl PgExecutor<'_>, basket: BasketId) -> Result<i64> {
    Ok(sqlx::query_scalar!(r#"select count(*) as "lines!" from basket_lines where basket_id = $1"#, basket as _)
        .fetch_one(db)
        .await?)
}
