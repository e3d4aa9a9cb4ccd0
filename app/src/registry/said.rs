//! What several pages of the registry say in the same way.

use domain::paths;
use leptos::prelude::*;

use crate::{
    bidi::LeftToRight,
    words::{t, t_with},
};

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

/// The way to save what was answered, of pages whose answers are no form.
pub fn save_link() -> AnyView {
    view! { <p class="no-print mt-6"><a class="link" href=paths::register_save().to_string()>{t("reg-save")}</a></p> }
        .into_any()
}

/// Whom to write to.
#[component]
pub fn Mailbox(
    /// The address.
    address: String,
) -> impl IntoView {
    let href = format!("mailto:{address}");
    view! { <p class="measure mt-3 wrap-anywhere">{t("reg-mailbox")} " " <a class="link" href=href><LeftToRight text=address /></a></p> }
}
