//! What the pages of an account share: who is signed in, and that nobody is.

use domain::{paths, staff::Next};
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

/// The same of a page on which an account is closed, or gets another address or password: whoever has a role signs in as
/// staff first, and comes back.
pub async fn as_owner(asking: &Asking) -> Result<AtAccount, NotShown> {
    let at = at_account(asking).await?;
    if at.account.has_role && at.viewer.staff.is_none() {
        return Err(NotShown::Elsewhere(paths::staff_sign_in_then(Next::parse(&asking.path).as_ref())));
    }
    Ok(at)
}

/// The same where nothing that is typed is kept: whoever has a role proved a few minutes ago who they are before they type.
pub async fn as_proved_owner(asking: &Asking) -> Result<AtAccount, NotShown> {
    let (at, now) = (as_owner(asking).await?, asking.backend.clock.now());
    if at.viewer.staff.as_ref().is_some_and(|staff| !backend::staff::is_confirmed(staff.confirmed_at, now)) {
        return Err(NotShown::Elsewhere(paths::staff_confirm_then(Next::parse(&asking.path).as_ref())));
    }
    Ok(at)
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
