//! `/my/deployment`: whether somebody is deployed now.

use domain::{form::Answers, paths, registry::deployed::ReportDeployment};
use islands::registry::my::own_form::{Own, OwnForm};
use leptos::prelude::*;

use super::at_mine::{SignedIn, signed_in};
use crate::{
    Bundle,
    layout::{Navigation, Page},
    load::load,
    registry::said::{lead, title},
    viewer::asking,
    words::{self, t},
};

/// The page.
#[component]
pub fn DeploymentPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let SignedIn { viewer, .. } = signed_in(&asking).await?;
        let filled = words::filled::<ReportDeployment>(&viewer, Answers::default());
        let errors = filled.errors.clone();
        let (h1, back) = (t("my-deployment-title"), paths::my_registration().to_string());
        Ok(view! {
            <Page title=title(&h1) viewer errors back navigation=Navigation::Journey islands=Bundle::Registry>
                {lead(h1, t("my-deployment-lead"))} <div class="task">
                    <OwnForm own=Own::Deployment filled button=t("my-save") />
                </div>
            </Page>
        }
        .into_any())
    })
}
