//! What there is of editions that can still be promised: the one place for it but for the statement of lines.

use domain::{
    catalogue::availability::Stock,
    id::{BasketId, EditionId},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// What there is of some editions: copies that nobody has reserved and no checkout keeps. What this basket keeps is its
/// own.
pub async fn free_for(
    db: impl PgExecutor<'_>,
    editions: &[EditionId],
    basket: Option<BasketId>,
    now: Timestamp,
) -> Result<Vec<(EditionId, Stock)>> {
    let rows = sqlx::query!(
        r#"select id as "edition: EditionId", minimum_stock_level, run_to_zero,
               coalesce((select sum(on_hand - reserved) from stock_levels s where s.edition_id = e.id), 0)
                   - coalesce((select sum(quantity) from stock_holds h where h.edition_id = e.id and h.expires_at > $3
                       and h.basket_id is distinct from $2), 0) as "available!",
               exists (select from stock_movements m where m.edition_id = e.id and m.kind = 'received') as "was_received!"
           from editions e where id = any ($1)"#,
        editions as _,
        basket as _,
        now.to_sqlx() as _
    )
    .fetch_all(db)
    .await?;
    let stocks = rows.into_iter().map(|row| {
        let (available, minimum_level) = (row.available, row.minimum_stock_level.into());
        (row.edition, Stock { available, minimum_level, was_received: row.was_received, runs_to_zero: row.run_to_zero })
    });
    Ok(stocks.collect())
}

/// Copies of an edition that everybody may have.
pub async fn free(db: impl PgExecutor<'_>, edition: EditionId, now: Timestamp) -> Result<i64> {
    Ok(free_for(db, &[edition], None, now).await?.first().map_or(0, |(_, stock)| stock.available))
}
