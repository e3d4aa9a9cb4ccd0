//! Having everything erased.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Mails the code without which nothing is erased.
#[server(name = PostSendEraseCode, prefix = "/do", endpoint = "my/erase-code")]
pub async fn send_erase_code(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::leaving::{Erase, SendEraseCode};

    use crate::context::submit;
    submit(answers, |cx, _: SendEraseCode| async move {
        cx.asks_for_code().await?;
        let (session, registrant) = cx.registrant()?;
        let locale = cx.locale();
        let sent = backend::registry::leaving::send_erase_code(&cx.backend, session, registrant, locale).await;
        cx.says_sent::<Erase>(sent).await
    })
    .await
}

/// Compares the code, and erases everything.
#[server(name = PostErase, prefix = "/do", endpoint = "my/erase")]
pub async fn erase(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::leaving::Erase;

    use crate::context::submit;
    submit(answers, |cx, form: Erase| async move {
        cx.tries_code().await?;
        let (session, registrant) = cx.registrant()?;
        Ok(backend::registry::leaving::erase(&cx.backend, session, registrant, &form.code).await?)
    })
    .await
}
