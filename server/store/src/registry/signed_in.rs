//! Who is signed in to their registration: which session, since when, and when it was last seen.

use domain::id::{RegistrantId, SessionId};
use jiff::{Timestamp, ToSpan};
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::{Result, sessions::TokenHash};

/// Hours after which somebody has to sign in again, whatever they do.
const MOST_HOURS: i64 = 8;
/// Minutes after which they have to if they do nothing.
const IDLE_MINUTES: i64 = 30;
/// Minutes after which it is written down that a session was seen again.
const SEEN_MINUTES: i64 = 1;

/// Whose address it is, if they were not erased.
pub async fn owner(db: impl PgExecutor<'_>, email_norm: &str) -> Result<Option<RegistrantId>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id: RegistrantId" from registrants where email_norm = $1 and erased_at is null"#,
        email_norm
    )
    .fetch_optional(db)
    .await?)
}

/// Signs somebody in.
pub async fn begin(
    db: impl PgExecutor<'_>,
    session: SessionId,
    registrant: RegistrantId,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "insert into registrant_sessions (session_id, registrant_id, signed_in_at, last_seen_at) values ($1, $2, $3, $3)
         on conflict (session_id) do update set registrant_id = $2, signed_in_at = $3, last_seen_at = $3",
        session as _,
        registrant as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Who is signed in. The session counts as seen, which is written once a minute.
pub async fn seen(db: impl PgExecutor<'_>, session: SessionId, now: Timestamp) -> Result<Option<RegistrantId>> {
    Ok(sqlx::query_scalar!(
        r#"with seen as (
               update registrant_sessions set last_seen_at = $2
               where session_id = $1 and signed_in_at > $3 and last_seen_at > $4 and last_seen_at <= $5)
           select registrant_id as "registrant_id: RegistrantId" from registrant_sessions
           where session_id = $1 and signed_in_at > $3 and last_seen_at > $4"#,
        session as _,
        now.to_sqlx() as _,
        (now - MOST_HOURS.hours()).to_sqlx() as _,
        (now - IDLE_MINUTES.minutes()).to_sqlx() as _,
        (now - SEEN_MINUTES.minutes()).to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// Who signed in after a moment, in the session that has this token.
pub async fn since(db: impl PgExecutor<'_>, token: TokenHash, moment: Timestamp) -> Result<Option<RegistrantId>> {
    Ok(sqlx::query_scalar!(
        r#"select r.registrant_id as "registrant_id: RegistrantId"
           from registrant_sessions r join sessions s on s.id = r.session_id
           where s.token_hash = $1 and r.signed_in_at > $2"#,
        &token,
        moment.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// The session of a token.
pub async fn session_of(db: impl PgExecutor<'_>, token: TokenHash) -> Result<Option<SessionId>> {
    Ok(sqlx::query_scalar!(r#"select id as "id: SessionId" from sessions where token_hash = $1"#, &token)
        .fetch_optional(db)
        .await?)
}

/// Gives a session another token: whoever knew the one before knows nothing now.
pub async fn renew(db: impl PgExecutor<'_>, session: SessionId, token: TokenHash) -> Result<()> {
    sqlx::query!("update sessions set token_hash = $2 where id = $1", session as _, &token).execute(db).await?;
    Ok(())
}

/// Signs out in one browser. Whoever uses it next has to prove their address again, and sees nothing of what was sent
/// there.
pub async fn end(db: impl PgExecutor<'_>, session: SessionId) -> Result<()> {
    sqlx::query!(
        "with ended as (delete from registrant_sessions where session_id = $1),
         updates as (delete from registration_updates where session_id = $1),
         sent as (update registrations set session_id = null where session_id = $1)
         update sessions set confirmed_email = null where id = $1",
        session as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Signs somebody out in every browser.
pub async fn end_all(db: impl PgExecutor<'_>, registrant: RegistrantId) -> Result<()> {
    sqlx::query!(
        "with ended as (delete from registrant_sessions where registrant_id = $1 returning session_id),
         updates as (delete from registration_updates where session_id = any(array(select session_id from ended))),
         sent as (
             update registrations set session_id = null where session_id = any(array(select session_id from ended)))
         update sessions set confirmed_email = null where id = any(array(select session_id from ended))",
        registrant as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets who was signed in so long ago that they are not any more, with the changes that they did not save, as if
/// they had signed out.
pub async fn forget(db: impl PgExecutor<'_>, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "with ended as (
             delete from registrant_sessions where signed_in_at <= $1 or last_seen_at <= $2 returning session_id),
         updates as (delete from registration_updates where session_id = any(array(select session_id from ended))),
         sent as (
             update registrations set session_id = null where session_id = any(array(select session_id from ended)))
         update sessions set confirmed_email = null where id = any(array(select session_id from ended))",
        (now - MOST_HOURS.hours()).to_sqlx() as _,
        (now - IDLE_MINUTES.minutes()).to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets in every browser that somebody proved an address there.
pub async fn forget_proved(db: impl PgExecutor<'_>, email_norm: &str) -> Result<()> {
    sqlx::query!("update sessions set confirmed_email = null where confirmed_email = $1", email_norm)
        .execute(db)
        .await?;
    Ok(())
}
