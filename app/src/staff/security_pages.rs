//! `/staff/security` and below: what staff sign in with. Whoever is halfway in and has nothing yet for the second step sets
//! it up here, and is in.

use backend::staff::{Holder, holder, is_confirmed, recovery as recovery_of};
use domain::{
    paths,
    staff::{RemoveAuthenticator, RenewRecoveryCodes, STAFF_CODE},
};
use islands::staff::security::{PostRemoveAuthenticator, PostRenewRecoveryCodes};
use leptos::{prelude::*, server_fn::ServerFn};
use store::{sessions::Viewer, staff::factors::Factors};
use ui::ButtonForm;

use super::{
    at_work::{at_work, refusal, refused_at},
    authenticator, passkeys,
    provider_link::provider_connect_link,
    recovery,
    session_end::stays_signed_in,
};
use crate::{
    account::at_account::lead,
    done::DoneBanner,
    layout::{Navigation, Page},
    load::{NotShown, load},
    viewer::{Asking, asking},
    words::t,
};

/// `/staff/security`.
#[component]
pub fn SecurityPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let own = viewer.account.as_ref().filter(|_| viewer.staff.is_some()).map(|account| account.id);
        let elsewhere = || NotShown::Elsewhere(paths::staff_sign_in());
        let holder = holder(&asking.backend, viewer.session, own).await?.ok_or_else(elsewhere)?;
        let now = asking.backend.clock.now();
        let here = Some((holder.session, now));
        let factors =
            store::staff::factors::of(&asking.backend.db, holder.account, here).await?.ok_or_else(elsewhere)?;
        let is_later = asking.parameter(paths::LATER).is_some();
        if factors.is_setting_up && !is_later {
            let filled = authenticator::first_code(&viewer);
            let errors = filled.errors.clone();
            if let Some(set_up) = authenticator::set_up(&asking, holder, filled).await? {
                return Ok(page(viewer, holder, errors, set_up));
            }
        }
        let errors = passkeys::wrong(&viewer);
        // Whoever only fetches the page sees nothing that is shown once.
        let is_proved = viewer.staff.as_ref().is_some_and(|staff| is_confirmed(staff.confirmed_at, now));
        let inside = sections(&asking, (holder, is_proved && asking.is_opened), &factors).await?;
        Ok(page(viewer, holder, errors, inside))
    })
}

/// The page around its sections.
fn page(viewer: Viewer, holder: Holder, errors: Vec<ui::ShownError>, inside: AnyView) -> AnyView {
    let has_errors = !errors.is_empty();
    let (h1, body) = if holder.is_entering {
        ("staff-factor-title", "staff-factor-lead")
    } else {
        ("staff-security-title", "staff-security-lead")
    };
    let h1 = t(h1);
    view! {
        <Page title=h1.clone() viewer errors navigation=Navigation::Staff>
            <DoneBanner has_errors />
            {lead(h1, t(body))}
            {inside}
        </Page>
    }
    .into_any()
}

/// What somebody signs in with, with new recovery codes where they may be shown; of whoever is halfway in, what they can
/// set up.
async fn sections(asking: &Asking, (holder, may_show): (Holder, bool), factors: &Factors) -> Result<AnyView, NotShown> {
    let passkeys = passkeys::section(asking, holder.account).await?;
    let authenticator = authenticator::section(factors);
    if holder.is_entering {
        return Ok(view! { {authenticator} {passkeys} }.into_any());
    }
    let recovery = recovery_of(&asking.backend, holder, may_show).await?;
    let connect = (!factors.has_provider).then(|| provider_connect_link(asking));
    let password = paths::account_password().to_string();
    Ok(view! {
        {recovery::shown(&recovery)}
        {authenticator}
        {passkeys}
        {recovery::section(&recovery)}
        <section class="task-wide mt-8" aria-labelledby="password-title">
            <h2 id="password-title" class="text-h3 font-bold">{t("staff-password-title")}</h2>
            <p class="mt-2">
                <a class="link inline-flex min-h-8 items-center" href=password>{t("staff-password-change")}</a>
            </p>
        </section>
        {connect}
        {stays_signed_in()}
    }
    .into_any())
}

/// `/staff/security/authenticator`: asks once more before somebody goes without one.
#[component]
pub fn RemoveAuthenticatorPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = at_work(&asking).await?;
        let errors = refused_at::<RemoveAuthenticator>(&at.viewer, STAFF_CODE.name());
        let (h1, back) = (t("staff-authenticator-remove-title"), paths::staff_security().to_string());
        Ok(view! {
            <Page title=h1.clone() viewer=at.viewer errors=errors.clone() back=back.clone() navigation=Navigation::Staff>
                {lead(h1, t("staff-authenticator-remove-body"))} {refusal(STAFF_CODE.name(), &errors)}
                <div class="flex flex-wrap items-center gap-6">
                    <ButtonForm action=PostRemoveAuthenticator::PATH>{t("staff-authenticator-remove")}</ButtonForm>
                    <a class="link" href=back>{t("staff-authenticator-keep")}</a>
                </div>
            </Page>
        }
        .into_any())
    })
}

/// `/staff/security/recovery-codes`: asks once more before those that there are are worth nothing.
#[component]
pub fn RecoveryCodesPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = at_work(&asking).await?;
        let errors = refused_at::<RenewRecoveryCodes>(&at.viewer, STAFF_CODE.name());
        let (h1, back) = (t("staff-recovery-renew-title"), paths::staff_security().to_string());
        Ok(view! {
            <Page title=h1.clone() viewer=at.viewer errors=errors.clone() back=back.clone() navigation=Navigation::Staff>
                {lead(h1, t("staff-recovery-renew-body"))} {refusal(STAFF_CODE.name(), &errors)}
                <div class="flex flex-wrap items-center gap-6">
                    <ButtonForm action=PostRenewRecoveryCodes::PATH>{t("staff-recovery-renew")}</ButtonForm>
                    <a class="link" href=back>{t("staff-recovery-keep")}</a>
                </div>
            </Page>
        }
        .into_any())
    })
}
