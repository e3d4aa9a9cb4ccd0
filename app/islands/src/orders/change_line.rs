//! Changes how many copies of something an order is of.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Changes the line and shows the order's lines.
#[server(name = PostChangeOrderLine, prefix = "/do", endpoint = "orders/change-line")]
pub async fn change_order_line(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{done::Done, order::ChangeOrderLine};

    use crate::context::submit;
    submit(answers, |cx, form: ChangeOrderLine| async move {
        let reader = cx.reader()?;
        backend::orders::change::line(&cx.backend, reader, &form).await?;
        cx.tells(Done::OrderChanged);
        Ok(domain::paths::change_order(&form.order))
    })
    .await
}
