//! Links in messages about saved drafts. Each is for the address it was mailed to: once the draft is kept for another
//! one, it leads nowhere.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::{
    id::DraftId,
    paths::{self, Path},
};
use store::registry::drafts::{self, Draft};

use crate::{Backend, FormError, StoreError, clock::days};

/// Days for which a link is ours. It leads to its draft as long as that is there, which each write prolongs.
const LINK_DAYS: i64 = 366;
/// What the address in a link is marked for.
const ADDRESS: &str = "draft-address";

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
    /// It was there: it was sent, was deleted, is kept for another address, or its time has passed.
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

    /// The link, as it stands in a message to an address in lower case: its last part is the seal of the draft, which
    /// proves that we wrote it even when the draft is gone, and a mark of the address.
    pub fn path(self, backend: &Backend, draft: DraftId, email_norm: &str) -> Path {
        let seal = backend.seal(self.purpose(), draft, days(LINK_DAYS));
        let mark = backend.secrets.sign(ADDRESS, &addressed(draft, email_norm));
        let seal = format!("{seal}.{}", BASE64_URL_SAFE_NO_PAD.encode(mark));
        match self {
            Self::Draft => paths::register_resume_link(draft, &seal),
            Self::Discard => paths::register_discard(draft, &seal),
        }
    }

    /// Whether we wrote it.
    fn is_ours(self, backend: &Backend, draft: DraftId, seal: &str) -> bool {
        let Some((seal, _)) = seal.rsplit_once('.') else { return false };
        backend.is_sealed(self.purpose(), draft, seal)
    }

    /// Whether we wrote it to the address that the draft is kept for now.
    pub(super) fn opens(self, backend: &Backend, draft: &Draft, seal: &str) -> bool {
        let mark = seal.rsplit_once('.').and_then(|(_, mark)| BASE64_URL_SAFE_NO_PAD.decode(mark).ok());
        let is_addressed = draft
            .kept_for()
            .zip(mark)
            .is_some_and(|(email_norm, mark)| backend.secrets.verify(ADDRESS, &addressed(draft.id, email_norm), &mark));
        is_addressed && self.is_ours(backend, draft.id, seal)
    }
}

fn addressed(draft: DraftId, email_norm: &str) -> String {
    format!("{draft} {email_norm}")
}

/// What becomes of whoever follows a link; nothing is changed.
pub async fn link_state(backend: &Backend, to: LinkTo, draft: &str, seal: &str) -> Result<LinkState, StoreError> {
    let Ok(draft) = draft.parse::<DraftId>() else { return Ok(LinkState::NotOurs) };
    if !to.is_ours(backend, draft, seal) {
        return Ok(LinkState::NotOurs);
    }
    let row = drafts::find(&backend.db, draft, backend.clock.now()).await?;
    let is_open = row.is_some_and(|row| to.opens(backend, &row, seal));
    Ok(if is_open { LinkState::Open } else { LinkState::Ended })
}

/// Deletes the draft that a link is about, at once.
pub async fn discard(backend: &Backend, draft: DraftId, seal: &str) -> Result<Path, FormError> {
    if !LinkTo::Discard.is_ours(backend, draft, seal) {
        return Err(FormError::NotFound);
    }
    if let Some(row) = drafts::find(&backend.db, draft, backend.clock.now()).await? {
        if !LinkTo::Discard.opens(backend, &row, seal) {
            return Err(FormError::NotFound);
        }
        drafts::delete(&backend.db, draft).await?;
    }
    Ok(paths::register_discarded())
}
