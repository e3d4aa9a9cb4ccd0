//! Who is on the way to a provider of OpenID Connect and back.

use domain::{
    id::{AccountId, InvitationId, SessionId},
    staff::{Next, ProviderPurpose},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

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
        "insert into provider_sign_ins
             (session_id, state_hash, nonce, pkce_verifier, purpose, invitation_id, next, expires_at)
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

/// The invitation that somebody in this session accepts through a provider, if it is open and they are waited for still.
pub async fn invited(db: impl PgExecutor<'_>, session: SessionId, now: Timestamp) -> Result<Option<InvitationId>> {
    Ok(sqlx::query_scalar!(
        r#"select i.id as "id: InvitationId" from provider_sign_ins p join staff_invitations i on i.id = p.invitation_id
           where p.session_id = $1 and p.purpose = 'invitation' and p.expires_at > $2 and i.expires_at > $2
               and i.accepted_at is null and i.cancelled_at is null"#,
        session as _,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// Whether an account has no role, and no provider signs in to it: its owner is asked whether one should. Staff are asked
/// where they look after what they sign in with.
pub async fn may_connect(db: impl PgExecutor<'_>, account: AccountId) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from accounts a where a.id = $1 and a.catalogue_role is null and a.registry_role is null
               and not exists (select from account_identities i where i.account_id = a.id)) as "may!""#,
        account as _
    )
    .fetch_one(db)
    .await?)
}

/// Whoever is signed in to a session.
#[derive(Clone, Copy, Debug)]
pub struct SignedInHere {
    /// Their account, which is not suspended.
    pub account: AccountId,
    /// Whether it has a role of staff.
    pub is_staff: bool,
    /// Since when.
    pub since: Timestamp,
    /// When they proved last who they are, as staff do; nothing where they signed in as others do.
    pub confirmed_at: Option<Timestamp>,
}

/// Whoever is signed in to a session, however long ago.
pub async fn signed_in(db: impl PgExecutor<'_>, session: SessionId) -> Result<Option<SignedInHere>> {
    let row = sqlx::query!(
        r#"select a.id as "account: AccountId",
               a.catalogue_role is not null or a.registry_role is not null as "is_staff!",
               s.signed_in_at as "since!: jiff_sqlx::Timestamp",
               s.staff_confirmed_at as "confirmed_at: jiff_sqlx::Timestamp"
           from sessions s join accounts a on a.id = s.account_id and a.state = 'active' where s.id = $1"#,
        session as _
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| SignedInHere {
        account: row.account,
        is_staff: row.is_staff,
        since: row.since.to_jiff(),
        confirmed_at: row.confirmed_at.map(jiff_sqlx::Timestamp::to_jiff),
    }))
}
