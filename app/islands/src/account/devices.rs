//! Signs out of an account: here, somewhere else, or everywhere.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Signs out in this browser.
#[server(name = PostAccountSignOut, prefix = "/do", endpoint = "account/sign-out")]
pub async fn sign_out(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::account::SignOutOfAccount;

    use crate::context::submit;
    submit(answers, |cx, _: SignOutOfAccount| async move {
        let (session, account) = cx.account()?;
        backend::accounts::sign_out(&cx.backend, account, session).await?;
        Ok(cx.leaves())
    })
    .await
}

/// Signs out in every browser.
#[server(name = PostAccountSignOutEverywhere, prefix = "/do", endpoint = "account/sign-out-everywhere")]
pub async fn sign_out_everywhere(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::account::SignOutOfAccountEverywhere;

    use crate::context::submit;
    submit(answers, |cx, _: SignOutOfAccountEverywhere| async move {
        let (_, account) = cx.account()?;
        backend::accounts::sign_out_everywhere(&cx.backend, account).await?;
        Ok(cx.leaves())
    })
    .await
}

/// Signs out in one browser of the list.
#[server(name = PostEndDevice, prefix = "/do", endpoint = "account/end-device")]
pub async fn end_device(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::EndDevice, done::Done, paths};

    use crate::context::submit;
    submit(answers, |cx, form: EndDevice| async move {
        let (session, account) = cx.account()?;
        let has_ended = backend::accounts::sign_out(&cx.backend, account, form.device).await?;
        if form.device == session {
            return Ok(cx.leaves());
        }
        cx.tells(has_ended.then_some(Done::DeviceEnded));
        Ok(paths::account_devices())
    })
    .await
}
