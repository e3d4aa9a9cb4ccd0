//! Sets, changes and removes the password of an account.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Mails a link by which another password is set, or that there is no account.
#[server(name = PostForgotten, prefix = "/do", endpoint = "account/forgotten")]
pub async fn forgotten(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::account::Forgotten;

    use crate::context::submit;
    submit(answers, |cx, form: Forgotten| async move {
        Ok(backend::accounts::forgotten(&cx.backend, cx.asks_for_link(&form.email)).await?)
    })
    .await
}

/// Sets a password where the one before need not be known.
#[server(name = PostSetPassword, prefix = "/do", endpoint = "account/set-password")]
pub async fn set_password(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::account::SetPassword;

    use crate::context::submit;
    submit(answers, |cx, form: SetPassword| async move { cx.sets_password(None, Some(&form.password)).await }).await
}

/// Sets another password.
#[server(name = PostChangePassword, prefix = "/do", endpoint = "account/change-password")]
pub async fn change_password(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::account::ChangePassword;

    use crate::context::submit;
    submit(
        answers,
        |cx, form: ChangePassword| async move { cx.sets_password(Some(&form.current), Some(&form.new)).await },
    )
    .await
}

/// Goes without a password from now on.
#[server(name = PostRemovePassword, prefix = "/do", endpoint = "account/remove-password")]
pub async fn remove_password(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::account::RemovePassword;

    use crate::context::submit;
    submit(answers, |cx, form: RemovePassword| async move { cx.sets_password(Some(&form.password), None).await }).await
}
