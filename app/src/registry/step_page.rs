//! `/register/{page}` and `/register/subspecialties/{specialty}`: a page of the wizard.

use domain::{paths, registry::Step};
use islands::{AppError, registry::step_form::StepForm};
use leptos::prelude::*;
use ui::Filled;

use super::{
    at_draft::{AtDraft, at_draft},
    questions::{Asked, around},
    said::title,
    slip::{Slip, probably_meant},
    step_words::{heading, section},
};
use crate::{
    Bundle,
    layout::{Navigation, Page},
    load::{NotShown, load},
    viewer::{Asking, asking},
    words::t,
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
    let title = title(&h1);
    let before = at.journey.before(step).filter(|before| at.journey.may_visit(before));
    let back = before.map_or_else(paths::register_tasks, paths::register_step);
    let filled = filled(step, &at);
    let errors = filled.errors.clone();
    let meant = matches!(step, Step::Email | Step::Profession).then(|| probably_meant(&at.open.draft)).flatten();
    let is_asked_here = *step == Step::Email;
    let form = form(step, filled, &at);
    view! {
        <Page title viewer=at.viewer errors back=back.to_string() navigation=Navigation::Journey islands=Bundle::Registry>
            <p class="no-print mb-1 text-muted">{section}</p>
            <h1 class="mb-6 text-h1 font-bold wrap-anywhere">{h1}</h1>
            {meant.map(|meant| view! { <Slip meant is_asked_here /> })}
            {form}
        </Page>
    }
    .into_any()
}

fn filled(step: &Step, at: &AtDraft) -> Filled {
    let AtDraft { open, register, journey, today, .. } = at;
    Asked { step, draft: &open.draft, version: open.shown(), register, journey, today: *today }.filled()
}

fn form(step: &Step, filled: Filled, at: &AtDraft) -> AnyView {
    around(step, filled, &at.register, |filled, names_lang, tree| {
        view! {
            <StepForm step=step.clone() filled button=t("continue") save=Some(t("reg-save")) names_lang>
                {tree}
            </StepForm>
        }
        .into_any()
    })
}
