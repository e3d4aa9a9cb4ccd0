//! Passkeys of staff, and what they are asked.

use domain::{
    id::{AccountId, PasskeyId, SessionId},
    staff::{PasskeyName, PasskeyPurpose},
    text::{EmailAddress, FullName},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use serde_json::Value;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::Result;

/// A passkey, as its owner sees it.
#[derive(Clone, Debug)]
pub struct OwnPasskey {
    /// Its id.
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: PasskeyName,
    /// Since when it is known.
    pub created_at: Timestamp,
    /// When it was used last, if it was.
    pub last_used_at: Option<Timestamp>,
}

/// The passkeys of an account, the first one first.
pub async fn list(db: impl PgExecutor<'_>, account: AccountId) -> Result<Vec<OwnPasskey>> {
    let rows = sqlx::query!(
        r#"select id as "id: PasskeyId", name as "name: PasskeyName", created_at as "created_at: jiff_sqlx::Timestamp",
               last_used_at as "last_used_at: jiff_sqlx::Timestamp"
           from staff_passkeys where account_id = $1 order by created_at, id"#,
        account as _
    )
    .fetch_all(db)
    .await?;
    let own = rows.into_iter().map(|row| OwnPasskey {
        id: row.id,
        name: row.name,
        created_at: row.created_at.to_jiff(),
        last_used_at: row.last_used_at.map(jiff_sqlx::Timestamp::to_jiff),
    });
    Ok(own.collect())
}

/// Whether an account has any.
pub async fn has_any(db: impl PgExecutor<'_>, account: AccountId) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from staff_passkeys where account_id = $1) as "has_any!""#,
        account as _
    )
    .fetch_one(db)
    .await?)
}

/// Whose passkeys they are, with all of them.
#[derive(Clone, Debug)]
pub struct Holder {
    /// The address of the account.
    pub email: EmailAddress,
    /// The name of its owner.
    pub full_name: FullName,
    /// The credentials as they were stored, in a list.
    pub credentials: Value,
}

/// The owner of an account that is used, with the credentials of its passkeys.
pub async fn holder(db: impl PgExecutor<'_>, account: AccountId) -> Result<Option<Holder>> {
    Ok(sqlx::query_as!(
        Holder,
        r#"select email as "email: _", full_name as "full_name: _", coalesce((select jsonb_agg(p.credential order by p.created_at, p.id)
               from staff_passkeys p where p.account_id = a.id), '[]') as "credentials!"
           from accounts a where id = $1 and state = 'active'"#,
        account as _
    )
    .fetch_optional(db)
    .await?)
}

/// A passkey that is to be known.
#[derive(Clone, Copy, Debug)]
pub struct NewPasskey<'a> {
    /// Its id.
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: &'a PasskeyName,
    /// What it calls itself.
    pub credential_id: &'a [u8],
    /// Its key, and what else is known of it.
    pub credential: &'a Value,
}

/// Adds a passkey to an account. Whether it was not known before, of this account or another one.
pub async fn add(db: impl PgExecutor<'_>, account: AccountId, new: NewPasskey<'_>, now: Timestamp) -> Result<bool> {
    Ok(sqlx::query!(
        "with added as (
             insert into staff_passkeys (id, account_id, credential_id, credential, name, created_at)
             values ($1, $2, $3, $4, $5, $6) on conflict (credential_id) do nothing returning id, account_id)
         insert into audit_entries (id, actor, action, subject, detail, at)
         select $7, 'account:' || account_id, 'account.passkey_added', 'account:' || account_id,
             jsonb_build_object('passkey', id), $6 from added",
        new.id as _,
        account as _,
        new.credential_id,
        new.credential,
        new.name.as_str(),
        now.to_sqlx() as _,
        Uuid::now_v7()
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// A passkey of this account by what it calls itself, locked, so that two uses are counted one after the other.
pub async fn lock(
    db: &mut PgConnection,
    account: AccountId,
    credential_id: &[u8],
) -> Result<Option<(PasskeyId, Value)>> {
    let row = sqlx::query!(
        r#"select id as "id: PasskeyId", credential from staff_passkeys
           where account_id = $1 and credential_id = $2 for update"#,
        account as _,
        credential_id
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (row.id, row.credential)))
}

/// Writes down that a passkey was used, and what it said of itself.
pub async fn used(db: impl PgExecutor<'_>, id: PasskeyId, credential: &Value, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "update staff_passkeys set credential = $2, last_used_at = $3 where id = $1",
        id as _,
        credential,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Writes down that a passkey of an account may have been copied.
pub async fn audit_copied(
    db: impl PgExecutor<'_>,
    account: AccountId,
    credential_id: &[u8],
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "insert into audit_entries (id, actor, action, subject, detail, at)
         select $4, 'account:' || account_id, 'account.passkey_copied', 'account:' || account_id,
             jsonb_build_object('passkey', id), $3
         from staff_passkeys where account_id = $1 and credential_id = $2",
        account as _,
        credential_id,
        now.to_sqlx() as _,
        Uuid::now_v7()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Removes a passkey of an account. Whether there was one.
pub async fn remove(db: impl PgExecutor<'_>, account: AccountId, id: PasskeyId, now: Timestamp) -> Result<bool> {
    Ok(sqlx::query!(
        "with removed as (delete from staff_passkeys where account_id = $1 and id = $2 returning id, account_id)
         insert into audit_entries (id, actor, action, subject, detail, at)
         select $4, 'account:' || account_id, 'account.passkey_removed', 'account:' || account_id,
             jsonb_build_object('passkey', id), $3 from removed",
        account as _,
        id as _,
        now.to_sqlx() as _,
        Uuid::now_v7()
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Keeps what is asked, in the place of what was asked before in this session.
pub async fn ask(
    db: impl PgExecutor<'_>,
    session: SessionId,
    purpose: PasskeyPurpose,
    state: &Value,
    ends: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "insert into passkey_ceremonies (session_id, purpose, state, expires_at) values ($1, $2, $3, $4)
         on conflict (session_id) do update set purpose = $2, state = $3, expires_at = $4",
        session as _,
        purpose.as_str(),
        state,
        ends.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// What is asked in a session for a purpose. Nothing changes.
pub async fn asked(
    db: impl PgExecutor<'_>,
    session: SessionId,
    purpose: PasskeyPurpose,
    now: Timestamp,
) -> Result<Option<Value>> {
    Ok(sqlx::query_scalar!(
        "select state from passkey_ceremonies where session_id = $1 and purpose = $2 and expires_at > $3",
        session as _,
        purpose.as_str(),
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// Takes what is asked in a session for a purpose: it is answered once, rightly or wrongly.
pub async fn take(
    db: impl PgExecutor<'_>,
    session: SessionId,
    purpose: PasskeyPurpose,
    now: Timestamp,
) -> Result<Option<Value>> {
    Ok(sqlx::query_scalar!(
        "delete from passkey_ceremonies where session_id = $1 and purpose = $2 and expires_at > $3 returning state",
        session as _,
        purpose.as_str(),
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// Forgets what was asked too long ago.
pub async fn forget(db: impl PgExecutor<'_>, now: Timestamp) -> Result<()> {
    sqlx::query!("delete from passkey_ceremonies where expires_at <= $1", now.to_sqlx() as _).execute(db).await?;
    Ok(())
}
