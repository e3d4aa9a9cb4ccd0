//! Says what one thinks of the service.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Keeps it.
#[server(name = PostFeedback, prefix = "/do", endpoint = "contact/feedback")]
pub async fn feedback(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::contact::GiveFeedback;

    use crate::context::submit;
    submit(answers, |cx, form: GiveFeedback| async move {
        let session = cx.session().await?;
        Ok(backend::contact::feedback(&cx.backend, session, &form).await?)
    })
    .await
}
