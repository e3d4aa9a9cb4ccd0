//! Six-digit codes that prove an e-mail address.

use domain::id::SessionId;
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// Keeps a new code; an older one for the same address stops working.
pub async fn put(
    db: impl PgExecutor<'_>,
    session: SessionId,
    email_norm: &str,
    code_hash: &[u8],
    expires_at: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "insert into email_codes (session_id, email_norm, code_hash, tries, expires_at) values ($1, $2, $3, 0, $4)
         on conflict (session_id, email_norm) do update set code_hash = $3, tries = 0, expires_at = $4",
        session as _,
        email_norm,
        code_hash,
        expires_at.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Counts a try and gives the code's hash to compare, unless it ran out of time or tries.
pub async fn take_try(
    db: impl PgExecutor<'_>,
    session: SessionId,
    email_norm: &str,
    max_tries: i16,
    now: Timestamp,
) -> Result<Option<Vec<u8>>> {
    Ok(sqlx::query_scalar!(
        "update email_codes set tries = tries + 1
         where session_id = $1 and email_norm = $2 and tries < $3 and expires_at > $4 returning code_hash",
        session as _,
        email_norm,
        max_tries,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// Whether a code is there that has not ended; it may have no tries left.
pub async fn is_there(db: impl PgExecutor<'_>, session: SessionId, email_norm: &str, now: Timestamp) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from email_codes where session_id = $1 and email_norm = $2 and expires_at > $3) as "is_there!""#,
        session as _,
        email_norm,
        now.to_sqlx() as _
    )
    .fetch_one(db)
    .await?)
}

/// Forgets a code that is used. Says whether it was there: of two who use it at once, only the first finds it.
pub async fn used(db: impl PgExecutor<'_>, session: SessionId, email_norm: &str, code_hash: &[u8]) -> Result<bool> {
    Ok(sqlx::query!(
        "delete from email_codes where session_id = $1 and email_norm = $2 and code_hash = $3",
        session as _,
        email_norm,
        code_hash
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// The address of the newest code that was sent for a session, while it can be used.
pub async fn address(db: impl PgExecutor<'_>, session: SessionId, now: Timestamp) -> Result<Option<String>> {
    Ok(sqlx::query_scalar!(
        "select email_norm from email_codes where session_id = $1 and expires_at > $2 order by expires_at desc limit 1",
        session as _,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}
