//! `/account/link/{token}`: where the link of a message leads. A button does what the link is for, so that mail
//! scanners use none up.

use domain::account::{ACCOUNT_TOKEN, LinkPurpose};
use islands::{AppError, account::sign_in::PostOpenLink};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;
use ui::ButtonForm;

use super::at_account::lead;
use crate::{layout::Page, load::load, viewer::asking, words::t};

/// The page. It names nobody: whoever opens the link may be a program.
#[component]
pub fn LinkPage() -> impl IntoView {
    let asking = asking();
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    load(async move {
        let opened = backend::accounts::opened(&asking.backend, &token).await?.ok_or(AppError::AccountLinkEnded)?;
        let viewer = asking.viewer().await?;
        let (h1, body, button) = match opened.purpose {
            LinkPurpose::Confirm => ("account-confirm-title", "account-confirm-body", "account-confirm-button"),
            LinkPurpose::SignIn => ("account-link-title", "account-link-body", "account-sign-in-button"),
            LinkPurpose::Reset => ("account-forgotten-title", "account-link-reset-body", "continue"),
        };
        let answers = vec![(ACCOUNT_TOKEN.name(), token)];
        Ok(view! {
            <Page title=t(h1) viewer>
                {lead(t(h1), t(body))} <ButtonForm action=PostOpenLink::PATH answers>{t(button)}</ButtonForm>
            </Page>
        }
        .into_any())
    })
}
