//! What several pages of the registry say in the same way.

use leptos::prelude::*;

use crate::words::{t, t_with};

/// The title of a page: "{h1} – Register".
pub fn title(id: &str) -> String {
    t_with("reg-title", [("page", t(id).into())])
}

/// Whom to write to.
#[component]
pub fn Mailbox(
    /// The address.
    address: String,
) -> impl IntoView {
    let href = format!("mailto:{address}");
    view! { <p class="measure mt-3 wrap-anywhere">{t("reg-mailbox")} " " <a class="link" href=href>{address}</a></p> }
}
