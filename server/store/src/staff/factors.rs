//! What staff sign in with besides a password: authenticators and recovery codes. Passkeys are in `passkeys`, how recovery
//! codes are made and shown is in `recovery`.

use domain::{
    id::{AccountId, SessionId},
    staff::AUTHENTICATOR_MINUTES,
};
use jiff::{Timestamp, ToSpan};
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// An authenticator as it is stored: secrets are sealed.
#[derive(Clone)]
pub struct StoredAuthenticator {
    /// The secret of the one that gives codes; before the first is set up, that of the one which is.
    pub secret: Vec<u8>,
    /// Whether there is one that gives codes.
    pub is_confirmed: bool,
    /// The secret of one that is being set up, for the first time or in the place of the other.
    pub next_secret: Option<Vec<u8>>,
}

impl std::fmt::Debug for StoredAuthenticator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StoredAuthenticator(..)")
    }
}

/// The authenticator of an account, and what is being set up in a session at a moment.
pub async fn authenticator(
    db: impl PgExecutor<'_>,
    account: AccountId,
    here: Option<(SessionId, Timestamp)>,
) -> Result<Option<StoredAuthenticator>> {
    Ok(sqlx::query_as!(
        StoredAuthenticator,
        r#"select coalesce(secret, next_secret) as "secret!", secret is not null as "is_confirmed!",
               case when next_session = $2 and next_expires_at > $3 then next_secret end as next_secret
           from staff_authenticators where account_id = $1"#,
        account as _,
        here.map(|(session, _)| session) as _,
        here.map(|(_, now)| now.to_sqlx()) as _
    )
    .fetch_optional(db)
    .await?)
}

/// Begins to set up an authenticator in a session, which alone sees it and finishes it, until that ends some minutes
/// later; the one that gives codes does so until this one does.
pub async fn begin_authenticator(
    db: impl PgExecutor<'_>,
    (account, session): (AccountId, SessionId),
    next_secret: &[u8],
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "insert into staff_authenticators (account_id, next_secret, next_session, created_at, next_expires_at)
         values ($1, $2, $3, $4, $5)
         on conflict (account_id) do update set next_secret = $2, next_session = $3, next_expires_at = $5",
        account as _,
        next_secret,
        session as _,
        now.to_sqlx() as _,
        (now + AUTHENTICATOR_MINUTES.minutes()).to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Has the authenticator with this secret give codes from now on, of which that of a step was taken. Whether it is
/// still the one that is being set up, and in time.
pub async fn confirm_authenticator(
    db: impl PgExecutor<'_>,
    account: AccountId,
    (next_secret, step): (&[u8], i64),
    now: Timestamp,
) -> Result<bool> {
    Ok(sqlx::query!(
        "update staff_authenticators set secret = next_secret, next_secret = null, next_session = null, next_expires_at = null,
             confirmed_at = $4, last_step = $3
         where account_id = $1 and next_secret = $2 and next_expires_at > $4",
        account as _,
        next_secret,
        step,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Forgets authenticators that were being set up for too long; those that give codes go on to.
pub async fn forget_unfinished(db: impl PgExecutor<'_>, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "with unfinished as (delete from staff_authenticators where secret is null and next_expires_at <= $1)
         update staff_authenticators set next_secret = null, next_session = null, next_expires_at = null
         where secret is not null and next_expires_at <= $1",
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Takes the code of a step. Whether neither it nor a later one was taken before.
pub async fn use_step(db: impl PgExecutor<'_>, account: AccountId, step: i64) -> Result<bool> {
    Ok(sqlx::query!(
        "update staff_authenticators set last_step = $2 where account_id = $1 and secret is not null and last_step < $2",
        account as _,
        step
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Goes without an authenticator. Not where nothing else would be left but a password; whether it was done. The account
/// is locked, so that of two ways in that are taken away at once one stays.
pub async fn remove_authenticator(db: &mut PgConnection, account: AccountId) -> Result<bool> {
    Ok(sqlx::query!(
        "delete from staff_authenticators where account_id = $1
             and exists (select from staff_passkeys p where p.account_id = $1)",
        account as _
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Takes a recovery code. Whether it was left; of two who take it at once, one does.
pub async fn use_recovery(db: impl PgExecutor<'_>, account: AccountId, hash: &[u8], now: Timestamp) -> Result<bool> {
    Ok(sqlx::query!(
        "update accounts set recovery_hashes = array_remove(recovery_hashes, $2::bytea), updated_at = $3
         where id = $1 and $2::bytea = any(recovery_hashes)",
        account as _,
        hash,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// What an account signs in with, as its owner sees it.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Factors {
    /// Whether there is a password.
    pub has_password: bool,
    /// Whether an authenticator gives codes.
    pub has_authenticator: bool,
    /// Whether one is being set up here.
    pub is_setting_up: bool,
    /// How many passkeys there are.
    pub passkeys: i64,
    /// Whether a provider signs in to it.
    pub has_provider: bool,
}

/// What an account signs in with, and whether an authenticator is being set up in a session at a moment.
pub async fn of(
    db: impl PgExecutor<'_>,
    account: AccountId,
    here: Option<(SessionId, Timestamp)>,
) -> Result<Option<Factors>> {
    Ok(sqlx::query_as!(
        Factors,
        r#"select a.password_hash is not null as "has_password!", coalesce(u.secret is not null, false) as "has_authenticator!",
               coalesce(u.next_session = $2 and u.next_expires_at > $3, false) as "is_setting_up!",
               (select count(*) from staff_passkeys p where p.account_id = a.id) as "passkeys!",
               exists (select from account_identities i where i.account_id = a.id) as "has_provider!"
           from accounts a left join staff_authenticators u on u.account_id = a.id where a.id = $1"#,
        account as _,
        here.map(|(session, _)| session) as _,
        here.map(|(_, now)| now.to_sqlx()) as _
    )
    .fetch_optional(db)
    .await?)
}

/// Takes from an account its authenticator, its passkeys and its recovery codes. What a provider signs in to stays.
pub async fn clear(db: impl PgExecutor<'_>, account: AccountId, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "with authenticators as (delete from staff_authenticators where account_id = $1),
         passkeys as (delete from staff_passkeys where account_id = $1)
         update accounts set recovery_hashes = '{}', recovery_generation = null, recovery_shown_until = null, updated_at = $2
         where id = $1",
        account as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}
