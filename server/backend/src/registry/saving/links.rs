//! Links in messages about saved drafts.

use domain::{
    id::DraftId,
    paths::{self, Path},
};
use jiff::ToSpan;

use crate::{Backend, FormError, StoreError};

/// Days for which a link is ours. It leads to its draft as long as that is there, which each write prolongs.
const LINK_DAYS: i64 = 366;

/// What a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkTo {
    /// The draft, once a code was typed.
    Draft,
    /// A button that deletes it.
    Discard,
}

/// What becomes of whoever follows a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// The draft is there.
    Open,
    /// It was there: it was sent, was deleted, or its time has passed.
    Ended,
    /// We did not write this link.
    NotOurs,
}

impl LinkTo {
    const fn purpose(self) -> &'static str {
        match self {
            Self::Draft => "draft-resume",
            Self::Discard => "draft-discard",
        }
    }

    /// The link, as it stands in a message.
    pub fn path(self, backend: &Backend, draft: DraftId) -> Path {
        let ends = backend.clock.now() + (24 * LINK_DAYS).hours();
        let seal = backend.secrets.seal(self.purpose(), &draft.to_string(), ends);
        match self {
            Self::Draft => paths::register_resume_link(draft, &seal),
            Self::Discard => paths::register_discard(draft, &seal),
        }
    }

    /// Whether we wrote it.
    pub fn is_ours(self, backend: &Backend, draft: DraftId, seal: &str) -> bool {
        backend.secrets.is_sealed(self.purpose(), &draft.to_string(), seal, backend.clock.now())
    }
}

/// What becomes of whoever follows a link; nothing is changed.
pub async fn link_state(backend: &Backend, to: LinkTo, draft: &str, seal: &str) -> Result<LinkState, StoreError> {
    let Ok(draft) = draft.parse::<DraftId>() else { return Ok(LinkState::NotOurs) };
    if !to.is_ours(backend, draft, seal) {
        return Ok(LinkState::NotOurs);
    }
    let row = store::registry::drafts::find(&backend.db, draft, backend.clock.now()).await?;
    Ok(if row.is_some() { LinkState::Open } else { LinkState::Ended })
}

/// Deletes the draft that a link is about, at once.
pub async fn discard(backend: &Backend, draft: DraftId, seal: &str) -> Result<Path, FormError> {
    if !LinkTo::Discard.is_ours(backend, draft, seal) {
        return Err(FormError::NotFound);
    }
    store::registry::drafts::delete(&backend.db, draft).await?;
    Ok(paths::register_discarded())
}
