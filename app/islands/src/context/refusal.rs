//! Why a form was not accepted, and what the public learns of a failure.

use backend::{FormError, StoreError, checkout::CheckoutError};
use domain::{
    form::{Answers, FieldErrors, Form},
    paths::Path,
};

use super::Cx;
use crate::AppError;

/// Why a form was not accepted.
#[derive(Debug)]
pub enum Refusal {
    /// Answers are wrong; the person sees which and why, where they typed them.
    Fields(FieldErrors),
    /// The work goes on elsewhere.
    Elsewhere(Path),
    /// Whoever has a role proves as staff who they are, and comes back.
    Confirm,
    /// It was done too often; it may be done again after so many seconds.
    TooOften(i64),
    /// There is nothing the person can repair.
    App(AppError),
}

impl Refusal {
    /// Why the link of a message did nothing: what is not there gets one answer, whatever became of it.
    pub fn of_link(error: FormError) -> Self {
        match error {
            FormError::NotFound => Self::App(AppError::LinkEnded),
            other => other.into(),
        }
    }

    /// Why staff did not do something about how they sign in: they were signed out meanwhile.
    pub fn of_staff(error: FormError) -> Self {
        match error {
            FormError::NotFound => Self::App(AppError::StaffSignedOut),
            other => other.into(),
        }
    }

    /// Why a page of the wizard was not written: its draft may have been sent or deleted a moment ago.
    pub fn of_draft(error: FormError) -> Self {
        match error {
            FormError::NotFound => Self::App(AppError::DraftClosed),
            other => other.into(),
        }
    }
}

impl Cx {
    /// Has what is wrong said in another form than the one that was posted, at a question of that form and on its page:
    /// a button that mails a code stands beside the code.
    pub async fn said_at<F: Form>(&self, outcome: Result<Path, impl Into<Refusal>>) -> Result<Path, Refusal> {
        let outcome: Result<Path, Refusal> = outcome.map_err(Into::into);
        let Err(Refusal::Fields(errors)) = outcome else { return outcome };
        let (session, nothing) = (self.session().await?, Answers::default());
        let page = F::page(&nothing);
        backend::sessions::keep::<F>(&self.backend, session, page.route(), (&nothing, &errors)).await?;
        Ok(page)
    }

    /// Forgets what was refused of a form.
    pub async fn drop_kept<F: Form>(&self) -> Result<(), StoreError> {
        match self.known_session().filter(|_| self.known.has_rejections) {
            Some(session) => store::sessions::drop_rejection(&self.backend.db, session, F::NAME).await,
            None => Ok(()),
        }
    }
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::App(app_error(&error))
    }
}

impl From<FormError> for Refusal {
    fn from(error: FormError) -> Self {
        match error {
            FormError::Refused(errors) => Self::Fields(errors),
            FormError::NotFound => Self::App(AppError::NotFound),
            FormError::Unproved => Self::Confirm,
            FormError::TooOften { seconds } => Self::TooOften(seconds),
            FormError::Store(error) => error.into(),
        }
    }
}

impl From<CheckoutError> for Refusal {
    fn from(error: CheckoutError) -> Self {
        match error {
            CheckoutError::Refused(errors) => Self::Fields(errors),
            CheckoutError::Elsewhere(path) => Self::Elsewhere(path),
            CheckoutError::TooOften { seconds } => Self::TooOften(seconds),
            CheckoutError::Store(error) => error.into(),
        }
    }
}

/// What the public learns of a failure; the operator learns the rest here, once.
pub fn app_error(error: &StoreError) -> AppError {
    match error {
        StoreError::Unavailable(source) => {
            tracing::warn!(error = %source, "the database is not available");
            AppError::Unavailable
        }
        StoreError::Refused(rule) => {
            tracing::error!(rule, "the database refused a write");
            AppError::Internal
        }
        StoreError::Unreadable(error) => {
            tracing::error!(%error, "a stored value cannot be read");
            AppError::Internal
        }
        // Its own words only: the details of a failed row may be personal.
        StoreError::Database(source) => {
            tracing::error!(error = %source, "the database failed");
            AppError::Internal
        }
    }
}
