//! Sends an order somewhere else.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Keeps the new address and shows the order.
#[server(name = PostRedirectOrder, prefix = "/do", endpoint = "orders/redirect")]
pub async fn redirect_order(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{done::Done, order::Redirect};

    use crate::context::submit;
    submit(answers, |cx, form: Redirect| async move {
        let reader = cx.reader()?;
        backend::orders::redirecting::redirect(&cx.backend, reader, &form).await?;
        cx.tells(Done::OrderRedirected);
        Ok(domain::paths::order(&form.order))
    })
    .await
}
