//! The copies of a line: reserved, freed, waited for.

use domain::id::{EditionId, OrderLineId};
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use super::By;
use crate::Result;

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
        by.actor.text(),
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
        by.actor.text(),
        key,
        by.now.to_sqlx() as _
    )
    .fetch_one(db)
    .await?)
}

/// A line that waits for copies.
#[derive(Clone, Debug)]
pub struct WaitingLine {
    /// Its id.
    pub id: OrderLineId,
    /// Copies it waits for.
    pub waiting: i32,
}

/// Lines that wait for copies of an edition, oldest orders first, locked. Whoever frees copies may not see whose they
/// are.
pub async fn waiting(db: impl PgExecutor<'_>, edition: EditionId) -> Result<Vec<WaitingLine>> {
    Ok(sqlx::query_as!(
        WaitingLine,
        r#"select line as "id!: _", waiting as "waiting!" from waiting_lines($1)"#,
        edition as _
    )
    .fetch_all(db)
    .await?)
}
