//! What stands where a withdrawn edition stood: its name, and where to go on.

use std::sync::Arc;

use backend::taxonomy::Taxonomy;
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
    words::{isolated, t, t_with},
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
    /// Which programmes have a page.
    names: Arc<Taxonomy>,
) -> impl IntoView {
    let next = next(&publication, &editions, &edition, &names);
    let list = if next.is_some() { ButtonKind::Secondary } else { ButtonKind::Primary };
    let next = next.map(|(words, path)| view! { <LinkButton href=path.to_string()>{words}</LinkButton> });
    let name = edition.title.unwrap_or(publication.title);
    let title = t_with("withdrawn-title", [("title", isolated(&name).into())]);
    view! {
        <Page title=title.clone() viewer>
            <h1 class="text-h1 font-bold">{title}</h1>
            <p class="measure mt-4">{t("withdrawn-body")}</p>
            <p class="mt-8 flex flex-wrap gap-4">
                {next}
                <LinkButton href="/publications" kind=list>{t("error-search")}</LinkButton>
            </p>
        </Page>
    }
}

/// Where to go on: what took its place; else what else there is of the publication; else its programme, if that has
/// a page. Else only the list is left.
fn next(
    publication: &Publication,
    editions: &[Edition],
    edition: &Edition,
    names: &Taxonomy,
) -> Option<(String, Path)> {
    let mut live = editions.iter().filter(|other| other.orderability.status == EditionStatus::Live).peekable();
    let has_live = live.peek().is_some();
    let slug = &publication.slug;
    match live.find(|other| other.language == edition.language && other.format == edition.format) {
        Some(newer) => Some((t("publication-old-link"), paths::edition(slug, &newer.language, newer.format, None))),
        None if has_live => Some((t("withdrawn-others"), paths::publication(slug))),
        None => names.has_page(&publication.programme_slug).then(|| {
            let words = t_with("withdrawn-programme", [("programme", publication.programme.clone().into())]);
            (words, paths::programme(&publication.programme_slug))
        }),
    }
}
