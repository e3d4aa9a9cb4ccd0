//! The questions about roles, as whoever gives them may answer: what is not theirs to give is not asked, and travels with
//! the form as it is.

use domain::staff::{AuthorityKey, CATALOGUE_ROLE, ORGANISATION, REGISTRY_ROLE, RegistryRole, Roles};
use store::staff::Authority;
use ui::Filled;

use crate::words::t;

/// The questions.
pub struct RoleQuestions {
    /// The form, with what is on offer.
    pub filled: Filled,
    /// What is not asked.
    pub unseen: Vec<&'static str>,
    /// Why not, in words.
    pub notes: Vec<String>,
}

impl RoleQuestions {
    /// Whether the organisation is asked for.
    pub fn asks_organisation(&self) -> bool {
        !self.unseen.contains(&ORGANISATION.name())
    }
}

/// Whether somebody gives and takes roles of the registry, of an account that has these: the ministry of all, an
/// administrator of their own organisation, and not that of a privacy officer.
fn gives_registry(actor: &Roles, before: &Roles) -> bool {
    if actor.is_ministry_admin() {
        return true;
    }
    let is_own = |own: &AuthorityKey| before.organisation().is_none_or(|theirs| theirs == own);
    actor.administers().is_some_and(is_own) && before.registry_role() != Some(RegistryRole::PrivacyOfficer)
}

/// Whether somebody changes any role of an account that has these.
pub fn gives_any(actor: &Roles, before: &Roles) -> bool {
    actor.is_catalogue_admin() || gives_registry(actor, before)
}

/// Puts on offer what somebody may give to an account that has these roles.
pub fn role_questions(actor: &Roles, before: &Roles, mut filled: Filled, authorities: Vec<Authority>) -> RoleQuestions {
    let own = if actor.is_ministry_admin() { None } else { actor.administers() };
    let offered: Vec<Authority> =
        authorities.into_iter().filter(|authority| own.is_none_or(|own| authority.key == *own)).collect();
    let question = ORGANISATION.name();
    filled.facts = filled.facts.with_list(question, offered.iter().map(|authority| authority.key.to_string()));
    let names = offered.into_iter().map(|authority| (format!("{question}.{}", authority.key), authority.short_name));
    filled.words.0.extend(names);
    filled.words.0.insert("form-choose".to_owned(), t("staff-none"));
    let (mut unseen, mut notes) = (Vec::new(), Vec::new());
    if !actor.is_catalogue_admin() {
        unseen.push(CATALOGUE_ROLE.name());
        notes.push(t("staff-role-cannot-catalogue"));
    }
    if !gives_registry(actor, before) {
        unseen.extend([REGISTRY_ROLE.name(), ORGANISATION.name()]);
        notes.push(t("staff-role-cannot-registry"));
    }
    said_where_it_is_seen(&mut filled, &unseen);
    RoleQuestions { filled, unseen, notes }
}

/// What is wrong with a question that is not asked is said at the first one that is.
fn said_where_it_is_seen(filled: &mut Filled, unseen: &[&'static str]) {
    let is_seen = |name: &&'static str| !unseen.contains(name);
    let Some(first) = [CATALOGUE_ROLE.name(), REGISTRY_ROLE.name()].into_iter().find(is_seen) else { return };
    for error in filled.errors.iter_mut().filter(|error| unseen.contains(&error.field.as_str())) {
        first.clone_into(&mut error.field);
    }
}

#[cfg(test)]
mod tests {
    use domain::{
        form::Answer,
        staff::{CatalogueRole, MINISTRY},
    };
    use ui::ShownError;

    use super::*;

    fn of_registry(role: RegistryRole, organisation: &str) -> Roles {
        Roles::of(None, Some(role), AuthorityKey::read(organisation).ok())
    }

    fn authorities() -> Vec<Authority> {
        let authority = |key: &str| Authority {
            key: AuthorityKey::read(key).expect("a key"),
            name: key.to_owned(),
            short_name: key.to_owned(),
        };
        [MINISTRY, "FHA", "VCHA"].map(authority).into()
    }

    fn asked(actor: &Roles, before: &Roles) -> (Vec<String>, Vec<&'static str>) {
        let questions = role_questions(actor, before, Filled::default(), authorities());
        (questions.filled.facts.list(ORGANISATION.name()).to_vec(), questions.unseen)
    }

    #[test]
    fn what_is_not_theirs_to_give_is_not_asked() {
        let (ministry, fraser) = (of_registry(RegistryRole::Admin, MINISTRY), of_registry(RegistryRole::Admin, "FHA"));
        let catalogue = Roles::of(Some(CatalogueRole::Admin), None, None);
        let nobody = Roles::default();
        let registry = [REGISTRY_ROLE.name(), ORGANISATION.name()];
        assert_eq!(asked(&ministry, &nobody).1, [CATALOGUE_ROLE.name()]);
        assert_eq!(asked(&ministry, &nobody).0, [MINISTRY, "FHA", "VCHA"]);
        assert_eq!(asked(&fraser, &nobody).0, ["FHA"]);
        assert_eq!(asked(&catalogue, &nobody).1, registry);
        let both = Roles { catalogue: catalogue.catalogue, ..fraser.clone() };
        assert_eq!(asked(&both, &of_registry(RegistryRole::Viewer, "VCHA")).1, registry, "somebody else's");
        assert!(asked(&both, &of_registry(RegistryRole::Viewer, "FHA")).1.is_empty());
        assert!(!gives_any(&fraser, &of_registry(RegistryRole::PrivacyOfficer, MINISTRY)));
    }

    #[test]
    fn what_is_wrong_is_said_where_somebody_sees_it() {
        let error = ShownError { field: CATALOGUE_ROLE.name().to_owned(), text: "Choose at least one role".to_owned() };
        let filled = Filled { errors: vec![error], ..Filled::default() };
        let fraser = of_registry(RegistryRole::Admin, "FHA");
        let questions = role_questions(&fraser, &Roles::default(), filled, authorities());
        assert_eq!(questions.filled.errors[0].field, REGISTRY_ROLE.name());
    }
}
