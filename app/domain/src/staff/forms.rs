//! The questions about roles, and the forms by which people are invited to be staff.

use super::{AuthorityKey, CatalogueRole, MINISTRY, RegistryRole, Roles};
use crate::{
    account::ACCOUNT_EMAIL,
    form::{Answer, Answers, Declared, Facts, Field, FieldErrors, Form, Kind, MALFORMED, MISSING, Problem, Reader},
    id::InvitationId,
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

/// Words of what only the answers about roles together show, and of roles that are not somebody's to give.
pub(super) const ROLE_WORDS: &[&str; 8] = &[
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

impl Answer for InvitationId {
    const MAX_CHARS: usize = 36;

    fn read(text: &str) -> Result<Self, Problem> {
        text.parse().map_err(|_| MALFORMED)
    }
}

/// Reads roles: one of the registry comes with its organisation, and that of a privacy officer is the ministry.
pub(super) fn roles(read: &mut Reader<'_>, (answers, facts): (&Answers, &Facts), is_needed: bool) -> Roles {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_is_taken_back_on_a_page_of_its_own() {
        let id = "0198c0de-0000-7000-8000-000000000001";
        let answers = Answers::default().with("invitation", id);
        assert_eq!(CancelInvitation::page(&answers).as_str(), format!("/staff/invitations/{id}/cancel"));
        assert_eq!(CancelInvitation::page(&Answers::default()), paths::staff_people());
        assert!(CancelInvitation::parse(&answers, &Facts::default()).is_ok());
    }
}
