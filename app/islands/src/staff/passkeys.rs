//! Passkeys: begins to ask for one, and takes what the browser answers.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Begins to set a passkey up.
#[server(name = PostBeginAddPasskey, prefix = "/do", endpoint = "staff/passkey-begin-add")]
pub async fn begin_add(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::staff::BeginAddPasskey;

    use crate::context::submit;
    submit(answers, |cx, _: BeginAddPasskey| async move { cx.begins_to_add_passkey().await }).await
}

/// Takes the passkey that was made.
#[server(name = PostAddPasskey, prefix = "/do", endpoint = "staff/passkey-add")]
pub async fn add(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::staff::AddPasskey;

    use crate::context::submit;
    submit(answers, |cx, form: AddPasskey| async move { cx.adds_passkey(&form).await }).await
}

/// Does without a passkey.
#[server(name = PostRemovePasskey, prefix = "/do", endpoint = "staff/passkey-remove")]
pub async fn remove(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::staff::RemovePasskey;

    use crate::context::submit;
    submit(answers, |cx, form: RemovePasskey| async move { cx.removes_passkey(form.passkey).await }).await
}

/// Begins to sign in with a passkey, as the second step.
#[server(name = PostBeginPasskeyCode, prefix = "/do", endpoint = "staff/passkey-begin")]
pub async fn begin_code(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::staff::BeginPasskeyCode;

    use crate::context::submit;
    submit(answers, |cx, form: BeginPasskeyCode| async move { cx.begins_passkey_code(form.next.as_ref()).await }).await
}

/// Takes the answer of a passkey, and signs in.
#[server(name = PostPasskeyCode, prefix = "/do", endpoint = "staff/passkey-sign-in")]
pub async fn code(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::staff::PasskeyCode;

    use crate::context::submit;
    submit(answers, |cx, form: PasskeyCode| async move { cx.enters_by_passkey(&form).await }).await
}

/// Begins to prove once more, with a passkey, who is signed in.
#[server(name = PostBeginConfirmByPasskey, prefix = "/do", endpoint = "staff/passkey-begin-confirm")]
pub async fn begin_confirm(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::staff::BeginConfirmByPasskey;

    use crate::context::submit;
    submit(answers, |cx, form: BeginConfirmByPasskey| async move {
        cx.begins_to_confirm_by_passkey(form.next.as_ref()).await
    })
    .await
}

/// Takes the answer of a passkey once more.
#[server(name = PostConfirmByPasskey, prefix = "/do", endpoint = "staff/passkey-confirm")]
pub async fn confirm(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::staff::ConfirmByPasskey;

    use crate::context::submit;
    submit(answers, |cx, form: ConfirmByPasskey| async move { cx.proves_by_passkey(&form).await }).await
}
