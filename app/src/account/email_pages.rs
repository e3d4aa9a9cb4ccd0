//! `/account/email` and what its links lead to: an account gets another address, once both have confirmed it.

use domain::{
    account::{ACCOUNT_TOKEN, ChangeAccountEmail, EmailSide},
    form::Answers,
    paths,
};
use islands::{AppError, account::email::PostConfirmAccountEmail};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;
use ui::ButtonForm;

use super::account_form::{AccountForm, AccountForms};
use super::at_account::{AtAccount, as_owner, lead};
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
        let AtAccount { viewer, account } = as_owner(&asking).await?;
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
                {lost()}
            </Page>
        }
        .into_any())
    })
}

/// What is left to whoever does not read mail any more at the address that there is.
fn lost() -> AnyView {
    let contact = paths::contact_us().to_string();
    view! {
        <p class="measure mt-6">
            {t("account-email-lost")} " " <a class="link" href=contact>{t("account-email-lost-link")}</a>
        </p>
    }
    .into_any()
}

/// `/account/email/{token}`: a button confirms the change for the address that the link was mailed to. Once it was
/// pressed, the page says that the other one is awaited.
#[component]
pub fn EmailLinkPage() -> impl IntoView {
    let asking = asking();
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    load(async move {
        let AtAccount { viewer, account } = as_owner(&asking).await?;
        let opened = backend::accounts::email::opened(&asking.backend, account.id, &token).await?;
        let change = opened.ok_or(AppError::AccountLinkEnded)?;
        let (h1, body, button) = match (change.side, change.is_confirmed()) {
            (EmailSide::New, false) => {
                ("account-confirm-title", "account-email-confirm-body", Some("account-email-confirm-button"))
            }
            (EmailSide::Old, false) => {
                ("account-email-title", "account-email-old-body", Some("account-email-old-button"))
            }
            (EmailSide::New, true) => ("account-email-awaited-title", "account-email-awaited-old", None),
            (EmailSide::Old, true) => ("account-email-awaited-title", "account-email-awaited-new", None),
        };
        let (email, old) = (isolated(change.email.as_str()), isolated(account.email.as_str()));
        let body = t_with(body, [("email", email.into()), ("old", old.into())]);
        let (h1, answers) = (t(h1), vec![(ACCOUNT_TOKEN.name(), token)]);
        let is_old_awaited = change.side == EmailSide::New && change.is_confirmed();
        let press = button.map(|words| {
            view! { <ButtonForm action=PostConfirmAccountEmail::PATH answers>{t(words)}</ButtonForm> }
        });
        Ok(view! {
            <Page title=h1.clone() viewer>
                {lead(h1, body)} {press} {is_old_awaited.then(lost)}
            </Page>
        }
        .into_any())
    })
}
