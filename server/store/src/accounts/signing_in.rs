//! Signing in to an account and out of it, and its password.

use domain::{
    account::Device,
    id::{AccountId, SessionId},
    text::EmailAddress,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::{
    Result,
    sessions::{TokenHash, seen_after, signed_in_after},
};

/// An account with its password.
#[derive(Clone, Debug)]
pub struct WithPassword {
    /// The account.
    pub id: AccountId,
    /// Its address.
    pub email: EmailAddress,
    /// What is stored of its password, if it has one.
    pub hash: Option<String>,
    /// Whether its owner has a role of staff.
    pub has_role: bool,
    /// When a link was opened in the session that asks, if one was.
    pub(crate) proved_at: Option<jiff_sqlx::Timestamp>,
}

impl WithPassword {
    /// Whether the password has to be given to set another one.
    pub fn asks_current(&self, now: Timestamp) -> bool {
        self.hash.is_some() && !self.proved_at.is_some_and(|at| super::is_proved(at.to_jiff(), now))
    }
}

/// The account of an address with its password, unless it is suspended.
pub async fn of_email(db: impl PgExecutor<'_>, email_norm: &str) -> Result<Option<WithPassword>> {
    Ok(sqlx::query_as!(
        WithPassword,
        r#"select id as "id: _", email as "email: _", password_hash as hash,
               catalogue_role is not null or registry_role is not null as "has_role!", null::timestamptz as "proved_at: _"
           from accounts where email_norm = $1 and state = 'active'"#,
        email_norm
    )
    .fetch_optional(db)
    .await?)
}

/// The account that a session is signed in to, with its password.
pub async fn of_session(db: impl PgExecutor<'_>, session: SessionId) -> Result<Option<WithPassword>> {
    Ok(sqlx::query_as!(
        WithPassword,
        r#"select a.id as "id: _", a.email as "email: _", a.password_hash as hash,
               a.catalogue_role is not null or a.registry_role is not null as "has_role!", s.proved_at as "proved_at: _"
           from sessions s join accounts a on a.id = s.account_id where s.id = $1"#,
        session as _
    )
    .fetch_optional(db)
    .await?)
}

/// Sets the password of an account, or none.
pub async fn set_password(db: impl PgExecutor<'_>, id: AccountId, hash: Option<&str>, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "with changed as (
             update accounts set password_hash = $2, updated_at = $3, row_version = row_version + 1 where id = $1 returning id)
         insert into audit_entries (id, actor, action, subject, at)
         select $4, 'account:' || id, 'account.password', 'account:' || id, $3 from changed",
        id as _,
        hash,
        now.to_sqlx() as _,
        uuid::Uuid::now_v7()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Stores the same password with another hash, unless it was changed meanwhile.
pub async fn renew_password(db: impl PgExecutor<'_>, id: AccountId, (before, after): (&str, &str)) -> Result<()> {
    sqlx::query!("update accounts set password_hash = $3 where id = $1 and password_hash = $2", id as _, before, after)
        .execute(db)
        .await?;
    Ok(())
}

/// How somebody signs in.
#[derive(Clone, Copy, Debug)]
pub struct Entrance {
    /// The session's token from now on, hashed.
    pub token: TokenHash,
    /// Whether the link of a message was opened.
    pub is_proved: bool,
    /// Where.
    pub device: Device,
}

/// Signs somebody in, and not as staff. The session has another token from now on: whoever knew the one before knows
/// nothing now. What was refused in it may be somebody else's.
pub async fn begin(
    db: &mut PgConnection,
    session: SessionId,
    account: AccountId,
    entrance: Entrance,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "with refused as (delete from kept_rejections where session_id = $1),
         seen as (update accounts set last_signed_in_at = $4 where id = $2)
         update sessions set account_id = $2, token_hash = $3, signed_in_at = $4, last_seen_at = $4,
             proved_at = case when $5 then $4::timestamptz end, browser = $6, system = $7,
             staff_since = null, staff_confirmed_at = null, provider_issuer = null where id = $1",
        session as _,
        account as _,
        &entrance.token,
        now.to_sqlx() as _,
        entrance.is_proved,
        entrance.device.browser as _,
        entrance.device.system as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Whether somebody came in after a moment, in the session that has this token; and then, whether only halfway, as staff
/// do.
pub async fn since(db: impl PgExecutor<'_>, token: TokenHash, moment: Timestamp) -> Result<Option<bool>> {
    Ok(sqlx::query_scalar!(
        r#"select s.account_id is null as "is_halfway!" from sessions s
           left join staff_sign_ins h on h.session_id = s.id and s.account_id is null
           where s.token_hash = $1 and coalesce(s.signed_in_at, h.started_at) > $2"#,
        &token,
        moment.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// Signs out in one browser: with the session goes everything that was typed, asked for and may be read there.
pub async fn end(db: impl PgExecutor<'_>, session: SessionId, account: AccountId) -> Result<bool> {
    Ok(sqlx::query!("delete from sessions where id = $1 and account_id = $2", session as _, account as _)
        .execute(db)
        .await?
        .rows_affected()
        == 1)
}

/// Signs out in every browser but perhaps one; whoever is halfway through signing in as staff begins anew.
pub async fn end_all(db: impl PgExecutor<'_>, account: AccountId, but: Option<SessionId>) -> Result<()> {
    sqlx::query!(
        "with halfway as (delete from staff_sign_ins where account_id = $1 and session_id is distinct from $2)
         delete from sessions where account_id = $1 and id is distinct from $2",
        account as _,
        but as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets sessions of people who were signed in so long ago that they are not any more.
pub async fn forget(db: impl PgExecutor<'_>, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "delete from sessions where account_id is not null and (signed_in_at <= $1 or last_seen_at <= $2)",
        signed_in_after(now).to_sqlx() as _,
        seen_after(now).to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}
