//! Search boxes, and what they suggest while somebody types: a fragment that a small script puts below them.

use std::sync::Arc;

use backend::taxonomy::Taxonomy;
use domain::{
    catalogue::{availability::Availability, search::Search},
    paths,
    text::Slug,
};
use jiff::civil::Date;
use leptos::{nonce::use_nonce, prelude::*};
use store::search::Card;

use super::card::{AvailabilityTag, text_language};
use super::cover::{Cover, CoverPlace};
use crate::{
    Assets,
    bidi::LeftToRight,
    load::load,
    viewer::asking,
    words::{t, t_with},
};

/// Suggestions that nobody asked for a number of.
const SUGGESTED: usize = 10;
/// The most that anybody gets.
const MOST: usize = 50;
/// Languages named in a line.
const NAMED_LANGUAGES: usize = 2;

/// The plain search form: one input, one button, a GET. Where scripts run it suggests publications.
#[component]
pub fn SearchBox(
    /// The programme it searches, where it is one.
    #[prop(optional)]
    programme: Option<Slug>,
) -> impl IntoView {
    let nonce = use_nonce().map(|nonce| nonce.to_string());
    let script = expect_context::<Assets>().suggest;
    view! {
        <form action="/publications" method="get" role="search" class="mt-6">
            {programme.map(|slug| view! { <input type="hidden" name="programme" value=slug.to_string() /> })}
            <SearchInput words=String::new() />
            <div id="suggestions" class="suggestions" hidden=""></div>
            <p id="suggested" class="sr-only" role="status"></p>
        </form>
        <script nonce=nonce defer="" src=script data-from=paths::SUGGESTIONS></script>
    }
}

/// The input and its button, inside whatever form they search with.
#[component]
pub fn SearchInput(
    /// What stands in it.
    words: String,
) -> impl IntoView {
    view! {
        <label class="block font-bold" for="q">{t("search-label")}</label>
        <p id="q-hint" class="text-muted">{t("search-hint")}</p>
        <div class="mt-2 flex max-w-160 gap-2">
            <input class="input w-full min-w-0 grow" id="q" name="q" type="search" value=words autocomplete="off" spellcheck="false" aria-describedby="q-hint" maxlength="200" />
            <button type="submit" class="btn btn-primary">{t("search")}</button>
        </div>
    }
}

/// `/suggestions?q=…`: a list of options, without a page around it.
#[component]
pub fn Suggestions() -> impl IntoView {
    let asking = asking();
    load(async move {
        let (search, most) = asked(&asking.query);
        let viewer = asking.viewer().await?;
        let catalogue = asking.catalogue(&viewer).await?;
        let search = catalogue.names.spelled(search);
        let reader = asking.reader(&[], &catalogue.names, &viewer);
        let cards = backend::catalogue::suggested(&asking.backend, &catalogue, &search, &reader, most).await?;
        let (names, today) = (catalogue.names.clone(), asking.backend.clock.today());
        let count = t_with("list-count", [("total", cards.len().into())]);
        let options = cards
            .into_iter()
            .enumerate()
            .map(|(at, card)| {
                let names = names.clone();
                view! { <SuggestionLine at card names today /> }
            })
            .collect_view();
        Ok(view! {
            <ul id="suggestion-list" role="listbox" aria-label=t("search-suggestions") data-count=count>
                {options}
            </ul>
        }
        .into_any())
    })
}

/// The search, and how many suggestions are wanted.
fn asked(query: &[(String, String)]) -> (Search, usize) {
    let limit = query.iter().find(|(name, _)| name == "limit").and_then(|(_, value)| value.parse().ok());
    (Search::read(query.iter().map(|(name, value)| (name, value))), limit.unwrap_or(SUGGESTED).min(MOST))
}

/// Cover, title, code, languages, and whether it can be ordered.
#[component]
fn SuggestionLine(
    /// Its place, from 0.
    at: usize,
    /// The publication.
    card: Card,
    /// Names of languages.
    names: Arc<Taxonomy>,
    /// Today.
    today: Date,
) -> impl IntoView {
    let (lang, dir) = text_language(&names, card.title_is_translated, &card.language);
    let drawn = paths::cover(&card.slug, &card.language);
    let href = paths::publication(&card.slug);
    let availability = Availability::of(&card.orderability, today);
    let others = card.languages.iter().filter(|tag| **tag != card.language);
    let shown = [&card.language].into_iter().chain(others).take(NAMED_LANGUAGES);
    let shown: Vec<_> = shown.filter_map(|tag| names.language(tag)).cloned().collect();
    let more = card.languages.len().saturating_sub(shown.len());
    let languages = shown
        .into_iter()
        .map(|language| {
            let dir = names.direction(&language.tag).as_str();
            view! { " · " <span lang=language.tag.to_string() dir=dir>{language.endonym}</span> }
        })
        .collect_view();
    let more = (more > 0).then(|| format!(" {}", t_with("card-more-languages", [("count", more.into())])));
    view! {
        <li id=format!("suggestion-{at}") class="suggestion" role="option" aria-selected="false" data-href=href.to_string()>
            <Cover drawn thumbnails=card.cover place=CoverPlace::Suggestion />
            <div class="min-w-0">
                <p class="font-bold" lang=lang dir=dir>{card.title}</p>
                <p class="text-small text-muted"><LeftToRight text=card.code.to_string() /> {languages} {more}</p>
                <p class="mt-1 text-small"><AvailabilityTag availability /></p>
            </div>
        </li>
    }
}
