//! Who is signed in to their registration: which session, since when, and when it was last seen.

use domain::{
    id::{RegistrantId, SessionId},
    one_time_code::CODE_MINUTES,
};
use jiff::{Timestamp, ToSpan};
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::{Result, sessions::TokenHash};

/// Hours after which somebody has to sign in again, whatever they do.
const MOST_HOURS: i64 = 8;
/// Minutes after which they have to if they do nothing.
const IDLE_MINUTES: i64 = 30;
/// Minutes after which it is written down that a session was seen again.
const SEEN_MINUTES: i64 = 1;

/// Whose address it is, if they were not erased. Whoever asks may not see them.
pub async fn owner(db: impl PgExecutor<'_>, email_norm: &str) -> Result<Option<RegistrantId>> {
    Ok(sqlx::query_scalar!(r#"select registrant_at($1) as "id: RegistrantId""#, email_norm).fetch_one(db).await?)
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

/// Signs out in one browser. Whoever uses it next has to prove their address again, and sees nothing of what was sent,
/// typed or asked for there.
pub async fn end(db: &mut PgConnection, session: SessionId) -> Result<()> {
    sqlx::query!("delete from registrant_sessions where session_id = $1", session as _).execute(&mut *db).await?;
    sqlx::query!(
        "with refused as (delete from kept_rejections where session_id = $1)
         delete from email_codes where session_id = $1",
        session as _
    )
    .execute(&mut *db)
    .await?;
    take_back(db, &[session]).await
}

/// Signs somebody out in every browser.
pub async fn end_all(db: &mut PgConnection, registrant: RegistrantId) -> Result<()> {
    let ended = sqlx::query_scalar!(
        r#"with ended as (delete from registrant_sessions where registrant_id = $1 returning session_id),
           refused as (delete from kept_rejections where session_id = any(array(select session_id from ended))),
           codes as (delete from email_codes where session_id = any(array(select session_id from ended)))
           select session_id as "session!: SessionId" from ended"#,
        registrant as _
    )
    .fetch_all(&mut *db)
    .await?;
    take_back(db, &ended).await
}

/// Forgets who was signed in so long ago that they are not any more, with what they typed and did not save, as if they
/// had signed out when that ended. What was refused or asked for since is of whoever used the browser then, and stays.
pub async fn forget(db: &mut PgConnection, now: Timestamp) -> Result<()> {
    let ended = sqlx::query_scalar!(
        r#"with ended as (
               delete from registrant_sessions where signed_in_at <= $1::timestamptz or last_seen_at <= $2::timestamptz
               returning session_id, greatest($1::timestamptz - signed_in_at, $2::timestamptz - last_seen_at) as over_for),
           refused as (
               delete from kept_rejections k using ended e
               where k.session_id = any(array(select session_id from ended)) and k.session_id = e.session_id
                   and k.kept_at <= $3::timestamptz - e.over_for),
           codes as (
               delete from email_codes c using ended e
               where c.session_id = any(array(select session_id from ended)) and c.session_id = e.session_id
                   and c.expires_at <= $4::timestamptz - e.over_for)
           select session_id as "session!: SessionId" from ended"#,
        (now - MOST_HOURS.hours()).to_sqlx() as _,
        (now - IDLE_MINUTES.minutes()).to_sqlx() as _,
        now.to_sqlx() as _,
        (now + CODE_MINUTES.minutes()).to_sqlx() as _
    )
    .fetch_all(&mut *db)
    .await?;
    take_back(db, &ended).await
}

/// Takes from sessions in which nobody is signed in any more what was changed and not saved, sent and proved there,
/// whoever it is of. As where a code is used up, who is signed in comes first, then codes, then the session itself:
/// nobody waits in a circle.
async fn take_back(db: &mut PgConnection, sessions: &[SessionId]) -> Result<()> {
    sqlx::query!(r#"select forget_sent($1) as "done: ()""#, sessions as _).execute(&mut *db).await?;
    sqlx::query!("update sessions set confirmed_email = null where id = any($1::uuid[])", sessions as _)
        .execute(db)
        .await?;
    Ok(())
}

/// Forgets in every browser that somebody proved one of these addresses there, with codes for them and what was refused
/// there.
pub async fn forget_proved(db: &mut PgConnection, addresses: &[String]) -> Result<()> {
    sqlx::query!(
        "delete from email_codes where email_norm = any($1)
             and session_id = any(array(select id from sessions where confirmed_email = any($1)))",
        addresses
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "with proved as (update sessions set confirmed_email = null where confirmed_email = any($1) returning id)
         delete from kept_rejections where session_id = any(array(select id from proved))",
        addresses
    )
    .execute(db)
    .await?;
    Ok(())
}
