//! What the pages of an account share: who is signed in, and that nobody is.

use domain::paths;
use leptos::prelude::*;
use store::{accounts::SignedIn, sessions::Viewer};

use crate::{load::NotShown, viewer::Asking};

/// Who is signed in.
pub struct AtAccount {
    /// Who is looking.
    pub viewer: Viewer,
    /// Their account.
    pub account: SignedIn,
}

/// Whoever is signed in; anybody else belongs to the sign-in.
pub async fn at_account(asking: &Asking) -> Result<AtAccount, NotShown> {
    let viewer = asking.viewer().await?;
    let account = viewer.account.clone().ok_or_else(|| NotShown::Elsewhere(paths::account_sign_in()))?;
    Ok(AtAccount { viewer, account })
}

/// Whoever is not signed in; who is has an account already, and belongs there.
pub async fn nobody(asking: &Asking) -> Result<Viewer, NotShown> {
    let viewer = asking.viewer().await?;
    if viewer.account.is_some() { Err(NotShown::Elsewhere(paths::account())) } else { Ok(viewer) }
}

/// A heading and one paragraph.
pub fn lead(h1: String, body: String) -> AnyView {
    view! {
        <h1 class="text-h1 font-bold">{h1}</h1>
        <p class="measure mt-3 mb-6">{body}</p>
    }
    .into_any()
}
