//! `/waiting…`: what whoever wants to be told reads on the way.

use domain::subscription::{SUBSCRIPTION, SUBSCRIPTION_SEAL};
use islands::{
    AppError,
    waiting::links::{PostConfirmWaiting, PostEndWaiting},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{ButtonForm, LinkButton};

use crate::{
    layout::Page,
    load::load,
    viewer::{asking, link_parts},
    words::t,
};

/// `/waiting`: look into your mail.
#[component]
pub fn WaitingPage() -> impl IntoView {
    notice("waiting-title", "waiting-body")
}

/// `/waiting/confirmed`: you will be told.
#[component]
pub fn ConfirmedPage() -> impl IntoView {
    notice("waiting-confirmed-title", "waiting-confirmed-body")
}

/// `/waiting/ended`: you will not be told any more.
#[component]
pub fn EndedPage() -> impl IntoView {
    notice("waiting-ended-title", "waiting-ended-body")
}

fn notice(title: &'static str, body: &'static str) -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        Ok(view! {
            <Page title=t(title) viewer>
                <h1 class="text-h1 font-bold">{t(title)}</h1>
                <p class="measure mt-3 mb-6">{t(body)}</p>
                <LinkButton href="/publications">{t("basket-empty-link")}</LinkButton>
            </Page>
        }
        .into_any())
    })
}

/// `/waiting/confirm/{subscription}/{seal}`: a button, so that mail scanners confirm nothing.
#[component]
pub fn ConfirmPage() -> impl IntoView {
    by_link(
        PostConfirmWaiting::PATH,
        backend::subscriptions::is_confirm_link,
        ["waiting-confirm-title", "waiting-confirm-body", "waiting-confirm-button"],
    )
}

/// `/waiting/end/{subscription}/{seal}`: a button, so that mail scanners end nothing.
#[component]
pub fn EndPage() -> impl IntoView {
    by_link(
        PostEndWaiting::PATH,
        backend::subscriptions::is_end_link,
        ["waiting-end-title", "waiting-end-body", "waiting-end-button"],
    )
}

/// The page of a link: what it does, and a button that does it. A link that is not ours, or has ended, is gone.
fn by_link(
    action: &'static str,
    is_ours: fn(&backend::Backend, &str, &str) -> bool,
    [title, body, button]: [&'static str; 3],
) -> impl IntoView {
    let asking = asking();
    let (subscription, seal) = link_parts("subscription");
    load(async move {
        if !is_ours(&asking.backend, &subscription, &seal) {
            return Err(AppError::Gone.into());
        }
        let viewer = asking.viewer().await?;
        let answers = vec![(SUBSCRIPTION.name(), subscription), (SUBSCRIPTION_SEAL.name(), seal)];
        Ok(view! {
            <Page title=t(title) viewer>
                <h1 class="text-h1 font-bold">{t(title)}</h1>
                <p class="measure mt-3 mb-6">{t(body)}</p>
                <ButtonForm action answers>{t(button)}</ButtonForm>
            </Page>
        }
        .into_any())
    })
}
