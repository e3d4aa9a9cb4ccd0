//! Somebody whose registration is under way, and every page of it, for tests that type anything into them.

use backend::registry::drafts;
use domain::{
    form::{Answers, Kind},
    id::DraftId,
    locale::Locale,
    registry::{Step, forms::Then},
};
use naughty_strings::BLNS;

use crate::{
    forms::FORMS,
    naughty::markup_in,
    registrants::WRITER,
    registry_drafts::typed,
    registry_my::{ADA, signs_in},
    registry_pages::{Answered, WAY},
    visitor::Visitor,
    world::World,
};

/// A question gets the string so many places after that of the question before it.
const APART: usize = 37;
pub const ANSWER: &str = "/do/register/answer";
/// What travels with a page.
pub const BESIDE: [&str; 3] = ["step", "shown_version", "then"];
/// The way of somebody who sees no patients and is not employed.
const OTHERWISE: &[Answered] = &[
    ("profession", &[("stream", "Nonclinical")]),
    ("job-title", &[("non_clinical_job_title", "Cook")]),
    ("employment", &[("current_employment", "notHealthSectorEmployed")]),
    ("circumstance", &[("employment_circumstance", "retired")]),
];

/// Somebody who is signed in, with a registration under way besides.
pub struct AtHand {
    pub visitor: Visitor,
    pub draft: DraftId,
}

impl AtHand {
    /// All these pages are answered.
    pub async fn with(world: &World, pages: impl Iterator<Item = &Answered>) -> Self {
        let mut visitor = signs_in(world, ADA).await;
        let (draft, token) = drafts::begin(&world.backend, Locale::English).await.expect("a draft");
        visitor.cookies.insert("__Host-draft".to_owned(), token.as_str().to_owned());
        let at_hand = Self { visitor, draft };
        for page in pages {
            at_hand.answers(world, page).await;
        }
        at_hand
    }

    /// A nurse, who is asked most pages.
    pub async fn nurse(world: &World) -> Self {
        Self::with(world, WAY.iter()).await
    }

    /// A cook, who is asked the others.
    pub async fn cook(world: &World) -> Self {
        Self::with(world, WAY.iter().chain(OTHERWISE)).await
    }

    /// Answers a page rightly.
    pub async fn answers(&self, world: &World, (slug, answers): &Answered) {
        let form = typed(Step::from_slug(slug).expect("a page"), i32::MAX, Then::Continue, answers);
        drafts::answer(&world.backend, self.draft, &form, WRITER).await.expect("right");
    }

    /// That none of these strings is markup on the page at hand.
    pub fn assert_no_markup(&self, answers: &[(String, String)]) {
        for markup in answers.iter().filter_map(|(_, words)| markup_in(words)) {
            assert!(!self.visitor.body.contains(markup), "{markup:?} is markup on {}", self.visitor.path);
        }
    }

    /// That the answers to a page are stored as they were typed; what can only be chosen, no longer than its question
    /// takes, and one character.
    pub async fn assert_kept(&self, world: &World, step: &Step, answers: &[(String, String)]) {
        let open = drafts::find(&world.backend, self.draft).await.expect("readable").expect("a draft");
        let stored: Answers = open.draft.of_step(step);
        for field in step.fields() {
            let Some((_, sent)) = answers.iter().find(|(name, _)| name == field.name) else { continue };
            let is_chosen = matches!(field.kind, Kind::Radios | Kind::Select | Kind::Checkboxes | Kind::Hidden);
            let most = if is_chosen { field.max_chars + 1 } else { usize::MAX };
            let sent = sent.replace('\0', "\u{fffd}").replace("\r\n", "\n");
            let expected: String = sent.chars().take(most).collect();
            assert_eq!(stored.first(field.name), expected, "{step}: {}", field.name);
        }
    }
}

/// Every page of the wizard with right answers, from a window that is never too old.
pub fn pages() -> impl Iterator<Item = (Step, Vec<(String, String)>)> {
    FORMS.iter().filter(|(path, _)| *path == ANSWER).map(|(_, right)| {
        let step = Step::from_slug(right[0].1).expect("a page");
        (step, right.iter().map(|(name, value)| of_any_version(name, value)).collect())
    })
}

/// Whether anything is typed on a page.
pub fn is_typed(step: &Step) -> bool {
    step.fields().iter().any(|field| !matches!(field.kind, Kind::Radios | Kind::Checkboxes))
}

/// Whether the cook is asked a page, and not the nurse.
pub const fn is_of_the_cook(step: &Step) -> bool {
    matches!(step, Step::JobTitle | Step::Circumstance)
}

/// An answer to a page, from a window that is never too old.
fn of_any_version(name: &str, value: &str) -> (String, String) {
    let value = if name == "shown_version" { i32::MAX.to_string() } else { value.to_owned() };
    (name.to_owned(), value)
}

/// These answers with strings in the place of all but some.
pub fn naughty(right: &[(String, String)], first: usize, but: &[&str]) -> Vec<(String, String)> {
    let mut answers = right.to_vec();
    for (place, (_, value)) in answers.iter_mut().filter(|(name, _)| !but.contains(&name.as_str())).enumerate() {
        BLNS[(first + place * APART) % BLNS.len()].clone_into(value);
    }
    answers
}
