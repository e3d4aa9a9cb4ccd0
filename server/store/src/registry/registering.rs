//! How long people take to register: kept of nobody in particular, counted every night.

use domain::id::DraftId;
use jiff::{Timestamp, civil::Date};
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// Deletes a draft that is sent, and keeps how long it took. One that was saved says nothing: nobody knows when it was
/// worked at.
pub async fn sent(db: impl PgExecutor<'_>, id: DraftId, today: Date, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "with sent as (delete from registration_drafts where id = $1 returning created_at, email_norm, rival_of)
         insert into registering_times (sent_on, seconds)
         select $2::date, greatest(extract(epoch from $3::timestamptz - created_at), 0)::integer from sent
         where email_norm is null and rival_of is null",
        id as _,
        today.to_sqlx() as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// What was kept since a day; what is older is forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// How many there are.
    pub count: i64,
    /// The median, in seconds, where there are any.
    pub median: Option<i32>,
}

/// Forgets what was kept before a day, and counts the rest.
pub async fn times(db: &mut PgConnection, since: Date) -> Result<Times> {
    sqlx::query!("delete from registering_times where sent_on < $1", since.to_sqlx() as _).execute(&mut *db).await?;
    let times = sqlx::query_as!(
        Times,
        r#"select count(*) as "count!", percentile_disc(0.5) within group (order by seconds) as median
           from registering_times where sent_on >= $1"#,
        since.to_sqlx() as _
    )
    .fetch_one(db)
    .await?;
    Ok(times)
}

/// Keeps what is said of them, in minutes; or nothing.
pub async fn keep(db: &mut PgConnection, minutes: Option<i32>) -> Result<()> {
    let Some(minutes) = minutes else {
        sqlx::query!("delete from registering_minutes").execute(db).await?;
        return Ok(());
    };
    sqlx::query!(
        "insert into registering_minutes (minutes) values ($1)
         on conflict (single) do update set minutes = excluded.minutes",
        minutes
    )
    .execute(db)
    .await?;
    Ok(())
}

/// What is said of them, in minutes.
pub async fn minutes(db: impl PgExecutor<'_>) -> Result<Option<i32>> {
    Ok(sqlx::query_scalar!("select minutes from registering_minutes").fetch_optional(db).await?)
}
