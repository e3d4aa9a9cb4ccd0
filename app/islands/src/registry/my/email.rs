//! Another e-mail address for a registration.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Mails a code to the address that is wanted.
#[server(name = PostChangeEmail, prefix = "/do", endpoint = "my/email")]
pub async fn change_email(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::ChangeEmail;

    use crate::context::submit;
    submit(answers, |cx, form: ChangeEmail| async move {
        cx.asks_for_code().await?;
        let (session, registrant) = cx.registrant().await?;
        Ok(backend::registry::email::ask(&cx.backend, session, registrant, &form.email, cx.locale()).await?)
    })
    .await
}

/// Compares the code, and changes the address.
#[server(name = PostConfirmNewEmail, prefix = "/do", endpoint = "my/email-code")]
pub async fn confirm_new_email(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::ConfirmNewEmail;

    use crate::context::submit;
    submit(answers, |cx, form: ConfirmNewEmail| async move {
        cx.tries_code().await?;
        let (session, registrant) = cx.registrant().await?;
        let (path, done) = backend::registry::email::confirm(&cx.backend, session, registrant, &form.code).await?;
        cx.tells(done);
        Ok(path)
    })
    .await
}
