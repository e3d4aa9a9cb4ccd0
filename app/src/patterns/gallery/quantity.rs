//! The question for a number of copies in the gallery: the form of a publication's page, fine and refused.

use domain::{
    basket::{AddToBasket, EDITION, LineProblem, PAGE, QUANTITY},
    catalogue::availability::Availability,
    form::{Answers, FieldError},
    paths,
};
use islands::basket::add_to_basket::AddToBasketForm;
use leptos::prelude::*;
use store::search::Card;
use ui::Filled;

use super::{basket_line::facts, notes, part};
use crate::{
    allowance::allowance_words,
    words::{self, t},
};

const WHEN: &str = "For a number of copies, asked where one reads about the thing. Below, in this order: as it is before one types, and as it is once more was asked for than there may be. Pressed here, it fills your own basket.";

const NOTES: [(&str, &str); 5] = [
    (
        "Behaviour",
        "A text with a numeric keyboard, never arrows. It begins with one pack. The limit and the pack are said before one types, and an error names the nearest number that can be had.",
    ),
    (
        "Without scripts",
        "A form with one question and one button. Where scripts run, what is no number is refused before anything is sent.",
    ),
    ("Keyboard", "The number, then the button. Enter in the number is the button."),
    (
        "Announced",
        "The number is read with its label and with what is wrong. On the page of a publication all that is wrong stands in the summary as well, which takes the focus and leads to the number. The gallery has no summary of it.",
    ),
    (
        "Why",
        "Wheels and arrows change numbers that nobody meant to change. Whoever orders hundreds types them, and is told before they type how many they may have.",
    ),
];

/// More copies than the usual limit leaves.
const TOO_MANY: i32 = 8;

/// The form as it stands on a publication's page, to which what is refused of it leads.
pub fn fine(card: &Card) -> Filled {
    Filled { answers: answers(card, 1), words: words::of_form::<AddToBasket>(), ..Filled::default() }
}

/// The same with what the rule of a line says of too many.
pub fn refused(card: &Card) -> Filled {
    let said =
        |problem: &LineProblem| words::shown(&FieldError { field: QUANTITY.name().into(), problem: problem.problem() });
    Filled {
        answers: answers(card, TOO_MANY),
        errors: LineProblem::of(&facts(TOO_MANY, Availability::InStock)).iter().map(said).collect(),
        prefix: "refused".to_owned(),
        ..fine(card)
    }
}

fn answers(card: &Card, copies: i32) -> Answers {
    Answers::default()
        .with(EDITION.name(), card.code.as_str())
        .with(PAGE.name(), paths::publication(&card.slug).to_string())
        .with(QUANTITY.name(), copies.to_string())
}

pub fn of_quantity(states: Vec<Filled>) -> impl IntoView {
    let limit = allowance_words(&facts(1, Availability::InStock).allowance, false);
    let forms = states
        .into_iter()
        .map(|filled| view! { <div class="mb-6"><AddToBasketForm filled button=t("add-to-basket") /></div> })
        .collect_view();
    let shown = view! {
        <p class="measure mb-4 text-muted">{limit}</p>
        {forms}
        {notes(NOTES)}
    };
    part("Quantity", WHEN, shown.into_any())
}
