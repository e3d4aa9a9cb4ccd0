//! Pages of text: about the service, accessibility, privacy, cookies.

use leptos::prelude::*;
use pulldown_cmark::{Options, Parser, html::push_html};

use super::{accessibility_statement, texts};
use crate::{
    layout::Page,
    load::load,
    viewer::asking,
    words::{locale, t},
};

/// `/about`
#[component]
pub fn AboutPage() -> impl IntoView {
    content("content-about", texts::about(locale()).to_owned())
}

/// `/accessibility`
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    content("content-accessibility", accessibility_statement::markdown(locale()))
}

/// `/privacy`
#[component]
pub fn PrivacyPage() -> impl IntoView {
    content("content-privacy", texts::privacy(locale()).to_owned())
}

/// `/cookies`
#[component]
pub fn CookiesPage() -> impl IntoView {
    content("content-cookies", texts::cookies(locale()).to_owned())
}

/// The page of a text in the language of the page.
fn content(title: &'static str, markdown: String) -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        Ok(view! {
            <Page title=t(title) viewer>
                <h1 class="text-h1 font-bold">{t(title)}</h1>
                <div class="prose measure mt-4" inner_html=html(&markdown)></div>
            </Page>
        }
        .into_any())
    })
}

/// Our own text as HTML.
pub(crate) fn html(markdown: &str) -> String {
    let mut html = String::new();
    push_html(&mut html, Parser::new_ext(markdown, Options::ENABLE_TABLES));
    html
}
