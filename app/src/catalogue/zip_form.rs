//! Several files of a publication at once: a plain form, whose answer is the zip.

use std::sync::Arc;

use backend::taxonomy::Taxonomy;
use domain::{
    catalogue::{edition::AccessibleFormat, file::FileKind, taxonomy::Language},
    paths,
    text::Slug,
};
use leptos::prelude::*;
use store::publications::Edition;
use ui::{Button, button::ButtonKind};

use crate::words::t;

/// What people choose between; each list in the order they read it.
struct Choices {
    languages: Vec<Language>,
    formats: Vec<AccessibleFormat>,
    kinds: Vec<FileKind>,
}

impl Choices {
    /// What the files come in that can be downloaded; nothing where there are not several. Covers come along where
    /// somebody chooses them, and are no reason to choose.
    fn of(editions: &[Edition], names: &Taxonomy) -> Option<Self> {
        let files_of = |edition: &Edition| edition.downloads.iter().filter(|kind| **kind != FileKind::Cover).count();
        let with_files: Vec<&Edition> = editions.iter().filter(|edition| files_of(edition) > 0).collect();
        let files: usize = with_files.iter().map(|edition| files_of(edition)).sum();
        let mut tags: Vec<_> = with_files.iter().map(|edition| &edition.language).collect();
        tags.sort_unstable();
        tags.dedup();
        let has = |kind: FileKind| with_files.iter().any(|edition| edition.downloads.contains(&kind));
        let is_in = |format: AccessibleFormat| with_files.iter().any(|edition| edition.format == format);
        (files > 1).then(|| Self {
            languages: tags.into_iter().filter_map(|tag| names.language(tag).cloned()).collect(),
            formats: AccessibleFormat::ALL.iter().copied().filter(|format| is_in(*format)).collect(),
            kinds: FileKind::ALL.iter().copied().filter(|kind| has(*kind)).collect(),
        })
    }
}

/// The form, where there is more than one file.
#[component]
pub fn ZipForm(
    /// The publication.
    slug: Slug,
    /// Its editions.
    editions: Vec<Edition>,
    /// Names of languages.
    names: Arc<Taxonomy>,
) -> impl IntoView {
    let action = paths::zip(&slug).to_string();
    Choices::of(&editions, &names).map(|choices| form(action, choices))
}

fn form(action: String, choices: Choices) -> AnyView {
    let languages = choices.languages.into_iter().map(|language| {
        let (value, lang) = (language.tag.to_string(), language.tag.to_string());
        let words = view! { <span lang=lang dir=language.direction.as_str()>{language.endonym}</span> };
        (value, words.into_any())
    });
    let formats = choices.formats.into_iter();
    let formats = formats.map(|format| (format.to_string(), t(&format!("format-{format}")).into_any()));
    let kinds = choices.kinds.into_iter();
    let kinds = kinds.map(|kind| (kind.to_string(), t(&format!("zip-kind-{kind}")).into_any()));
    let languages = fieldset("language", "zip-languages", languages.collect());
    let formats = fieldset("format", "zip-formats", formats.collect());
    let kinds = fieldset("kind", "zip-kinds", kinds.collect());
    view! {
        <details class="no-print mt-4" id="zip">
            <summary class="link cursor-pointer py-1">{t("zip-title")}</summary>
            <form class="mt-2 grid gap-4" method="get" action=action>
                <p class="measure">{t("zip-lead")}</p>
                {languages}
                {formats}
                {kinds}
                <p><Button kind=ButtonKind::Secondary>{t("zip-button")}</Button></p>
            </form>
        </details>
    }
    .into_any()
}

/// Check boxes of one name, where there is something to choose between: value and words of each.
fn fieldset(name: &'static str, legend: &str, choices: Vec<(String, AnyView)>) -> Option<AnyView> {
    if choices.len() < 2 {
        return None;
    }
    let boxes = choices
        .into_iter()
        .map(|(value, words)| {
            let id = format!("zip-{name}-{value}");
            view! {
                <div class="checkbox">
                    <input type="checkbox" id=id.clone() name=name value=value />
                    <label for=id>{words}</label>
                </div>
            }
        })
        .collect_view();
    Some(
        view! {
            <fieldset>
                <legend class="mb-1 font-bold">{t(legend)}</legend>
                <div class="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">{boxes}</div>
            </fieldset>
        }
        .into_any(),
    )
}
