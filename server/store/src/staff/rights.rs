//! What says whether somebody may change what somebody else may do, locked.

use domain::{
    id::AccountId,
    staff::{AccountState, AuthorityKey, CatalogueRole, MINISTRY, RegistryRole, Roles, StaffVersion},
    text::EmailAddress,
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
/// nobody's rights among them change until the transaction ends. To be asked before any other account is locked.
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

/// Takes back what is open for an address, and what its owner, by their account, invited others to be: both were for what
/// they might do before.
pub async fn cancel_invitations(
    db: impl PgExecutor<'_>,
    (account, email_norm): (AccountId, &str),
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "update staff_invitations set cancelled_at = $3
         where accepted_at is null and cancelled_at is null
             and (email_norm = $2 or invited_by = $1 and account_id is null)",
        account as _,
        email_norm,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}
