//! The authenticator of somebody: the way to one, one that is being set up, and the one that there is.

use backend::staff::{Holder, ShownSecret, authenticator_secret};
use domain::{
    form::Answers,
    paths,
    staff::{AUTHENTICATOR_MINUTES, ConfirmAuthenticator, STAFF_CODE},
};
use islands::staff::security::PostSetUpAuthenticator;
use leptos::{prelude::*, server_fn::ServerFn};
use store::{StoreError, sessions::Viewer, staff::factors::Factors};
use ui::{ButtonForm, Filled, button::ButtonKind};

use super::staff_form::{StaffForm, StaffForms};
use crate::{
    bidi::LeftToRight,
    viewer::Asking,
    words::{self, t, t_with},
};

/// The code that sets one up, as it was refused.
pub fn first_code(viewer: &Viewer) -> Filled {
    let mut filled = words::filled::<ConfirmAuthenticator>(viewer, Answers::default());
    filled.words.0.insert(format!("{}.hint", STAFF_CODE.name()), t("staff-code-hint-app"));
    filled
}

/// What is being set up, with the form for its first code; nothing where nothing is.
pub async fn set_up(asking: &Asking, holder: Holder, filled: Filled) -> Result<Option<AnyView>, StoreError> {
    let secret = authenticator_secret(&asking.backend, holder).await?;
    Ok(secret.map(|secret| brought_in(secret, filled)))
}

/// The secret as a picture and to be typed, and the form.
fn brought_in(secret: ShownSecret, filled: Filled) -> AnyView {
    let later = paths::staff_security_later().to_string();
    let then = t_with("staff-authenticator-then", [("minutes", AUTHENTICATOR_MINUTES.into())]);
    view! {
        <section class="task mt-8" aria-labelledby="authenticator-title">
            <h2 id="authenticator-title" class="text-h3 font-bold">{t("staff-authenticator-begin")}</h2>
            <p class="measure mt-2">{t("staff-authenticator-what")}</p>
            <p class="measure mt-3">{t("staff-authenticator-scan")}</p>
            <p class="qr mt-4">
                <img src=paths::staff_authenticator_qr().to_string() alt=t("staff-authenticator-picture") width="200" height="200" />
            </p>
            <p class="mt-4">
                <strong>{t("staff-authenticator-key")}</strong> <span class="block wrap-anywhere"><LeftToRight text=secret.typed /></span>
            </p>
            <p class="measure mt-4 mb-4">{then}</p>
            <StaffForm form=StaffForms::Authenticator filled button=t("staff-authenticator-confirm") />
            <div class="mt-6 flex flex-wrap items-center gap-6">
                <ButtonForm action=PostSetUpAuthenticator::PATH kind=ButtonKind::Quiet>{t("staff-authenticator-again")}</ButtonForm>
                <a class="link inline-flex min-h-8 items-center" href=later>{t("account-later")}</a>
            </div>
        </section>
    }
    .into_any()
}

/// What there is, and what may be done with it.
pub fn section(factors: &Factors) -> AnyView {
    let (said, button) = if factors.has_authenticator {
        ("staff-authenticator-set", "staff-authenticator-other")
    } else {
        ("staff-authenticator-none", "staff-authenticator-begin")
    };
    let what =
        (!factors.has_authenticator).then(|| view! { <p class="measure mt-2">{t("staff-authenticator-what")}</p> });
    // The last of what the second step is taken with stays.
    let remove = (factors.has_authenticator && factors.passkeys > 0).then(|| {
        let href = paths::staff_remove_authenticator().to_string();
        view! { <a class="link inline-flex min-h-8 items-center" href=href>{t("staff-authenticator-remove")}</a> }
    });
    view! {
        <section class="task-wide mt-8" aria-labelledby="authenticator-title">
            <h2 id="authenticator-title" class="text-h3 font-bold">{t("staff-authenticator-title")}</h2>
            <p class="measure mt-2">{t(said)}</p>
            {what}
            <div class="mt-4 flex flex-wrap items-center gap-6">
                <ButtonForm action=PostSetUpAuthenticator::PATH kind=ButtonKind::Secondary>{t(button)}</ButtonForm>
                {remove}
            </div>
        </section>
    }
    .into_any()
}
