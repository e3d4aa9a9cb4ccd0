//! How long registering takes: the median of those who did it lately.

use jiff::ToSpan;
use store::registry::registering;

use crate::{
    Backend, StoreError,
    clock::{days, registry_day},
};

/// Minutes that are said while too few have registered.
const SAID_MINUTES: i32 = 10;
/// So many have to have registered before what they took is said.
const LEAST_SENT: i64 = 20;
/// Days for which it is kept how long somebody took.
const KEPT_DAYS: i64 = 90;
/// Minutes for which what is said is kept in memory: it changes once a night.
const READ_AGAIN_MINUTES: i64 = 60;

/// Whole minutes, begun ones too.
fn begun_minutes(seconds: i32) -> i32 {
    seconds.max(1).saturating_add(59) / 60
}

/// Every night: what is said from now on.
pub async fn refresh(backend: &Backend) -> Result<(), StoreError> {
    let since = registry_day(backend.clock.now() - days(KEPT_DAYS));
    let mut tx = backend.db.begin().await?;
    let times = registering::times(&mut tx, since).await?;
    let median = times.median.filter(|_| times.count >= LEAST_SENT);
    registering::keep(&mut tx, median.map(begun_minutes)).await?;
    tx.commit().await?;
    Ok(())
}

/// About how many minutes it takes: one statement an hour.
pub async fn minutes(backend: &Backend) -> Result<i32, StoreError> {
    let now = backend.clock.now();
    if let Some(minutes) = backend.register.minutes_since(now - READ_AGAIN_MINUTES.minutes()) {
        return Ok(minutes);
    }
    let minutes = registering::minutes(&backend.db).await?.unwrap_or(SAID_MINUTES);
    backend.register.keep_minutes(now, minutes);
    Ok(minutes)
}

#[cfg(test)]
mod tests {
    use super::begun_minutes;

    #[test]
    fn a_minute_that_was_begun_counts() {
        assert_eq!([0, 1, 60, 61, 540, 541].map(begun_minutes), [1, 1, 1, 2, 9, 10]);
    }
}
