//! Why a form was not done.

use domain::form::FieldErrors;

use crate::StoreError;

/// Why a form was not done.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// An answer cannot be taken; the person sees why.
    #[error("an answer was refused")]
    Refused(FieldErrors),
    /// What it is about is not there.
    #[error("what it is about is not there")]
    NotFound,
    /// Whoever asks has a role, and did not prove as staff who they are, or too long ago for this.
    #[error("it was not proved as staff")]
    Unproved,
    /// It was done too often; what was typed is kept.
    #[error("too often")]
    TooOften {
        /// When it may be done again.
        seconds: i64,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
