//! What the pages of one's registration share: who is signed in, and what is held of them.

use std::sync::Arc;

use backend::registry::Changing;
use domain::{
    id::{RegistrantId, SessionId},
    paths,
    registry::Register,
    time::Day,
};
use store::sessions::Viewer;

use crate::{load::NotShown, viewer::Asking};

/// Who is signed in.
pub struct SignedIn {
    /// Who is looking.
    pub viewer: Viewer,
    /// In which session.
    pub session: SessionId,
    /// Who it is.
    pub registrant: RegistrantId,
}

/// Whoever is signed in; anybody else belongs to the sign-in.
pub async fn signed_in(asking: &Asking) -> Result<SignedIn, NotShown> {
    let viewer = asking.viewer().await?;
    let (session, registrant) = viewer.session.zip(viewer.registrant).ok_or_else(nowhere)?;
    Ok(SignedIn { viewer, session, registrant })
}

/// Where whoever has no registration belongs.
pub fn nowhere() -> NotShown {
    NotShown::Elsewhere(paths::my())
}

/// Whoever is signed in, with their registration.
pub struct AtMine {
    /// Who is looking.
    pub viewer: Viewer,
    /// What it says, and what they changed and did not save.
    pub changing: Changing,
    /// What is on offer.
    pub register: Arc<Register>,
    /// Today.
    pub today: Day,
}

/// The registration of whoever is signed in.
pub async fn at_mine(asking: &Asking) -> Result<AtMine, NotShown> {
    let SignedIn { viewer, session, registrant } = signed_in(asking).await?;
    let register = backend::registry::register(&asking.backend).await?;
    let changing = backend::registry::changing(&asking.backend, (session, registrant), &register).await?;
    let changing = changing.ok_or_else(nowhere)?;
    Ok(AtMine { viewer, changing, register, today: Day(asking.backend.clock.registry_today()) })
}
