//! `/account/alerts`: what somebody waits for, and waiting for it no longer.

use domain::{account::ALERT, catalogue::taxonomy::title_language, paths};
use islands::account::profile::PostEndAlert;
use leptos::{prelude::*, server_fn::ServerFn};
use store::subscriptions::Alert;
use ui::{ButtonForm, Tag, TagKind, button::ButtonKind};

use super::at_account::{AtAccount, at_account, lead};
use crate::{
    bidi::LeftToRight,
    done::DoneBanner,
    layout::Page,
    load::load,
    viewer::asking,
    words::{day_of, isolated, t, t_with},
};

/// The page.
#[component]
pub fn AlertsPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtAccount { viewer, account } = at_account(&asking).await?;
        let (db, now) = (&asking.backend.db, asking.backend.clock.now());
        let alerts = store::subscriptions::of_account(db, account.id, now).await?;
        let (h1, back) = (t("account-alerts-title"), paths::account().to_string());
        Ok(view! {
            <Page title=h1.clone() viewer back>
                <DoneBanner />
                {lead(h1, t("account-alerts-lead"))} <div class="task-wide">{rows(alerts)}</div>
            </Page>
        }
        .into_any())
    })
}

fn rows(alerts: Vec<Alert>) -> AnyView {
    if alerts.is_empty() {
        return view! { <p class="measure">{t("account-alerts-none")}</p> }.into_any();
    }
    let rows = alerts.into_iter().map(row).collect_view();
    view! { <ul class="border-t border-line">{rows}</ul> }.into_any()
}

/// Something that is waited for, how things are with it, and the button that ends it.
fn row(alert: Alert) -> impl IntoView {
    let Alert { id, code, title, title_is_translated, language, is_confirmed, created_at, expires_at } = alert;
    let href = paths::by_code(&code).to_string();
    let lang = title_language(title_is_translated, &language).to_string();
    let since = t_with("account-alert-since", [("day", day_of(created_at).into())]);
    let until = t_with("account-alert-until", [("day", day_of(expires_at).into())]);
    let (kind, state) = if is_confirmed {
        (TagKind::Good, "account-alert-confirmed")
    } else {
        (TagKind::Neutral, "account-alert-unconfirmed")
    };
    let answers = vec![(ALERT.name(), id.to_string())];
    let hidden = format!(": {}", isolated(&title));
    view! {
        <li class="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-3">
            <div class="min-w-0">
                <p class="font-bold">
                    <a class="link" href=href lang=lang dir="auto">
                        {title}
                    </a>
                </p>
                <p class="text-muted"><LeftToRight text=code.to_string() /> " · " {since} " · " {until}</p>
                <p class="mt-1"><Tag kind>{t(state)}</Tag></p>
            </div>
            <ButtonForm action=PostEndAlert::PATH answers kind=ButtonKind::Quiet>
                {t("account-alert-end")} <span class="sr-only">{hidden}</span>
            </ButtonForm>
        </li>
    }
}
