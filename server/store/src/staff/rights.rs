//! Giving roles to accounts and taking them, and letting people in or not; and, locked, what says who may. Roles are
//! read with every request, so that what is written here holds from the next one on.

use domain::{
    id::{AccountId, InvitationId},
    staff::{AccountState, AuthorityKey, CatalogueRole, MINISTRY, RegistryRole, Roles, StaffVersion},
    text::{EmailAddress, FullName},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// An account, as far as rights go.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The account.
    pub id: AccountId,
    /// Its address.
    pub email: EmailAddress,
    /// What state it is in.
    pub state: AccountState,
    /// What its owner may do.
    pub roles: Roles,
    /// How often it was changed.
    pub version: StaffVersion,
}

impl Standing {
    /// Whether those who manage staff see it at all: it has a role, waits for one, or is suspended.
    pub fn is_of_staff(&self) -> bool {
        self.roles.is_staff() || self.state != AccountState::Active
    }
}

/// Locks accounts, together with all that administer the catalogue or the whole registry, in one order for everybody:
/// nobody's rights among them change until the transaction ends. To be asked before any other account is locked, and
/// before anything else (`locked`).
pub async fn lock(db: &mut PgConnection, accounts: &[AccountId]) -> Result<Vec<Standing>> {
    let rows = sqlx::query!(
        r#"select id as "id: AccountId", email as "email: EmailAddress", state as "state: AccountState",
               catalogue_role as "catalogue: CatalogueRole", registry_role as "registry: RegistryRole",
               registry_organisation as "organisation: AuthorityKey", row_version
           from accounts where state in ('active', 'suspended', 'pending') and (id = any($1::uuid[])
               or state = 'active' and (catalogue_role = 'admin' or registry_role = 'admin' and registry_organisation = $2))
           order by id for no key update"#,
        accounts as _,
        MINISTRY
    )
    .fetch_all(db)
    .await?;
    let standing = rows.into_iter().map(|row| Standing {
        id: row.id,
        email: row.email,
        state: row.state,
        roles: Roles::of(row.catalogue, row.registry, row.organisation),
        version: StaffVersion(row.row_version),
    });
    Ok(standing.collect())
}

/// Whether an account is that of the last one who administers the catalogue or the whole registry; they stay it until
/// the transaction ends. To be asked before any account is locked.
pub async fn is_last_admin(db: &mut PgConnection, account: AccountId) -> Result<bool> {
    let locked = lock(db, &[account]).await?;
    let is_last = |is_admin: fn(&Roles) -> bool| {
        let mut admins = locked.iter().filter(|one| one.state == AccountState::Active && is_admin(&one.roles));
        admins.next().is_some_and(|one| one.id == account) && admins.next().is_none()
    };
    Ok(is_last(Roles::is_catalogue_admin) || is_last(Roles::is_ministry_admin))
}

/// Gives an account these roles in the place of those that it has; whoever waited is let in. It is locked.
pub async fn set_roles(db: impl PgExecutor<'_>, member: AccountId, roles: &Roles, now: Timestamp) -> Result<()> {
    let (catalogue, registry) = (roles.catalogue, roles.registry_role());
    sqlx::query!(
        "update accounts set catalogue_role = $2, registry_role = $3, registry_organisation = $4,
             state = case state when 'pending' then 'active' else state end, updated_at = $5, row_version = row_version + 1
         where id = $1 and state in ('active', 'suspended', 'pending')",
        member as _,
        catalogue as _,
        registry as _,
        roles.organisation() as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Suspends an account, or lets its owner in again. It is locked.
pub async fn set_state(db: impl PgExecutor<'_>, member: AccountId, state: AccountState, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "update accounts set state = $2, updated_at = $3, row_version = row_version + 1
         where id = $1 and state in ('active', 'suspended', 'pending')",
        member as _,
        state.as_str(),
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Takes its password from an account: whoever administers it does, and not its owner. It is locked.
pub async fn forget_password(db: impl PgExecutor<'_>, member: AccountId, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "update accounts set password_hash = null, updated_at = $2, row_version = row_version + 1 where id = $1",
        member as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Takes back what is open for an address, and what its owner, by their account, invited others to be: both were for
/// what they might do before. Gives what was taken back.
pub async fn cancel_invitations(
    db: impl PgExecutor<'_>,
    (account, email_norm): (AccountId, &str),
    now: Timestamp,
) -> Result<Vec<InvitationId>> {
    Ok(sqlx::query_scalar!(
        r#"update staff_invitations set cancelled_at = $3
           where accepted_at is null and cancelled_at is null
               and (email_norm = $2 or invited_by = $1 and account_id is null)
           returning id as "id: InvitationId""#,
        account as _,
        email_norm,
        now.to_sqlx() as _
    )
    .fetch_all(db)
    .await?)
}

/// Somebody who accepted an invitation.
#[derive(Clone, Copy, Debug)]
pub struct NewStaff<'a> {
    /// The account that is made, unless there is one of this address.
    pub id: AccountId,
    /// Their address, which the invitation went to.
    pub email: &'a EmailAddress,
    /// Their name.
    pub full_name: &'a FullName,
    /// What is stored of their password; nothing where a provider signs in, and then a password that there was stays.
    pub hash: Option<&'a str>,
    /// What they were invited to be. Of the half of the service that it does not name, an account keeps what it had.
    pub roles: &'a Roles,
}

/// Takes somebody in: makes their account or takes the one of their address, whoever waits among them. Gives the
/// account; nothing where it is suspended, or has a role already.
pub async fn take_in(db: &mut PgConnection, new: NewStaff<'_>, now: Timestamp) -> Result<Option<AccountId>> {
    let (catalogue, registry) = (new.roles.catalogue, new.roles.registry_role());
    Ok(sqlx::query_scalar!(
        r#"insert into accounts as a (id, email, email_norm, full_name, password_hash, catalogue_role, registry_role, registry_organisation,
               email_confirmed_at, created_at, updated_at, last_signed_in_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $9, $9)
           on conflict (email_norm) do update set full_name = excluded.full_name,
               password_hash = coalesce(excluded.password_hash, a.password_hash),
               catalogue_role = excluded.catalogue_role, registry_role = excluded.registry_role,
               registry_organisation = excluded.registry_organisation,
               state = 'active', email_confirmed_at = excluded.email_confirmed_at, updated_at = excluded.updated_at,
               row_version = a.row_version + 1
           where a.state in ('active', 'pending') and a.catalogue_role is null and a.registry_role is null
           returning id as "id: AccountId""#,
        new.id as _,
        new.email.as_str(),
        new.email.normalised(),
        new.full_name.as_str(),
        new.hash,
        catalogue as _,
        registry as _,
        new.roles.organisation() as _,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}
