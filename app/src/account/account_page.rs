//! `/account`: the newest orders, and what the account says of its owner.

use domain::paths;
use leptos::prelude::*;
use store::accounts::SignedIn;
use ui::{SummaryList, SummaryRow};

use super::{
    at_account::{AtAccount, at_account},
    orders_page::rows,
};
use crate::{
    basket::merged::MergedBanner, bidi::LeftToRight, catalogue::names::EnglishName, done::DoneBanner, layout::Page,
    load::load, staff::provider_link::provider_account_link, viewer::asking, words::t,
};

/// How many orders stand here; the others have a page of their own.
const NEWEST: i64 = 5;

/// The page.
#[component]
pub fn AccountPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtAccount { viewer, account } = at_account(&asking).await?;
        let orders = store::orders::of_account(&asking.backend.db, account.id, None, NEWEST).await?.orders;
        let all = (!orders.is_empty()).then(|| {
            view! { <p class="mt-4"><a class="link" href=paths::account_orders().to_string()>{t("account-orders-all")}</a></p> }
        });
        let connect = provider_account_link(&asking, account.id).await?;
        let (h1, merged) = (t("account-title"), viewer.merged);
        Ok(view! {
            <Page title=h1.clone() viewer>
                <DoneBanner />
                <h1 class="mb-6 text-h1 font-bold">{h1}</h1>
                <MergedBanner merged />
                <div class="task-wide">
                    <h2 class="mb-2 text-h3 font-bold">{t("account-orders-title")}</h2>
                    {rows(orders)} {all}
                    <h2 class="mt-8 mb-2 text-h3 font-bold">{t("account-details-title")}</h2>
                    {details(account)}
                    <ul class="no-print">{ways()}</ul> {connect}
                </div>
            </Page>
        }
        .into_any())
    })
}

/// What else there is of an account.
fn ways() -> AnyView {
    let ways = [
        (paths::account_addresses(), "account-addresses-title"),
        (paths::account_lists(), "lists-title"),
        (paths::account_alerts(), "account-alerts-title"),
        (paths::account_devices(), "account-devices-title"),
        (paths::account_data(), "account-data-title"),
        (paths::account_close(), "close-title"),
    ];
    let ways = ways.map(|(path, words)| {
        view! { <li><a class="link inline-flex min-h-8 items-center" href=path.to_string()>{t(words)}</a></li> }
    });
    ways.collect_view().into_any()
}

/// A name of the catalogue, or that there is none.
fn named(name: Option<String>) -> AnyView {
    match name {
        Some(name) => view! { <EnglishName name /> }.into_any(),
        None => t("not-provided").into_any(),
    }
}

/// What the account says, each with the way to change it.
fn details(account: SignedIn) -> AnyView {
    let SignedIn { email, full_name, has_password, organisation_name, .. } = account;
    let (name, works, password) = (paths::account_name(), paths::account_establishment(), paths::account_password());
    let (address, rings) = (paths::account_email().to_string(), paths::account_telephone().to_string());
    let belongs = paths::account_audience().to_string();
    let telephone = match account.telephone {
        Some(number) => view! { <LeftToRight text=number.to_string() /> }.into_any(),
        None => t("not-provided").into_any(),
    };
    let (establishment, audience) = (named(account.establishment_name), named(account.audience_name));
    let organisation = organisation_name.map(|name| {
        view! { <SummaryRow key=t("account-organisation")><EnglishName name /></SummaryRow> }
    });
    let has = t(if has_password { "account-password-is-set" } else { "account-password-none" });
    view! {
        <SummaryList>
            <SummaryRow key=t("check-name") change=name.to_string() change_text=t("change")><bdi>{full_name.to_string()}</bdi></SummaryRow>
            <SummaryRow key=t("check-email") change=address change_text=t("change")><LeftToRight text=email.to_string() /></SummaryRow>
            <SummaryRow key=t("telephone") change=rings change_text=t("change")>{telephone}</SummaryRow>
            <SummaryRow key=t("account-establishment") change=works.to_string() change_text=t("change")>{establishment}</SummaryRow>
            {organisation}
            <SummaryRow key=t("account_audience") change=belongs change_text=t("change")>{audience}</SummaryRow>
            <SummaryRow key=t("account-password") change=password.to_string() change_text=t("change")>{has}</SummaryRow>
        </SummaryList>
    }
    .into_any()
}
