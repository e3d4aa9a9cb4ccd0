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
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
