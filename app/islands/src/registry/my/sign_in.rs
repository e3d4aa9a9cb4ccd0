//! Signing in to one's registration, and out.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Mails a code, or that there is no registration.
#[server(name = PostSignIn, prefix = "/do", endpoint = "my/sign-in")]
pub async fn sign_in(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::{SignIn, SignInCode};

    use crate::context::submit;
    submit(answers, |cx, form: SignIn| async move {
        cx.asks_for_code().await?;
        let session = cx.session().await?;
        let path = backend::registry::my::send_code(&cx.backend, session, &form.email, cx.locale()).await?;
        cx.is_mailed::<SignInCode>(path).await
    })
    .await
}

/// Mails another code.
#[server(name = PostSignInCodeAgain, prefix = "/do", endpoint = "my/code-again")]
pub async fn code_again(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::{SignInCode, SignInCodeAgain};

    use crate::context::submit;
    submit(answers, |cx, _: SignInCodeAgain| async move {
        cx.asks_for_code().await?;
        let session = cx.session().await?;
        let sent = backend::registry::my::send_code_again(&cx.backend, session, cx.locale()).await;
        cx.says_sent::<SignInCode>(sent).await
    })
    .await
}

/// Compares the code, and signs in.
#[server(name = PostSignInCode, prefix = "/do", endpoint = "my/code")]
pub async fn sign_in_code(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::SignInCode;

    use crate::context::submit;
    submit(answers, |cx, form: SignInCode| async move {
        cx.tries_code().await?;
        cx.signs_in(&form.code).await
    })
    .await
}

/// Signs in by the link of the message.
#[server(name = PostSignInByLink, prefix = "/do", endpoint = "my/link")]
pub async fn sign_in_by_link(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::SignInByLink;

    use crate::context::submit;
    submit(answers, |cx, form: SignInByLink| async move { cx.signs_in_by_link(&form.token).await }).await
}

/// Signs in by the link and the code of the message, in another browser than the one that asked for it.
#[server(name = PostSignInElsewhere, prefix = "/do", endpoint = "my/link-code")]
pub async fn sign_in_elsewhere(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::SignInElsewhere;

    use crate::context::submit;
    submit(answers, |cx, form: SignInElsewhere| async move {
        cx.tries_code().await?;
        cx.signs_in_elsewhere(&form.token, &form.code).await
    })
    .await
}

/// Signs out in this browser.
#[server(name = PostSignOut, prefix = "/do", endpoint = "my/sign-out")]
pub async fn sign_out(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::SignOut;

    use crate::context::submit;
    submit(answers, |cx, _: SignOut| async move {
        let session = cx.session().await?;
        Ok(cx.forgets_for(backend::registry::my::sign_out(&cx.backend, session, false).await?))
    })
    .await
}

/// Signs out in every browser.
#[server(name = PostSignOutEverywhere, prefix = "/do", endpoint = "my/sign-out-everywhere")]
pub async fn sign_out_everywhere(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::SignOutEverywhere;

    use crate::context::submit;
    submit(answers, |cx, _: SignOutEverywhere| async move {
        let session = cx.session().await?;
        Ok(cx.forgets_for(backend::registry::my::sign_out(&cx.backend, session, true).await?))
    })
    .await
}
