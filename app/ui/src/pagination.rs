//! Previous and next page of a list.

use leptos::prelude::*;

/// Where the pages around this one are. Nothing is drawn when there are none.
#[component]
pub fn Pagination(
    /// Name of the landmark: "Pages of results".
    #[prop(into)]
    label: String,
    /// Link and words of the page before.
    previous: Option<(String, String)>,
    /// Link and words of the page after.
    next: Option<(String, String)>,
) -> impl IntoView {
    (previous.is_some() || next.is_some()).then(|| {
        view! {
            <nav class="mt-8 flex justify-between gap-4 border-t border-line pt-5" aria-label=label>
                {previous.map(|(href, text)| view! { <a class="page-link" rel="prev" href=href><span aria-hidden="true" class="rtl:rotate-180">"←"</span>{text}</a> })}
                <span class="grow"></span>
                {next.map(|(href, text)| view! { <a class="page-link" rel="next" href=href>{text}<span aria-hidden="true" class="rtl:rotate-180">"→"</span></a> })}
            </nav>
        }
    })
}
