//! The link back to the page before.

use leptos::prelude::*;

/// Stands before `<main>`.
#[component]
pub fn BackLink(
    /// Where to.
    #[prop(into)]
    href: String,
    /// "Back".
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <a class="back-link mt-4 inline-flex items-center gap-2 text-ink underline underline-offset-4" href=href>
            <span aria-hidden="true" class="rtl:rotate-180">"‹"</span>
            {text}
        </a>
    }
}
