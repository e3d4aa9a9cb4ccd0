//! `/track/{order}/{seal}`: where the link of a message leads. The page shows a button; only its post
//! lets this browser read the order, so that mail scanners do not.

use domain::{
    checkout::{ORDER_LINK, ORDER_SEAL},
    paths,
};
use islands::checkout::track::PostTrackLink;
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;
use ui::ButtonForm;

use crate::{
    layout::Page,
    load::{NotShown, load},
    viewer::asking,
    words::t,
};

/// The page. A link that is not ours, or has ended, leads to the tracking form.
#[component]
pub fn TrackLinkPage() -> impl IntoView {
    let asking = asking();
    let (order, seal) = use_params_map()
        .with_untracked(|params| (params.get("order").unwrap_or_default(), params.get("seal").unwrap_or_default()));
    load(async move {
        if !asking.backend.secrets.is_sealed("track", &order, &seal, asking.backend.clock.now()) {
            return Err(NotShown::Elsewhere(paths::track()));
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
