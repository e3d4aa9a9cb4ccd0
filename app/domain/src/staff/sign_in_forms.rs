//! The forms by which staff sign in, prove who they are, and look after what they sign in with.

use super::{Next, STAFF_CODE, STAFF_NEXT, StaffCode};
use crate::{
    account::{ACCOUNT_EMAIL, NEW_PASSWORD, NewPassword, PASSWORD, Password},
    checkout::FULL_NAME,
    form::{Answers, Declared, Facts, Field, FieldErrors, Form, Kind, Reader},
    link::LinkPart,
    paths::{self, Path},
    text::{EmailAddress, FullName},
};

/// What the link of an invitation carries.
pub const INVITATION_TOKEN: Field<LinkPart> = Field::new("invitation_token").kind(Kind::Hidden);

/// Signs in: the first step, with a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffSignIn {
    /// The address of the account.
    pub email: EmailAddress,
    /// Its password.
    pub password: Password,
    /// Where they were going.
    pub next: Option<Next>,
}

impl Form for StaffSignIn {
    const NAME: &'static str = "staff-sign-in";
    const FIELDS: &'static [Declared] = &[ACCOUNT_EMAIL.declared(), PASSWORD.declared(), STAFF_NEXT.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (email, password) = (read.required(&ACCOUNT_EMAIL), read.required(&PASSWORD));
        let next = read.optional(&STAFF_NEXT);
        read.finish(|| Some(Self { email: email?, password: password?, next }))
    }

    fn page(answers: &Answers) -> Path {
        paths::staff_sign_in_then(next_of(answers).as_ref())
    }
}

/// Signs in: the second step, with a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffSecondStep {
    /// The code of an authenticator, or for recovery.
    pub code: StaffCode,
    /// Where they were going.
    pub next: Option<Next>,
}

impl Form for StaffSecondStep {
    const NAME: &'static str = "staff-code";
    const FIELDS: &'static [Declared] = &[STAFF_CODE.declared(), STAFF_NEXT.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (code, next) = (read.required(&STAFF_CODE), read.optional(&STAFF_NEXT));
        read.finish(|| Some(Self { code: code?, next }))
    }

    fn page(answers: &Answers) -> Path {
        paths::staff_code_then(next_of(answers).as_ref())
    }

    /// A code is a secret until it was used, those for recovery for long.
    fn kept(answers: &Answers) -> Answers {
        answers.only(&[STAFF_NEXT.declared()])
    }
}

/// Proves anew who one is, before something that wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmIdentity {
    /// The password, where there is one.
    pub password: Option<Password>,
    /// The code of an authenticator, or for recovery.
    pub code: StaffCode,
    /// Where they were going.
    pub next: Option<Next>,
}

impl Form for ConfirmIdentity {
    const NAME: &'static str = "staff-confirm";
    const FIELDS: &'static [Declared] = &[PASSWORD.declared(), STAFF_CODE.declared(), STAFF_NEXT.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (password, code) = (read.optional(&PASSWORD), read.required(&STAFF_CODE));
        let next = read.optional(&STAFF_NEXT);
        read.finish(|| Some(Self { password, code: code?, next }))
    }

    fn page(answers: &Answers) -> Path {
        paths::staff_confirm_then(next_of(answers).as_ref())
    }

    fn kept(answers: &Answers) -> Answers {
        answers.only(&[STAFF_NEXT.declared()])
    }
}

/// Where whoever sent a form was going.
fn next_of(answers: &Answers) -> Option<Next> {
    Next::parse(answers.first(STAFF_NEXT.name()))
}

/// Accepts an invitation, or sets anew how one signs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptInvitation {
    /// What the link carries.
    pub token: LinkPart,
    /// Their name.
    pub full_name: FullName,
    /// Their password from now on.
    pub password: NewPassword,
}

impl Form for AcceptInvitation {
    const NAME: &'static str = "staff-accept-invitation";
    const FIELDS: &'static [Declared] = &[INVITATION_TOKEN.declared(), FULL_NAME.declared(), NEW_PASSWORD.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (token, full_name) = (read.required(&INVITATION_TOKEN), read.required(&FULL_NAME));
        let password = read.required(&NEW_PASSWORD);
        read.finish(|| Some(Self { token: token?, full_name: full_name?, password: password? }))
    }

    fn page(answers: &Answers) -> Path {
        let token = Reader::new(answers).required(&INVITATION_TOKEN);
        token.map_or_else(paths::staff_sign_in, |token| paths::staff_invitation(token.as_str()))
    }

    /// The link is the page's own, and nothing of it is stored but its hash.
    fn kept(answers: &Answers) -> Answers {
        answers.only(&[FULL_NAME.declared()])
    }
}

button! {
    /// Begins to set up an authenticator, or begins anew.
    SetUpAuthenticator, "staff-set-up-authenticator", paths::staff_security()
}

/// Sets it up by its first code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmAuthenticator {
    /// The code.
    pub code: StaffCode,
}

impl Form for ConfirmAuthenticator {
    const NAME: &'static str = "staff-confirm-authenticator";
    const FIELDS: &'static [Declared] = &[STAFF_CODE.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let code = read.required(&STAFF_CODE);
        read.finish(|| Some(Self { code: code? }))
    }

    fn page(_: &Answers) -> Path {
        paths::staff_security()
    }

    fn kept(_: &Answers) -> Answers {
        Answers::default()
    }
}

button! {
    /// Goes without an authenticator from now on.
    RemoveAuthenticator, "staff-remove-authenticator", paths::staff_remove_authenticator()
}
button! {
    /// Makes recovery codes anew: those of before are worth nothing.
    RenewRecoveryCodes, "staff-renew-recovery-codes", paths::staff_renew_recovery_codes()
}
button! {
    /// Signs out, also of a provider.
    SignOutStaff, "staff-sign-out", paths::staff()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_they_were_going_comes_along_and_nothing_secret_does() {
        let typed = Answers::default()
            .with("account_email", "ada@example.com")
            .with("password", "correct horse")
            .with("staff_next", "/staff/people");
        assert_eq!(StaffSignIn::page(&typed).as_str(), "/staff/sign-in?next=%2Fstaff%2Fpeople");
        assert!(StaffSignIn::kept(&typed).first("password").is_empty());
        let led_away = Answers::default().with("staff_next", "https://evil.example");
        assert_eq!(StaffSignIn::page(&led_away), paths::staff_sign_in());
        assert!(StaffSignIn::parse(&led_away, &Facts::default()).is_err());
    }

    #[test]
    fn of_an_invitation_only_the_name_is_kept() {
        let typed = Answers::default()
            .with("invitation_token", "abc")
            .with("full_name", "Ada Lovelace")
            .with("new_password", "correct horse battery");
        assert_eq!(AcceptInvitation::kept(&typed), Answers::default().with("full_name", "Ada Lovelace"));
        assert_eq!(AcceptInvitation::page(&typed), paths::staff_invitation("abc"));
        assert!(AcceptInvitation::parse(&typed, &Facts::default()).is_ok());
    }
}
