//! Invitations to be staff, and to set anew how one signs in. The link of each works once, and until it ends; there is
//! one open invitation for an address.

use domain::{
    id::{AccountId, InvitationId},
    staff::{AuthorityKey, CatalogueRole, RegistryRole, Roles},
    text::EmailAddress,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::{Result, sessions::TokenHash};

/// What an invitation is for.
#[derive(Clone, Copy, Debug)]
pub enum For<'a> {
    /// To be staff, with at least one of these roles.
    Roles(&'a Roles),
    /// To set anew how one signs in to this account.
    Account(AccountId),
}

/// An invitation that is written.
#[derive(Clone, Copy, Debug)]
pub struct NewInvitation<'a> {
    /// Its id.
    pub id: InvitationId,
    /// The token of its link, hashed.
    pub token: TokenHash,
    /// The address that it goes to.
    pub email: &'a EmailAddress,
    /// What for.
    pub to: For<'a>,
    /// By whom; nobody at the command line.
    pub by: Option<AccountId>,
    /// Until when its link works.
    pub expires_at: Timestamp,
}

/// Writes an invitation. Whether there was no open one for its address.
pub async fn add(db: impl PgExecutor<'_>, new: NewInvitation<'_>, now: Timestamp) -> Result<bool> {
    let (account, roles) = match new.to {
        For::Roles(roles) => (None, Some(roles)),
        For::Account(account) => (Some(account), None),
    };
    Ok(sqlx::query!(
        "insert into staff_invitations (id, token_hash, email, email_norm, account_id, catalogue_role, registry_role,
             registry_organisation, invited_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (email_norm) where accepted_at is null and cancelled_at is null do nothing",
        new.id as _,
        &new.token,
        new.email.as_str(),
        new.email.normalised(),
        account as _,
        roles.and_then(|roles| roles.catalogue) as _,
        roles.and_then(Roles::registry_role) as _,
        roles.and_then(Roles::organisation) as _,
        new.by as _,
        now.to_sqlx() as _,
        new.expires_at.to_sqlx() as _
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// An invitation that was neither accepted nor taken back.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// The address that it went to.
    pub email: EmailAddress,
    /// The account whose owner is to set anew how they sign in; nothing where somebody is to be staff.
    pub account: Option<AccountId>,
    /// What they are to be; of an account, what it is.
    pub roles: Roles,
    /// What the organisation of that role of the registry is called.
    pub organisation_name: Option<String>,
    /// When it was written, or sent again.
    pub created_at: Timestamp,
    /// Until when its link works.
    pub expires_at: Timestamp,
}

/// The same as a row.
struct Columns {
    id: InvitationId,
    email: EmailAddress,
    account: Option<AccountId>,
    catalogue: Option<CatalogueRole>,
    registry: Option<RegistryRole>,
    organisation: Option<AuthorityKey>,
    organisation_name: Option<String>,
    created_at: jiff_sqlx::Timestamp,
    expires_at: jiff_sqlx::Timestamp,
}

impl Columns {
    fn invitation(self) -> Invitation {
        Invitation {
            id: self.id,
            email: self.email,
            account: self.account,
            roles: Roles::of(self.catalogue, self.registry, self.organisation),
            organisation_name: self.organisation_name,
            created_at: self.created_at.to_jiff(),
            expires_at: self.expires_at.to_jiff(),
        }
    }
}

/// What the link with this token would do, if it works still.
pub async fn find(db: impl PgExecutor<'_>, token: TokenHash, now: Timestamp) -> Result<Option<Invitation>> {
    let row = sqlx::query_as!(
        Columns,
        r#"select i.id as "id: _", i.email as "email: _", i.account_id as "account: _",
               coalesce(i.catalogue_role, a.catalogue_role) as "catalogue: _", coalesce(i.registry_role, a.registry_role) as "registry: _",
               h.key as "organisation?: _", h.short_name as "organisation_name?", i.created_at as "created_at: _", i.expires_at as "expires_at: _"
           from staff_invitations i left join accounts a on a.id = i.account_id
           left join health_authorities h on h.key = coalesce(i.registry_organisation, a.registry_organisation)
           where i.token_hash = $1 and i.expires_at > $2 and i.accepted_at is null and i.cancelled_at is null
               and (i.account_id is null or a.state = 'active')"#,
        &token,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(Columns::invitation))
}

/// Uses an invitation up. Of two who do so at once, the second waits for the first and finds nothing.
pub async fn take(db: impl PgExecutor<'_>, id: InvitationId, now: Timestamp) -> Result<Option<Invitation>> {
    let row = sqlx::query_as!(
        Columns,
        r#"with taken as (
               update staff_invitations set accepted_at = $2
               where id = $1 and expires_at > $2 and accepted_at is null and cancelled_at is null
               returning id, email, account_id, catalogue_role, registry_role, registry_organisation, created_at, expires_at)
           select t.id as "id!: _", t.email as "email!: _", t.account_id as "account?: _",
               coalesce(t.catalogue_role, a.catalogue_role) as "catalogue: _", coalesce(t.registry_role, a.registry_role) as "registry: _",
               h.key as "organisation?: _", h.short_name as "organisation_name?", t.created_at as "created_at!: _", t.expires_at as "expires_at!: _"
           from taken t left join accounts a on a.id = t.account_id
           left join health_authorities h on h.key = coalesce(t.registry_organisation, a.registry_organisation)
           where t.account_id is null or a.state = 'active'"#,
        id as _,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(Columns::invitation))
}

/// The open invitations, also those that have ended and can be sent again, the newest first; of all, or for one
/// organisation.
pub async fn open(db: impl PgExecutor<'_>, scope: Option<&AuthorityKey>) -> Result<Vec<Invitation>> {
    let rows = sqlx::query_as!(
        Columns,
        r#"select i.id as "id: _", i.email as "email: _", i.account_id as "account: _",
               coalesce(i.catalogue_role, a.catalogue_role) as "catalogue: _", coalesce(i.registry_role, a.registry_role) as "registry: _",
               h.key as "organisation?: _", h.short_name as "organisation_name?", i.created_at as "created_at: _", i.expires_at as "expires_at: _"
           from staff_invitations i left join accounts a on a.id = i.account_id
           left join health_authorities h on h.key = coalesce(i.registry_organisation, a.registry_organisation)
           where i.accepted_at is null and i.cancelled_at is null and ($1::text is null or h.key = $1)
           order by i.created_at desc, i.id desc limit 200"#,
        scope.map(AuthorityKey::as_str)
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Columns::invitation).collect())
}

/// One of them.
pub async fn of(db: impl PgExecutor<'_>, id: InvitationId, scope: Option<&AuthorityKey>) -> Result<Option<Invitation>> {
    let row = sqlx::query_as!(
        Columns,
        r#"select i.id as "id: _", i.email as "email: _", i.account_id as "account: _",
               coalesce(i.catalogue_role, a.catalogue_role) as "catalogue: _", coalesce(i.registry_role, a.registry_role) as "registry: _",
               h.key as "organisation?: _", h.short_name as "organisation_name?", i.created_at as "created_at: _", i.expires_at as "expires_at: _"
           from staff_invitations i left join accounts a on a.id = i.account_id
           left join health_authorities h on h.key = coalesce(i.registry_organisation, a.registry_organisation)
           where i.id = $1 and i.accepted_at is null and i.cancelled_at is null and ($2::text is null or h.key = $2)"#,
        id as _,
        scope.map(AuthorityKey::as_str)
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(Columns::invitation))
}

/// Gives an open invitation another link, and as long again; the one before opens nothing. Whether it was open.
pub async fn resend(
    db: impl PgExecutor<'_>,
    id: InvitationId,
    token: TokenHash,
    expires_at: Timestamp,
    now: Timestamp,
) -> Result<bool> {
    Ok(sqlx::query!(
        "update staff_invitations set token_hash = $2, created_at = $3, expires_at = $4
         where id = $1 and accepted_at is null and cancelled_at is null",
        id as _,
        &token,
        now.to_sqlx() as _,
        expires_at.to_sqlx() as _
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Takes an open invitation back. Whether it was open.
pub async fn cancel(db: impl PgExecutor<'_>, id: InvitationId, now: Timestamp) -> Result<bool> {
    Ok(sqlx::query!(
        "update staff_invitations set cancelled_at = $2 where id = $1 and accepted_at is null and cancelled_at is null",
        id as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Takes back whatever is open for an address: what it was for was done in another way. Gives what was taken back.
pub async fn cancel_to(db: impl PgExecutor<'_>, email_norm: &str, now: Timestamp) -> Result<Vec<InvitationId>> {
    Ok(sqlx::query_scalar!(
        r#"update staff_invitations set cancelled_at = $2
           where email_norm = $1 and accepted_at is null and cancelled_at is null returning id as "id: InvitationId""#,
        email_norm,
        now.to_sqlx() as _
    )
    .fetch_all(db)
    .await?)
}

/// Forgets invitations that ended before a moment.
pub async fn forget(db: impl PgExecutor<'_>, before: Timestamp) -> Result<()> {
    sqlx::query!("delete from staff_invitations where expires_at <= $1", before.to_sqlx() as _).execute(db).await?;
    Ok(())
}
