//! `/register/{page}` and `/register/subspecialties/{specialty}`: a page of the wizard.

use domain::{
    form::Form,
    paths,
    registry::{
        Step, StepState,
        fields::LOCATIONS,
        forms::{AnswerStep, DRAFT_VERSION, STEP},
    },
};
use islands::{AppError, registry::step_form::StepForm};
use leptos::{nonce::use_nonce, prelude::*};
use ui::{Filled, ShownError};

use super::{
    at_draft::{AtDraft, at_draft},
    locations::Places,
    slip::{Slip, probably_meant},
    step_words::{heading, section, words_of},
};
use crate::{
    Assets,
    layout::{Navigation, Page},
    load::{NotShown, load},
    viewer::{Asking, asking},
    words::{Locale, locale, t, t_with},
};

/// The page. One that is not asked, or not yet, leads to the list of tasks.
#[component]
pub fn StepPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let step = step_at(&asking).ok_or(AppError::NotFound)?;
        let at = at_draft(&asking).await?;
        if !at.journey.may_visit(&step) {
            return Err(NotShown::Elsewhere(paths::register_tasks()));
        }
        Ok(page(&step, at))
    })
}

/// The page of the wizard at this address.
fn step_at(asking: &Asking) -> Option<Step> {
    Step::from_slug(asking.path.strip_prefix(paths::register().as_str())?.strip_prefix('/')?)
}

fn page(step: &Step, at: AtDraft) -> AnyView {
    let (h1, section) = (heading(step, &at.open.draft, &at.register), section(step));
    let title = t_with("reg-title", [("page", h1.clone().into())]);
    let before = at.journey.before(step).filter(|before| at.journey.may_visit(before));
    let back = before.map_or_else(paths::register_tasks, paths::register_step);
    let filled = filled(step, &at);
    let errors = filled.errors.clone();
    let meant = matches!(step, Step::Email | Step::Profession).then(|| probably_meant(&at.open.draft)).flatten();
    let is_asked_here = *step == Step::Email;
    let form = form(step, filled, &at);
    view! {
        <Page title viewer=at.viewer errors back=back.to_string() navigation=Navigation::Journey>
            <p class="no-print mb-1 text-muted">{section}</p>
            <h1 class="mb-6 text-h1 font-bold wrap-anywhere">{h1}</h1>
            {meant.map(|meant| view! { <Slip meant is_asked_here /> })}
            {form}
        </Page>
    }
    .into_any()
}

/// What was typed, and what is wrong with it: by the rules of the page, else by what only the server knows.
fn filled(step: &Step, at: &AtDraft) -> Filled {
    let draft = &at.open.draft;
    let words = words_of(step, draft, &at.register);
    let refused = at.viewer.rejections.iter().find(|rejection| rejection.form == AnswerStep::NAME);
    let held = match at.journey.state(step) {
        Some(StepState::Wrong(errors)) => Some(errors),
        _ => None,
    };
    let errors = held.or_else(|| refused.map(|refused| &refused.errors)).into_iter().flatten();
    let errors = errors.map(|error| ShownError { field: error.field.to_string(), text: words.say(error) }).collect();
    let answers =
        draft.of_step(step).with(STEP.name(), step.slug()).with(DRAFT_VERSION.name(), at.open.version.to_string());
    let facts = at.register.facts(step, draft, at.today);
    Filled { answers, errors, words, facts, prefix: String::new() }
}

/// The form, and what helps to choose from its lists.
fn form(step: &Step, filled: Filled, at: &AtDraft) -> AnyView {
    let chosen = filled.answers.all(LOCATIONS.name()).to_vec();
    let tree = (*step == Step::Locations).then(|| view! { <Places register=at.register.clone() chosen /> });
    let finder = matches!(step, Step::Subspecialties(_)).then(|| view! { <Finder /> });
    let script = (tree.is_some() || finder.is_some()).then(|| view! { <ListScript /> });
    let names_lang = (locale() != Locale::English).then(|| Locale::English.as_str().to_owned());
    let width = if tree.is_some() { "task-wide" } else { "task" };
    view! {
        <div class=width>
            {finder} <StepForm step=step.clone() filled button=t("continue") save=t("reg-save") names_lang>
                {tree}
            </StepForm>
        </div>
        {script}
    }
    .into_any()
}

/// Narrows a long list down; only there where scripts run, as the form works without.
#[component]
pub fn Finder() -> impl IntoView {
    view! {
        <div class="facet-find">
            <label class="mb-1 block font-bold" for="find">{t("reg-find")}</label>
            <input class="input w-full" id="find" type="search" autocomplete="off" spellcheck="false" />
        </div>
    }
}

/// The script of long lists, and the place where it says what it did.
#[component]
pub fn ListScript() -> impl IntoView {
    let nonce = use_nonce().map(|nonce| nonce.to_string());
    let script = expect_context::<Assets>().places;
    let found = t_with("reg-found", [("found", "{n}".into())]);
    view! {
        <p id="list-status" class="sr-only" role="status" data-found=found></p>
        <script nonce=nonce defer="" src=script></script>
    }
}
