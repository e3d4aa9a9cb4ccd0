//! Links in messages to people in the registry. None opens a page with answers: each leads to a page with a button.

use domain::{
    id::RegistrantId,
    paths::{self, Path},
};
use jiff::ToSpan;

use crate::Backend;

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

    /// The link, as it stands in a message.
    pub fn path(self, backend: &Backend, registrant: RegistrantId) -> Path {
        let ends = backend.clock.now() + (24 * LINK_DAYS).hours();
        let seal = backend.secrets.seal(self.purpose(), &registrant.to_string(), ends);
        match self {
            Self::StillRight => paths::still_right(registrant, &seal),
            Self::StopMessages => paths::stop_messages(registrant, &seal),
            Self::Withdraw => paths::withdraw_link(registrant, &seal),
        }
    }

    /// Whose link it is, if we wrote it and its time has not passed.
    pub fn opened(self, backend: &Backend, registrant: &str, seal: &str) -> Option<RegistrantId> {
        let registrant: RegistrantId = registrant.parse().ok()?;
        let subject = registrant.to_string();
        backend.secrets.is_sealed(self.purpose(), &subject, seal, backend.clock.now()).then_some(registrant)
    }
}
