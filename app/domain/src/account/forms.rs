//! The forms by which people make an account, sign in to it and look after it.

use super::{EstablishmentKey, NewPassword, Password};
use crate::{
    checkout::FULL_NAME,
    form::{Answers, Declared, Facts, Field, FieldErrors, Form, Kind, Reader},
    id::SessionId,
    link::LinkPart,
    paths::{self, Path},
    text::{EmailAddress, FullName},
};

/// The address of an account.
pub const ACCOUNT_EMAIL: Field<EmailAddress> = Field::new("account_email").kind(Kind::Email).autocomplete("email");
/// The password that signs in.
pub const PASSWORD: Field<Password> = Field::new("password").kind(Kind::Password).autocomplete("current-password");
/// The password that there is, to change it.
pub const CURRENT_PASSWORD: Field<Password> =
    Field::new("current_password").kind(Kind::Password).autocomplete("current-password");
/// The password from now on.
pub const NEW_PASSWORD: Field<NewPassword> =
    Field::new("new_password").kind(Kind::Password).autocomplete("new-password").hint();
/// Where somebody works.
pub const ESTABLISHMENT: Field<EstablishmentKey> = Field::new("establishment").kind(Kind::Select).hint().optional();
/// What the link of a message carries.
pub const ACCOUNT_TOKEN: Field<LinkPart> = Field::new("account_token").kind(Kind::Hidden);
/// A session in which somebody is signed in.
pub const DEVICE: Field<SessionId> = Field::new("device").kind(Kind::Hidden);

answers_by_id!(SessionId);

button! {
    /// Signs out in this browser.
    SignOutOfAccount, "account-sign-out", paths::account()
}
button! {
    /// Signs out in every browser.
    SignOutOfAccountEverywhere, "account-sign-out-everywhere", paths::account_devices()
}
button! {
    /// Takes out of the basket what was added to it at signing in.
    UndoMerge, "undo-merge", paths::basket()
}

/// Makes an account, once its address is confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignUp {
    /// The address.
    pub email: EmailAddress,
    /// The name of its owner.
    pub full_name: FullName,
}

impl Form for SignUp {
    const NAME: &'static str = "account-sign-up";
    const FIELDS: &'static [Declared] = &[FULL_NAME.declared(), ACCOUNT_EMAIL.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (full_name, email) = (read.required(&FULL_NAME), read.required(&ACCOUNT_EMAIL));
        read.finish(|| Some(Self { email: email?, full_name: full_name? }))
    }

    fn page(_: &Answers) -> Path {
        paths::account_sign_up()
    }
}

asks_one! {
    /// Asks for a link that signs in.
    AskForLink {
        /// The address of the account.
        email: EmailAddress = ACCOUNT_EMAIL
    }, "account-ask-for-link", paths::account_sign_in()
}
asks_one! {
    /// Asks for a link by which another password is set.
    Forgotten {
        /// The address of the account.
        email: EmailAddress = ACCOUNT_EMAIL
    }, "account-forgotten", paths::account_forgotten()
}

/// Signs in with a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInByPassword {
    /// The address of the account.
    pub email: EmailAddress,
    /// Its password.
    pub password: Password,
}

impl Form for SignInByPassword {
    const NAME: &'static str = "account-sign-in-by-password";
    const FIELDS: &'static [Declared] = &[ACCOUNT_EMAIL.declared(), PASSWORD.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (email, password) = (read.required(&ACCOUNT_EMAIL), read.required(&PASSWORD));
        read.finish(|| Some(Self { email: email?, password: password? }))
    }

    fn page(_: &Answers) -> Path {
        paths::account_sign_in_password()
    }
}

by_account_link! {
    /// Does what the link of a message is for.
    OpenLink, "account-open-link", paths::account_link, paths::account_sign_in
}
asks_one! {
    /// Sets a password where there is none, or where its owner has just opened a link.
    SetPassword {
        /// The password.
        password: NewPassword = NEW_PASSWORD
    }, "account-set-password", paths::account_password()
}
asks_one! {
    /// Goes without a password from now on.
    RemovePassword {
        /// The one that there is.
        password: Password = CURRENT_PASSWORD
    }, "account-remove-password", paths::account_password()
}

/// Changes the password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangePassword {
    /// The one that there is.
    pub current: Password,
    /// The one from now on.
    pub new: NewPassword,
}

impl Form for ChangePassword {
    const NAME: &'static str = "account-change-password";
    const FIELDS: &'static [Declared] = &[CURRENT_PASSWORD.declared(), NEW_PASSWORD.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (current, new) = (read.required(&CURRENT_PASSWORD), read.required(&NEW_PASSWORD));
        read.finish(|| Some(Self { current: current?, new: new? }))
    }

    fn page(_: &Answers) -> Path {
        paths::account_password()
    }
}

/// Says where somebody works; the organisation follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChooseEstablishment {
    /// The establishment, if it is one of those.
    pub establishment: Option<EstablishmentKey>,
}

impl Form for ChooseEstablishment {
    const NAME: &'static str = "account-establishment";
    const FIELDS: &'static [Declared] = &[ESTABLISHMENT.declared()];

    fn parse(answers: &Answers, facts: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let establishment = read.optional_listed(&ESTABLISHMENT, facts);
        read.finish(|| Some(Self { establishment }))
    }

    fn page(_: &Answers) -> Path {
        paths::account_establishment()
    }
}

asks_one! {
    /// Changes the name of an account's owner.
    ChangeName {
        /// The name.
        full_name: FullName = FULL_NAME
    }, "account-name", paths::account_name()
}
asks_one! {
    /// Signs out somewhere else.
    EndDevice {
        /// The session.
        device: SessionId = DEVICE
    }, "account-end-device", paths::account_devices()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_password_or_a_link_is_kept() {
        let typed = Answers::default()
            .with("account_email", "ada@example.com")
            .with("password", "correct horse")
            .with("account_token", "abc");
        assert_eq!(SignInByPassword::kept(&typed), Answers::default().with("account_email", "ada@example.com"));
        assert_eq!(OpenLink::kept(&typed), Answers::default());
        assert_eq!(OpenLink::page(&typed), paths::account_link("abc"));
        assert_eq!(OpenLink::page(&Answers::default()), paths::account_sign_in());
    }

    #[test]
    fn an_establishment_is_one_of_those_on_offer_or_none() {
        let facts = Facts::default().with_list("establishment", ["NH:GPS".to_owned()]);
        let chosen = |value: &str| {
            let parsed = ChooseEstablishment::parse(&Answers::default().with("establishment", value), &facts);
            parsed.map(|form| form.establishment.map(|key| key.to_string())).ok()
        };
        assert_eq!(chosen("NH:GPS"), Some(Some("NH:GPS".to_owned())));
        assert_eq!(chosen(" "), Some(None));
        assert_eq!(chosen("NH:HOS"), None, "not on offer");
    }
}
