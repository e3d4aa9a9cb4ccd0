//! A line of the basket in the gallery, in its states. Publications are real, what the rules look at is made up.

use std::sync::Arc;

use backend::taxonomy::Taxonomy;
use domain::{
    basket::LineFacts,
    catalogue::availability::Availability,
    id::EditionId,
    order::{Counted, GUEST_DEFAULT, allowance},
};
use jiff::{Timestamp, civil::date};
use leptos::prelude::*;
use store::{lines::Line, search::Card, sessions::Viewer};

use super::{notes, part};
use crate::basket::line::{BasketLine, ShownLine};

const WHEN: &str = "For something that people gather to order later, and that may be out of order by then. Below, in this order: a line that may be ordered, and lines that may not, each with its repair. Pressed here, the buttons ask about your own basket.";

const REPAIRS: [(&str, &str); 5] = [
    ("Fine", "Change the number, or take it out. Whole packs are said in packs."),
    ("Over the limit", "One press changes it to the most that the limit leaves; a link asks for more."),
    ("Not whole packs", "The words name the number below and above; one press changes it to whole packs."),
    ("Out of stock", "A link leads to where one asks to be told when it is back."),
    ("Superseded", "One press puts the newer version in its place."),
];

const NOTES: [(&str, &str); 5] = [
    (
        "Behaviour",
        "Lines are looked at again whenever the basket is shown. What is wrong is said at the line; the others can still be ordered.",
    ),
    (
        "Without scripts",
        "Each repair is a form with one button. Where scripts run, a number that cannot be one is refused before anything is sent.",
    ),
    ("Keyboard", "Title, number, Update, repairs, Remove: the order of reading. Enter in the number is Update."),
    (
        "Announced",
        "The number is read with the title of its line and with what is wrong; every button with the title it is for. On the page of the basket all that is wrong stands in the summary as well, which takes the focus and leads to each number. The gallery has no summary of it.",
    ),
    (
        "Why",
        "Nothing is changed behind anybody’s back: stock and limits move while a basket waits, so the line says what is true now and offers the nearest that can be had. The words are those of the rule that placing asks.",
    ),
];

pub fn facts(quantity: i32, availability: Availability) -> LineFacts {
    LineFacts {
        quantity,
        availability,
        has_successor: false,
        available: 1_000,
        runs_to_zero: false,
        unit_of_issue: 1,
        maximum: None,
        allowance: allowance(GUEST_DEFAULT, Counted::default(), 0, Timestamp::UNIX_EPOCH),
    }
}

/// What the rules look at in each state of [`REPAIRS`].
fn states() -> [LineFacts; 5] {
    [
        facts(2, Availability::InStock),
        facts(8, Availability::InStock),
        LineFacts { unit_of_issue: 2, ..facts(3, Availability::InStock) },
        LineFacts { available: 0, runs_to_zero: true, ..facts(1, Availability::OutOfStock) },
        LineFacts { has_successor: true, ..facts(1, Availability::NotLive) },
    ]
}

/// What the rules look at where something is wrong, each time something else.
fn wrong() -> [LineFacts; 10] {
    [
        facts(8, Availability::InStock),
        LineFacts { unit_of_issue: 2, ..facts(3, Availability::InStock) },
        LineFacts { maximum: Some(2), ..facts(4, Availability::InStock) },
        LineFacts { available: 1, runs_to_zero: true, ..facts(3, Availability::LowStock { few: true }) },
        LineFacts { available: 0, runs_to_zero: true, ..facts(1, Availability::OutOfStock) },
        facts(1, Availability::OpensLater(date(2099, 1, 1))),
        facts(1, Availability::Closed(date(2026, 1, 1))),
        facts(1, Availability::NotLive),
        facts(1, Availability::DownloadOnly),
        facts(1, Availability::Restricted),
    ]
}

/// A line for each state, each of another publication: inputs are named by the codes of editions.
pub fn lines(cards: &[Card], viewer: &Viewer) -> Vec<ShownLine> {
    drawn(cards, states(), viewer)
}

/// A line for everything that can be wrong.
pub fn wrong_lines(cards: &[Card], viewer: &Viewer) -> Vec<ShownLine> {
    drawn(cards, wrong(), viewer)
}

fn drawn<const N: usize>(cards: &[Card], states: [LineFacts; N], viewer: &Viewer) -> Vec<ShownLine> {
    cards.iter().zip(states).map(|(card, facts)| ShownLine::of(line(card, facts), viewer)).collect()
}

fn line(card: &Card, facts: LineFacts) -> Line {
    Line {
        // Cards know no edition by its id, and nothing that is drawn asks for it: forms name editions by code.
        edition: EditionId(card.id.0),
        publication: card.id,
        slug: card.slug.clone(),
        code: card.code.clone(),
        title: card.title.clone(),
        title_is_translated: card.title_is_translated,
        language: card.language.clone(),
        format: card.format,
        rule: GUEST_DEFAULT,
        successor: None,
        cover: card.cover.clone(),
        added_at: None,
        kept_until: None,
        facts,
    }
}

pub fn of_basket_line(lines: Vec<ShownLine>, names: Arc<Taxonomy>) -> impl IntoView {
    let lines = lines
        .into_iter()
        .map(|shown| {
            let names = names.clone();
            view! { <BasketLine shown names /> }
        })
        .collect_view();
    let shown = view! {
        {notes(REPAIRS)}
        <ul class="mb-6 border-t border-line">{lines}</ul>
        {notes(NOTES)}
    };
    part("Basket line", WHEN, shown.into_any())
}
