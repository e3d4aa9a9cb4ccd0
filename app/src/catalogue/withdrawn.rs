//! What stands where a withdrawn edition stood: its name, and where to go on.

use domain::{
    catalogue::edition::EditionStatus,
    paths::{self, Path},
};
use leptos::prelude::*;
use store::{
    publications::{Edition, Publication},
    sessions::Viewer,
};
use ui::{LinkButton, button::ButtonKind};

use crate::{
    layout::Page,
    words::{t, t_with},
};

/// The page. Nothing of what was withdrawn but its name.
#[component]
pub fn WithdrawnPage(
    /// The publication.
    publication: Publication,
    /// Its editions.
    editions: Vec<Edition>,
    /// The one that was withdrawn.
    edition: Edition,
    /// Who is looking.
    viewer: Viewer,
) -> impl IntoView {
    let (words, next) = next(&publication, &editions, &edition);
    let name = edition.title.unwrap_or(publication.title);
    let title = t_with("withdrawn-title", [("title", name.into())]);
    view! {
        <Page title=title.clone() viewer>
            <h1 class="text-h1 font-bold">{title}</h1>
            <p class="measure mt-4">{t("withdrawn-body")}</p>
            <p class="mt-8 flex flex-wrap gap-4">
                <LinkButton href=next.to_string()>{words}</LinkButton>
                <LinkButton href="/publications" kind=ButtonKind::Secondary>{t("error-search")}</LinkButton>
            </p>
        </Page>
    }
}

/// Where to go on: what took its place; else what else there is of the publication; else its programme.
fn next(publication: &Publication, editions: &[Edition], edition: &Edition) -> (String, Path) {
    let mut live = editions.iter().filter(|other| other.orderability.status == EditionStatus::Live).peekable();
    let has_live = live.peek().is_some();
    let slug = &publication.slug;
    match live.find(|other| other.language == edition.language && other.format == edition.format) {
        Some(newer) => (t("publication-old-link"), paths::edition(slug, &newer.language, newer.format, None)),
        None if has_live => (t("withdrawn-others"), paths::publication(slug)),
        None => {
            let words = t_with("withdrawn-programme", [("programme", publication.programme.clone().into())]);
            (words, paths::programme(&publication.programme_slug))
        }
    }
}
