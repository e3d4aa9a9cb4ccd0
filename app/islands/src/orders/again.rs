//! Puts an order into the basket once more.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Puts in what can be had, and shows the basket.
#[server(name = PostOrderAgain, prefix = "/do", endpoint = "orders/again")]
pub async fn order_again(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::order::OrderAgain;

    use crate::context::submit;
    submit(answers, |cx, form: OrderAgain| async move { cx.orders_again(&form.order, &form.key).await }).await
}
