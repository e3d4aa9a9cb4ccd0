//! `/staff/code`: the second step of signing in, with a code or a passkey. Whoever has nothing for it yet sets it up first.

use domain::{
    paths,
    staff::{Next, PasskeyPurpose, StaffSecondStep},
};
use leptos::prelude::*;

use super::{
    at_work::{going, next_of},
    passkeys,
    staff_form::{StaffForm, StaffForms},
};
use crate::{
    account::at_account::lead,
    layout::{Navigation, Page},
    load::{NotShown, load},
    viewer::asking,
    words::{self, t},
};

/// The page.
#[component]
pub fn CodePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let (viewer, next) = (asking.viewer().await?, next_of(&asking));
        let sign_in = paths::staff_sign_in_then(next.as_ref());
        let session = viewer.session.ok_or_else(|| NotShown::Elsewhere(sign_in.clone()))?;
        let now = asking.backend.clock.now();
        let Some(step) = store::staff::signing_in::step(&asking.backend.db, session, now).await? else {
            let is_in = viewer.staff.is_some();
            return Err(NotShown::Elsewhere(if is_in { Next::page(next.as_ref()) } else { sign_in }));
        };
        if !step.has_factor() {
            return Err(NotShown::Elsewhere(paths::staff_security()));
        }
        let filled = words::filled::<StaffSecondStep>(&viewer, going(next.as_ref()));
        let errors = filled.errors.clone();
        let (h1, back) = (t("staff-code-title"), sign_in.to_string());
        let instead = (step.passkeys > 0).then(|| passkeys::instead(&asking, PasskeyPurpose::SignIn, next.as_ref()));
        Ok(view! {
            <Page title=h1.clone() viewer errors back=back.clone() navigation=Navigation::Staff>
                {lead(h1, t("staff-code-lead"))} <div class="task">
                    <StaffForm form=StaffForms::SecondStep filled button=t("account-sign-in-button") />
                </div>
                {instead} <p class="mt-8">
                    <a class="link" href=back>{t("staff-code-other")}</a>
                </p>
            </Page>
        }
        .into_any())
    })
}
