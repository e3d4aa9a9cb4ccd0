//! Closes an account.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Closes it for good.
#[server(name = PostCloseAccount, prefix = "/do", endpoint = "account/close")]
pub async fn close(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::CloseAccount, paths};

    use crate::context::submit;
    submit(answers, |cx, form: CloseAccount| async move {
        backend::accounts::close(&cx.backend, cx.owner()?, &form).await?;
        Ok(cx.leaves_for(paths::account_closed()))
    })
    .await
}
