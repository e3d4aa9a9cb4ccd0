//! `/staff/confirm`: asks once more who is signed in, before something that changes what others may do.

use domain::{
    paths,
    staff::{CONFIRMED_MINUTES, ConfirmIdentity, Next, PasskeyPurpose},
};
use leptos::prelude::*;

use super::{
    at_work::{AtWork, at_work, going, next_of},
    passkeys,
    provider_link::provider_confirm_link,
    staff_form::{StaffForm, StaffForms},
};
use crate::{
    account::at_account::lead,
    layout::{Navigation, Page},
    load::{NotShown, load},
    viewer::asking,
    words::{self, t, t_with},
};

/// The page. A code is asked for where there is something that gives one.
#[component]
pub fn ConfirmPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtWork { viewer, account, .. } = at_work(&asking).await?;
        let next = next_of(&asking);
        let factors = store::staff::factors::of(&asking.backend.db, account.id, None).await?;
        let factors = factors.ok_or_else(|| NotShown::Elsewhere(paths::staff_sign_in()))?;
        let filled = words::filled::<ConfirmIdentity>(&viewer, going(next.as_ref()));
        let errors = filled.errors.clone();
        let form = if factors.has_password { StaffForms::Confirm } else { StaffForms::ConfirmByCode };
        let has_codes = factors.has_authenticator || factors.passkeys > 0;
        let by_code = has_codes.then(|| {
            view! { <div class="task"><StaffForm form filled button=t("staff-confirm-button") /></div> }
        });
        let by_passkey =
            (factors.passkeys > 0).then(|| passkeys::instead(&asking, PasskeyPurpose::Confirm, next.as_ref()));
        let by_provider = factors.has_provider.then(|| provider_confirm_link(&asking));
        let (h1, back) = (t("staff-confirm-title"), Next::page(next.as_ref()).to_string());
        let body = t_with("staff-confirm-lead", [("minutes", CONFIRMED_MINUTES.into())]);
        Ok(view! {
            <Page title=h1.clone() viewer errors back navigation=Navigation::Staff>
                {lead(h1, body)} {by_code} {by_passkey} {by_provider}
            </Page>
        }
        .into_any())
    })
}
