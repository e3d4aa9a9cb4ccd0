//! Calls an order off.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Calls the order off and shows it.
#[server(name = PostCancelOrder, prefix = "/do", endpoint = "orders/cancel")]
pub async fn cancel_order(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::order::CancelOrder;

    use crate::context::submit;
    submit(answers, |cx, form: CancelOrder| async move {
        let reader = cx.reader()?;
        backend::orders::change::cancel(&cx.backend, reader, &form.order).await?;
        Ok(domain::paths::order(&form.order))
    })
    .await
}
