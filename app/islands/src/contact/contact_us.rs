//! Writes to the support desk.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Takes the message.
#[server(name = PostContactUs, prefix = "/do", endpoint = "contact/message")]
pub async fn contact_us(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::contact::ContactUs;

    use crate::context::submit;
    submit(answers, |cx, form: ContactUs| async move {
        let session = cx.session().await?;
        Ok(backend::contact::contact_us(&cx.backend, session, cx.locale(), &form).await?)
    })
    .await
}
