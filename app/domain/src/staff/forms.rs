//! The forms by which staff are invited, get roles and lose them.

use super::{AuthorityKey, CatalogueRole, MINISTRY, RegistryRole, Roles};
use crate::{
    account::ACCOUNT_EMAIL,
    form::{Answer, Answers, Declared, Facts, Field, FieldErrors, Form, Kind, MALFORMED, MISSING, Problem, Reader},
    id::{AccountId, InvitationId},
    paths::{self, Path},
    text::EmailAddress,
};

/// What somebody does for the catalogue.
pub const CATALOGUE_ROLE: Field<CatalogueRole> = Field::new("catalogue_role").kind(Kind::Select).optional();
/// What somebody does for the registry.
pub const REGISTRY_ROLE: Field<RegistryRole> = Field::new("registry_role").kind(Kind::Select).optional();
/// For which organisation; those on offer are in the facts.
pub const ORGANISATION: Field<AuthorityKey> = Field::new("registry_organisation").kind(Kind::Select).hint().optional();
/// Which invitation.
pub const INVITATION: Field<InvitationId> = Field::new("invitation").kind(Kind::Hidden);
/// Whose account.
pub const STAFF_MEMBER: Field<AccountId> = Field::new("staff_member").kind(Kind::Hidden);
/// The version of that account which the page shows.
pub const STAFF_VERSION: Field<StaffVersion> = Field::new("staff_version").kind(Kind::Hidden);

/// Words of what only the answers about roles together show, and of roles that are not somebody's to give.
const ROLE_WORDS: &[&str; 8] = &[
    "catalogue_role.none",
    "catalogue_role.not-yours",
    "registry_role.missing",
    "registry_role.not-yours",
    "registry_role.ministry-only",
    "registry_organisation.missing",
    "registry_organisation.ministry-only",
    "registry_organisation.not-yours",
];
/// The same, with those of an address that was invited already, or is of staff.
const INVITED_WORDS: &[&str; 10] = &{
    let [one, two, three, four, five, six, seven, eight] = *ROLE_WORDS;
    [one, two, three, four, five, six, seven, eight, "account_email.invited", "account_email.staff"]
};

impl Answer for AccountId {
    const MAX_CHARS: usize = 36;

    fn read(text: &str) -> Result<Self, Problem> {
        text.parse().map_err(|_| MALFORMED)
    }
}

impl Answer for InvitationId {
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
        text.parse().ok().filter(|version| *version >= 1).map(Self).ok_or(MALFORMED)
    }
}

/// Reads roles: one of the registry comes with its organisation, and that of a privacy officer is the ministry.
fn roles(read: &mut Reader<'_>, (answers, facts): (&Answers, &Facts), is_needed: bool) -> Roles {
    let (catalogue, registry) = (read.optional(&CATALOGUE_ROLE), read.optional(&REGISTRY_ROLE));
    let organisation = read.optional_listed(&ORGANISATION, facts);
    let is_ministry = organisation.as_ref().is_some_and(|key| key.as_str() == MINISTRY);
    let is_unsaid = answers.first(ORGANISATION.name()).trim().is_empty();
    match (registry, &organisation) {
        (Some(_), None) if is_unsaid => read.refuse(ORGANISATION.name(), MISSING),
        (None, Some(_)) => read.refuse(REGISTRY_ROLE.name(), MISSING),
        (Some(RegistryRole::PrivacyOfficer), Some(_)) if !is_ministry => {
            read.refuse(ORGANISATION.name(), Problem::new("ministry-only"));
        }
        (None, None) if is_needed && catalogue.is_none() => read.refuse(CATALOGUE_ROLE.name(), Problem::new("none")),
        _ => {}
    }
    Roles::of(catalogue, registry, organisation)
}

/// The page of the account that a form is about.
fn of_member(answers: &Answers, page: fn(AccountId) -> Path) -> Path {
    answers.first(STAFF_MEMBER.name()).parse::<AccountId>().map_or_else(|_| paths::staff_people(), page)
}

/// Invites somebody to be staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InviteStaff {
    /// Their address.
    pub email: EmailAddress,
    /// What they are invited to be; at least one role.
    pub roles: Roles,
}

impl Form for InviteStaff {
    const NAME: &'static str = "staff-invite";
    const FIELDS: &'static [Declared] =
        &[ACCOUNT_EMAIL.declared(), CATALOGUE_ROLE.declared(), REGISTRY_ROLE.declared(), ORGANISATION.declared()];
    const WORDS: &'static [&'static str] = INVITED_WORDS;

    fn parse(answers: &Answers, facts: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let email = read.required(&ACCOUNT_EMAIL);
        let roles = roles(&mut read, (answers, facts), true);
        read.finish(|| Some(Self { email: email?, roles }))
    }

    fn page(_: &Answers) -> Path {
        paths::staff_invite()
    }
}

asks_one! {
    /// Writes an invitation anew: its link of before opens nothing any more.
    ResendInvitation {
        /// Which.
        invitation: InvitationId = INVITATION
    }, "staff-resend-invitation", paths::staff_people()
}
/// Takes an invitation back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CancelInvitation {
    /// Which.
    pub invitation: InvitationId,
}

impl Form for CancelInvitation {
    const NAME: &'static str = "staff-cancel-invitation";
    const FIELDS: &'static [Declared] = &[INVITATION.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let invitation = read.required(&INVITATION);
        read.finish(|| Some(Self { invitation: invitation? }))
    }

    fn page(answers: &Answers) -> Path {
        let invitation = answers.first(INVITATION.name()).parse::<InvitationId>();
        invitation.map_or_else(|_| paths::staff_people(), paths::staff_cancel_invitation)
    }
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
    use crate::form::FieldError;

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
