//! What other programs read: the newest publications of a search as Atom, and what is nobody's to index.

use app::{catalogue::card::availability_words, words::Locale};
use atom_syndication::{Category, Entry, Feed, Link, Person, Text};
use axum::{extract::RawQuery, http::header, response::IntoResponse};
use backend::catalogue::{Reader, Snapshot};
use domain::{
    catalogue::{availability::Availability, search::Search},
    paths,
};
use jiff::{Timestamp, civil::Date};
use store::{StoreError, search::Card};

use crate::{gate::Inside, serve::Answer};

/// A program may keep a feed or a sitemap for so long.
pub const KEPT: &str = "public, max-age=900";
/// Where, in the document of the API, the names for availability are described, as categories need it.
const AVAILABILITY: &str = "#availability";

/// `/publications.atom`: the newest 50 publications of a search. The words are English, like the titles
/// that publications have in common.
pub async fn atom(inside: Inside, RawQuery(query): RawQuery) -> Answer {
    let query = query.unwrap_or_default();
    let asked = Search::read(form_urlencoded::parse(query.as_bytes()));
    match newest(&inside, &asked).await {
        Ok((search, cards)) => {
            let headers =
                [(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8"), (header::CACHE_CONTROL, KEPT)];
            let feed = feed((inside.backend.origin.as_str(), inside.backend.clock.today()), &search, cards);
            (headers, feed.to_string()).into_response()
        }
        Err(error) => super::failure(&error),
    }
}

/// The search as its feed spells it, and its newest publications.
async fn newest(inside: &Inside, asked: &Search) -> Result<(Search, Vec<Card>), StoreError> {
    let backend = &inside.backend;
    let catalogue: Snapshot = backend.catalogue.at(&backend.db, None, backend.clock.now()).await?;
    let search = catalogue.names.spelled(asked.unpaged());
    let newest = [("size", "50".to_owned()), ("sort", "-published".to_owned())];
    let newest = Search::read(search.parameters().into_iter().chain(newest));
    let found = backend::catalogue::search(backend, &catalogue, &newest, &Reader::of_address(&newest)).await?;
    Ok((search, found.cards))
}

fn feed((origin, today): (&str, Date), search: &Search, cards: Vec<Card>) -> Feed {
    let itself = format!("{origin}{}", paths::feed(search));
    let title = match search.words.as_str() {
        "" => "Healthpost publications".to_owned(),
        words => format!("Healthpost publications for “{words}”"),
    };
    let updated = cards.iter().map(|card| card.updated_at).max().unwrap_or(Timestamp::UNIX_EPOCH);
    Feed {
        title: Text::plain(title),
        id: itself.clone(),
        updated: moment(updated),
        authors: vec![Person { name: "Healthpost".to_owned(), ..Person::default() }],
        links: vec![
            link("self", itself, "application/atom+xml"),
            link("alternate", format!("{origin}{}", paths::publications(search)), "text/html"),
        ],
        entries: cards.into_iter().map(|card| entry((origin, today), card)).collect(),
        ..Feed::default()
    }
}

/// A publication, its programme, and whether it can be ordered: as programs are told, and in words.
fn entry((origin, today): (&str, Date), card: Card) -> Entry {
    let availability = Availability::of(&card.orderability, today);
    let available = Category {
        term: availability.code().to_owned(),
        scheme: Some(format!("{origin}/api/v1/openapi.json{AVAILABILITY}")),
        label: Some(availability_words(Locale::English, availability)),
    };
    let address = format!("{origin}{}", paths::publication(&card.slug));
    Entry {
        title: Text::plain(card.title),
        id: address.clone(),
        updated: moment(card.updated_at),
        published: Some(moment(card.published_at)),
        categories: vec![Category { term: card.programme, ..Category::default() }, available],
        links: vec![link("alternate", address, "text/html")],
        summary: (!card.summary.is_empty()).then(|| Text::plain(card.summary)),
        ..Entry::default()
    }
}

fn link(rel: &str, href: String, kind: &str) -> Link {
    Link { href, rel: rel.to_owned(), mime_type: Some(kind.to_owned()), ..Link::default() }
}

/// A moment as RFC 3339 writes it.
fn moment(at: Timestamp) -> atom_syndication::FixedDateTime {
    at.to_string().parse().unwrap_or_default()
}

/// `/robots.txt`: pages of a person are nobody's to index, and a page is indexed once, not in each language of the
/// interface.
pub async fn robots(inside: Inside) -> String {
    const NOT_TO_INDEX: [&str; 17] = [
        "/basket",
        "/checkout/",
        "/orders/",
        "/track",
        "/waiting",
        "/account",
        "/lists/",
        "/more/",
        "/register/",
        "/my",
        "/still-right/",
        "/stop-messages/",
        "/withdraw/",
        "/do/",
        "/files/",
        "/*?lang=",
        "/*&lang=",
    ];
    let disallowed: Vec<String> = NOT_TO_INDEX.iter().map(|path| format!("Disallow: {path}\n")).collect();
    format!("User-agent: *\n{}\nSitemap: {}{}\n", disallowed.concat(), inside.backend.origin, paths::SITEMAP)
}
