//! Makes an account, once a link has proved its address.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Mails a link that makes the account, or one that signs in where there is one.
#[server(name = PostAccountSignUp, prefix = "/do", endpoint = "account/sign-up")]
pub async fn sign_up(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::account::SignUp;

    use crate::context::submit;
    submit(answers, |cx, form: SignUp| async move {
        Ok(backend::accounts::sign_up(&cx.backend, cx.asks_for_link(&form.email), &form.full_name).await?)
    })
    .await
}
