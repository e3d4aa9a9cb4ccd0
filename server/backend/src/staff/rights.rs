//! Everything that says whether somebody may change what somebody else may do, locked: read before, it may be wrong by now.

use domain::{
    access::{Permission, Scope},
    id::AccountId,
    staff::{AccountState, Roles, may_see},
};
use sqlx::PgConnection;
use store::staff::rights::{self, Standing};

use crate::FormError;

/// The rights of two accounts, and of all who administer the catalogue or the whole registry; nobody else changes them
/// until the transaction ends.
#[derive(Clone, Debug)]
pub(super) struct Rights {
    /// The roles of whoever acts.
    pub(super) actor: Roles,
    /// Whom they act on.
    pub(super) target: Standing,
    locked: Vec<Standing>,
}

impl Rights {
    /// Locks them. Nothing is found where whoever acts may not any more, or does not see the other one.
    pub(super) async fn lock(db: &mut PgConnection, actor: AccountId, target: AccountId) -> Result<Self, FormError> {
        let locked = rights::lock(db, &[actor, target]).await?;
        Self::of(locked, actor, target).ok_or(FormError::NotFound)
    }

    /// The roles of whoever acts on nobody who has an account yet.
    pub(super) async fn of_actor(db: &mut PgConnection, actor: AccountId) -> Result<Roles, FormError> {
        let locked = rights::lock(db, &[actor]).await?;
        let found = locked.into_iter().find(|one| one.id == actor && one.state == AccountState::Active);
        let manages = |one: &Standing| Permission::ManageStaff.scope_of(one.roles.access_roles()) > Scope::Nothing;
        found.filter(manages).map(|one| one.roles).ok_or(FormError::NotFound)
    }

    fn of(locked: Vec<Standing>, actor: AccountId, target: AccountId) -> Option<Self> {
        let find = |id: AccountId| locked.iter().find(|one| one.id == id);
        let actor = find(actor).filter(|one| one.state == AccountState::Active)?.roles.clone();
        let target = find(target).filter(|one| is_seen(&actor, one))?.clone();
        Some(Self { actor, target, locked })
    }

    /// Whether whoever acts sees the target, as it is now.
    pub(super) fn is_still_seen(&self) -> bool {
        is_seen(&self.actor, &self.target)
    }

    /// Whether somebody is left to administer the catalogue, and somebody the whole registry, once the target has these
    /// roles; or none, where it is not active any more.
    pub(super) fn leaves_admins(&self, after: Option<&Roles>) -> bool {
        leaves_admins(&self.locked, &self.target, after)
    }
}

/// Whether somebody sees an account among staff.
fn is_seen(actor: &Roles, one: &Standing) -> bool {
    one.is_of_staff() && sees(actor, one.state, &one.roles)
}

/// The same of an account of staff. Whoever administers one organisation sees its people, and who waits; suspended accounts
/// without a role are not theirs.
pub(super) fn sees(actor: &Roles, state: AccountState, roles: &Roles) -> bool {
    let is_theirs =
        actor.is_catalogue_admin() || actor.is_ministry_admin() || roles.is_staff() || state == AccountState::Pending;
    is_theirs && may_see(actor, roles)
}

/// The same of an account among all who administer.
pub(super) fn leaves_admins(all: &[Standing], target: &Standing, after: Option<&Roles>) -> bool {
    [Roles::is_catalogue_admin, Roles::is_ministry_admin].into_iter().all(|is_admin: fn(&Roles) -> bool| {
        let counts = |one: &Standing| one.state == AccountState::Active && is_admin(&one.roles);
        !counts(target) || after.is_some_and(is_admin) || all.iter().any(|other| other.id != target.id && counts(other))
    })
}

#[cfg(test)]
mod tests {
    use domain::{
        form::Answer,
        staff::{AuthorityKey, CatalogueRole, MINISTRY, RegistryRole, StaffVersion},
        text::EmailAddress,
    };

    use super::*;

    fn standing(id: u128, state: AccountState, roles: Roles) -> Standing {
        let email = EmailAddress::read("ada@example.com").expect("an address");
        Standing { id: AccountId(uuid::Uuid::from_u128(id)), email, state, roles, version: StaffVersion(1) }
    }

    fn roles(catalogue: Option<CatalogueRole>, registry: Option<(RegistryRole, &str)>) -> Roles {
        let organisation = registry.and_then(|(_, key)| AuthorityKey::read(key).ok());
        Roles::of(catalogue, registry.map(|(role, _)| role), organisation)
    }

    fn catalogue_admin() -> Roles {
        roles(Some(CatalogueRole::Admin), None)
    }

    fn ministry_admin() -> Roles {
        roles(None, Some((RegistryRole::Admin, MINISTRY)))
    }

    #[test]
    fn eh_71_the_last_administrator_of_either_half_stays() {
        use AccountState::{Active, Suspended};
        for admin in [catalogue_admin(), ministry_admin()] {
            let [one, two] = [1, 2].map(|id| standing(id, Active, admin.clone()));
            let away = standing(3, Suspended, admin.clone());
            let left = |all: &[Standing], after: Option<Roles>| leaves_admins(all, &one, after.as_ref());
            assert!(!left(&[one.clone(), away.clone()], None), "somebody suspended does not count");
            assert!(!left(std::slice::from_ref(&one), Some(Roles::default())));
            assert!(left(std::slice::from_ref(&one), Some(admin.clone())), "they keep it");
            assert!(left(&[one.clone(), two.clone()], None));
            assert!(leaves_admins(std::slice::from_ref(&one), &away, None), "whoever is suspended is not the last");
        }
        let fraser = standing(4, Active, roles(None, Some((RegistryRole::Admin, "FHA"))));
        assert!(leaves_admins(std::slice::from_ref(&fraser), &fraser, None), "of an authority anybody may go");
        let both = standing(5, Active, roles(Some(CatalogueRole::Admin), Some((RegistryRole::Admin, MINISTRY))));
        let other = standing(6, Active, catalogue_admin());
        assert!(!leaves_admins(&[both.clone(), other.clone()], &both, None), "nobody is left in the registry");
        assert!(leaves_admins(&[both.clone(), other], &both, Some(&ministry_admin())));
    }

    #[test]
    fn eh_71_whoever_may_not_any_more_finds_nobody() {
        use AccountState::{Active, Pending, Suspended};
        let viewer = || roles(None, Some((RegistryRole::Viewer, "FHA")));
        let found = |actor: (AccountState, Roles), target: (AccountState, Roles)| {
            let all = vec![standing(1, actor.0, actor.1), standing(2, target.0, target.1)];
            let [one, two] = [0, 1].map(|at: usize| all[at].id);
            Rights::of(all, one, two).is_some()
        };
        assert!(found((Active, ministry_admin()), (Active, viewer())));
        assert!(found((Active, ministry_admin()), (Pending, Roles::default())));
        assert!(found((Active, ministry_admin()), (Suspended, Roles::default())));
        assert!(
            !found((Active, ministry_admin()), (Active, Roles::default())),
            "who only orders is nobody's to manage"
        );
        assert!(!found((Suspended, ministry_admin()), (Active, viewer())));
        assert!(!found((Active, viewer()), (Active, viewer())));
        let fraser = || roles(None, Some((RegistryRole::Admin, "FHA")));
        assert!(found((Active, fraser()), (Active, viewer())));
        assert!(!found((Active, fraser()), (Active, catalogue_admin())));
    }
}
