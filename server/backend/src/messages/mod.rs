//! What each message says.

mod account_letters;
mod code_letters;
mod draft_letters;
mod letter;
mod limit_letters;
mod order_letters;
mod owner_letters;
mod registration_letters;
mod staff_letters;
mod stock_letters;
mod support_letters;

use domain::{account::EmailSide, form::Answer, text::EmailAddress};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use store::outbox::{Due, Kind};
use words::{Locale, Value};

use self::letter::{Letter, Part};
use crate::{Backend, StoreError, clock::service_time, mail::Mail};

/// Why a message has no words.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    /// What it is about is gone, or it is of a kind this program does not know.
    #[error("there is nothing to write about")]
    NothingToSay,
    /// The words could not be put together.
    #[error(transparent)]
    Words(#[from] askama::Error),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Puts a message into words.
#[expect(clippy::too_many_lines, reason = "one line for each kind")]
pub async fn write(backend: &Backend, due: &Due) -> Result<Mail, MessageError> {
    let letter = match Kind::from_name(&due.kind).ok_or(MessageError::NothingToSay)? {
        Kind::OrderPlaced => order_letters::placed(backend, due).await?,
        Kind::OrderAmended => order_letters::amended(backend, due).await?,
        Kind::OrderCancelled => order_letters::cancelled(backend, due).await?,
        Kind::EmailCode => code_letters::code(backend, due)?,
        Kind::LimitAsked => limit_letters::asked(backend, due).await?,
        Kind::LimitReferred => limit_letters::referred(backend, due).await?,
        Kind::LimitDecided => limit_letters::decided(backend, due).await?,
        Kind::WaitingConfirm => stock_letters::confirm(backend, due).await?,
        Kind::BackInStock => stock_letters::back(backend, due).await?,
        Kind::LowStock => stock_letters::low(backend, due).await?,
        Kind::Support => support_letters::written(backend, due).await?,
        Kind::SupportReceived => support_letters::received(due),
        Kind::DraftSaved => draft_letters::saved(backend, due).await?,
        Kind::DraftExists => draft_letters::exists(backend, due).await?,
        Kind::DraftReminder => draft_letters::reminder(backend, due).await?,
        Kind::NoDraft => draft_letters::none(backend, due),
        Kind::RegistrationConfirmation => registration_letters::confirmation(backend, due).await?,
        Kind::AddressReminder => registration_letters::reminder(backend, due).await?,
        Kind::RegistrationExists => registration_letters::exists(backend, due).await?,
        Kind::PossibleDuplicate => registration_letters::possible_duplicate(backend, due).await?,
        Kind::NoRegistration => owner_letters::no_registration(backend, due),
        Kind::RegistrationUpdated => owner_letters::updated(backend, due)?,
        Kind::Withdrawn => owner_letters::withdrawn(backend, due)?,
        Kind::Rejoined => owner_letters::rejoined(backend, due),
        Kind::EmailChanged => owner_letters::email_changed(backend, due)?,
        Kind::YearlyConfirmation => owner_letters::still_right(backend, due, false)?,
        Kind::YearlyReminder => owner_letters::still_right(backend, due, true)?,
        Kind::RegistrationLapsed => owner_letters::lapsed(backend, due)?,
        Kind::RegistrationErased => owner_letters::erased(backend, due)?,
        Kind::AccountConfirm => account_letters::link(backend, due, "mail-account-confirm")?,
        Kind::AccountExists => account_letters::link(backend, due, "mail-account-exists")?,
        Kind::AccountSignIn => account_letters::link(backend, due, "mail-account-sign-in")?,
        Kind::AccountReset => account_letters::link(backend, due, "mail-account-reset")?,
        Kind::AccountNone => account_letters::none(backend, due),
        Kind::PasswordChanged => account_letters::password_changed(backend, due)?,
        Kind::AccountNewEmail => account_letters::email_link(backend, due, EmailSide::New)?,
        Kind::AccountOldEmail => account_letters::email_link(backend, due, EmailSide::Old)?,
        Kind::AccountEmailTaken => account_letters::email_taken(backend, due),
        Kind::AccountEmailChanged => account_letters::email_changed(backend, due),
        Kind::AccountClosed => account_letters::closed(due)?,
        Kind::SignInChanged => staff_letters::sign_in_changed(backend, due)?,
        Kind::StaffInvitation => staff_letters::invited(backend, due).await?,
        Kind::StaffSignInReset => staff_letters::sign_in_reset(backend, due)?,
        Kind::StaffApproved => staff_letters::approved(backend, due).await?,
        Kind::StaffRolesChanged => staff_letters::roles_changed(backend, due).await?,
        Kind::StaffSuspended => staff_letters::suspended(backend, due),
        Kind::StaffReactivated => staff_letters::reactivated(backend, due).await?,
    };
    Ok(letter.addressed(due.id.to_string(), due.recipient.clone())?)
}

/// The words of one message in its language.
#[derive(Clone, Copy, Debug)]
struct Say {
    locale: Locale,
    /// Before all ids: `mail-order-placed`.
    message: &'static str,
}

impl Say {
    const fn new(locale: Locale, message: &'static str) -> Self {
        Self { locale, message }
    }

    /// The words under an id of this message, with arguments.
    fn with<'a>(self, id: &str, arguments: impl IntoIterator<Item = (&'static str, Value<'a>)>) -> String {
        words::say_with(self.locale, &format!("{}-{id}", self.message), arguments)
    }

    /// What is mentioned in its words and keeps its own direction there: a code, an address, a title.
    fn given(self, text: &str) -> Value<'static> {
        words::isolated(self.locale, text).into()
    }

    /// The words under an id of this message.
    fn say(self, id: &str) -> String {
        self.with(id, [])
    }

    /// A paragraph.
    fn text(self, id: &str) -> Part {
        Part::Text(self.say(id))
    }

    /// When it was done that this message tells, if it says so.
    fn when(self, due: &Due) -> Option<Part> {
        let at = words::moment(self.locale, service_time(given::<Timestamp>(due, "at")?));
        Some(Part::Text(self.with("when", [("at", at.into())])))
    }

    /// A letter with the subject and the heading of this message.
    fn letter<'a>(
        self,
        arguments: impl IntoIterator<Item = (&'static str, Value<'a>)> + Clone,
        parts: Vec<Part>,
    ) -> Letter {
        let subject = self.with("subject", arguments.clone());
        let subject = subject.chars().filter(|c| !c.is_control()).collect();
        Letter { locale: self.locale, subject, heading: self.with("heading", arguments), parts }
    }
}

/// The address that a message goes to, in lower case.
fn address_of(due: &Due) -> Result<String, MessageError> {
    let address = EmailAddress::read(&due.recipient).map_err(|_| MessageError::NothingToSay)?;
    Ok(address.normalised())
}

/// What a message was given to say, if it was.
fn given<T: DeserializeOwned>(due: &Due, name: &str) -> Option<T> {
    serde_json::from_value(due.detail.get(name)?.clone()).ok()
}

/// What a message was given to say.
fn detail<'a>(due: &'a Due, name: &str) -> Result<&'a str, MessageError> {
    due.detail.get(name).and_then(serde_json::Value::as_str).ok_or(MessageError::NothingToSay)
}
