//! What a list is sorted and narrowed by, as one panel of the form that asks for it.

use std::sync::Arc;

use backend::taxonomy::Taxonomy;
use domain::catalogue::search::{FacetCount, PageSize, Search, Since, Sort};
use jiff::civil::Date;
use leptos::prelude::*;

use super::facets::Facets;
use crate::words::t;

/// Order, rows on a page, facets, and the button that applies them. Folded on narrow screens, unless something is chosen.
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
                <SizeSelect size=search.size />
                <Facets search counts ages names today />
            </div>
            <button type="submit" class="btn btn-secondary mt-4">{t("apply-filters")}</button>
        </details>
    }
}

/// The orders on offer, best match first where there are words; and the one that was asked for, if it is another.
fn orders(search: &Search) -> Vec<String> {
    let relevance = (!search.words.is_empty()).then_some("relevance");
    let others =
        ["-published", "published", "-updated", "-popular", "title", "programme", "code", "-created", "-version"];
    let mut orders: Vec<String> = relevance.into_iter().chain(others).map(str::to_owned).collect();
    let chosen = search.sort.text();
    if !orders.contains(&chosen) {
        orders.push(chosen);
    }
    orders
}

#[component]
fn SortSelect(search: Search) -> impl IntoView {
    let default = Sort::default_for(!search.words.is_empty());
    let options: Vec<(String, String)> =
        orders(&search).into_iter().map(|sort| (t(&format!("sort-{sort}")), sort)).collect();
    view! { <ListSelect name="sort" options chosen=search.sort.text() default=default.text() /> }
}

#[component]
fn SizeSelect(size: PageSize) -> impl IntoView {
    let rows = |size: PageSize| size.rows().to_string();
    let options = PageSize::ALL.map(|size| (rows(size), rows(size))).to_vec();
    view! { <ListSelect name="size" options chosen=rows(size) default=rows(PageSize::default()) /> }
}

/// One of some ways to show the list: words and value. The one that holds without a choice is empty in the address.
#[component]
fn ListSelect(name: &'static str, options: Vec<(String, String)>, chosen: String, default: String) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|(words, value)| {
            let selected = value == chosen;
            let value = if value == default { String::new() } else { value };
            view! { <option value=value selected=selected>{words}</option> }
        })
        .collect_view();
    view! {
        <div class="mt-4">
            <label class="block font-bold" for=name>{t(&format!("list-{name}"))}</label>
            <select class="input mt-1 w-full" id=name name=name>{options}</select>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use domain::catalogue::search::SortKey;

    use super::*;

    #[test]
    fn every_order_that_can_be_asked_for_is_on_offer_with_its_words() {
        let names = SortKey::ALL.iter().flat_map(|key| [key.to_string(), format!("-{key}")]);
        for sort in names.filter(|name| Sort::parse(name).is_some()) {
            let search = Search::read([("q", "flu"), ("sort", sort.as_str())]);
            assert_eq!(orders(&search).iter().filter(|offered| **offered == sort).count(), 1, "{sort}");
            let words = ::words::find(crate::words::Locale::English, &format!("sort-{sort}"));
            assert!(words.is_some(), "{sort} has words");
        }
    }
}
