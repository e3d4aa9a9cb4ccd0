//! Signing in as staff, in two steps, and out. In a session that was not signed in to in this way nobody is staff.

use domain::{
    account::Device,
    id::{AccountId, SessionId},
    staff::{AccountState, AuthorityKey, CatalogueRole, RegistryRole, Roles, STEP_MINUTES},
    text::EmailAddress,
};
use jiff::{Timestamp, ToSpan};
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::{Result, sessions::TokenHash};

/// An account, as whoever signs in to it as staff needs it.
#[derive(Clone, Debug)]
pub struct StaffAccount {
    /// The account.
    pub id: AccountId,
    /// What is stored of its password, if it has one.
    pub hash: Option<String>,
    /// What state it is in.
    pub state: AccountState,
    /// Its roles.
    pub roles: Roles,
    /// Whether an authenticator gives codes for it.
    pub has_authenticator: bool,
    /// How many passkeys it has.
    pub passkeys: i64,
    /// Whether a provider signs in to it.
    pub has_provider: bool,
}

/// The account of an address, in whatever state but closed.
pub async fn of_email(db: impl PgExecutor<'_>, email_norm: &str) -> Result<Option<StaffAccount>> {
    let row = sqlx::query!(
        r#"select id as "id: AccountId", password_hash as hash, state as "state: AccountState",
               catalogue_role as "catalogue: CatalogueRole", registry_role as "registry: RegistryRole",
               registry_organisation as "organisation: AuthorityKey",
               exists (select from staff_authenticators u where u.account_id = a.id and u.secret is not null) as "has_authenticator!",
               (select count(*) from staff_passkeys p where p.account_id = a.id) as "passkeys!",
               exists (select from account_identities i where i.account_id = a.id) as "has_provider!"
           from accounts a where email_norm = $1 and state in ('active', 'suspended', 'pending')"#,
        email_norm
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| StaffAccount {
        id: row.id,
        hash: row.hash,
        state: row.state,
        roles: Roles::of(row.catalogue, row.registry, row.organisation),
        has_authenticator: row.has_authenticator,
        passkeys: row.passkeys,
        has_provider: row.has_provider,
    }))
}

/// Writes down that somebody took the first step in a session, which has another token from now on. Nobody is signed in
/// there meanwhile: what was proved before is not what lets them in.
pub async fn begin_step(
    db: impl PgExecutor<'_>,
    session: SessionId,
    account: AccountId,
    token: TokenHash,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "with renewed as (update sessions set token_hash = $3, account_id = null, signed_in_at = null, proved_at = null,
             browser = null, system = null, staff_since = null, staff_confirmed_at = null, provider_issuer = null where id = $1)
         insert into staff_sign_ins (session_id, account_id, started_at, expires_at) values ($1, $2, $4, $5)
         on conflict (session_id) do update set account_id = $2, tries = 0, started_at = $4, expires_at = $5, proved_at = null",
        session as _,
        account as _,
        &token,
        now.to_sqlx() as _,
        (now + STEP_MINUTES.minutes()).to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Whether somebody accepted an invitation, or the link of a reset, since a moment: then they set up their second step.
pub async fn has_accepted(db: impl PgExecutor<'_>, email_norm: &str, since: Timestamp) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from staff_invitations where email_norm = $1 and accepted_at > $2) as "is_so!""#,
        email_norm,
        since.to_sqlx() as _
    )
    .fetch_one(db)
    .await?)
}

/// Somebody who is halfway in.
#[derive(Clone, Debug)]
pub struct Step {
    /// Their account.
    pub account: AccountId,
    /// Its address.
    pub email: EmailAddress,
    /// How many codes were tried.
    pub tries: i16,
    /// Whether an authenticator gives codes for it.
    pub has_authenticator: bool,
    /// How many passkeys it has.
    pub passkeys: i64,
}

impl Step {
    /// Whether there is something to take the second step with; else it is set up first.
    pub const fn has_factor(&self) -> bool {
        self.has_authenticator || self.passkeys > 0
    }
}

/// Who is halfway in, in a session: still staff, and in time.
pub async fn step(db: impl PgExecutor<'_>, session: SessionId, now: Timestamp) -> Result<Option<Step>> {
    Ok(sqlx::query_as!(
        Step,
        r#"select s.account_id as "account: _", a.email as "email: _", s.tries,
               exists (select from staff_authenticators u where u.account_id = a.id and u.secret is not null) as "has_authenticator!",
               (select count(*) from staff_passkeys p where p.account_id = a.id) as "passkeys!"
           from staff_sign_ins s join accounts a on a.id = s.account_id and a.state = 'active'
               and (a.catalogue_role is not null or a.registry_role is not null)
           where s.session_id = $1 and s.expires_at > $2"#,
        session as _,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// Counts a code that is about to be compared: how many that makes. More than any may be, where nobody is halfway in
/// any more.
pub async fn count_try(db: impl PgExecutor<'_>, session: SessionId) -> Result<i16> {
    let tries = sqlx::query_scalar!(
        "update staff_sign_ins set tries = tries + 1 where session_id = $1 and tries < 1000 returning tries",
        session as _
    )
    .fetch_optional(db)
    .await?;
    Ok(tries.unwrap_or(i16::MAX))
}

/// Ends what was begun in a session.
pub async fn end_step(db: impl PgExecutor<'_>, session: SessionId) -> Result<()> {
    sqlx::query!("delete from staff_sign_ins where session_id = $1", session as _).execute(db).await?;
    Ok(())
}

/// How somebody signs in.
#[derive(Clone, Copy, Debug)]
pub struct Entrance<'a> {
    /// The session's token from now on, hashed.
    pub token: TokenHash,
    /// Where.
    pub device: Device,
    /// The provider that signs in, by its issuer, if one does.
    pub provider: Option<&'a str>,
}

/// Signs somebody in as staff, or as somebody who waits to be; their account is locked. The session has another token from
/// now on: whoever knew the one before knows nothing now. What was refused in it may be somebody else's.
pub async fn enter(
    db: &mut PgConnection,
    session: SessionId,
    account: AccountId,
    entrance: Entrance<'_>,
    now: Timestamp,
) -> Result<()> {
    // The account is locked, and before its sessions (`locked`): nobody waits in a circle.
    sqlx::query!(
        "update accounts set last_signed_in_at = $2, last_seen_at = $2 where id = $1",
        account as _,
        now.to_sqlx() as _
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "with refused as (delete from kept_rejections where session_id = $1),
         step as (delete from staff_sign_ins where session_id = $1)
         update sessions set account_id = $2, token_hash = $3, signed_in_at = $4, last_seen_at = $4,
             proved_at = (select h.proved_at from staff_sign_ins h where h.session_id = $1 and h.account_id = $2),
             staff_since = $4, staff_confirmed_at = $4, provider_issuer = $5, browser = $6, system = $7 where id = $1",
        session as _,
        account as _,
        &entrance.token,
        now.to_sqlx() as _,
        entrance.provider,
        entrance.device.browser as _,
        entrance.device.system as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Writes down that staff proved anew who they are. The session has another token from now on.
pub async fn confirm(db: impl PgExecutor<'_>, session: SessionId, token: TokenHash, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "update sessions set token_hash = $2, staff_confirmed_at = $3 where id = $1 and staff_since is not null",
        session as _,
        &token,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Signs out in one browser: with the session goes everything that was typed, asked for and may be read there. Gives
/// the provider that signed in, if one did.
pub async fn end(db: impl PgExecutor<'_>, session: SessionId) -> Result<Option<String>> {
    Ok(sqlx::query_scalar!(
        "delete from sessions where id = $1 and account_id is not null returning provider_issuer",
        session as _
    )
    .fetch_optional(db)
    .await?
    .flatten())
}

/// Forgets who was halfway in and took too long.
pub async fn forget(db: impl PgExecutor<'_>, now: Timestamp) -> Result<()> {
    sqlx::query!("delete from staff_sign_ins where expires_at <= $1", now.to_sqlx() as _).execute(db).await?;
    Ok(())
}
