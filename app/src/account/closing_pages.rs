//! `/account/close` and `/account/closed`: an account is closed for good.

use domain::{
    account::{CloseAccount, ERASE_DAYS},
    form::Answers,
    paths,
};
use leptos::prelude::*;

use super::account_form::{AccountForm, AccountForms};
use super::at_account::{AtAccount, as_owner, lead};
use crate::{
    layout::Page,
    load::load,
    viewer::asking,
    words::{self, t, t_with},
};

/// `/account/close`: what goes and what stays, and the question for the address of the account.
#[component]
pub fn ClosePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtAccount { viewer, .. } = as_owner(&asking).await?;
        let filled = words::filled::<CloseAccount>(&viewer, Answers::default());
        let errors = filled.errors.clone();
        let (h1, back) = (t("close-title"), paths::account().to_string());
        let orders = t_with("close-orders", [("days", ERASE_DAYS.into())]);
        Ok(view! {
            <Page title=h1.clone() viewer errors back>
                {lead(h1, t("close-lead"))} <ul class="measure mb-6 list-disc ps-6">
                    <li>{t("close-gone")}</li>
                    <li>{orders}</li>
                    <li>{t("close-mailbox")}</li>
                    <li>{t("close-registration")}</li>
                </ul>
                <ul class="measure mb-6">
                    <li><a class="link" href=paths::account_data().to_string()>{t("close-data")}</a></li>
                    <li><a class="link" href=paths::my().to_string()>{t("account-registration-link")}</a></li>
                </ul>
                <div class="task">
                    <AccountForm form=AccountForms::Close filled button=t("close-button") />
                </div>
            </Page>
        }
        .into_any())
    })
}

/// `/account/closed`.
#[component]
pub fn ClosedPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let h1 = t("closed-title");
        Ok(view! { <Page title=h1.clone() viewer>{lead(h1, t("closed-body"))}</Page> }.into_any())
    })
}
