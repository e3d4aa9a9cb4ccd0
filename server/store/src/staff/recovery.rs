//! How recovery codes of staff are made, and shown: once, in the session that made them, to whoever proved a few minutes
//! ago who they are.

use domain::id::{AccountId, SessionId};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::Result;

/// Recovery codes that are made.
#[derive(Clone, Copy, Debug)]
pub struct NewRecovery<'a> {
    /// What is stored of each.
    pub hashes: &'a [Vec<u8>],
    /// What they follow from.
    pub generation: Uuid,
    /// Until when they may be shown.
    pub shown_until: Timestamp,
}

/// Gives an account other recovery codes, which the session that makes them shows once; those of before are worth
/// nothing.
pub async fn set(
    db: impl PgExecutor<'_>,
    (account, session): (AccountId, SessionId),
    recovery: NewRecovery<'_>,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "with here as (update sessions set recovery_generation = $3 where id = $6)
         update accounts set recovery_hashes = $2, recovery_generation = $3, recovery_shown_until = $4, updated_at = $5
         where id = $1",
        account as _,
        recovery.hashes,
        recovery.generation,
        recovery.shown_until.to_sqlx() as _,
        now.to_sqlx() as _,
        session as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// How many recovery codes an account has left.
pub async fn left(db: impl PgExecutor<'_>, account: AccountId) -> Result<i32> {
    let left = sqlx::query_scalar!(
        r#"select cardinality(recovery_hashes) as "left!" from accounts where id = $1"#,
        account as _
    );
    Ok(left.fetch_optional(db).await?.unwrap_or_default())
}

/// The recovery codes of an account that are left, as a page may show them.
#[derive(Clone, Debug, Default)]
pub struct StoredRecovery {
    /// What is stored of each.
    pub hashes: Vec<Vec<u8>>,
    /// What they follow from, where they are shown now.
    pub generation: Option<Uuid>,
}

/// The recovery codes of an account that are left. Where whoever sees the page proved a few minutes ago who they are,
/// with what those follow from that were made in their session, in time and once: it is taken.
pub async fn shown(
    db: impl PgExecutor<'_>,
    (account, session): (AccountId, SessionId),
    is_confirmed: bool,
    now: Timestamp,
) -> Result<StoredRecovery> {
    let row = sqlx::query_as!(
        StoredRecovery,
        r#"with shown as (
               update sessions s set recovery_generation = null from accounts m
               where s.id = $2 and m.id = $1 and s.recovery_generation = m.recovery_generation
                   and m.recovery_shown_until > $3 and $4
               returning m.recovery_generation as generation)
           select recovery_hashes as hashes, (select generation from shown) as "generation?" from accounts where id = $1"#,
        account as _,
        session as _,
        now.to_sqlx() as _,
        is_confirmed
    )
    .fetch_optional(db)
    .await?;
    Ok(row.unwrap_or_default())
}
