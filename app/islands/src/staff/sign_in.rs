//! Signs staff in, in two steps, and out; and has them prove once more who they are.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Takes a password, and waits for the second step.
#[server(name = PostStaffSignIn, prefix = "/do", endpoint = "staff/sign-in")]
pub async fn sign_in(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::staff::StaffSignIn;

    use crate::context::submit;
    submit(answers, |cx, form: StaffSignIn| async move { cx.begins_as_staff(&form).await }).await
}

/// Takes a code, and signs in.
#[server(name = PostStaffSecondStep, prefix = "/do", endpoint = "staff/code")]
pub async fn second_step(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::staff::StaffSecondStep;

    use crate::context::submit;
    submit(answers, |cx, form: StaffSecondStep| async move { cx.enters_by_code(&form).await }).await
}

/// Takes a password and a code once more.
#[server(name = PostConfirmIdentity, prefix = "/do", endpoint = "staff/confirm")]
pub async fn confirm(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::staff::ConfirmIdentity;

    use crate::context::submit;
    submit(answers, |cx, form: ConfirmIdentity| async move { cx.proves_by_code(&form).await }).await
}

/// Signs out.
#[server(name = PostStaffSignOut, prefix = "/do", endpoint = "staff/sign-out")]
pub async fn sign_out(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::staff::SignOutStaff;

    use crate::context::submit;
    submit(answers, |cx, _: SignOutStaff| async move { cx.leaves_work().await }).await
}
