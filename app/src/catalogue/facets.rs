//! The facets of a list as fieldsets of check boxes with counts.

use std::sync::Arc;

use backend::taxonomy::Taxonomy;
use domain::{
    catalogue::search::{Facet, FacetCount, Search, Since},
    paths,
};
use jiff::civil::Date;
use leptos::prelude::*;

use super::names::Called;
use crate::words::{day, t, t_with};

/// Values of a long facet shown before "Show all".
const SHOWN: usize = 6;
/// A facet with more values than these is long: it has a search box, and shows the first only.
const MANY: usize = 10;
/// Facets that are open from the start; the others open when something is chosen in them.
const OPEN: [Facet; 5] = [Facet::Available, Facet::Programme, Facet::Language, Facet::Format, Facet::Type];
/// The order of the page.
const ORDER: [Facet; 10] = [
    Facet::Available,
    Facet::Programme,
    Facet::Language,
    Facet::Format,
    Facet::Type,
    Facet::Disease,
    Facet::Vaccination,
    Facet::Audience,
    Facet::Setting,
    Facet::Access,
];

struct Choice {
    value: String,
    called: Called,
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
            called: Called::of(facet, &value, names),
            publications: counted(&value),
            value,
            is_chosen,
        })
        .collect()
}

/// All facets, and since when.
#[component]
pub fn Facets(
    /// The search so far.
    search: Search,
    /// All counts.
    counts: Vec<FacetCount>,
    /// What asking for changes since a moment would give.
    ages: Vec<(Since, i64)>,
    /// Names of what they count.
    names: Arc<Taxonomy>,
    /// Today.
    today: Date,
) -> impl IntoView {
    let fieldsets = ORDER.into_iter().map(|facet| fieldset(facet, &search, &counts, &names)).collect_view();
    view! {
        {fieldsets}
        <UpdatedSince search ages today />
    }
}

fn fieldset(facet: Facet, search: &Search, counts: &[FacetCount], names: &Taxonomy) -> Option<AnyView> {
    let mut shown = choices(facet, search, counts, names);
    let total = shown.len();
    if total == 0 {
        return None;
    }
    let chosen = shown.iter().filter(|choice| choice.is_chosen).count();
    let is_long = total > MANY;
    let hidden = if is_long { shown.split_off(SHOWN.max(chosen).min(total)) } else { Vec::new() };
    let legend = t(&format!("facet-{facet}"));
    let search_box = is_long.then(|| facet_search(facet, &legend));
    let boxes = shown.into_iter().map(|choice| checkbox(facet, choice)).collect_view();
    let more = (!hidden.is_empty()).then(|| {
        let hidden = hidden.into_iter().map(|choice| checkbox(facet, choice)).collect_view();
        view! {
            <details class="mt-1" id=format!("more-{facet}")>
                <summary class="link cursor-pointer py-1 text-small">{t_with("facet-more", [("count", total.into())])}</summary>
                {hidden}
            </details>
        }
    });
    let inside = view! { <legend class="sr-only">{legend.clone()}</legend> {search_box} {boxes} {more} };
    let is_open = OPEN.contains(&facet) || chosen > 0;
    Some(
        view! {
            <details class="facet" id=format!("facet-{facet}") open=is_open>
                <summary class="cursor-pointer font-bold">{legend}</summary>
                <fieldset data-facet="">{inside}</fieldset>
            </details>
        }
        .into_any(),
    )
}

/// Narrows a long facet down; only there where scripts run, as the form works without.
fn facet_search(facet: Facet, legend: &str) -> impl IntoView + use<> {
    let id = format!("find-{facet}");
    let label = t_with("facet-find", [("facet", legend.to_lowercase().into())]);
    view! {
        <div class="facet-find">
            <label class="sr-only" for=id.clone()>{label.clone()}</label>
            <input class="input w-full" id=id type="search" data-facet-find="" placeholder=label autocomplete="off" />
        </div>
    }
}

fn checkbox(facet: Facet, choice: Choice) -> impl IntoView {
    let Choice { value, called, publications, is_chosen } = choice;
    let id = format!("{facet}-{}", value.replace(' ', "-"));
    let called = called.shown();
    view! {
        <div class="checkbox">
            <input type="checkbox" id=id.clone() name=facet.as_str() value=value checked=is_chosen />
            <label for=id>{called} " (" {publications} ")"</label>
        </div>
    }
}

/// Since when results must have changed: some usual days, and the one that was asked for.
#[component]
fn UpdatedSince(search: Search, ages: Vec<(Since, i64)>, today: Date) -> impl IntoView {
    let chosen = search.updated_since;
    let words = ["facet-updated-month", "facet-updated-quarter", "facet-updated-year"];
    let usual: Vec<_> = Since::usual(today).into_iter().zip(words.map(t)).collect();
    let other = chosen.filter(|chosen| !usual.iter().any(|(since, _)| since == chosen));
    let other = other.map(|other| (other, since_words(&search).unwrap_or_default()));
    let options = usual
        .into_iter()
        .chain(other)
        .map(|(since, words)| {
            let is_chosen = chosen == Some(since);
            let count = ages.iter().find(|(counted, _)| *counted == since).map_or(0, |(_, count)| *count);
            // At 0 nobody gets anywhere by it; what was chosen stays, so that it can be taken back.
            (count > 0 || is_chosen).then(
                || view! { <option value=since.text() selected=is_chosen>{format!("{words} ({count})")}</option> },
            )
        })
        .collect_view();
    view! {
        <div class="mt-4">
            <label class="block font-bold" for="updated_since">{t("facet-updated")}</label>
            <select class="input mt-1 w-full" id="updated_since" name="updated_since">
                <option value="" selected=chosen.is_none()>{t("facet-updated-any")}</option>
                {options}
            </select>
        </div>
    }
}

/// "Updated since 1 October 2026", when results must have changed since a day.
pub fn since_words(search: &Search) -> Option<String> {
    let date = match search.updated_since? {
        Since::Day(day) => day,
        Since::Moment(at) => backend::clock::service_day(at),
    };
    Some(t_with("facet-updated-since", [("date", day(date).into())]))
}

/// Chosen values as links that take them back.
#[component]
pub fn ChosenFilters(
    /// The search so far.
    search: Search,
    /// Names of what is chosen.
    names: Arc<Taxonomy>,
) -> impl IntoView {
    let chosen = ORDER.into_iter().flat_map(|facet| search.chosen(facet).iter().map(move |value| (facet, value)));
    let mut links: Vec<(Called, String)> = chosen
        .map(|(facet, value)| {
            let without = paths::publications(&search.without(facet, value));
            (Called::of(facet, value, &names), without.to_string())
        })
        .collect();
    let of_any_age = paths::publications(&search.of_any_age()).to_string();
    links.extend(since_words(&search).map(|words| (Called::Words(words), of_any_age)));
    (!links.is_empty()).then(|| {
        let links = links.into_iter().map(|(called, href)| {
            let label = t_with("list-remove", [("name", called.text().into())]);
            let called = called.shown();
            view! {
                <li>
                    <a class="chip chip-link" href=href aria-label=label>
                        {called}
                        <span class="no-print ms-1" aria-hidden="true">"×"</span>
                    </a>
                </li>
            }
        });
        view! {
            <div class="mb-4">
                <h3 class="sr-only">{t("list-chosen")}</h3>
                <ul class="flex flex-wrap items-center gap-2">
                    {links.collect_view()}
                    <li class="no-print"><a class="link text-small" href=paths::publications(&search.unfiltered()).to_string()>{t("list-clear")}</a></li>
                </ul>
            </div>
        }
    })
}
