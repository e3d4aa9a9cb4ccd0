//! `/register/check`: check your answers, certify them, and send them.

use domain::{
    form::{Answers, FieldError, Form},
    paths,
    registry::{
        Journey, Step, StepState, Task,
        forms::SHOWN_VERSION,
        human_check::Challenge,
        sending::{CERTIFICATION, CONSENTS, HUMAN_CHECK, SendRegistration},
    },
};
use islands::{context::client_address, registry::sending::PostSendRegistration};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, Checkboxes, Filled, HiddenInput, Notification, PostForm};

use super::{
    at_draft::{AtDraft, at_draft},
    human_check::HumanCheck,
    said::{save_link, title},
    step_words::heading,
    summary::{Answered, summary},
};
use crate::{
    layout::{Navigation, Page},
    load::{NotShown, load},
    viewer::asking,
    words::{self, t},
};

/// The page. It opens once every page that is asked was left.
#[component]
pub fn CheckPage() -> impl IntoView {
    let (asking, from) = (asking(), client_address());
    load(async move {
        let at = at_draft(&asking).await?;
        if !at.journey.may_check() {
            return Err(NotShown::Elsewhere(paths::register_tasks()));
        }
        // Whoever proved a mailbox in this visit is no program.
        let is_asked = at.journey.is_complete() && at.viewer.confirmed_email.is_none();
        let challenge = if is_asked {
            Some(backend::registry::sending::challenge(&asking.backend, at.draft, from).await?)
        } else {
            None
        };
        Ok(page(at, challenge))
    })
}

fn page(at: AtDraft, challenge: Option<Challenge>) -> AnyView {
    let mut filled = words::filled::<SendRegistration>(&at.viewer, Answers::default());
    filled.answers = filled.answers.with(SHOWN_VERSION.name(), at.open.shown().to_string());
    if challenge.is_none() {
        // What was wrong with a sum that is not asked any more is settled.
        filled.errors.retain(|error| error.field != HUMAN_CHECK.name());
    }
    let errors = filled.errors.clone();
    let sections = sections(&at).collect_view();
    let end = if at.journey.is_complete() { view! { <SendForm filled challenge /> }.into_any() } else { problems(&at) };
    view! {
        <Page title=title(&t("reg-check-title")) viewer=at.viewer errors back=paths::register_tasks().to_string() navigation=Navigation::Journey>
            <p class="no-print mb-1 text-muted">{section()}</p>
            <h1 class="text-h1 font-bold">{t("reg-check-title")}</h1>
            <p class="no-print measure mt-3 mb-6">{t("reg-check-print")}</p>
            // What was certified in another state leads here.
            <div class="task-wide" id=SHOWN_VERSION.name() tabindex="-1">
                {sections}
            </div>
            <div class="task-wide">{end} {save_link()}</div>
        </Page>
    }
    .into_any()
}

/// "Section 5 of 5: Check and submit".
fn section() -> String {
    let name = t(&format!("reg-task-{}", Task::Check));
    words::t_with("reg-section", [("number", Task::Check.number().into()), ("task", name.into())])
}

/// What was answered, part by part: only what is asked.
fn sections(at: &AtDraft) -> impl Iterator<Item = AnyView> {
    Task::ALL.iter().filter(|task| **task != Task::Check).map(|task| {
        let refused = refused(at);
        let of_task = at.journey.steps().iter().filter(|(step, _)| step.task() == *task);
        let pages: Vec<Answered<'_>> = of_task
            .map(|(step, state)| {
                let wrong = if let StepState::Wrong(errors) = state { Some(errors) } else { None };
                Answered { step, draft: &at.open.draft, register: &at.register, wrong, refused: &refused }
            })
            .collect();
        let rows = summary(&pages, Some(paths::register_step));
        view! {
            <section>
                <h2 class="mb-2 text-h3 font-bold">{t(&format!("reg-task-{task}"))}</h2>
                {rows}
            </section>
        }
        .into_any()
    })
}

/// What the server refused when the registration was sent.
fn refused(at: &AtDraft) -> Vec<FieldError> {
    let sent = at.viewer.rejections.iter().filter(|refused| refused.form == SendRegistration::NAME);
    sent.flat_map(|refused| refused.errors.iter().cloned()).collect()
}

/// The pages that are to be answered before anything is sent.
fn problems(at: &AtDraft) -> AnyView {
    let links = wrong_steps(&at.journey)
        .map(|step| {
            let href = paths::register_step(step).to_string();
            let words = heading(step, &at.open.draft, &at.register);
            view! { <br /> <a class="link" href=href>{words}</a> }
        })
        .collect_view();
    view! { <Notification title=t("important")>{t("reg-check-problems")} {links}</Notification> }.into_any()
}

fn wrong_steps(journey: &Journey) -> impl Iterator<Item = &Step> {
    journey.steps().iter().filter(|(_, state)| *state != StepState::Done).map(|(step, _)| step)
}

/// The automatic check, then what is agreed to and certified, and the button.
#[component]
fn SendForm(filled: Filled, challenge: Option<Challenge>) -> impl IntoView {
    let error = filled.errors.iter().find(|error| error.field == HUMAN_CHECK.name()).map(|error| error.text.clone());
    let check = match challenge {
        Some(challenge) => view! { <HumanCheck challenge error /> }.into_any(),
        None => view! { <p class="no-print measure mb-8">{t("reg-human-proved")}</p> }.into_any(),
    };
    view! {
        {check}
        <PostForm action=PostSendRegistration::PATH check=SendRegistration::check fields=SendRegistration::FIELDS filled>
            <HiddenInput field=SHOWN_VERSION.declared() />
            <HiddenInput field=HUMAN_CHECK.declared() />
            <Checkboxes field=CONSENTS.declared() />
            <p class="measure mb-6">{t("reg-check-consents")}</p>
            <Checkboxes field=CERTIFICATION.declared() />
            <Button>{t("reg-check-send")}</Button>
        </PostForm>
    }
}
