//! Adds copies of something to an order.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Adds the line and shows the order's lines.
#[server(name = PostAddOrderLine, prefix = "/do", endpoint = "orders/add-line")]
pub async fn add_order_line(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{done::Done, order::AddOrderLine};

    use crate::context::submit;
    submit(answers, |cx, form: AddOrderLine| async move {
        let reader = cx.reader()?;
        backend::orders::adding::line(&cx.backend, reader, &form).await?;
        cx.tells(Done::OrderChanged);
        Ok(domain::paths::change_order(&form.order))
    })
    .await
}
