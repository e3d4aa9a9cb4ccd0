//! `/account/devices`: where somebody is signed in, and signing out there or everywhere.

use domain::{account::DEVICE, paths};
use islands::account::devices::{PostAccountSignOutEverywhere, PostEndDevice};
use leptos::{prelude::*, server_fn::ServerFn};
use store::accounts::devices::DeviceRow;
use ui::{ButtonForm, Tag, button::ButtonKind};

use super::at_account::{AtAccount, at_account, lead};
use crate::{
    done::DoneBanner,
    layout::Page,
    load::{NotShown, load},
    viewer::asking,
    words::{moment_of, t, t_with},
};

/// The page.
#[component]
pub fn DevicesPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtAccount { viewer, account } = at_account(&asking).await?;
        let this = viewer.session.ok_or_else(|| NotShown::Elsewhere(paths::account_sign_in()))?;
        let now = asking.backend.clock.now();
        let devices = store::accounts::devices::list(&asking.backend.db, account.id, this, now).await?;
        let rows = devices.into_iter().map(row).collect_view();
        let h1 = t("account-devices-title");
        Ok(view! {
            <Page title=h1.clone() viewer back=paths::account().to_string()>
                <DoneBanner />
                {lead(h1, t("account-devices-lead"))}
                <div class="task-wide">
                    <ul class="border-t border-line">{rows}</ul>
                    <h2 class="mt-8 text-h3 font-bold">{t("account-everywhere-title")}</h2>
                    <p class="measure mt-2 mb-4">{t("account-everywhere-body")}</p>
                    <ButtonForm action=PostAccountSignOutEverywhere::PATH kind=ButtonKind::Secondary>
                        {t("account-everywhere-button")}
                    </ButtonForm>
                </div>
            </Page>
        }
        .into_any())
    })
}

fn row(device: DeviceRow) -> impl IntoView {
    let DeviceRow { id, browser, system, signed_in_at, last_seen_at, is_this } = device;
    let (browser, system) = (t(&format!("account-browser-{browser}")), t(&format!("account-system-{system}")));
    let name = t_with("account-device", [("browser", browser.into()), ("system", system.into())]);
    let since = t_with("account-device-since", [("moment", moment_of(signed_in_at).into())]);
    let seen = t_with("account-device-seen", [("moment", moment_of(last_seen_at).into())]);
    let answers = vec![(DEVICE.name(), id.to_string())];
    let hidden = format!(": {name}, {since}");
    let end = if is_this {
        view! { <Tag>{t("account-device-this")}</Tag> }.into_any()
    } else {
        view! {
            <ButtonForm action=PostEndDevice::PATH answers kind=ButtonKind::Quiet>
                {t("account-device-end")} <span class="sr-only">{hidden}</span>
            </ButtonForm>
        }
        .into_any()
    };
    view! {
        <li class="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-3">
            <div class="min-w-0">
                <p class="font-bold">{name}</p>
                <p class="text-muted">{since} " · " {seen}</p>
            </div>
            {end}
        </li>
    }
}
