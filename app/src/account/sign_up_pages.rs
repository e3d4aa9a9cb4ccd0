//! `/account/sign-up` and `/account/mailed`: an account is made once its address is confirmed.

use domain::{account::SignUp, form::Answers, paths};
use leptos::prelude::*;

use super::account_form::{AccountForm, AccountForms};
use super::at_account::{lead, nobody};
use crate::{
    done::DoneBanner,
    layout::Page,
    load::load,
    viewer::asking,
    words::{self, t},
};

/// `/account/sign-up`: name and address.
#[component]
pub fn SignUpPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = nobody(&asking).await?;
        let filled = words::filled::<SignUp>(&viewer, Answers::default());
        let errors = filled.errors.clone();
        let h1 = t("account-sign-up-title");
        let sign_in = paths::account_sign_in().to_string();
        Ok(view! {
            <Page title=h1.clone() viewer errors>
                {lead(h1, t("account-sign-up-lead"))}
                <div class="task">
                    <AccountForm form=AccountForms::SignUp filled button=t("account-sign-up-button") />
                    <p class="mt-6">
                        {t("account-sign-up-have")} " " <a class="link" href=sign_in>{t("account-sign-in-button")}</a>
                    </p>
                </div>
            </Page>
        }
        .into_any())
    })
}

/// `/account/mailed`: a message was sent. It says the same to everybody, whatever is known of their address; the
/// message says the rest to whoever reads it.
#[component]
pub fn MailedPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let h1 = t("account-mailed-title");
        let again = paths::account_sign_in().to_string();
        Ok(view! {
            <Page title=h1.clone() viewer>
                <DoneBanner /> {lead(h1, t("account-mailed-body"))} <p class="measure mb-6">{t("account-mailed-nothing")}</p>
                <p>
                    <a class="link" href=again>{t("account-mailed-again")}</a>
                </p>
            </Page>
        }
        .into_any())
    })
}
