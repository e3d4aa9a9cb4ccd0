//! Pages of text: about the service, accessibility, privacy, cookies. The texts are written in English, as
//! Markdown, and say so where the page is in another language.

use leptos::prelude::*;
use pulldown_cmark::{Options, Parser, html::push_html};

use super::accessibility_statement;
use crate::{
    layout::Page,
    load::load,
    viewer::asking,
    words::{Locale, locale, t},
};

/// `/about`
#[component]
pub fn AboutPage() -> impl IntoView {
    content("content-about", include_str!("../../content/about.md"))
}

/// `/accessibility`
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    content("content-accessibility", accessibility_statement::markdown())
}

/// `/privacy`
#[component]
pub fn PrivacyPage() -> impl IntoView {
    content("content-privacy", include_str!("../../content/privacy.md"))
}

/// `/cookies`
#[component]
pub fn CookiesPage() -> impl IntoView {
    content("content-cookies", include_str!("../../content/cookies.md"))
}

fn content(title: &'static str, markdown: &'static str) -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let is_translated = locale() == Locale::English;
        Ok(view! {
            <Page title=t(title) viewer>
                <h1 class="text-h1 font-bold">{t(title)}</h1>
                {(!is_translated).then(|| view! { <p class="mt-3 text-muted">{t("content-in-english")}</p> })}
                <div class="prose measure mt-4" lang="en" dir="ltr" inner_html=html(markdown)></div>
            </Page>
        }
        .into_any())
    })
}

/// Our own text as HTML.
fn html(markdown: &str) -> String {
    let mut html = String::new();
    push_html(&mut html, Parser::new_ext(markdown, Options::ENABLE_TABLES));
    html
}
