//! Who may give which role to whom, and whose accounts somebody sees. Pure rules: who acts and whom they act on are
//! given by their roles.

use super::{
    AuthorityKey, RegistryRole, Roles,
    forms::{CATALOGUE_ROLE, ORGANISATION, REGISTRY_ROLE},
};
use crate::form::{FieldErrors, Problem};

/// Why roles are not somebody's to give or to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotGiven {
    /// Only whoever administers the catalogue gives and takes its roles.
    #[error("roles of the catalogue are given by its administrators")]
    Catalogue,
    /// Only whoever administers an organisation, or the ministry, gives and takes roles of the registry.
    #[error("roles of the registry are given by its administrators")]
    Registry,
    /// Only the ministry gives and takes the role of its administrators and of privacy officers.
    #[error("this role is given by the ministry only")]
    MinistryOnly,
    /// The organisation, of before or from now on, is somebody else's.
    #[error("this organisation is somebody else's")]
    Organisation,
}

impl NotGiven {
    /// The same as what is wrong with a form that gives roles.
    pub fn errors(self) -> FieldErrors {
        let (field, problem) = match self {
            Self::Catalogue => (CATALOGUE_ROLE.name(), "not-yours"),
            Self::Registry => (REGISTRY_ROLE.name(), "not-yours"),
            Self::MinistryOnly => (REGISTRY_ROLE.name(), "ministry-only"),
            Self::Organisation => (ORGANISATION.name(), "not-yours"),
        };
        FieldErrors::of(field, Problem::new(problem))
    }
}

/// Whether somebody sees an account with these roles among the people they look after. An account without any waits
/// for approval, and everybody who approves sees it.
pub fn may_see(actor: &Roles, target: &Roles) -> bool {
    if actor.is_catalogue_admin() || actor.is_ministry_admin() {
        return true;
    }
    actor.administers().is_some_and(|own| target.organisation().map_or(!target.is_staff(), |theirs| theirs == own))
}

/// Whether somebody may suspend an account with these roles, let it in again and have its owner set anew how they sign
/// in: they may take its role of one half. Whoever is of both is suspended by the administrators of either, as each half
/// has its own. An account that has none is of somebody who waits, whom nobody needs to suspend; by whoever sees them.
pub fn may_act_on(actor: &Roles, target: &Roles) -> Result<(), NotGiven> {
    let halves = [
        Roles { catalogue: target.catalogue, registry: None },
        Roles { catalogue: None, registry: target.registry.clone() },
    ];
    let may_take = |half: &Roles| may_give(actor, half, &Roles::default());
    if halves.iter().any(|half| half.is_staff() && may_take(half).is_ok()) {
        return Ok(());
    }
    may_take(target)
}

/// Whether somebody may give these roles in the place of those of before. What does not change is nobody's concern.
pub fn may_give(actor: &Roles, before: &Roles, after: &Roles) -> Result<(), NotGiven> {
    if before.catalogue != after.catalogue && !actor.is_catalogue_admin() {
        return Err(NotGiven::Catalogue);
    }
    if before.registry == after.registry || actor.is_ministry_admin() {
        return Ok(());
    }
    let own = actor.administers().ok_or(NotGiven::Registry)?;
    before.registry.iter().chain(&after.registry).try_for_each(|registry| is_own(own, registry))
}

/// Whether a role of the registry is one that the administrator of an organisation gives and takes.
fn is_own(own: &AuthorityKey, (role, organisation): &(RegistryRole, AuthorityKey)) -> Result<(), NotGiven> {
    if *role == RegistryRole::PrivacyOfficer {
        return Err(NotGiven::MinistryOnly);
    }
    if organisation == own { Ok(()) } else { Err(NotGiven::Organisation) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        form::Answer,
        staff::{CatalogueRole, MINISTRY},
    };

    fn key(text: &str) -> AuthorityKey {
        AuthorityKey::read(text).expect("a key")
    }

    fn roles(catalogue: &str, registry: &str, organisation: &str) -> Roles {
        let catalogue = CatalogueRole::from_code(catalogue);
        Roles::of(catalogue, RegistryRole::from_code(registry), AuthorityKey::read(organisation).ok())
    }

    #[test]
    fn roles_are_given_as_the_table_says() {
        let catalogue = roles("admin", "", "");
        let (fraser, ministry) = (roles("", "admin", "FHA"), roles("", "admin", MINISTRY));
        let both = roles("admin", "admin", MINISTRY);
        let nobody = Roles::default();
        for (actor, before, after, answer) in [
            (&catalogue, &nobody, roles("publisher", "", ""), Ok(())),
            (&catalogue, &roles("publisher", "", ""), roles("admin", "", ""), Ok(())),
            (&catalogue, &nobody, roles("", "viewer", "FHA"), Err(NotGiven::Registry)),
            (&catalogue, &roles("", "viewer", "FHA"), roles("fulfiller", "viewer", "FHA"), Ok(())),
            (&catalogue, &roles("", "viewer", "FHA"), nobody.clone(), Err(NotGiven::Registry)),
            (&fraser, &nobody, roles("publisher", "", ""), Err(NotGiven::Catalogue)),
            (&fraser, &nobody, roles("", "viewer", "FHA"), Ok(())),
            (&fraser, &nobody, roles("", "admin", "FHA"), Ok(())),
            (&fraser, &roles("", "admin", "FHA"), roles("", "verifier", "FHA"), Ok(())),
            (&fraser, &roles("publisher", "viewer", "FHA"), roles("publisher", "", ""), Ok(())),
            (&fraser, &roles("publisher", "viewer", "FHA"), nobody.clone(), Err(NotGiven::Catalogue)),
            (&fraser, &nobody, roles("", "viewer", "VCHA"), Err(NotGiven::Organisation)),
            (&fraser, &roles("", "viewer", "VCHA"), roles("", "viewer", "FHA"), Err(NotGiven::Organisation)),
            (&fraser, &roles("", "viewer", "FHA"), roles("", "viewer", "VCHA"), Err(NotGiven::Organisation)),
            (&fraser, &nobody, roles("", "admin", MINISTRY), Err(NotGiven::Organisation)),
            (&fraser, &nobody, roles("", "privacy_officer", MINISTRY), Err(NotGiven::MinistryOnly)),
            (&fraser, &roles("", "admin", MINISTRY), nobody.clone(), Err(NotGiven::Organisation)),
            (&ministry, &nobody, roles("", "admin", MINISTRY), Ok(())),
            (&ministry, &nobody, roles("", "privacy_officer", MINISTRY), Ok(())),
            (&ministry, &roles("", "viewer", "VCHA"), roles("", "admin", "FHA"), Ok(())),
            (&ministry, &nobody, roles("publisher", "", ""), Err(NotGiven::Catalogue)),
            (&both, &roles("publisher", "viewer", "VCHA"), roles("admin", "admin", MINISTRY), Ok(())),
        ] {
            assert_eq!(may_give(actor, before, &after), answer, "{actor:?}: {before:?} to {after:?}");
        }
    }

    #[test]
    fn whoever_administers_a_half_acts_on_whoever_is_of_it() {
        let (catalogue, ministry) = (roles("admin", "", ""), roles("", "admin", MINISTRY));
        let (fraser, coast) = (roles("", "admin", "FHA"), roles("", "admin", "VCHA"));
        let of_both = roles("publisher", "viewer", "FHA");
        for (actor, target, answer) in [
            (&catalogue, &of_both, Ok(())),
            (&fraser, &of_both, Ok(())),
            (&ministry, &of_both, Ok(())),
            (&coast, &of_both, Err(NotGiven::Catalogue)),
            (&of_both, &of_both, Err(NotGiven::Catalogue)),
            (&catalogue, &roles("", "viewer", "FHA"), Err(NotGiven::Registry)),
            (&ministry, &roles("publisher", "", ""), Err(NotGiven::Catalogue)),
            (&fraser, &ministry, Err(NotGiven::Organisation)),
            (&fraser, &roles("publisher", "privacy_officer", MINISTRY), Err(NotGiven::Catalogue)),
            (&coast, &Roles::default(), Ok(())),
        ] {
            assert_eq!(may_act_on(actor, target), answer, "{actor:?} on {target:?}");
        }
    }

    #[test]
    fn accounts_are_seen_by_whoever_looks_after_them() {
        let fraser = roles("", "admin", "FHA");
        assert!(may_see(&fraser, &roles("", "viewer", "FHA")) && may_see(&fraser, &Roles::default()));
        assert!(!may_see(&fraser, &roles("", "viewer", "VCHA")) && !may_see(&fraser, &roles("publisher", "", "")));
        for all in [roles("admin", "", ""), roles("", "admin", MINISTRY)] {
            assert!(may_see(&all, &roles("", "viewer", "VCHA")) && may_see(&all, &roles("publisher", "", "")));
        }
        for none in [roles("publisher", "", ""), roles("", "coordinator", "FHA"), roles("", "privacy_officer", "MOH")] {
            assert!(!may_see(&none, &none), "{none:?}");
        }
    }

    fn any_roles() -> impl Strategy<Value = Roles> {
        let catalogue = proptest::option::of(proptest::sample::select(CatalogueRole::ALL));
        let registry = proptest::option::of(proptest::sample::select(RegistryRole::ALL));
        let organisation = proptest::sample::select(vec![MINISTRY, "FHA", "VCHA"]);
        (catalogue, registry, organisation).prop_map(|(catalogue, registry, organisation)| {
            let organisation = if registry == Some(RegistryRole::PrivacyOfficer) { MINISTRY } else { organisation };
            Roles::of(catalogue, registry, Some(key(organisation)))
        })
    }

    proptest! {
        #[test]
        fn nobody_gives_what_is_not_theirs(actor in any_roles(), before in any_roles(), after in any_roles()) {
            let is_given = may_give(&actor, &before, &after).is_ok();
            let changes_catalogue = before.catalogue != after.catalogue;
            let changes_registry = before.registry != after.registry;
            prop_assert!(!(is_given && changes_catalogue) || actor.is_catalogue_admin());
            if is_given && changes_registry && !actor.is_ministry_admin() {
                let own = actor.administers().expect("an organisation");
                let is_own = |roles: &&Roles| roles.organisation().is_none_or(|theirs| theirs == own);
                prop_assert!([&before, &after].iter().all(is_own));
                prop_assert!(!after.is_ministry_admin() && !before.is_ministry_admin());
                prop_assert!(after.registry_role() != Some(RegistryRole::PrivacyOfficer));
            }
            prop_assert_eq!(is_given, may_give(&actor, &after, &before).is_ok(), "what is given can be taken back");
        }

        #[test]
        fn whoever_acts_on_somebody_sees_them(actor in any_roles(), target in any_roles()) {
            prop_assert!(!target.is_staff() || may_act_on(&actor, &target).is_err() || may_see(&actor, &target));
        }
    }
}
