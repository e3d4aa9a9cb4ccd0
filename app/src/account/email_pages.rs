//! `/account/email` and what its link leads to: an account gets another address.

use domain::{
    account::{ACCOUNT_TOKEN, ChangeAccountEmail},
    form::Answers,
    paths,
};
use islands::{AppError, account::email::PostConfirmAccountEmail};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;
use ui::ButtonForm;

use super::account_form::{AccountForm, AccountForms};
use super::at_account::{AtAccount, at_account, lead};
use crate::{
    layout::Page,
    load::load,
    viewer::asking,
    words::{self, isolated, t, t_with},
};

/// `/account/email`: asks for the address, and for the password where there is one and no link was opened just now.
#[component]
pub fn EmailPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtAccount { viewer, account } = at_account(&asking).await?;
        let filled = words::filled::<ChangeAccountEmail>(&viewer, Answers::default());
        let errors = filled.errors.clone();
        let form = if account.asks_current_password { AccountForms::EmailAndPassword } else { AccountForms::Email };
        let (h1, back) = (t("account-email-title"), paths::account().to_string());
        let body = t_with("account-email-lead", [("email", isolated(account.email.as_str()).into())]);
        Ok(view! {
            <Page title=h1.clone() viewer errors back>
                {lead(h1, body)} <div class="task">
                    <AccountForm form filled button=t("account-by-link-button") />
                </div>
            </Page>
        }
        .into_any())
    })
}

/// `/account/email/{token}`: a button gives the account the address that the link was mailed to.
#[component]
pub fn EmailLinkPage() -> impl IntoView {
    let asking = asking();
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    load(async move {
        let AtAccount { viewer, account } = at_account(&asking).await?;
        let opened = backend::accounts::email::opened(&asking.backend, account.id, &token).await?;
        let email = opened.ok_or(AppError::AccountLinkEnded)?;
        let body = t_with("account-email-confirm-body", [("email", isolated(email.as_str()).into())]);
        let (h1, answers) = (t("account-confirm-title"), vec![(ACCOUNT_TOKEN.name(), token)]);
        Ok(view! {
            <Page title=h1.clone() viewer>
                {lead(h1, body)}
                <ButtonForm action=PostConfirmAccountEmail::PATH answers>{t("account-email-confirm-button")}</ButtonForm>
            </Page>
        }
        .into_any())
    })
}
