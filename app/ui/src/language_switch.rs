//! The languages that a page can be read in, each in itself.

use leptos::prelude::*;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedLanguage {
    /// Its tag, by BCP 47.
    pub tag: String,
    /// Its name in itself.
    pub name: String,
    /// Where the page is in this language; nothing where the page is in it already.
    pub href: Option<String>,
}

/// The way to each.
#[component]
pub fn LanguageSwitch(
    /// The name of this landmark.
    #[prop(into)]
    label: String,
    /// The languages, in their order.
    languages: Vec<OfferedLanguage>,
) -> impl IntoView {
    let links = languages
        .into_iter()
        .map(|OfferedLanguage { tag, name, href }| {
            let inside = match href {
                Some(href) => {
                    view! { <a class="link" href=href rel="alternate" lang=tag.clone() hreflang=tag>{name}</a> }
                        .into_any()
                }
                None => view! { <span lang=tag aria-current="true" class="font-bold">{name}</span> }.into_any(),
            };
            view! { <li class="flex min-h-8 items-center">{inside}</li> }
        })
        .collect_view();
    view! {
        <nav aria-label=label>
            <ul class="flex flex-wrap gap-x-4 text-small">{links}</ul>
        </nav>
    }
}
