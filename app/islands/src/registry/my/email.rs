//! Another e-mail address for a registration.

use domain::{
    checkout::CODE,
    form::{Answers, Form},
    registry::managing::{ChangeEmail, ConfirmNewEmail, NEW_EMAIL},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, Filled, PostForm, TextInput};

use crate::{AppError, Submitted};

/// Mails a code to the address that is wanted.
#[server(name = PostChangeEmail, prefix = "/do", endpoint = "my/email")]
pub async fn change_email(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use crate::context::submit;
    submit(answers, |cx, form: ChangeEmail| async move {
        let (session, registrant) = cx.registrant().await?;
        Ok(backend::registry::email::ask(&cx.backend, session, registrant, &form.email, cx.locale()).await?)
    })
    .await
}

/// Compares the code, and changes the address.
#[server(name = PostConfirmNewEmail, prefix = "/do", endpoint = "my/email-code")]
pub async fn confirm_new_email(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use crate::context::submit;
    submit(answers, |cx, form: ConfirmNewEmail| async move {
        let (session, registrant) = cx.registrant().await?;
        let (path, done) = backend::registry::email::confirm(&cx.backend, session, registrant, &form.code).await?;
        done.into_iter().for_each(|done| cx.tells(done));
        Ok(path)
    })
    .await
}

/// The form that asks for the address.
#[island]
pub fn NewEmailForm(
    /// What was typed.
    filled: Filled,
    /// "Send a code there".
    button: String,
) -> impl IntoView {
    view! {
        <PostForm action=PostChangeEmail::PATH check=ChangeEmail::check fields=ChangeEmail::FIELDS filled>
            <TextInput field=NEW_EMAIL.declared() />
            <Button>{button}</Button>
        </PostForm>
    }
}

/// The form of the code that was mailed there.
#[island]
pub fn NewEmailCodeForm(
    /// What was typed.
    filled: Filled,
    /// "Change my address".
    button: String,
) -> impl IntoView {
    view! {
        <PostForm action=PostConfirmNewEmail::PATH check=ConfirmNewEmail::check fields=ConfirmNewEmail::FIELDS filled>
            <TextInput field=CODE.declared() />
            <Button>{button}</Button>
        </PostForm>
    }
}
