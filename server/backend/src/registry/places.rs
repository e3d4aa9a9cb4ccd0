//! Where values of the registry stand sealed. Each is sealed for its place and read there and nowhere else, so all
//! that seal and open one name it here.

use domain::id::{DraftId, RegistrationId, SessionId};
use uuid::Uuid;

use crate::{
    Sealing, StoreError,
    sealing::{Place, Unsealable},
};

impl From<Unsealable> for StoreError {
    fn from(error: Unsealable) -> Self {
        Self::Unreadable(serde::de::Error::custom(error))
    }
}

/// A sealed value, by where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sealed<'a> {
    /// The number of a college in a registration.
    Number(RegistrationId),
    /// An answer before a change, in the history.
    Before(Uuid),
    /// The same after it.
    After(Uuid),
    /// Why somebody left, in their own words.
    Reason(Uuid),
    /// The answer to a question as it was typed.
    Answer(Typed, &'a str),
    /// The answer to a question in a form that was refused.
    Kept(SessionId, &'a str),
    /// The code in the link of a message.
    SignInLink,
}

/// Answers that were typed and are no registration yet.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Typed {
    /// Those of a draft.
    Draft(DraftId),
    /// Those of a window that was drawn before the draft changed.
    Conflict(DraftId),
    /// Those that change a registration and are not saved.
    Update(RegistrationId),
}

impl Typed {
    fn row(self, question: &str) -> (&'static str, String) {
        match self {
            Self::Draft(id) => ("draft_answers", format!("{id}/{question}")),
            Self::Conflict(id) => ("draft_conflict_answers", format!("{id}/{question}")),
            Self::Update(id) => ("registration_update_answers", format!("{id}/{question}")),
        }
    }
}

impl Sealed<'_> {
    /// Table, column and row. What is sealed already is read by them: none of them ever changes.
    fn stands(self) -> (&'static str, &'static str, String) {
        match self {
            Self::Number(id) => ("registrations", "number_sealed", id.to_string()),
            Self::Before(id) => ("registration_changes", "old_sealed", id.to_string()),
            Self::After(id) => ("registration_changes", "new_sealed", id.to_string()),
            Self::Reason(id) => ("withdrawals", "text_sealed", id.to_string()),
            Self::Answer(typed, question) => {
                let (table, row) = typed.row(question);
                (table, "sealed", row)
            }
            Self::Kept(session, question) => ("kept_rejections", "answers", format!("{session}/{question}")),
            Self::SignInLink => ("mail", "sign_in_link", String::new()),
        }
    }

    /// Seals a text for where it will stand.
    pub(crate) fn seal(self, sealing: &Sealing, text: &str) -> Result<Vec<u8>, StoreError> {
        let (table, column, row) = self.stands();
        Ok(sealing.seal(Place { table, column, row: &row }, text)?)
    }

    /// Reads it where it stands.
    pub(crate) fn open(self, sealing: &Sealing, sealed: &[u8]) -> Result<String, StoreError> {
        let (table, column, row) = self.stands();
        Ok(sealing.open(Place { table, column, row: &row }, sealed)?)
    }
}
