//! What a list of results is made of, in the gallery: cards, choices of one thing, pages.

use std::sync::Arc;

use backend::taxonomy::Taxonomy;
use jiff::civil::Date;
use leptos::prelude::*;
use store::search::Card;
use ui::{Chip, Pagination};

use super::{notes, part};
use crate::catalogue::card::PublicationCard;

const WHEN: &str = "For things that one finds by their titles and compares by a few facts. A card leads to one publication by its title alone. Below ten things that differ by name only, a plain list of links is enough.";

const NOTES: [(&str, &str); 5] = [
    (
        "Behaviour",
        "What differs between cards stands at the same place on each. The best fit comes first; a card changes nothing and is never chosen.",
    ),
    ("Without scripts", "The same list. Search and filters ask for it anew, and its address holds all they say."),
    ("Keyboard", "One stop for each card, its title, and one more where its languages are many and fold away."),
    (
        "Announced",
        "A list with its number of things. Each begins with a heading that is the link; the cover is beside it and is not read.",
    ),
    (
        "Why",
        "A card that is a link as a whole is read as one long name, and nobody can copy a code out of it. One link, named by the title, says where it leads.",
    ),
];

pub fn of_results(cards: Vec<Card>, names: &Arc<Taxonomy>, today: Date) -> impl IntoView + use<> {
    let draw = |card: Card| {
        let names = names.clone();
        view! { <PublicationCard card names today /> }
    };
    let cards = cards.into_iter().take(2).map(draw).collect_view();
    let list = view! {
        <ul class="mb-6 grid gap-4 lg:grid-cols-2">{cards}</ul>
        {notes(NOTES)}
    };
    let tags = view! {
        <ul class="flex flex-wrap gap-2">
            <li><Chip href="/publications">"Polish"</Chip></li>
            <li><Chip href="/publications" is_current=true>"English"</Chip></li>
            <li><Chip>"Welsh"</Chip></li>
        </ul>
    };
    let next = Some(("/publications".to_owned(), "Next".to_owned()));
    let paging = view! { <Pagination label="Pages of results" previous=None next /> };
    view! {
        {part("List of results", WHEN, list.into_any())}
        {part("Choices of one thing", "Languages and formats of a publication: each is a link, and the one that is shown is marked and said.", tags.into_any())}
        {part("Pages of results", "Previous and next only. The link keeps every filter; the title says which page.", paging.into_any())}
    }
}
