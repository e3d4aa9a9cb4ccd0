//! What a form sent, given back on the page of a failure: when nothing can be kept, the page itself keeps it.

use std::sync::{Arc, OnceLock};

use domain::{
    form::{Answers, Form, Kind},
    paths::{self, Path},
};

use crate::AppError;

/// A place in the extensions of a request for what its form sent; filled once the form was read. Whoever
/// renders the page of a failure sees it there, also when the answer itself never came.
#[derive(Clone, Debug, Default)]
pub struct SentForm(Arc<Kept>);

#[derive(Debug, Default)]
struct Kept {
    sent: OnceLock<Sent>,
    error: OnceLock<AppError>,
}

/// What it takes to send a form again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The path of its server function.
    pub action: String,
    /// Answers to questions that it declares, none of them secret, as they were sent.
    pub answers: Vec<(&'static str, String)>,
}

impl SentForm {
    /// What was sent, if a form was read that can be sent again.
    pub fn get(&self) -> Option<&Sent> {
        self.0.sent.get()
    }

    /// Why it was not accepted, if somebody said so.
    pub fn error(&self) -> Option<AppError> {
        self.0.error.get().copied()
    }

    /// Remembers why it was not accepted.
    pub(super) fn failed(&self, error: AppError) {
        // The first to fail knows best.
        let _ = self.0.error.set(error);
    }

    /// Remembers the answers to a form's questions. A form all of whose answers are secret is not offered again.
    pub fn fill<F: Form>(&self, action: &str, answers: &Answers) {
        let asked = answers.only(F::FIELDS);
        let open = F::FIELDS.iter().filter(|field| !field.is_secret());
        let answers: Vec<_> =
            open.flat_map(|field| asked.all(field.name).iter().map(move |value| (field.name, value.clone()))).collect();
        if F::FIELDS.is_empty() || !answers.is_empty() {
            // A request has one form.
            let _ = self.0.sent.set(Sent { action: action.to_owned(), answers });
        }
    }
}

/// Whether anything is typed or chosen in a form that its page may show again.
pub(super) fn is_filled_in<F: Form>() -> bool {
    F::FIELDS.iter().any(|field| field.kind != Kind::Hidden && !field.is_secret())
}

/// Where what is not open here any more is opened again.
pub(super) fn opened_at(error: AppError) -> Path {
    match error {
        AppError::DraftClosed => paths::register(),
        AppError::AccountSignedOut => paths::account_sign_in(),
        AppError::StaffSignedOut => paths::staff_sign_in(),
        _ => paths::my(),
    }
}
