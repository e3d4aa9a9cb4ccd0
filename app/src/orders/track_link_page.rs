//! `/track/{order}/{seal}`: where the link of a message leads. The page shows a button; only its post
//! lets this browser read the order, so that mail scanners do not.

use domain::{
    checkout::{ORDER_LINK, ORDER_SEAL},
    paths,
};
use islands::{AppError, checkout::track::PostTrackLink, context};
use leptos::{prelude::*, server_fn::ServerFn};
use store::sessions::Viewer;
use ui::{ButtonForm, LinkButton};

use crate::{
    layout::Page,
    load::load,
    viewer::{asking, link_parts},
    words::t,
};

/// The page. A link that is not ours, or has ended, says so, and leads to the tracking form.
#[component]
pub fn TrackLinkPage() -> impl IntoView {
    let asking = asking();
    let (order, seal) = link_parts("order");
    load(async move {
        if !asking.backend.is_sealed("track", &order, &seal) {
            context::answer_with(AppError::Gone);
            return Ok(expired(asking.viewer().await?));
        }
        let viewer = asking.viewer().await?;
        let answers = vec![(ORDER_LINK.name(), order), (ORDER_SEAL.name(), seal)];
        Ok(view! {
            <Page title=t("track-link-title") viewer>
                <h1 class="text-h1 font-bold">{t("track-link-title")}</h1>
                <p class="measure mt-3 mb-6">{t("track-link-body")}</p>
                <ButtonForm action=PostTrackLink::PATH answers>{t("track-link-button")}</ButtonForm>
            </Page>
        }
        .into_any())
    })
}

/// What whoever follows an old link reads.
fn expired(viewer: Viewer) -> AnyView {
    let track = paths::track().to_string();
    view! {
        <Page title=t("track-link-expired-title") viewer>
            <h1 class="text-h1 font-bold">{t("track-link-expired-title")}</h1>
            <p class="measure mt-3 mb-6">{t("track-link-expired-body")}</p>
            <LinkButton href=track>{t("track-title")}</LinkButton>
        </Page>
    }
    .into_any()
}
