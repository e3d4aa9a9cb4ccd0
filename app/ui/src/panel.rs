//! The green panel that confirms something is done.

use leptos::prelude::*;

/// Title and the one fact to keep. Nothing interactive stands inside.
#[component]
pub fn Panel(
    /// What is done; the page's heading.
    #[prop(into)]
    title: String,
    /// The fact to keep.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="panel mb-8 rounded-lg bg-brand p-6 text-white md:p-8">
            <h1 class="text-h1 font-bold">{title}</h1>
            <div class="mt-3 text-h3">{children()}</div>
        </div>
    }
}
