//! The questions of a page of the wizard as they are drawn, whoever answers them: in a draft, or in a registration
//! that is changed.

use std::sync::Arc;

use domain::{
    registry::{
        Draft, Journey, Register, Step, StepState,
        fields::LOCATIONS,
        forms::{SHOWN_VERSION, STEP, ShownVersion},
    },
    time::Day,
};
use leptos::{nonce::use_nonce, prelude::*};
use ui::{Filled, ShownError};

use super::{locations::Places, step_words::words_of};
use crate::{
    Assets,
    words::{Locale, locale, t, t_with},
};

/// What questions are asked from.
pub struct Asked<'a> {
    /// The page.
    pub step: &'a Step,
    /// The answers so far.
    pub draft: &'a Draft,
    /// The version that they were read at; it travels with the form.
    pub version: ShownVersion,
    /// What is on offer.
    pub register: &'a Arc<Register>,
    /// The pages there are for answers like these.
    pub journey: &'a Journey,
    /// Today.
    pub today: Day,
}

impl Asked<'_> {
    /// What was typed, and what is wrong with it now, by the rules of the page and by what only the server knows: what
    /// was refused before may be mended, forgotten, or of another draft.
    pub fn filled(&self) -> Filled {
        let words = words_of(self.step, self.draft, self.register);
        let wrong = match self.journey.state(self.step) {
            Some(StepState::Wrong(errors)) => Some(errors),
            _ => None,
        };
        let errors = wrong.into_iter().flatten();
        let errors =
            errors.map(|error| ShownError { field: error.field.to_string(), text: words.say(error) }).collect();
        let answers = self.draft.of_step(self.step).with(STEP.name(), self.step.slug());
        let answers = answers.with(SHOWN_VERSION.name(), self.version.to_string());
        let facts = self.register.facts(self.step, self.draft, self.today);
        Filled { answers, errors, words, facts, prefix: String::new() }
    }
}

/// A form, which is drawn from what it shows, the language of names on offer where it is not the page's, and its
/// tree of places where it has one; and what helps to choose from its lists.
pub fn around(
    step: &Step,
    filled: Filled,
    register: &Arc<Register>,
    draw: impl FnOnce(Filled, Option<String>, Option<AnyView>) -> AnyView,
) -> AnyView {
    let chosen = filled.answers.all(LOCATIONS.name()).to_vec();
    let register = register.clone();
    let tree = (*step == Step::Locations).then(|| view! { <Places register chosen /> }.into_any());
    let is_long = matches!(step, Step::Locations | Step::Subspecialties(_));
    let finder = is_long.then(|| view! { <Finder /> });
    let script = is_long.then(|| view! { <ListScript /> });
    let names_lang = (locale() != Locale::English).then(|| Locale::English.as_str().to_owned());
    let width = if tree.is_some() { "task-wide" } else { "task" };
    let form = draw(filled, names_lang, tree);
    view! {
        <div class=width>{finder} {form}</div>
        {script}
    }
    .into_any()
}

/// Narrows a long list down; only there where scripts run, as the form works without.
#[component]
fn Finder() -> impl IntoView {
    view! {
        <div class="facet-find">
            <label class="mb-1 block font-bold" for="find">{t("reg-find")}</label>
            <input class="input w-full" id="find" type="search" autocomplete="off" spellcheck="false" />
        </div>
    }
}

/// The script of long lists, and the place where it says what it did.
#[component]
fn ListScript() -> impl IntoView {
    let nonce = use_nonce().map(|nonce| nonce.to_string());
    let script = expect_context::<Assets>().places;
    let found = t_with("reg-found", [("found", "{n}".into())]);
    view! {
        <p id="list-status" class="sr-only" role="status" data-found=found></p>
        <script nonce=nonce defer="" src=script></script>
    }
}
