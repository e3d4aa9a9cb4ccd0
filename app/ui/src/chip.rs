//! Small words in a frame: a language, a format, a chosen filter.

use leptos::prelude::*;

/// A fact, or a link when it leads somewhere.
#[component]
pub fn Chip(
    /// Where it leads.
    #[prop(optional, into)]
    href: Option<String>,
    /// Language of its words, where it is not the page's.
    #[prop(optional, into)]
    lang: Option<String>,
    /// Whether it is the one shown now.
    #[prop(default = false)]
    is_current: bool,
    /// What it says.
    children: Children,
) -> impl IntoView {
    match href {
        Some(href) => view! {
            <a
                class=if is_current { "chip chip-current" } else { "chip chip-link" }
                href=href
                lang=lang.clone()
                hreflang=lang
                aria-current=is_current.then_some("true")
                dir="auto"
            >
                {children()}
            </a>
        }
        .into_any(),
        None => view! {
            <span class="chip" lang=lang dir="auto">
                {children()}
            </span>
        }
        .into_any(),
    }
}
