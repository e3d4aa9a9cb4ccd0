//! What the pages of a checkout share: whose it is and how far it is.

use domain::{checkout::Stage, id::BasketId, paths};
use store::{checkouts::Checkout, sessions::Viewer};

use crate::{load::NotShown, viewer::Asking};

/// A checkout under way.
pub struct AtCheckout {
    /// Who is looking.
    pub viewer: Viewer,
    /// Their basket.
    pub basket: BasketId,
    /// The answers so far.
    pub checkout: Checkout,
    /// What comes next.
    pub stage: Stage,
}

/// The checkout of whoever is looking; without one they belong to the basket.
pub async fn at_checkout(asking: &Asking) -> Result<AtCheckout, NotShown> {
    let nowhere = || NotShown::Elsewhere(paths::basket());
    let viewer = asking.viewer().await?;
    let basket = viewer.basket.ok_or_else(nowhere)?;
    let checkout = store::checkouts::find(&asking.backend.db, basket, viewer.session).await?.ok_or_else(nowhere)?;
    let stage = backend::checkout::stage_of(&checkout, viewer.proved_email().as_deref());
    Ok(AtCheckout { viewer, basket, checkout, stage })
}
