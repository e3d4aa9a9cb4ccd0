//! The facets of a list as fieldsets of check boxes with counts.

use backend::taxonomy::Taxonomy;
use domain::{
    catalogue::{
        search::{Facet, Search},
        taxonomy::LanguageTag,
    },
    paths,
};
use leptos::prelude::*;
use store::edition_search::FacetCount;

use crate::words::{t, t_with};

/// Values shown before "Show all".
const SHOWN: usize = 6;

/// A value of a facet in words.
pub fn value_words(facet: Facet, value: &str, names: &Taxonomy) -> String {
    match facet {
        Facet::Programme => names
            .programmes
            .iter()
            .find(|programme| programme.slug.as_str() == value)
            .map(|programme| programme.name.clone()),
        Facet::Language => {
            LanguageTag::parse(value).and_then(|tag| names.language(&tag)).map(|language| language.name.clone())
        }
        Facet::Format => Some(t(&format!("format-{value}"))),
        Facet::Type => Some(t(&format!("type-{value}"))),
    }
    .unwrap_or_else(|| value.to_owned())
}

struct Choice {
    value: String,
    words: String,
    publications: i64,
    is_chosen: bool,
}

/// Chosen values first, then by count. A chosen value with nothing stays, so that it can be taken back.
fn choices(facet: Facet, search: &Search, counts: &[FacetCount], names: &Taxonomy) -> Vec<Choice> {
    let chosen = search.chosen(facet);
    let counted = |value: &str| {
        counts.iter().find(|count| count.facet == facet && count.value == value).map_or(0, |count| count.publications)
    };
    let of_chosen = chosen.iter().map(|value| (value.clone(), true));
    let of_others = counts
        .iter()
        .filter(|count| count.facet == facet && !chosen.contains(&count.value))
        .map(|count| (count.value.clone(), false));
    of_chosen
        .chain(of_others)
        .map(|(value, is_chosen)| Choice {
            words: value_words(facet, &value, names),
            publications: counted(&value),
            value,
            is_chosen,
        })
        .collect()
}

/// A facet.
#[component]
pub fn FacetFieldset(
    /// Which.
    facet: Facet,
    /// The search so far.
    search: Search,
    /// All counts.
    counts: std::sync::Arc<Vec<FacetCount>>,
    /// Names of languages and programmes.
    names: std::sync::Arc<Taxonomy>,
) -> impl IntoView {
    let mut shown = choices(facet, &search, &counts, &names);
    let is_chosen = shown.iter().filter(|choice| choice.is_chosen).count();
    let hidden = shown.split_off(SHOWN.max(is_chosen).min(shown.len()));
    let total = shown.len() + hidden.len();
    (total > 0).then(|| {
        view! {
            <fieldset class="facet">
                <legend class="font-bold">{t(&format!("facet-{}", facet.as_str()))}</legend>
                {shown.into_iter().map(|choice| checkbox(facet, choice)).collect_view()}
                {(!hidden.is_empty())
                    .then(|| {
                        view! {
                            <details class="mt-1">
                                <summary class="link cursor-pointer py-1 text-small">{t_with("facet-more", [("count", total.into())])}</summary>
                                {hidden.into_iter().map(|choice| checkbox(facet, choice)).collect_view()}
                            </details>
                        }
                    })}
            </fieldset>
        }
    })
}

fn checkbox(facet: Facet, choice: Choice) -> impl IntoView {
    let id = format!("{}-{}", facet.as_str(), choice.value);
    view! {
        <div class="checkbox">
            <input type="checkbox" id=id.clone() name=facet.as_str() value=choice.value checked=choice.is_chosen />
            <label for=id>{choice.words} " (" {choice.publications} ")"</label>
        </div>
    }
}

/// Chosen values as links that take them back.
#[component]
pub fn ChosenFilters(
    /// The search so far.
    search: Search,
    /// Names of languages and programmes.
    names: std::sync::Arc<Taxonomy>,
) -> impl IntoView {
    let chosen: Vec<(Facet, String)> = Facet::ALL
        .into_iter()
        .flat_map(|facet| search.chosen(facet).into_iter().map(move |value| (facet, value)))
        .collect();
    let cleared = Search::read([("q", search.words.as_str())]);
    (!chosen.is_empty()).then(|| {
        view! {
            <div class="mb-4">
                <h3 class="sr-only">{t("list-chosen")}</h3>
                <ul class="flex flex-wrap items-center gap-2">
                    {chosen
                        .into_iter()
                        .map(|(facet, value)| {
                            let words = value_words(facet, &value, &names);
                            let label = t_with("list-remove", [("name", words.clone().into())]);
                            let href = paths::publications(&search.without(facet, &value));
                            view! {
                                <li>
                                    <a class="chip chip-link" href=href.to_string() aria-label=label>
                                        {words}
                                        <span aria-hidden="true">" ×"</span>
                                    </a>
                                </li>
                            }
                        })
                        .collect_view()}
                    <li><a class="link text-small" href=paths::publications(&cleared).to_string()>{t("list-clear")}</a></li>
                </ul>
            </div>
        }
    })
}
