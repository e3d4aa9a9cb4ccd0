//! The filter in the gallery: the panel and the chosen filters of the list, over the catalogue as it is.

use std::sync::Arc;

use backend::{catalogue::Results, taxonomy::Taxonomy};
use domain::catalogue::search::{NOW, Search};
use jiff::civil::Date;
use leptos::prelude::*;

use super::{notes, part};
use crate::catalogue::{facets::ChosenFilters, filter_panel::FilterPanel};

const WHEN: &str = "For a list that is too long to read, of things that differ in several ways. Below ten things, or with one way to narrow them, a list with headings is enough.";

const NOTES: [(&str, &str); 5] = [
    (
        "Behaviour",
        "Within a group any value may fit, across groups all must. A change begins at the first page and applies to the whole list. What is chosen stands above the results, and each goes by itself or all at once.",
    ),
    (
        "Without scripts",
        "One form with a button, and an address that holds everything. Groups fold by themselves. The box that narrows a long group is not there, as it could do nothing.",
    ),
    (
        "Keyboard",
        "Tab goes from group to group, Space ticks a box, Enter or Space folds a group. Results change while the focus stays where it is. Each chosen filter is one link.",
    ),
    (
        "Announced",
        "A box is read with its group, its name and its count. A chosen filter is read as “Remove filter” with its name. The list says its number of results once typing rests, from a status outside what is swapped.",
    ),
    (
        "Why",
        "A count says what a choice gives before it is made, so that nobody ends with nothing. A chosen value that gives nothing any more stays, or nobody could take it back. Scripts make it faster, and never make it work.",
    ),
];

/// The search that the gallery shows: of one programme, what can be ordered now.
pub fn sample(names: &Taxonomy) -> Search {
    let programme = names.programmes.first().map(|programme| ("programme", programme.slug.as_str()));
    Search::read(programme.into_iter().chain([("available", NOW)]))
}

pub fn of_filter(search: Search, found: Results, names: Arc<Taxonomy>, today: Date) -> impl IntoView {
    let Results { counts, ages, .. } = found;
    let shown = view! {
        <ChosenFilters search=search.clone() names=names.clone() />
        <form class="mb-6 max-w-80" action="/publications" method="get">
            <FilterPanel search counts ages names today />
        </form>
        {notes(NOTES)}
    };
    part("Filter", WHEN, shown.into_any())
}
