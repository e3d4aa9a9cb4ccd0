//! Giving roles to accounts and taking them, and letting people in or not. Roles are read with every request, so that
//! what is written here holds from the next one on.

use domain::{
    id::AccountId,
    staff::{AccountState, MINISTRY, Roles, StaffVersion},
    text::{EmailAddress, FullName},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// Gives an account these roles in the place of those that it has; whoever waited is let in. Whether it was still the
/// version that was looked at, and open.
pub async fn set_roles(
    db: impl PgExecutor<'_>,
    (member, version): (AccountId, StaffVersion),
    roles: &Roles,
    now: Timestamp,
) -> Result<bool> {
    let (catalogue, registry) = (roles.catalogue, roles.registry_role());
    Ok(sqlx::query!(
        "update accounts set catalogue_role = $3, registry_role = $4, registry_organisation = $5,
             state = case state when 'pending' then 'active' else state end, updated_at = $6, row_version = row_version + 1
         where id = $1 and row_version = $2 and state in ('active', 'suspended', 'pending')",
        member as _,
        version.0,
        catalogue as _,
        registry as _,
        roles.organisation() as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Suspends an account, or lets its owner in again. Whether it was still the version that was looked at, and in another
/// state. Nobody who waits is let in without a role.
pub async fn set_state(
    db: impl PgExecutor<'_>,
    (member, version): (AccountId, StaffVersion),
    state: AccountState,
    now: Timestamp,
) -> Result<bool> {
    Ok(sqlx::query!(
        "update accounts set state = $3, updated_at = $4, row_version = row_version + 1
         where id = $1 and row_version = $2
             and (state = 'suspended' and $3 = 'active' or state in ('active', 'pending') and $3 = 'suspended')",
        member as _,
        version.0,
        state.as_str(),
        now.to_sqlx() as _
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Everybody who administers the catalogue, and everybody who administers the whole registry; of accounts that are used.
#[derive(Clone, Debug, Default)]
pub struct Admins {
    /// Of the catalogue.
    pub catalogue: Vec<AccountId>,
    /// Of the ministry.
    pub ministry: Vec<AccountId>,
}

impl Admins {
    /// Whether an account is the last of either.
    pub fn is_last(&self, account: AccountId) -> bool {
        self.catalogue == [account] || self.ministry == [account]
    }

    /// Whether one of both would be without anybody if this account had these roles, and was used or not.
    pub fn would_end(&self, account: AccountId, after: &Roles, is_used: bool) -> bool {
        let ends_catalogue = self.catalogue == [account] && !(is_used && after.is_catalogue_admin());
        let ends_ministry = self.ministry == [account] && !(is_used && after.is_ministry_admin());
        ends_catalogue || ends_ministry
    }
}

/// Locks everybody who administers the catalogue or the whole registry, in one order, so that of two of them who go at
/// once the second one finds the first one gone. To be asked before any other account is locked.
pub async fn lock_admins(db: &mut PgConnection) -> Result<Admins> {
    let rows = sqlx::query!(
        r#"select id as "id: AccountId", catalogue_role = 'admin' as "is_catalogue?",
               registry_role = 'admin' and registry_organisation = $1 as "is_ministry?"
           from accounts where state = 'active'
               and (catalogue_role = 'admin' or registry_role = 'admin' and registry_organisation = $1)
           order by id for no key update"#,
        MINISTRY
    )
    .fetch_all(db)
    .await?;
    let mut admins = Admins::default();
    for row in rows {
        admins.catalogue.extend((row.is_catalogue == Some(true)).then_some(row.id));
        admins.ministry.extend((row.is_ministry == Some(true)).then_some(row.id));
    }
    Ok(admins)
}

/// Whether an account is that of the last one who administers the catalogue or the whole registry; they stay it until
/// the transaction ends. To be asked before any account is locked.
pub async fn is_last_admin(db: &mut PgConnection, account: AccountId) -> Result<bool> {
    Ok(lock_admins(db).await?.is_last(account))
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

/// Takes somebody in: makes their account or takes the one of their address, whoever waits among them. Gives the account;
/// nothing where it is suspended.
pub async fn take_in(db: &mut PgConnection, new: NewStaff<'_>, now: Timestamp) -> Result<Option<AccountId>> {
    let (catalogue, registry) = (new.roles.catalogue, new.roles.registry_role());
    Ok(sqlx::query_scalar!(
        r#"insert into accounts as a (id, email, email_norm, full_name, password_hash, catalogue_role, registry_role, registry_organisation,
               email_confirmed_at, created_at, updated_at, last_signed_in_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $9, $9)
           on conflict (email_norm) do update set full_name = excluded.full_name,
               password_hash = coalesce(excluded.password_hash, a.password_hash),
               catalogue_role = coalesce(excluded.catalogue_role, a.catalogue_role),
               registry_role = coalesce(excluded.registry_role, a.registry_role),
               registry_organisation = coalesce(excluded.registry_organisation, a.registry_organisation),
               state = 'active', email_confirmed_at = excluded.email_confirmed_at, updated_at = excluded.updated_at,
               row_version = a.row_version + 1
           where a.state in ('active', 'pending')
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

#[cfg(test)]
mod tests {
    use domain::staff::CatalogueRole;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn the_last_administrator_stays() {
        let [ada, grace] = [1, 2].map(|id| AccountId(Uuid::from_u128(id)));
        let admin = Roles { catalogue: Some(CatalogueRole::Admin), registry: None };
        let admins = Admins { catalogue: vec![ada], ministry: vec![ada, grace] };
        assert!(admins.is_last(ada) && !admins.is_last(grace));
        assert!(admins.would_end(ada, &Roles::default(), true) && admins.would_end(ada, &admin, false));
        assert!(!admins.would_end(ada, &admin, true), "another one administers the registry");
        assert!(!admins.would_end(grace, &Roles::default(), false));
    }
}
