//! Pages that say that something is done; and two forms of one question each: consents, and a deployment.

use std::collections::BTreeMap;

use domain::{
    form::Answers,
    paths::{self, Path},
    registry::{
        deployed::ReportDeployment,
        managing::ChangeConsents,
        sending::{CONSENTS, Consent},
    },
};
use islands::registry::my::own_form::{Own, OwnForm};
use leptos::prelude::*;
use ui::LinkButton;

use super::at_mine::{SignedIn, nowhere, signed_in};
use crate::{
    Bundle,
    layout::{Navigation, Page},
    load::load,
    registry::said::{lead, title},
    viewer::asking,
    words::{self, t},
};

fn done(h1: &'static str, body: &'static str, (path, link): (Path, &'static str)) -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        Ok(view! {
            <Page title=title(&t(h1)) viewer navigation=Navigation::Journey>
                {lead(t(h1), t(body))} <LinkButton href=path.to_string()>{t(link)}</LinkButton>
            </Page>
        }
        .into_any())
    })
}

/// `/my/signed-out`.
#[component]
pub fn SignedOutPage() -> impl IntoView {
    done("signed-out-title", "signed-out-body", (paths::my(), "my-sign-in"))
}

/// `/still-right/done`: everything is still right.
#[component]
pub fn StillRightDonePage() -> impl IntoView {
    done("still-right-done-title", "still-right-done-body", (paths::my(), "my-sign-in"))
}

/// `/my/email/undone`: the registration has its old address again.
#[component]
pub fn EmailUndonePage() -> impl IntoView {
    done("email-undone-title", "email-undone-body", (paths::my(), "my-sign-in"))
}

/// `/my/erased`: nothing is left but dates.
#[component]
pub fn ErasedPage() -> impl IntoView {
    done("erased-title", "erased-body", (paths::home(), "erased-home"))
}

/// `/my/consents`: what somebody agrees to besides.
#[component]
pub fn ConsentsPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let SignedIn { viewer, registrant, .. } = signed_in(&asking).await?;
        let beside = backend::registry::data::beside(&asking.backend, registrant).await?.ok_or_else(nowhere)?;
        let mut newest = BTreeMap::<Consent, bool>::new();
        for consent in &beside.consents {
            newest.entry(consent.purpose).or_insert(consent.given);
        }
        let given = newest.into_iter().filter(|(_, given)| *given);
        let known = given.fold(Answers::default(), |known, (consent, _)| known.with(CONSENTS.name(), consent.as_str()));
        let filled = words::filled::<ChangeConsents>(&viewer, known);
        let errors = filled.errors.clone();
        let (h1, back) = (t("my-consents-title"), paths::my_registration().to_string());
        Ok(view! {
            <Page title=title(&h1) viewer errors back navigation=Navigation::Journey islands=Bundle::Registry>
                {lead(h1, t("my-consents-lead"))} <div class="task">
                    <OwnForm own=Own::Consents filled button=t("my-save") />
                </div>
            </Page>
        }
        .into_any())
    })
}

/// `/my/deployment`: whether somebody is deployed now.
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
