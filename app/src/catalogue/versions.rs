//! The versions that an edition has had.

use std::cmp::Reverse;

use domain::{catalogue::edition::EditionStatus, paths, text::Slug};
use leptos::prelude::*;
use store::publications::Edition;

use super::publication_page::Shown;
use crate::words::{day_of, t, t_with};

/// All versions of the language and format shown, the newest first, where there is more than one.
#[component]
pub fn VersionHistory(
    /// What the page shows.
    shown: Shown,
) -> impl IntoView {
    let current = &shown.edition;
    let is_of_slot = |other: &&Edition| other.language == current.language && other.format == current.format;
    let mut versions: Vec<&Edition> = shown.editions.iter().filter(is_of_slot).collect();
    versions.sort_by_key(|edition| Reverse(edition.version));
    let slug = &shown.publication.slug;
    let rows: Vec<AnyView> = versions.iter().map(|edition| row(slug, edition, edition.id == current.id)).collect();
    (rows.len() > 1).then(|| {
        view! {
            <section class="mt-8" aria-labelledby="versions-heading">
                <h2 id="versions-heading" class="mb-3 text-h3 font-bold">{t("version-history")}</h2>
                <ol class="grid gap-2">{rows}</ol>
            </section>
        }
    })
}

/// A version with its status and day. It leads to its own page, unless that is this one or was withdrawn.
fn row(slug: &Slug, edition: &Edition, is_shown: bool) -> AnyView {
    let status = edition.orderability.status;
    let name = t_with("version-name", [("version", edition.version.into())]);
    let published = edition.published_at.map(|at| t_with("version-published", [("date", day_of(at).into())]));
    let facts: Vec<String> = [t(&format!("version-status-{status}"))].into_iter().chain(published).collect();
    let title = if is_shown {
        view! { <strong aria-current="true">{name}</strong> }.into_any()
    } else if status == EditionStatus::Withdrawn {
        view! { <span class="font-bold">{name}</span> }.into_any()
    } else {
        let version = (status != EditionStatus::Live).then_some(edition.version);
        let href = paths::edition(slug, &edition.language, edition.format, version).to_string();
        view! { <a class="link font-bold" href=href>{name}</a> }.into_any()
    };
    view! { <li>{title} <span class="text-muted">" – " {facts.join(", ")}</span></li> }.into_any()
}
