//! Who people are at a provider of OpenID Connect.

use domain::{
    id::AccountId,
    staff::AccountState,
    text::{EmailAddress, FullName},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::Result;

/// An account, and what state it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The account.
    pub account: AccountId,
    /// Its state.
    pub state: AccountState,
    /// Whether it has a role of staff.
    pub is_staff: bool,
}

/// Whose account it is that somebody at a provider signs in to.
pub async fn owner(db: impl PgExecutor<'_>, issuer: &str, subject: &str) -> Result<Option<Owner>> {
    Ok(sqlx::query_as!(
        Owner,
        r#"select a.id as "account: _", a.state as "state: _",
               a.catalogue_role is not null or a.registry_role is not null as "is_staff!"
           from account_identities i join accounts a on a.id = i.account_id where i.issuer = $1 and i.subject = $2"#,
        issuer,
        subject
    )
    .fetch_optional(db)
    .await?)
}

/// Has somebody at a provider sign in to an account from now on. Whether nobody signed in as them before, to this
/// account or another one.
pub async fn connect(
    db: impl PgExecutor<'_>,
    (issuer, subject): (&str, &str),
    account: AccountId,
    email: Option<&EmailAddress>,
    now: Timestamp,
) -> Result<bool> {
    Ok(sqlx::query!(
        "with added as (
             insert into account_identities (issuer, subject, account_id, email, created_at, last_used_at)
             values ($1, $2, $3, $4, $5, $5) on conflict (issuer, subject) do nothing returning account_id)
         insert into audit_entries (id, actor, action, subject, detail, at)
         select $6, 'account:' || account_id, 'account.provider_connected', 'account:' || account_id,
             jsonb_build_object('issuer', $1::text), $5 from added",
        issuer,
        subject,
        account as _,
        email.map(EmailAddress::as_str),
        now.to_sqlx() as _,
        Uuid::now_v7()
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Has nobody sign in to an account but one person at a provider. The providers of those who did, one for each.
pub async fn end_others(
    db: impl PgExecutor<'_>,
    account: AccountId,
    (issuer, subject): (&str, &str),
) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar!(
        "delete from account_identities where account_id = $1 and (issuer, subject) <> ($2, $3) returning issuer",
        account as _,
        issuer,
        subject
    )
    .fetch_all(db)
    .await?)
}

/// Writes down that somebody at a provider signed in, and what it said of their address.
pub async fn used(
    db: impl PgExecutor<'_>,
    (issuer, subject): (&str, &str),
    email: Option<&EmailAddress>,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "update account_identities set last_used_at = $3, email = coalesce($4, email) where issuer = $1 and subject = $2",
        issuer,
        subject,
        now.to_sqlx() as _,
        email.map(EmailAddress::as_str)
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Makes the account of somebody unknown, which waits for approval. Whether no account had their address.
pub async fn make_waiting(
    db: impl PgExecutor<'_>,
    id: AccountId,
    (email, full_name): (&EmailAddress, &FullName),
    now: Timestamp,
) -> Result<bool> {
    Ok(sqlx::query!(
        "with made as (
             insert into accounts (id, email, email_norm, full_name, state, email_confirmed_at, created_at, updated_at, last_signed_in_at)
             values ($1, $2, $3, $4, 'pending', $5, $5, $5, $5) on conflict (email_norm) do nothing returning id)
         insert into audit_entries (id, actor, action, subject, at)
         select $6, 'account:' || id, 'account.wait', 'account:' || id, $5 from made",
        id as _,
        email.as_str(),
        email.normalised(),
        full_name.as_str(),
        now.to_sqlx() as _,
        Uuid::now_v7()
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}
