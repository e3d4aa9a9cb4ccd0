//! Signing in to an account, with a link that is mailed or with a password, and what follows signing out.

use domain::{
    account::{AskForLink, Forgotten, SignInByPassword},
    form::Answers,
    paths::{self, Path},
};
use leptos::prelude::*;
use ui::LinkButton;

use super::account_form::{AccountForm, AccountForms};
use super::at_account::{lead, nobody};
use crate::{
    layout::Page,
    load::load,
    viewer::asking,
    words::{self, t},
};

/// `/account/sign-in`: both ways in. What is wrong with a password is said on its own page.
#[component]
pub fn SignInPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = nobody(&asking).await?;
        let link = words::filled::<AskForLink>(&viewer, Answers::default());
        let mut password = words::filled::<SignInByPassword>(&viewer, Answers::default());
        "by-password".clone_into(&mut password.prefix);
        let errors = link.errors.clone();
        let h1 = t("account-sign-in-title");
        let ways = [(paths::account_forgotten(), "account-sign-in-forgotten")];
        Ok(view! {
            <Page title=h1.clone() viewer errors>
                <h1 class="text-h1 font-bold">{h1}</h1>
                <section class="task mt-8" aria-labelledby="by-link">
                    <h2 id="by-link" class="text-h3 font-bold">{t("account-by-link-title")}</h2>
                    <p class="measure mt-2 mb-4">{t("account-by-link-body")}</p>
                    <AccountForm form=AccountForms::Link filled=link button=t("account-by-link-button") />
                </section>
                <section class="task mt-8" aria-labelledby="by-password">
                    <h2 id="by-password" class="text-h3 font-bold">{t("account-by-password-title")}</h2>
                    <p class="measure mt-2 mb-4">{t("account-by-password-body")}</p>
                    <AccountForm form=AccountForms::Password filled=password button=t("account-sign-in-button") />
                </section>
                {ways_on(&ways)}
            </Page>
        }
        .into_any())
    })
}

/// `/account/sign-in/password`: where what is wrong with a password is said.
#[component]
pub fn PasswordSignInPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = nobody(&asking).await?;
        let filled = words::filled::<SignInByPassword>(&viewer, Answers::default());
        let errors = filled.errors.clone();
        let h1 = t("account-sign-in-title");
        let ways = [
            (paths::account_sign_in(), "account-by-link-title"),
            (paths::account_forgotten(), "account-sign-in-forgotten"),
        ];
        Ok(view! {
            <Page title=h1.clone() viewer errors>
                <h1 class="mb-6 text-h1 font-bold">{h1}</h1>
                <div class="task">
                    <AccountForm form=AccountForms::Password filled button=t("account-sign-in-button") />
                </div>
                {ways_on(&ways)}
            </Page>
        }
        .into_any())
    })
}

/// Other ways in, and the way to an account.
fn ways_on(ways: &[(Path, &'static str)]) -> AnyView {
    let links = ways
        .iter()
        .map(|(path, words)| {
            view! { <li><a class="link inline-flex min-h-8 items-center" href=path.to_string()>{t(words)}</a></li> }
        })
        .collect_view();
    view! {
        <h2 class="mt-8 text-h3 font-bold">{t("account-sign-in-other")}</h2>
        <ul class="mt-2">{links}</ul>
        <p class="mt-6">
            {t("account-sign-in-none")} " "
            <a class="link" href=paths::account_sign_up().to_string()>{t("account-sign-up-title")}</a>
        </p>
    }
    .into_any()
}

/// `/account/password/forgotten`: asks for a link by which another password is set.
#[component]
pub fn ForgottenPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let filled = words::filled::<Forgotten>(&viewer, Answers::default());
        let errors = filled.errors.clone();
        let h1 = t("account-forgotten-title");
        let back = paths::account_sign_in().to_string();
        Ok(view! {
            <Page title=h1.clone() viewer errors back>
                {lead(h1, t("account-forgotten-lead"))}
                <div class="task">
                    <AccountForm form=AccountForms::Forgotten filled button=t("account-by-link-button") />
                </div>
            </Page>
        }
        .into_any())
    })
}

/// `/account/signed-out`.
#[component]
pub fn SignedOutPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let h1 = t("account-signed-out-title");
        let again = paths::account_sign_in().to_string();
        Ok(view! {
            <Page title=h1.clone() viewer>
                {lead(h1, t("account-signed-out-body"))}
                <LinkButton href=again>{t("account-signed-out-again")}</LinkButton>
            </Page>
        }
        .into_any())
    })
}
