//! Looking addresses up: which ones a postcode has, and whether there is one like that. Nobody depends on it: whatever
//! goes wrong, people type their address, and it is kept as one that was not checked.

mod http;
mod listed;

use std::{path::Path, sync::Arc, time::Duration};

use domain::{address::Postcode, found_address::Found};
use secrecy::SecretString;

pub use self::http::HttpLookup;
use self::listed::Listed;

/// How long a service may take over one answer. It is waited for within a post.
pub const PATIENCE: Duration = Duration::from_secs(3);
/// The most addresses of one postcode that are offered.
const MOST_FOUND: usize = 100;

/// Where addresses are looked up.
#[derive(Clone, Debug, Default)]
pub enum AddressLookup {
    /// Nowhere: people type them.
    #[default]
    Nowhere,
    /// In a file that was read at start.
    File(Arc<[Listed]>),
    /// At a service.
    Http(Arc<HttpLookup>),
}

/// Why a look-up cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LookupError {
    /// The address of the service cannot be read.
    #[error("the address of the service cannot be read: {0}")]
    Url(&'static str),
    /// The file cannot be read.
    #[error("the file cannot be read: {0}")]
    File(#[from] csv::Error),
    /// A row of the file is no address.
    #[error("row {0} of the file is no address in the United Kingdom that fits a label")]
    Row(usize),
    /// The service gave no answer that can be used.
    #[error("no answer: {0}")]
    NoAnswer(&'static str),
}

impl AddressLookup {
    /// The look-up of a setting: the address of a service, a file, or nothing.
    pub fn read(setting: Option<&str>, key: Option<SecretString>) -> Result<Self, LookupError> {
        match setting.map(str::trim).filter(|setting| !setting.is_empty()) {
            None => Ok(Self::Nowhere),
            Some(url) if url.contains("://") => Ok(Self::Http(Arc::new(HttpLookup::new(url, key, PATIENCE)?))),
            Some(file) => Ok(Self::File(listed::read(Path::new(file))?.into())),
        }
    }

    /// Whether there is none.
    pub const fn is_nowhere(&self) -> bool {
        matches!(self, Self::Nowhere)
    }

    /// The addresses of a postcode. An outage is logged, without the postcode; whoever asked goes on by hand.
    pub async fn find(&self, postcode: &Postcode) -> Option<Vec<Found>> {
        let listed = match self {
            Self::Nowhere => return None,
            Self::File(listed) => listed.to_vec(),
            Self::Http(service) => match service.ask(postcode).await {
                Ok(listed) => listed,
                Err(error) => {
                    tracing::warn!(%error, "addresses cannot be looked up");
                    return None;
                }
            },
        };
        Some(
            listed
                .iter()
                .filter_map(Listed::found)
                .filter(|one| one.address.postcode == *postcode)
                .take(MOST_FOUND)
                .collect(),
        )
    }
}
