//! Where the links of the registry's messages lead. Each page has a button, so that programs that read mail change
//! nothing.

use backend::registry::{
    saving::{LinkState, LinkTo, link_state},
    sending::is_confirm_link,
};
use domain::{id::RegistrantId, paths};
use islands::{
    AppError,
    registry::{
        saving::{PostDiscardDraft, PostResumeByLink},
        sending::PostConfirmAddress,
    },
};
use leptos::{prelude::*, server_fn::ServerFn};
use store::sessions::Viewer;
use ui::{ButtonForm, LinkButton};

use super::said::{lead, title};
use crate::{
    layout::Page,
    load::load,
    viewer::{asking, link_answers, link_parts},
    words::t,
};

/// `/register/resume/{draft}/{seal}`: a code is mailed when its button is pressed.
#[component]
pub fn ResumeLinkPage() -> impl IntoView {
    of_draft(LinkTo::Draft, PostResumeByLink::PATH, "reg-resume-link")
}

/// `/register/discard/{draft}/{seal}`: the draft is deleted when its button is pressed.
#[component]
pub fn DiscardLinkPage() -> impl IntoView {
    of_draft(LinkTo::Discard, PostDiscardDraft::PATH, "reg-discard")
}

/// `/register/confirm/{registrant}/{seal}`: the address is confirmed when its button is pressed.
#[component]
pub fn ConfirmLinkPage() -> impl IntoView {
    let asking = asking();
    let (registrant, seal) = link_parts("registrant");
    load(async move {
        let viewer = asking.viewer().await?;
        let is_ours = match registrant.parse::<RegistrantId>() {
            Ok(registrant) => is_confirm_link(&asking.backend, registrant, &seal).await?,
            Err(_) => false,
        };
        if !is_ours {
            return Err(AppError::LinkEnded.into());
        }
        Ok(button(viewer, PostConfirmAddress::PATH, link_answers(registrant, seal), "reg-confirm"))
    })
}

/// `/register/confirmed`: the address is confirmed.
#[component]
pub fn ConfirmedPage() -> impl IntoView {
    notice("reg-confirmed")
}

/// `/register/discarded`: the draft is deleted.
#[component]
pub fn DiscardedPage() -> impl IntoView {
    notice("reg-discarded")
}

/// The page of a link about a draft.
fn of_draft(to: LinkTo, action: &'static str, words: &'static str) -> impl IntoView {
    let asking = asking();
    let (draft, seal) = link_parts("draft");
    load(async move {
        let viewer = asking.viewer().await?;
        match link_state(&asking.backend, to, &draft, &seal).await? {
            LinkState::Open => Ok(button(viewer, action, link_answers(draft, seal), words)),
            LinkState::Ended | LinkState::NotOurs => Err(AppError::LinkEnded.into()),
        }
    })
}

/// What the link does, and the button that does it.
fn button(viewer: Viewer, action: &'static str, answers: Vec<(&'static str, String)>, words: &'static str) -> AnyView {
    let (h1, body) = (t(&format!("{words}-title")), t(&format!("{words}-body")));
    view! {
        <Page title=title(&h1) viewer>
            {lead(h1, body)}
            <ButtonForm action answers>{t(&format!("{words}-button"))}</ButtonForm>
        </Page>
    }
    .into_any()
}

fn notice(words: &'static str) -> impl IntoView {
    let asking = asking();
    load(async move { Ok(said(asking.viewer().await?, words)) })
}

/// Title, words, and the way back into the registry.
fn said(viewer: Viewer, words: &'static str) -> AnyView {
    let (h1, body) = (t(&format!("{words}-title")), t(&format!("{words}-body")));
    let (start, resume) = (paths::register().to_string(), paths::register_resume().to_string());
    view! {
        <Page title=title(&h1) viewer>
            {lead(h1, body)}
            <div class="flex flex-wrap items-center gap-6">
                <LinkButton href=start>{t("reg-start-title")}</LinkButton>
                <a class="link" href=resume>{t("reg-start-resume")}</a>
            </div>
        </Page>
    }
    .into_any()
}
