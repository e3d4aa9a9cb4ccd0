//! The code that was mailed.

use domain::{
    checkout::ConfirmEmail,
    form::{Answers, Form},
    one_time_code::CODE,
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, Filled, PostForm, TextInput};

use crate::{AppError, Submitted};

/// Compares the code.
#[server(name = PostCode, prefix = "/do", endpoint = "checkout/code")]
pub async fn confirm_email(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use crate::context::submit;
    submit(answers, |cx, form: ConfirmEmail| async move {
        cx.tries_code().await?;
        let proving = cx.proving::<ConfirmEmail>(form.code.as_str()).await?;
        let guest = cx.guest().await?;
        let outcome = backend::checkout::confirm_email(&cx.backend, guest, &proving, &form).await;
        cx.proved(&proving, outcome).await
    })
    .await
}

/// Mails another code.
#[server(name = PostSendCode, prefix = "/do", endpoint = "checkout/send-code")]
pub async fn send_code(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::checkout::SendCode;

    use crate::context::submit;
    submit(answers, |cx, _: SendCode| async move {
        let guest = cx.guest().await?;
        cx.says_sent::<ConfirmEmail>(backend::checkout::send_code(&cx.backend, guest).await).await
    })
    .await
}

/// The form of the code page.
#[island]
pub fn CodeForm(
    /// What was typed.
    filled: Filled,
    /// "Continue".
    button: String,
) -> impl IntoView {
    view! {
        <PostForm action=PostCode::PATH check=ConfirmEmail::check fields=ConfirmEmail::FIELDS filled>
            <TextInput field=CODE.declared() />
            <Button>{button}</Button>
        </PostForm>
    }
}
