//! The link back to the page before. It stands in a landmark of its own, so that no part of the page
//! is outside of one.

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
    let label = text.clone();
    view! {
        <nav aria-label=label>
            <a class="back-link mt-4 inline-flex items-center gap-2 text-ink underline underline-offset-4" href=href>
                // Scripts that run from right to left mirror this sign by themselves.
                <span aria-hidden="true">"‹"</span>
                {text}
            </a>
        </nav>
    }
}
