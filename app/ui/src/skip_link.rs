//! The link past everything that repeats on each page.

use leptos::prelude::*;

/// Stands first in `<body>`, and is seen while it has the focus.
#[component]
pub fn SkipLink(
    /// The element to go on at: `#` and its id.
    #[prop(into)]
    href: String,
    /// "Skip to main content".
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <a class="skip-link" href=href>{text}</a> }
}
