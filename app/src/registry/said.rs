//! What several pages of the registry say in the same way.

use leptos::prelude::*;

use crate::words::{t, t_with};

/// The title of a page: "{h1} – Register".
pub fn title(h1: &str) -> String {
    t_with("reg-title", [("page", h1.into())])
}

/// A heading and one paragraph.
pub fn lead(h1: String, body: String) -> AnyView {
    view! {
        <h1 class="text-h1 font-bold">{h1}</h1>
        <p class="measure mt-3 mb-6">{body}</p>
    }
    .into_any()
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
