//! Signs in to an account: by the link of a message, or with a password.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Mails a link that signs in, or that there is no account.
#[server(name = PostAskForLink, prefix = "/do", endpoint = "account/link-by-mail")]
pub async fn ask_for_link(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::account::AskForLink;

    use crate::context::submit;
    submit(answers, |cx, form: AskForLink| async move {
        Ok(backend::accounts::link(&cx.backend, cx.asks_for_link(&form.email)).await?)
    })
    .await
}

/// Does what the link of a message is for, and signs in.
#[server(name = PostOpenLink, prefix = "/do", endpoint = "account/open-link")]
pub async fn open_link(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::account::OpenLink;

    use crate::context::submit;
    submit(answers, |cx, form: OpenLink| async move { cx.opens_account(&form.token).await }).await
}

/// Signs in with a password.
#[server(name = PostSignInByPassword, prefix = "/do", endpoint = "account/sign-in")]
pub async fn sign_in_by_password(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::account::SignInByPassword;

    use crate::context::submit;
    submit(answers, |cx, form: SignInByPassword| async move { cx.signs_in_by_password(&form).await }).await
}
