//! The list of publications: search, facets, results. Its URL is its whole state.

use std::sync::Arc;

use backend::{catalogue::Results, taxonomy::Taxonomy};
use domain::{
    catalogue::search::{Facet, Search},
    paging::{Cursor, Position},
    paths,
};
use islands::catalogue::live_results::LiveResults;
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_meta::Link;
use store::search::Card;
use ui::Pagination;

use super::{card::PublicationCard, facets::ChosenFilters, filter_panel::FilterPanel, suggestions::SearchInput};
use crate::{
    Bundle,
    layout::Page,
    load::{NotShown, load},
    viewer::asking,
    words::{isolated, t, t_with},
};

/// `/publications`
#[component]
pub fn ListPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let catalogue = asking.catalogue(&viewer).await?;
        let names = catalogue.names.clone();
        let search = names.spelled(Search::read(asking.query.iter().map(|(name, value)| (name, value))));
        let reader = asking.reader(search.chosen(Facet::Language), &names, &viewer);
        let mut found = backend::catalogue::search(&asking.backend, &catalogue, &search, &reader).await?;
        if found.cards.is_empty() && search.position != Position::Start {
            // The rows after this cursor are gone.
            return Err(NotShown::Elsewhere(paths::publications(&search.at(Position::Start))));
        }
        if found.is_missed && asking.is_opened {
            backend::catalogue::missed(&asking.backend, &search.words);
        }
        let (title, today) = (title(&search, &found), asking.backend.clock.today());
        // Read out from beside what is swapped: a region that was swapped itself is not.
        let count = t_with("list-count", [("total", found.total.into())]);
        let (counts, ages) = (std::mem::take(&mut found.counts), std::mem::take(&mut found.ages));
        Ok(view! {
            <Page title=title viewer islands=Bundle::Public>
                <form id="search-form" action="/publications" method="get" role="search" class="list-layout">
                    <div class="list-search">
                        <h1 class="mb-4 text-h1 font-bold">{t("list-title")}</h1>
                        <SearchInput words=search.words.clone() />
                        <p class="mt-2 font-bold" role="status"><span id="results-failed" hidden="">{t("list-failed")}</span></p>
                    </div>
                    <FilterPanel search=search.clone() counts ages names=names.clone() today />
                    <p id="results-status" class="sr-only" role="status" data-live="">{count.clone()}</p>
                    <div id="results" class="list-results" data-live="">
                        <ResultList count search found names today />
                    </div>
                </form>
                <LiveResults form="search-form".to_owned() />
            </Page>
        }
        .into_any())
    })
}

fn pages(search: &Search, page: &Results) -> i64 {
    let size = i64::from(search.size.rows());
    (page.total + size - 1) / size
}

fn title(search: &Search, page: &Results) -> String {
    let title = match search.words.as_str() {
        "" => t("list-title"),
        words => t_with("list-title-words", [("words", isolated(words).into())]),
    };
    let pages = pages(search, page);
    if pages > 1 {
        t_with("list-title-page", [("title", title.into()), ("page", page.number.into()), ("pages", pages.into())])
    } else {
        title
    }
}

#[component]
fn ResultList(count: String, search: Search, found: Results, names: Arc<Taxonomy>, today: Date) -> impl IntoView {
    let Results { cards: shown, mut in_files, number, total, previous, next, close, unfiltered, suggestions, .. } =
        found;
    let (size, number) = (i64::from(search.size.rows()), i64::from(number));
    let from = (number - 1) * size + 1;
    let to = (from + size - 1).min(total);
    let range = (total > size)
        .then(|| t_with("list-range", [("from", from.into()), ("to", to.into()), ("total", total.into())]));
    let link = |position: fn(Cursor) -> Position, cursor: Option<Cursor>, words: &str| {
        cursor.map(|cursor| (paths::publications(&search.at(position(cursor))).to_string(), t(words)))
    };
    let previous = link(Position::Before, previous, "list-previous");
    let next = link(Position::After, next, "list-next");
    let mut cards = |cards: Vec<Card>| {
        let draw = |card: Card| {
            let (names, in_file) = (names.clone(), in_files.remove(&card.id));
            view! { <PublicationCard card names today in_file /> }
        };
        let cards = cards.into_iter().map(draw).collect_view();
        view! { <ol class="mt-4 grid gap-4">{cards}</ol> }
    };
    let body = if total > 0 {
        cards(shown).into_any()
    } else {
        view! { <Nothing search=search.clone() close=cards(close.clone()).into_any() has_close=!close.is_empty() unfiltered suggestions /> }.into_any()
    };
    let feed = paths::feed(&search).to_string();
    view! {
        <h2 class="text-h3 font-bold">{count}</h2>
        {range.map(|range| view! { <p class="text-muted">{range}</p> })}
        <ChosenFilters search=search.clone() names=names.clone() />
        {body}
        <Pagination label=t("list-pages") previous next />
        <Link rel="alternate" type_="application/atom+xml" href=feed.clone() title=t("list-feed") />
        <p class="no-print mt-6"><a class="link" href=feed type="application/atom+xml">{t("list-feed")}</a></p>
    }
}

/// No result is no dead end: near words, near titles, and what to try.
#[component]
fn Nothing(
    search: Search,
    close: AnyView,
    has_close: bool,
    unfiltered: i64,
    suggestions: Vec<String>,
) -> impl IntoView {
    let suggested = (!suggestions.is_empty()).then(|| {
        let links = suggestions
            .into_iter()
            .map(|words| {
                // They have results, which filters could take away again.
                let href = paths::publications(&search.unfiltered().with_words(&words));
                view! { <li><a class="link font-bold" href=href.to_string()>{words}</a></li> }
            })
            .collect_view();
        view! {
            <div class="mt-4">
                <p>{t("list-did-you-mean")}</p>
                <ul class="mt-1 flex flex-wrap gap-x-4 gap-y-1">{links}</ul>
            </div>
        }
    });
    let rest = if unfiltered > 0 {
        let without = paths::publications(&search.unfiltered()).to_string();
        view! {
            <h3 class="mt-6 text-h4 font-bold">{t("list-filters-in-the-way")}</h3>
            <p class="mt-1"><a class="link" href=without>{t_with("list-without-filters", [("total", unfiltered.into())])}</a></p>
            {close}
        }
        .into_any()
    } else if has_close {
        view! { <h3 class="mt-6 text-h4 font-bold">{t("list-close")}</h3> {close} }.into_any()
    } else {
        view! { <h3 class="mt-6 text-h4 font-bold">{t("list-none")}</h3> <p class="measure mt-1">{t("list-none-body")}</p> }.into_any()
    };
    view! { {suggested} {rest} }
}
