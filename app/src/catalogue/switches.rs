//! The languages and formats of a publication, each one click away.

use domain::{
    catalogue::{
        edition::{AccessibleFormat, EditionStatus},
        taxonomy::LanguageTag,
    },
    paths,
    text::Slug,
};
use leptos::prelude::*;
use store::publications::Edition;
use ui::Chip;

use super::publication_page::Shown;
use crate::words::t;

/// All live languages and formats, one click away.
#[component]
pub fn Switches(
    /// What the page shows.
    shown: Shown,
) -> impl IntoView {
    let live: Vec<&Edition> =
        shown.editions.iter().filter(|edition| edition.orderability.status == EditionStatus::Live).collect();
    view! {
        <h2 class="mt-6 text-small font-bold">{t("publication-languages")}</h2>
        <ul class="mt-2 flex flex-wrap gap-2">{languages(&shown, &live)}</ul>
        <h2 class="mt-4 text-small font-bold">{t("publication-formats")}</h2>
        <ul class="mt-2 flex flex-wrap gap-2">{formats(&shown, &live)}</ul>
    }
}

fn address(slug: &Slug, edition: &Edition) -> String {
    paths::edition(slug, &edition.language, edition.format, None).to_string()
}

/// Every live language. It leads to the same format where there is one, else standard, else what there is.
fn languages(shown: &Shown, live: &[&Edition]) -> Vec<AnyView> {
    let current = &shown.edition;
    let mut tags: Vec<&LanguageTag> = live.iter().map(|edition| &edition.language).collect();
    tags.dedup();
    let in_language = |tag: &LanguageTag| {
        live.iter()
            .filter(|edition| edition.language == *tag)
            .min_by_key(|edition| (edition.format != current.format, edition.format != AccessibleFormat::Standard))
    };
    tags.into_iter()
        .filter_map(|tag| {
            Some((shown.names.language(tag)?.clone(), address(&shown.publication.slug, in_language(tag)?)))
        })
        .map(|(language, href)| {
            let is_current = language.tag == current.language;
            view! { <li><Chip href lang=language.tag.to_string() is_current>{language.endonym}</Chip></li> }.into_any()
        })
        .collect()
}

/// Every live format. One that is missing in the language shown leads to English, else to the first language that has
/// it, and says in which it is.
fn formats(shown: &Shown, live: &[&Edition]) -> Vec<AnyView> {
    let current = &shown.edition;
    let english = LanguageTag::english();
    let in_format = |format: AccessibleFormat| {
        live.iter()
            .filter(|edition| edition.format == format)
            .min_by_key(|edition| (edition.language != current.language, edition.language != english))
    };
    AccessibleFormat::ALL
        .iter()
        .filter_map(|format| in_format(*format))
        .map(|edition| {
            let is_current = edition.format == current.format && edition.language == current.language;
            let elsewhere = (edition.language != current.language).then(|| in_words(shown, &edition.language));
            let (href, words) = (address(&shown.publication.slug, edition), t(&format!("format-{}", edition.format)));
            view! { <li><Chip href is_current><span>{words} {elsewhere}</span></Chip></li> }.into_any()
        })
        .collect()
}

/// A language in brackets, by its own name.
fn in_words(shown: &Shown, tag: &LanguageTag) -> AnyView {
    let name = shown.names.language(tag).map_or_else(|| tag.to_string(), |language| language.endonym.clone());
    let dir = shown.names.direction(tag).as_str();
    view! { " (" <span lang=tag.to_string() dir=dir>{name}</span> ")" }.into_any()
}
