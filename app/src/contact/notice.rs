//! What stands above every page for a while.

use backend::Gate;
use leptos::prelude::*;

use crate::words::{Locale, locale, t};

/// The notice that is true now, if there is one. It is written once, in English: a page in another language says so.
#[component]
pub fn NoticeBanner() -> impl IntoView {
    let lang = (locale() != Locale::English).then_some(Locale::English.as_str());
    expect_context::<Gate>().notice().map(|message| {
        view! {
            <section class="notice" aria-label=t("notice-label")>
                <p class="container py-3" lang=lang dir="auto">{message}</p>
            </section>
        }
    })
}
