//! Places the order.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Places the order once for its key and shows it.
#[server(name = PostPlaceOrder, prefix = "/do", endpoint = "checkout/place")]
pub async fn place_order(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::checkout::PlaceOrder;

    use crate::context::submit;
    submit(answers, |cx, form: PlaceOrder| async move {
        let guest = cx.guest().await?;
        let number = backend::orders::place(&cx.backend, guest, &form).await?;
        Ok(domain::paths::order(&number))
    })
    .await
}
