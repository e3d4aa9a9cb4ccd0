//! The people who are staff, or wait to be, as those see them who look after them. Whoever looks after one organisation
//! finds its people and whoever waits; others are not there.

use domain::{
    access::Role,
    id::AccountId,
    staff::{
        AccountState, AuthorityKey, CatalogueRole, MINISTRY, PEOPLE_ON_PAGE, PeopleQuery, PeopleSort, RegistryRole,
        Roles, StaffVersion,
    },
    text::{EmailAddress, FullName},
};
use jiff::Timestamp;
use sqlx::PgExecutor;

pub use super::{
    rights::{NewStaff, is_last_admin, set_roles, set_state, take_in},
    suggested,
};
use crate::Result;

/// Somebody who is staff, or waits to be.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their account.
    pub id: AccountId,
    /// Their name.
    pub full_name: FullName,
    /// Their address.
    pub email: EmailAddress,
    /// What state the account is in.
    pub state: AccountState,
    /// What they may do.
    pub roles: Roles,
    /// What the organisation of their role of the registry is called.
    pub organisation_name: Option<String>,
    /// When they were there last as staff, within minutes.
    pub last_seen_at: Option<Timestamp>,
    /// Whether there is a password.
    pub has_password: bool,
    /// Whether an authenticator or a passkey is set up.
    pub has_factor: bool,
    /// Whether a provider signs in to it.
    pub is_provider: bool,
    /// The version of the account.
    pub version: StaffVersion,
}

/// Some of the people, and how many there are.
#[derive(Clone, Debug)]
pub struct Found {
    /// Those of the page.
    pub people: Vec<Person>,
    /// How many there are in all.
    pub total: i64,
    /// The page that it is; the first one, where the one that was asked for is behind the last.
    pub page: u32,
}

impl Found {
    /// How many pages there are; at least one.
    pub fn pages(&self) -> u32 {
        u32::try_from((self.total + PEOPLE_ON_PAGE - 1) / PEOPLE_ON_PAGE).unwrap_or(u32::MAX).max(1)
    }
}

/// A person as a row, and how many there are.
struct Columns {
    id: AccountId,
    full_name: FullName,
    email: EmailAddress,
    state: AccountState,
    catalogue: Option<CatalogueRole>,
    registry: Option<RegistryRole>,
    organisation: Option<AuthorityKey>,
    organisation_name: Option<String>,
    last_seen_at: Option<jiff_sqlx::Timestamp>,
    has_password: bool,
    has_factor: bool,
    is_provider: bool,
    version: i32,
    total: i64,
}

impl Columns {
    fn person(self) -> Person {
        Person {
            id: self.id,
            full_name: self.full_name,
            email: self.email,
            state: self.state,
            roles: Roles::of(self.catalogue, self.registry, self.organisation),
            organisation_name: self.organisation_name,
            last_seen_at: self.last_seen_at.map(jiff_sqlx::Timestamp::to_jiff),
            has_password: self.has_password,
            has_factor: self.has_factor,
            is_provider: self.is_provider,
            version: StaffVersion(self.version),
        }
    }
}

/// A role as columns hold it: of the catalogue, of the registry, and whether only or never for the ministry.
const fn columns_of(role: Role) -> (Option<CatalogueRole>, Option<RegistryRole>, Option<bool>) {
    match role {
        Role::Publisher => (Some(CatalogueRole::Publisher), None, None),
        Role::Fulfiller => (Some(CatalogueRole::Fulfiller), None, None),
        Role::CatalogueAdmin => (Some(CatalogueRole::Admin), None, None),
        Role::Viewer => (None, Some(RegistryRole::Viewer), None),
        Role::Verifier => (None, Some(RegistryRole::Verifier), None),
        Role::Coordinator => (None, Some(RegistryRole::Coordinator), None),
        Role::AuthorityAdmin => (None, Some(RegistryRole::Admin), Some(false)),
        Role::MinistryAdmin => (None, Some(RegistryRole::Admin), Some(true)),
        Role::PrivacyOfficer => (None, Some(RegistryRole::PrivacyOfficer), None),
        Role::Guest | Role::ConfirmedGuest | Role::AccountHolder | Role::Registrant | Role::Pending => {
            (None, None, None)
        }
    }
}

/// The people who are asked for, a page of them; of all, or of one organisation. Part of a name or an address is found
/// whatever its case and its accents.
#[expect(clippy::too_many_lines, reason = "one statement and the one place that reads its rows")]
pub async fn list(db: impl PgExecutor<'_>, query: &PeopleQuery, scope: Option<&AuthorityKey>) -> Result<Found> {
    let (catalogue, registry, is_of_ministry) = query.role.map_or((None, None, None), columns_of);
    let skipped = i64::from(query.page.saturating_sub(1)) * PEOPLE_ON_PAGE;
    let (is_by_seen, is_by_state) = (query.sort == PeopleSort::Seen, query.sort == PeopleSort::State);
    let rows = sqlx::query_as!(
        Columns,
        r#"with found as (
               select a.id, a.full_name, a.email, a.state, a.catalogue_role, a.registry_role, a.registry_organisation, a.last_seen_at,
                   a.password_hash is not null as has_password, a.row_version
               from accounts a
               where (a.catalogue_role is not null or a.registry_role is not null or a.state in ('pending', 'suspended'))
                   and ($1::text is null or a.registry_organisation = $1 or a.state = 'pending')
                   and ($2 = '' or position(fold($2) in fold(a.full_name)) > 0 or position(lower($2) in a.email_norm) > 0)
                   and ($3::text is null or a.state = $3)
                   and ($4::text is null or a.catalogue_role = $4) and ($5::text is null or a.registry_role = $5)
                   and ($6::boolean is null or (a.registry_organisation = $7) = $6)
                   and ($8::text is null or a.registry_organisation = $8)),
           counted as (select count(*) as total from found)
           select f.id as "id!: _", f.full_name as "full_name!: _", f.email as "email!: _", f.state as "state!: _",
               f.catalogue_role as "catalogue?: _", f.registry_role as "registry?: _", f.registry_organisation as "organisation?: _",
               h.short_name as "organisation_name?", f.last_seen_at as "last_seen_at?: _", f.has_password as "has_password!",
               (exists (select from staff_authenticators u where u.account_id = f.id and u.secret is not null)
                   or exists (select from staff_passkeys p where p.account_id = f.id)) as "has_factor!",
               exists (select from account_identities i where i.account_id = f.id) as "is_provider!",
               f.row_version as "version!", c.total as "total!"
           from found f cross join counted c left join health_authorities h on h.key = f.registry_organisation
           order by case when $9::boolean then f.last_seen_at end desc nulls last,
               case when $10::boolean then case f.state when 'pending' then 0 when 'suspended' then 1 else 2 end end,
               fold(f.full_name), f.id
           limit $11 offset (select case when $12::bigint < total then $12::bigint else 0 end from counted)"#,
        scope.map(AuthorityKey::as_str),
        query.text,
        query.state.as_ref().map(AccountState::as_str),
        catalogue.as_ref().map(CatalogueRole::as_str),
        registry.as_ref().map(RegistryRole::as_str),
        is_of_ministry,
        MINISTRY,
        query.organisation.as_ref().map(AuthorityKey::as_str),
        is_by_seen,
        is_by_state,
        PEOPLE_ON_PAGE,
        skipped
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let page = if skipped < total { query.page } else { 1 };
    Ok(Found { people: rows.into_iter().map(Columns::person).collect(), total, page })
}

/// Somebody, as whoever looks after them sees them.
pub async fn find(db: impl PgExecutor<'_>, id: AccountId, scope: Option<&AuthorityKey>) -> Result<Option<Person>> {
    let row = sqlx::query_as!(
        Columns,
        r#"select a.id as "id: _", a.full_name as "full_name: _", a.email as "email: _", a.state as "state: _",
               a.catalogue_role as "catalogue: _", a.registry_role as "registry: _", a.registry_organisation as "organisation: _",
               h.short_name as "organisation_name?", a.last_seen_at as "last_seen_at: _", a.password_hash is not null as "has_password!",
               (exists (select from staff_authenticators u where u.account_id = a.id and u.secret is not null)
                   or exists (select from staff_passkeys p where p.account_id = a.id)) as "has_factor!",
               exists (select from account_identities i where i.account_id = a.id) as "is_provider!",
               a.row_version as version, 1::bigint as "total!"
           from accounts a left join health_authorities h on h.key = a.registry_organisation
           where a.id = $1 and (a.catalogue_role is not null or a.registry_role is not null or a.state in ('pending', 'suspended'))
               and ($2::text is null or a.registry_organisation = $2 or a.state = 'pending')"#,
        id as _,
        scope.map(AuthorityKey::as_str)
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(Columns::person))
}

/// How many people wait for approval.
pub async fn waiting(db: impl PgExecutor<'_>) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "waiting!" from accounts where state = 'pending'
               and (catalogue_role is not null or registry_role is not null or state in ('pending', 'suspended'))"#
    )
    .fetch_one(db)
    .await?)
}
