//! How often something was asked for, within a fixed window.

use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// Counts one more use and says how many there were in this window, this one included.
pub async fn count(db: impl PgExecutor<'_>, subject: &str, window_minutes: i32, now: Timestamp) -> Result<i32> {
    Ok(sqlx::query_scalar!(
        "insert into rate_counters (subject, window_start, used)
         values ($1, date_bin(make_interval(mins => $2), $3, 'epoch'), 1)
         on conflict (subject, window_start) do update set used = rate_counters.used + 1 returning used",
        subject,
        window_minutes,
        now.to_sqlx() as _
    )
    .fetch_one(db)
    .await?)
}

/// How many uses there were in this window so far; counts none.
pub async fn used(db: impl PgExecutor<'_>, subject: &str, window_minutes: i32, now: Timestamp) -> Result<i32> {
    let used = sqlx::query_scalar!(
        "select used from rate_counters
         where subject = $1 and window_start = date_bin(make_interval(mins => $2), $3, 'epoch')",
        subject,
        window_minutes,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?;
    Ok(used.unwrap_or_default())
}

/// Drops windows that ended before a moment.
pub async fn forget(db: impl PgExecutor<'_>, before: Timestamp) -> Result<u64> {
    Ok(sqlx::query!("delete from rate_counters where window_start < $1", before.to_sqlx() as _)
        .execute(db)
        .await?
        .rows_affected())
}
