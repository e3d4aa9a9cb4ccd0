//! Why somebody was not signed in by the provider.

use domain::staff::ProviderTrouble;

use crate::{FormError, StoreError};

/// Why somebody was not signed in.
#[derive(Debug, thiserror::Error)]
pub enum NotSignedIn {
    /// For a reason that they are told.
    #[error("{0}")]
    Trouble(ProviderTrouble),
    /// It was tried too often from where they are.
    #[error("too often")]
    TooOften {
        /// When it may be tried again.
        seconds: i64,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<ProviderTrouble> for NotSignedIn {
    fn from(trouble: ProviderTrouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<FormError> for NotSignedIn {
    fn from(error: FormError) -> Self {
        match error {
            FormError::TooOften { seconds } => Self::TooOften { seconds },
            FormError::Store(error) => Self::Store(error),
            // Nothing was typed that could be wrong.
            FormError::Refused(_) | FormError::NotFound | FormError::Unproved => Self::Trouble(ProviderTrouble::Lost),
        }
    }
}
