//! What a list is sorted and narrowed by, as one panel of the form that asks for it.

use std::sync::Arc;

use backend::taxonomy::Taxonomy;
use domain::catalogue::search::{FacetCount, Search, Since, Sort};
use jiff::civil::Date;
use leptos::prelude::*;

use super::facets::Facets;
use crate::words::t;

/// Order, facets, and the button that applies them. Folded on narrow screens, unless something is chosen.
#[component]
pub fn FilterPanel(
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
    let is_filtered = search.is_filtered();
    view! {
        <details class="list-filters filters" open=is_filtered>
            <summary class="text-h4 font-bold">{t("list-filters")}</summary>
            <h2 class="filters-heading text-h4 font-bold">{t("list-filters")}</h2>
            <div id="facets" data-live="">
                <SortSelect search=search.clone() />
                <Facets search counts ages names today />
            </div>
            <button type="submit" class="btn btn-secondary mt-4">{t("apply-filters")}</button>
        </details>
    }
}

#[component]
fn SortSelect(search: Search) -> impl IntoView {
    let relevance = (!search.words.is_empty()).then_some("relevance");
    let others =
        ["-published", "published", "-updated", "-popular", "title", "programme", "code", "-created", "-version"];
    let offered = relevance.into_iter().chain(others);
    let chosen = search.sort.text();
    let default = Sort::default_for(!search.words.is_empty()).text();
    view! {
        <div class="mt-4">
            <label class="block font-bold" for="sort">{t("list-sort")}</label>
            <select class="input mt-1 w-full" id="sort" name="sort">
                {offered
                    .map(|sort| {
                        let is_default = sort == default;
                        view! {
                            <option value=if is_default { "" } else { sort } selected=sort == chosen>
                                {t(&format!("sort-{sort}"))}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}
