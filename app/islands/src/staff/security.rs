//! Sets up an authenticator and recovery codes: by staff, and by whoever is halfway in and has no second step yet.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Begins to set an authenticator up, or begins anew.
#[server(name = PostSetUpAuthenticator, prefix = "/do", endpoint = "staff/authenticator")]
pub async fn set_up_authenticator(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::staff::SetUpAuthenticator;

    use crate::context::submit;
    submit(answers, |cx, _: SetUpAuthenticator| async move { cx.begins_authenticator().await }).await
}

/// Takes the first code of an authenticator, which is used from then on.
#[server(name = PostConfirmAuthenticator, prefix = "/do", endpoint = "staff/authenticator-confirm")]
pub async fn confirm_authenticator(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::staff::ConfirmAuthenticator;

    use crate::context::submit;
    submit(answers, |cx, form: ConfirmAuthenticator| async move { cx.confirms_authenticator(&form).await }).await
}

/// Removes an authenticator.
#[server(name = PostRemoveAuthenticator, prefix = "/do", endpoint = "staff/authenticator-remove")]
pub async fn remove_authenticator(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::staff::RemoveAuthenticator;

    use crate::context::submit;
    submit(answers, |cx, _: RemoveAuthenticator| async move { cx.removes_authenticator().await }).await
}

/// Makes other recovery codes.
#[server(name = PostRenewRecoveryCodes, prefix = "/do", endpoint = "staff/recovery-codes")]
pub async fn renew_recovery_codes(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::staff::RenewRecoveryCodes;

    use crate::context::submit;
    submit(answers, |cx, _: RenewRecoveryCodes| async move { cx.renews_recovery_codes().await }).await
}
