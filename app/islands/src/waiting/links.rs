//! What the links of messages about stock lead to, once their button is pressed.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Confirms that the address is whose it says.
#[server(name = PostConfirmWaiting, prefix = "/do", endpoint = "waiting/confirm")]
pub async fn confirm_waiting(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::subscription::ConfirmSubscription;

    use crate::context::submit;
    submit(answers, |cx, form: ConfirmSubscription| async move {
        Ok(backend::subscriptions::confirm(&cx.backend, &form).await?.ok_or(AppError::Gone)?)
    })
    .await
}

/// Ends the waiting.
#[server(name = PostEndWaiting, prefix = "/do", endpoint = "waiting/end")]
pub async fn end_waiting(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::subscription::EndSubscription;

    use crate::context::submit;
    submit(answers, |cx, form: EndSubscription| async move {
        Ok(backend::subscriptions::end(&cx.backend, &form).await?.ok_or(AppError::Gone)?)
    })
    .await
}
