//! What the pages of the wizard share: whose registration it is, and how far it is.

use std::sync::Arc;

use backend::registry::Open;
use domain::{
    id::DraftId,
    paths,
    registry::{Journey, Register},
    time::Day,
};
use store::sessions::Viewer;

use crate::{load::NotShown, viewer::Asking};

/// A registration under way.
pub struct AtDraft {
    /// Who is looking.
    pub viewer: Viewer,
    /// Which one it is.
    pub draft: DraftId,
    /// What they typed.
    pub open: Open,
    /// What is on offer.
    pub register: Arc<Register>,
    /// The pages there are for answers like these.
    pub journey: Journey,
    /// Today.
    pub today: Day,
}

/// The registration of whoever is looking; without one they belong to the start.
pub async fn at_draft(asking: &Asking) -> Result<AtDraft, NotShown> {
    let nowhere = || NotShown::Elsewhere(paths::register());
    let viewer = asking.viewer().await?;
    let draft = viewer.draft.ok_or_else(nowhere)?;
    let open = backend::registry::drafts::find(&asking.backend, draft).await?.ok_or_else(nowhere)?;
    let register = backend::registry::register(&asking.backend).await?;
    let today = Day(asking.backend.clock.registry_today());
    let journey = backend::registry::journey(&open.draft, &register, today);
    Ok(AtDraft { viewer, draft, open, register, journey, today })
}
