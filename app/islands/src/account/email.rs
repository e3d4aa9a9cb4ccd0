//! Gives an account another address.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Mails a link to the address, and one to the address that there is.
#[server(name = PostAccountEmail, prefix = "/do", endpoint = "account/email")]
pub async fn change_email(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::ChangeAccountEmail, done::Done};

    use crate::context::submit;
    submit(answers, |cx, form: ChangeAccountEmail| async move {
        let owner = cx.owner()?;
        let path = backend::accounts::email::ask(&cx.backend, owner, &form).await?;
        cx.tells(Done::EmailAsked);
        Ok(path)
    })
    .await
}

/// Does what those links are for.
#[server(name = PostConfirmAccountEmail, prefix = "/do", endpoint = "account/confirm-email")]
pub async fn confirm_email(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::account::ConfirmAccountEmail;

    use crate::context::submit;
    submit(answers, |cx, form: ConfirmAccountEmail| async move { cx.confirms_email(&form.token).await }).await
}
