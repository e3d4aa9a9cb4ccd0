//! `/track`: finds an order by its number and e-mail address.

use domain::{checkout::TrackOrder, form::Answers};
use islands::checkout::track::TrackOrderForm;
use leptos::prelude::*;

use crate::{
    Bundle,
    layout::Page,
    load::load,
    viewer::asking,
    words::{self, t},
};

/// The page.
#[component]
pub fn TrackPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let filled = words::filled::<TrackOrder>(&viewer, Answers::default());
        let errors = filled.errors.clone();
        Ok(view! {
            <Page title=t("track-title") viewer errors islands=Bundle::Public>
                <h1 class="text-h1 font-bold">{t("track-title")}</h1>
                <p class="measure mt-3 mb-6">{t("track-lead")}</p>
                <div class="task"><TrackOrderForm filled button=t("track-button") /></div>
            </Page>
        }
        .into_any())
    })
}
