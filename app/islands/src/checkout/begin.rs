//! Begins the checkout of a basket.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Goes to the first page that is still to be answered.
#[server(name = PostBeginCheckout, prefix = "/do", endpoint = "checkout/begin")]
pub async fn begin_checkout(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::checkout::BeginCheckout;

    use crate::context::submit;
    submit(answers, |cx, _: BeginCheckout| async move {
        let guest = cx.guest().await?;
        Ok(backend::checkout::begin(&cx.backend, guest, false).await?)
    })
    .await
}

/// Goes on with what can be ordered; the rest stays in the basket.
#[server(name = PostBeginPartialCheckout, prefix = "/do", endpoint = "checkout/begin-partial")]
pub async fn begin_partial_checkout(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::checkout::BeginPartialCheckout;

    use crate::context::submit;
    submit(answers, |cx, _: BeginPartialCheckout| async move {
        let guest = cx.guest().await?;
        Ok(backend::checkout::begin(&cx.backend, guest, true).await?)
    })
    .await
}
