//! The forms by which somebody gets roles and loses them, and is let in or not.

use super::{
    Roles,
    forms::{CATALOGUE_ROLE, ORGANISATION, REGISTRY_ROLE, ROLE_WORDS, roles},
};
use crate::{
    form::{Answer, Answers, Declared, Facts, Field, FieldErrors, Form, Kind, MALFORMED, Problem, Reader},
    id::AccountId,
    paths::{self, Path},
};

/// Whose account.
pub const STAFF_MEMBER: Field<AccountId> = Field::new("staff_member").kind(Kind::Hidden);
/// The version of that account which the page shows.
pub const STAFF_VERSION: Field<StaffVersion> = Field::new("staff_version").kind(Kind::Hidden);

impl Answer for AccountId {
    const MAX_CHARS: usize = 36;

    fn read(text: &str) -> Result<Self, Problem> {
        text.parse().map_err(|_| MALFORMED)
    }
}

/// How often an account was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StaffVersion(pub i32);

impl std::fmt::Display for StaffVersion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl Answer for StaffVersion {
    const MAX_CHARS: usize = 10;

    fn read(text: &str) -> Result<Self, Problem> {
        text.parse::<i32>().ok().filter(|version| *version >= 1).map(Self).ok_or(MALFORMED)
    }
}

/// The page of the account that a form is about.
fn of_member(answers: &Answers, page: fn(AccountId) -> Path) -> Path {
    answers.first(STAFF_MEMBER.name()).parse::<AccountId>().map_or_else(|_| paths::staff_people(), page)
}

/// Declares a form that gives roles to an account.
macro_rules! gives_roles {
    ($(#[$meta:meta])* $name:ident, $id:literal, $is_needed:literal) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            /// Whose account.
            pub member: AccountId,
            /// The version of it that the page shows.
            pub version: StaffVersion,
            /// Its roles from now on.
            pub roles: Roles,
        }

        impl Form for $name {
            const NAME: &'static str = $id;
            const FIELDS: &'static [Declared] = &[
                STAFF_MEMBER.declared(),
                STAFF_VERSION.declared(),
                CATALOGUE_ROLE.declared(),
                REGISTRY_ROLE.declared(),
                ORGANISATION.declared(),
            ];
            const WORDS: &'static [&'static str] = ROLE_WORDS;

            fn parse(answers: &Answers, facts: &Facts) -> Result<Self, FieldErrors> {
                let mut read = Reader::new(answers);
                let (member, version) = (read.required(&STAFF_MEMBER), read.required(&STAFF_VERSION));
                let roles = roles(&mut read, (answers, facts), $is_needed);
                read.finish(|| Some(Self { member: member?, version: version?, roles }))
            }

            fn page(answers: &Answers) -> Path {
                of_member(answers, paths::staff_member_roles)
            }
        }
    };
}

gives_roles! {
    /// Changes the roles of somebody; without any they are not staff any more.
    ChangeRoles, "staff-change-roles", false
}
gives_roles! {
    /// Lets somebody in who waits for approval, with at least one role.
    ApproveAccount, "staff-approve", true
}

/// Declares a form that is only about somebody's account: a button on a page of its own.
macro_rules! of_a_member {
    ($(#[$meta:meta])* $name:ident, $id:literal, $page:path) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name {
            /// Whose account.
            pub member: AccountId,
            /// The version of it that the page shows.
            pub version: StaffVersion,
        }

        impl Form for $name {
            const NAME: &'static str = $id;
            const FIELDS: &'static [Declared] = &[STAFF_MEMBER.declared(), STAFF_VERSION.declared()];

            fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
                let mut read = Reader::new(answers);
                let (member, version) = (read.required(&STAFF_MEMBER), read.required(&STAFF_VERSION));
                read.finish(|| Some(Self { member: member?, version: version? }))
            }

            fn page(answers: &Answers) -> Path {
                of_member(answers, $page)
            }
        }
    };
}

of_a_member! {
    /// Suspends somebody: from the next request on they may do nothing.
    Suspend, "staff-suspend", paths::staff_member_suspend
}
of_a_member! {
    /// Lets somebody in again who was suspended.
    Reactivate, "staff-reactivate", paths::staff_member_reactivate
}
of_a_member! {
    /// Takes from somebody their password and everything else they sign in with; a link lets them set it anew.
    ResetFactors, "staff-reset-factors", paths::staff_member_reset
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{form::FieldError, staff::InviteStaff};

    const ID: &str = "0198c0de-0000-7000-8000-000000000001";

    fn facts() -> Facts {
        Facts::default().with_list("registry_organisation", ["MOH".to_owned(), "FHA".to_owned()])
    }

    fn typed(catalogue: &str, registry: &str, organisation: &str) -> Answers {
        let answers = Answers::default().with("account_email", "ada@example.com");
        let answers = answers.with("staff_member", ID).with("staff_version", "3");
        answers
            .with("catalogue_role", catalogue)
            .with("registry_role", registry)
            .with("registry_organisation", organisation)
    }

    fn errors<F: Form>(answers: &Answers) -> Vec<String> {
        F::check(answers, &facts()).iter().map(FieldError::words_id).collect()
    }

    #[test]
    fn a_role_of_the_registry_comes_with_its_organisation() {
        for (typed, wrong) in [
            (typed("", "viewer", ""), &["registry_organisation.missing"] as &[&str]),
            (typed("publisher", "", "FHA"), &["registry_role.missing"]),
            (typed("", "viewer", "VCHA"), &["registry_organisation.malformed"]),
            (typed("", "privacy_officer", "FHA"), &["registry_organisation.ministry-only"]),
            (typed("", "privacy_officer", "MOH"), &[]),
            (typed("admin", "admin", "FHA"), &[]),
            (typed("user", "", ""), &["catalogue_role.malformed"]),
        ] {
            assert_eq!(errors::<ChangeRoles>(&typed), wrong, "{typed:?}");
        }
    }

    #[test]
    fn whoever_is_let_in_gets_a_role_and_whoever_is_changed_may_lose_them_all() {
        let nothing = typed("", "", "");
        assert_eq!(errors::<InviteStaff>(&nothing), ["catalogue_role.none"]);
        assert_eq!(errors::<ApproveAccount>(&nothing), ["catalogue_role.none"]);
        let changed = ChangeRoles::parse(&nothing, &facts()).expect("complete");
        assert_eq!((changed.roles, changed.version), (Roles::default(), StaffVersion(3)));
    }

    #[test]
    fn a_form_stands_on_the_page_of_whoever_it_is_about() {
        let answers = typed("", "", "");
        assert_eq!(Suspend::page(&answers).as_str(), format!("/staff/people/{ID}/suspend"));
        assert_eq!(ChangeRoles::page(&answers).as_str(), format!("/staff/people/{ID}/roles"));
        assert_eq!(Suspend::page(&Answers::default()), paths::staff_people());
        for bad in ["", "0", "-1", "x", "99999999999"] {
            assert!(StaffVersion::read(bad).is_err(), "{bad}");
        }
    }
}
