//! The forms by which an account gets another address, and is closed.

use super::{CURRENT_PASSWORD, Password};
use crate::{
    form::{Answers, Declared, Facts, Field, FieldErrors, Form, Kind, Reader},
    paths::{self, Path},
    text::EmailAddress,
};

/// Days after which an order of an account that was closed keeps nothing of a person, however far it is.
pub const ERASE_DAYS: i64 = 90;

/// The address that an account is to have.
pub const ACCOUNT_NEW_EMAIL: Field<EmailAddress> =
    Field::new("account_new_email").kind(Kind::Email).autocomplete("email").hint();
/// The address of the account, typed by whoever closes it.
pub const CLOSE_CONFIRMATION: Field<EmailAddress> = Field::new("close_confirmation").kind(Kind::Email);

choice! {
    /// One of the two addresses that confirm a change.
    EmailSide {
        /// The address that an account is to have.
        New = "new",
        /// The one that it has.
        Old = "old",
    }
}

/// Asks for another address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeAccountEmail {
    /// The address.
    pub email: EmailAddress,
    /// The password, where there is one and no link was opened just now.
    pub current: Option<Password>,
}

impl Form for ChangeAccountEmail {
    const NAME: &'static str = "account-email";
    const FIELDS: &'static [Declared] = &[ACCOUNT_NEW_EMAIL.declared(), CURRENT_PASSWORD.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (email, current) = (read.required(&ACCOUNT_NEW_EMAIL), read.optional(&CURRENT_PASSWORD));
        read.finish(|| Some(Self { email: email?, current }))
    }

    fn page(_: &Answers) -> Path {
        paths::account_email()
    }
}

by_account_link! {
    /// Confirms another address, by one of the links that were mailed to both.
    ConfirmAccountEmail, "account-confirm-email", paths::account_email_link, paths::account_email
}
asks_one! {
    /// Closes an account for good.
    CloseAccount {
        /// Its address, as its owner typed it.
        typed: EmailAddress = CLOSE_CONFIRMATION
    }, "account-close", paths::account_close()
}
