//! `/my/consents`: what somebody agrees to besides.

use std::collections::BTreeMap;

use domain::{
    form::Answers,
    paths,
    registry::{
        managing::ChangeConsents,
        sending::{CONSENTS, Consent},
    },
};
use islands::registry::my::own_form::{Own, OwnForm};
use leptos::prelude::*;

use super::at_mine::{SignedIn, nowhere, signed_in};
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
pub fn ConsentsPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let SignedIn { viewer, registrant, .. } = signed_in(&asking).await?;
        let beside = backend::registry::mine::beside(&asking.backend, registrant).await?.ok_or_else(nowhere)?;
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
