//! The roles of staff, of both halves of the service, and what state an account is in.

use super::AuthorityKey;
use crate::access::Role;

choice! {
    /// What somebody does for the catalogue.
    CatalogueRole {
        /// Edits and publishes.
        Publisher = "publisher",
        /// Sends out what is ordered.
        Fulfiller = "fulfiller",
        /// Administers it.
        Admin = "admin",
    }
}
answers_by_code!(CatalogueRole);

choice! {
    /// What somebody does for the registry, for one organisation.
    RegistryRole {
        /// Reads registrations.
        Viewer = "viewer",
        /// Checks credentials.
        Verifier = "verifier",
        /// Finds and deploys people.
        Coordinator = "coordinator",
        /// Administers what is their organisation's; of the ministry, everything.
        Admin = "admin",
        /// Looks after access, erasure and retention; of the ministry only.
        PrivacyOfficer = "privacy_officer",
    }
}
answers_by_code!(RegistryRole);

choice! {
    /// What state an account is in. Of one that is closed nothing is left to be in one.
    AccountState {
        /// It is used.
        Active = "active",
        /// Nobody signs in to it.
        Suspended = "suspended",
        /// Somebody unknown came by a provider, and waits for approval.
        Pending = "pending",
    }
}

/// The organisation that sees everybody: the Ministry of Health.
pub const MINISTRY: &str = "MOH";

/// What roles an account has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Roles {
    /// Of the catalogue.
    pub catalogue: Option<CatalogueRole>,
    /// Of the registry, and for which organisation.
    pub registry: Option<(RegistryRole, AuthorityKey)>,
}

impl Roles {
    /// Roles as columns hold them. A role of the registry without an organisation is none.
    pub fn of(
        catalogue: Option<CatalogueRole>,
        registry: Option<RegistryRole>,
        organisation: Option<AuthorityKey>,
    ) -> Self {
        Self { catalogue, registry: registry.zip(organisation) }
    }

    /// Whether there is any.
    pub const fn is_staff(&self) -> bool {
        self.catalogue.is_some() || self.registry.is_some()
    }

    /// The role of the registry, whatever its organisation.
    pub fn registry_role(&self) -> Option<RegistryRole> {
        self.registry.as_ref().map(|(role, _)| *role)
    }

    /// The organisation of that role.
    pub fn organisation(&self) -> Option<&AuthorityKey> {
        self.registry.as_ref().map(|(_, organisation)| organisation)
    }

    /// Whether they administer the catalogue.
    pub fn is_catalogue_admin(&self) -> bool {
        self.catalogue == Some(CatalogueRole::Admin)
    }

    /// Whether they administer the whole registry.
    pub fn is_ministry_admin(&self) -> bool {
        self.access_role_of_registry() == Some(Role::MinistryAdmin)
    }

    /// Whether they administer one organisation that is not the ministry; then which.
    pub fn administers(&self) -> Option<&AuthorityKey> {
        self.organisation().filter(|_| self.access_role_of_registry() == Some(Role::AuthorityAdmin))
    }

    /// These roles, as the table of who may do what knows them.
    pub fn access_roles(&self) -> impl Iterator<Item = Role> + use<> {
        let catalogue = self.catalogue.map(|role| match role {
            CatalogueRole::Publisher => Role::Publisher,
            CatalogueRole::Fulfiller => Role::Fulfiller,
            CatalogueRole::Admin => Role::CatalogueAdmin,
        });
        catalogue.into_iter().chain(self.access_role_of_registry())
    }

    fn access_role_of_registry(&self) -> Option<Role> {
        let (role, organisation) = self.registry.as_ref()?;
        Some(match role {
            RegistryRole::Viewer => Role::Viewer,
            RegistryRole::Verifier => Role::Verifier,
            RegistryRole::Coordinator => Role::Coordinator,
            RegistryRole::Admin if organisation.as_str() == MINISTRY => Role::MinistryAdmin,
            RegistryRole::Admin => Role::AuthorityAdmin,
            RegistryRole::PrivacyOfficer => Role::PrivacyOfficer,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Answer;

    #[test]
    fn an_administrator_is_of_their_organisation_and_one_of_the_ministry_of_everything() {
        let admin_of = |key: &str| Roles::of(None, Some(RegistryRole::Admin), AuthorityKey::read(key).ok());
        let (ministry, authority) = (admin_of(MINISTRY), admin_of("FHA"));
        assert!(ministry.is_ministry_admin() && ministry.administers().is_none());
        assert_eq!(authority.administers().map(AuthorityKey::as_str), Some("FHA"));
        assert_eq!(ministry.access_roles().collect::<Vec<_>>(), [Role::MinistryAdmin]);
        assert_eq!(authority.access_roles().collect::<Vec<_>>(), [Role::AuthorityAdmin]);
    }

    #[test]
    fn somebody_may_be_staff_of_both_halves_or_of_none() {
        assert!(!Roles::default().is_staff());
        assert_eq!(Roles::default().access_roles().next(), None);
        let both =
            Roles::of(Some(CatalogueRole::Fulfiller), Some(RegistryRole::Viewer), AuthorityKey::read("PHSA").ok());
        assert_eq!(both.access_roles().collect::<Vec<_>>(), [Role::Fulfiller, Role::Viewer]);
        assert!(!Roles::of(None, Some(RegistryRole::Viewer), None).is_staff(), "of no organisation");
    }
}
