//! Who people are at a provider of OpenID Connect, and who is on the way there and back.

use domain::{
    id::{AccountId, InvitationId, SessionId},
    staff::{AccountState, Next, ProviderPurpose},
    text::{EmailAddress, FullName},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::{Result, sessions::TokenHash};

/// Somebody who is sent to a provider.
#[derive(Clone, Copy, Debug)]
pub struct NewProviderSignIn<'a> {
    /// SHA-256 of the state that comes back with them.
    pub state: TokenHash,
    /// The nonce that comes back in the ID token.
    pub nonce: &'a str,
    /// What the hash that was sent was made of.
    pub pkce_verifier: &'a str,
    /// What for.
    pub purpose: ProviderPurpose,
    /// The invitation that they accept.
    pub invitation: Option<InvitationId>,
    /// Where they were going.
    pub next: Option<&'a Next>,
    /// Until when they are waited for.
    pub expires_at: Timestamp,
}

/// Sends somebody to a provider, in the place of where they were sent before in this session.
pub async fn begin(db: impl PgExecutor<'_>, session: SessionId, sign_in: NewProviderSignIn<'_>) -> Result<()> {
    sqlx::query!(
        "insert into provider_sign_ins (session_id, state_hash, nonce, pkce_verifier, purpose, invitation_id, next, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (session_id) do update set state_hash = $2, nonce = $3, pkce_verifier = $4, purpose = $5,
             invitation_id = $6, next = $7, expires_at = $8",
        session as _,
        &sign_in.state,
        sign_in.nonce,
        sign_in.pkce_verifier,
        sign_in.purpose.as_str(),
        sign_in.invitation as _,
        sign_in.next.map(Next::as_str),
        sign_in.expires_at.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Somebody who came back.
#[derive(Clone, Debug)]
pub struct ProviderSignIn {
    /// The nonce that was sent with them.
    pub nonce: String,
    /// What the hash was made of that was sent with them.
    pub pkce_verifier: String,
    /// What they were sent for.
    pub purpose: ProviderPurpose,
    /// The invitation that they accept.
    pub invitation: Option<InvitationId>,
    /// Where they were going.
    pub next: Option<Next>,
    /// Until when they were waited for.
    pub expires_at: Timestamp,
}

/// Takes what was sent with somebody who comes back with this state: in the same session, once, and in time.
pub async fn take(
    db: impl PgExecutor<'_>,
    session: SessionId,
    state: TokenHash,
    now: Timestamp,
) -> Result<Option<ProviderSignIn>> {
    let row = sqlx::query!(
        r#"with taken as (
               delete from provider_sign_ins where session_id = $1 and state_hash = $2
               returning nonce, pkce_verifier, purpose, invitation_id, next, expires_at)
           select nonce as "nonce!", pkce_verifier as "pkce_verifier!", purpose as "purpose!: ProviderPurpose",
               invitation_id as "invitation?: InvitationId", next as "next?: Next",
               expires_at as "expires_at!: jiff_sqlx::Timestamp"
           from taken where expires_at > $3"#,
        session as _,
        &state,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| ProviderSignIn {
        nonce: row.nonce,
        pkce_verifier: row.pkce_verifier,
        purpose: row.purpose,
        invitation: row.invitation,
        next: row.next,
        expires_at: row.expires_at.to_jiff(),
    }))
}

/// Forgets whoever did not come back in time.
pub async fn forget(db: impl PgExecutor<'_>, now: Timestamp) -> Result<()> {
    sqlx::query!("delete from provider_sign_ins where expires_at <= $1", now.to_sqlx() as _).execute(db).await?;
    Ok(())
}

/// The invitation with this token, if it is open.
pub async fn open_invitation(
    db: impl PgExecutor<'_>,
    token: TokenHash,
    now: Timestamp,
) -> Result<Option<InvitationId>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id: InvitationId" from staff_invitations
           where token_hash = $1 and expires_at > $2 and accepted_at is null and cancelled_at is null"#,
        &token,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// An account, and what state it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The account.
    pub account: AccountId,
    /// Its state.
    pub state: AccountState,
}

/// Whose account it is that somebody at a provider signs in to.
pub async fn owner(db: impl PgExecutor<'_>, issuer: &str, subject: &str) -> Result<Option<Owner>> {
    Ok(sqlx::query_as!(
        Owner,
        r#"select a.id as "account: _", a.state as "state: _"
           from account_identities i join accounts a on a.id = i.account_id where i.issuer = $1 and i.subject = $2"#,
        issuer,
        subject
    )
    .fetch_optional(db)
    .await?)
}

/// The account of an address, whatever its state.
pub async fn of_email(db: impl PgExecutor<'_>, email_norm: &str) -> Result<Option<Owner>> {
    Ok(sqlx::query_as!(
        Owner,
        r#"select id as "account: _", state as "state: _" from accounts where email_norm = $1"#,
        email_norm
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

/// Whoever is signed in to a session since before a moment and after another.
pub async fn signed_in_between(
    db: impl PgExecutor<'_>,
    session: SessionId,
    (after, before): (Timestamp, Timestamp),
) -> Result<Option<AccountId>> {
    Ok(sqlx::query_scalar!(
        r#"select a.id as "id: AccountId" from sessions s join accounts a on a.id = s.account_id and a.state = 'active'
           where s.id = $1 and s.signed_in_at <= $3 and greatest(s.signed_in_at, s.staff_confirmed_at) > $2"#,
        session as _,
        after.to_sqlx() as _,
        before.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}
