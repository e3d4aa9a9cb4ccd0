//! Solved sums of the human check: each counts once.

use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// Uses a sum up, by its mark. Says whether it was unused; whoever uses the same one at once waits for the other's
/// transaction.
pub async fn take(db: impl PgExecutor<'_>, mark: &[u8; 32], expires_at: Timestamp) -> Result<bool> {
    let taken = sqlx::query!(
        "insert into used_challenges (mark, expires_at) values ($1, $2) on conflict (mark) do nothing",
        mark.as_slice(),
        expires_at.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(taken.rows_affected() == 1)
}

/// Forgets those that nobody could send any more. Says how many.
pub async fn forget(db: impl PgExecutor<'_>, now: Timestamp) -> Result<u64> {
    Ok(sqlx::query!("delete from used_challenges where expires_at < $1", now.to_sqlx() as _)
        .execute(db)
        .await?
        .rows_affected())
}
