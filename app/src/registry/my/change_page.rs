//! `/my/registration/{page}`: a page of the wizard, filled in, that changes a registration. `/my/changed`: what two
//! windows changed differently.

use domain::{
    paths,
    registry::{
        Draft, Step,
        forms::ShownVersion,
        saving::{SETTLE, Settled},
        state::RegistrationState,
    },
};
use islands::{
    AppError,
    context::answer_with_conflict,
    registry::{my::change::PostSettleUpdate, step_form::StepForm},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{ButtonForm, Filled, button::ButtonKind};

use super::at_mine::{AtMine, at_mine};
use crate::{
    Bundle,
    layout::{Navigation, Page},
    load::{NotShown, load},
    registry::{
        questions::{Asked, around},
        said::{lead, title},
        step_words::heading,
        summary::stored,
    },
    viewer::{Asking, asking},
    words::t,
};

/// The page. What was changed and not saved stands over what is stored.
#[component]
pub fn ChangeStepPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let step = step_at(&asking).ok_or(AppError::NotFound)?;
        let at = at_mine(&asking).await?;
        let elsewhere = |path| Err(NotShown::Elsewhere(path));
        if at.changing.stored.state == RegistrationState::Withdrawn {
            return elsewhere(paths::my_rejoin());
        }
        if step == Step::Email {
            return elsewhere(paths::my_email());
        }
        if !at.changing.whole().asked(&at.register).contains(&step) {
            return elsewhere(paths::my_registration());
        }
        Ok(page(&step, at))
    })
}

/// The page of the wizard at this address.
fn step_at(asking: &Asking) -> Option<Step> {
    Step::from_slug(asking.path.strip_prefix(paths::my_registration().as_str())?.strip_prefix('/')?)
}

fn page(step: &Step, at: AtMine) -> AnyView {
    let h1 = heading(step, &at.changing.whole(), &at.register);
    let filled = filled(step, &at);
    let errors = filled.errors.clone();
    let back = paths::my_registration().to_string();
    let form = form(step, filled, &at);
    view! {
        <Page title=title(&h1) viewer=at.viewer errors back navigation=Navigation::Journey islands=Bundle::Registry>
            <h1 class="mb-6 text-h1 font-bold wrap-anywhere">{h1}</h1>
            {form}
        </Page>
    }
    .into_any()
}

fn filled(step: &Step, at: &AtMine) -> Filled {
    let AtMine { register, today, .. } = at;
    let (draft, version) = (&at.changing.whole(), ShownVersion(at.changing.stored.version, None));
    let journey = &at.changing.journey(register, *today);
    Asked { step, draft, version, register, journey, today: *today }.filled()
}

fn form(step: &Step, filled: Filled, at: &AtMine) -> AnyView {
    around(step, filled, &at.register, |filled, names_lang, tree| {
        view! {
            <StepForm step=step.clone() filled button=t("continue") save=None names_lang>
                {tree}
            </StepForm>
        }
        .into_any()
    })
}

/// `/my/changed`: both answers, and a button for each.
#[component]
pub fn ChangedPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = at_mine(&asking).await?;
        let changing = &at.changing;
        let unsaved = changing.unsaved.as_ref().filter(|_| changing.is_stale());
        let step = unsaved.ok_or_else(|| NotShown::Elsewhere(paths::my_registration()))?.step.clone();
        answer_with_conflict();
        let side = |draft: &Draft| stored(std::slice::from_ref(&step), (draft, &at.register), None);
        let (typed, kept) = (side(&changing.whole()), side(&changing.draft));
        let button = |keep: Settled, kind, words| {
            let answers = vec![(SETTLE.name(), keep.to_string())];
            view! { <ButtonForm action=PostSettleUpdate::PATH answers kind>{t(words)}</ButtonForm> }
        };
        let h1 = t("my-changed-title");
        Ok(view! {
            <Page title=title(&h1) viewer=at.viewer navigation=Navigation::Journey>
                {lead(h1, t("my-changed-body"))} <h2 class="mb-2 text-h2 font-bold">{t("my-changed-typed")}</h2>
                {typed} <h2 class="mb-2 text-h2 font-bold">{t("my-changed-stored")}</h2> {kept}
                <div class="flex flex-wrap gap-4">
                    {button(Settled::Typed, ButtonKind::Primary, "my-changed-use-typed")}
                    {button(Settled::Stored, ButtonKind::Secondary, "my-changed-keep-stored")}
                </div>
            </Page>
        }
        .into_any())
    })
}
