//! Puts the live version of a line in the place of an old one.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Swaps the line and shows the basket.
#[server(name = PostSwapLine, prefix = "/do", endpoint = "basket/swap")]
pub async fn swap_line(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{basket::SwapLine, done::Done};

    use crate::context::submit;
    submit(answers, |cx, form: SwapLine| async move {
        let (holder, basket) = (cx.holder(), cx.basket_at_hand()?);
        backend::baskets::swap(&cx.backend, holder, basket, &form).await?;
        cx.tells(Done::Updated);
        Ok(domain::paths::basket())
    })
    .await
}
