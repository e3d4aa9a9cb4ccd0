//! Links in messages to people in the registry. None opens a page with answers: each leads to a page with a button.
//! Those that change a registration are for one address: after a change of address they open nothing.

use domain::{
    id::RegistrantId,
    paths::{self, Path},
};
use store::registry::registrants;

use super::addresses;
use crate::{Backend, StoreError, clock::days};

/// Days for which a link works: 24 months.
const LINK_DAYS: i64 = 731;

/// What a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnerLink {
    /// Whether everything is still right.
    StillRight,
    /// No more messages of campaigns.
    StopMessages,
    /// Leaving.
    Withdraw,
}

impl OwnerLink {
    const fn purpose(self) -> &'static str {
        match self {
            Self::StillRight => "still-right",
            Self::StopMessages => "stop-messages",
            Self::Withdraw => "withdraw",
        }
    }

    /// What it is sealed for. Messages of campaigns are stopped from any address that somebody had.
    fn subject(self, registrant: RegistrantId, email_norm: &str) -> String {
        match self {
            Self::StopMessages => registrant.to_string(),
            Self::StillRight | Self::Withdraw => addresses::subject(registrant, email_norm),
        }
    }

    /// The link, as it stands in a message to an address in lower case.
    pub fn path(self, backend: &Backend, registrant: RegistrantId, email_norm: &str) -> Path {
        let seal = backend.seal(self.purpose(), self.subject(registrant, email_norm), days(LINK_DAYS));
        match self {
            Self::StillRight => paths::still_right(registrant, &seal),
            Self::StopMessages => paths::stop_messages(registrant, &seal),
            Self::Withdraw => paths::withdraw_link(registrant, &seal),
        }
    }

    /// Whose link it is, if we wrote it to the address that they have now, and its time has not passed. It takes the
    /// same time whether there is anybody.
    pub async fn opened(
        self,
        backend: &Backend,
        registrant: &str,
        seal: &str,
    ) -> Result<Option<RegistrantId>, StoreError> {
        let Ok(registrant) = registrant.parse::<RegistrantId>() else { return Ok(None) };
        let email_norm = match self {
            Self::StopMessages => Some(String::new()),
            Self::StillRight | Self::Withdraw => {
                registrants::address(&backend.db, registrant).await?.map(|address| address.email_norm)
            }
        };
        let subject = self.subject(registrant, email_norm.as_deref().unwrap_or_default());
        let is_ours = backend.is_sealed(self.purpose(), subject, seal);
        Ok((is_ours && email_norm.is_some()).then_some(registrant))
    }
}
