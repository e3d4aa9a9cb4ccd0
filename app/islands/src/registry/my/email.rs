//! Another e-mail address for a registration.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Mails a code to the address that is wanted.
#[server(name = PostChangeEmail, prefix = "/do", endpoint = "my/email")]
pub async fn change_email(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::{ChangeEmail, ConfirmNewEmail};

    use crate::context::submit;
    submit(answers, |cx, form: ChangeEmail| async move {
        cx.asks_for_code().await?;
        let (session, registrant) = cx.registrant()?;
        let path = backend::registry::email::ask(&cx.backend, session, registrant, &form.email, cx.locale()).await?;
        cx.is_mailed::<ConfirmNewEmail>(path).await
    })
    .await
}

/// Mails another code there.
#[server(name = PostNewEmailCodeAgain, prefix = "/do", endpoint = "my/email-code-again")]
pub async fn new_email_code_again(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::{ConfirmNewEmail, NewEmailCodeAgain};

    use crate::context::submit;
    submit(answers, |cx, _: NewEmailCodeAgain| async move {
        cx.asks_for_code().await?;
        let (session, registrant) = cx.registrant()?;
        let sent = backend::registry::email::ask_again(&cx.backend, session, registrant, cx.locale()).await;
        cx.says_sent::<ConfirmNewEmail>(sent).await
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
        let (session, registrant) = cx.registrant()?;
        let (path, done) = backend::registry::email::confirm(&cx.backend, session, registrant, &form.code).await?;
        cx.tells(done);
        Ok(path)
    })
    .await
}
