//! Approves people, gives them other roles, suspends them and lets them in again.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Gives roles to somebody who waits for approval.
#[server(name = PostApproveAccount, prefix = "/do", endpoint = "staff/approve")]
pub async fn approve(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{done::Done, staff::ApproveAccount};

    use crate::context::{Cx, submit_knowing};
    let know = |cx: Cx| async move { backend::staff::facts(&cx.backend).await };
    submit_knowing(answers, know, |cx, form: ApproveAccount| async move {
        let path = backend::staff::approve(&cx.backend, &cx.manager()?, &form).await?;
        cx.tells(Done::StaffApproved);
        Ok(path)
    })
    .await
}

/// Gives somebody other roles.
#[server(name = PostChangeRoles, prefix = "/do", endpoint = "staff/change-roles")]
pub async fn change_roles(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{done::Done, staff::ChangeRoles};

    use crate::context::{Cx, submit_knowing};
    let know = |cx: Cx| async move { backend::staff::facts(&cx.backend).await };
    submit_knowing(answers, know, |cx, form: ChangeRoles| async move {
        let path = backend::staff::change_roles(&cx.backend, &cx.manager()?, &form).await?;
        cx.tells(Done::RolesChanged);
        Ok(path)
    })
    .await
}

/// Suspends somebody.
#[server(name = PostSuspend, prefix = "/do", endpoint = "staff/suspend")]
pub async fn suspend(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{done::Done, staff::Suspend};

    use crate::context::submit;
    submit(answers, |cx, form: Suspend| async move {
        let path = backend::staff::suspend(&cx.backend, &cx.manager()?, (form.member, form.version)).await?;
        cx.tells(Done::StaffSuspended);
        Ok(path)
    })
    .await
}

/// Lets somebody in again who was suspended.
#[server(name = PostReactivate, prefix = "/do", endpoint = "staff/reactivate")]
pub async fn reactivate(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{done::Done, staff::Reactivate};

    use crate::context::submit;
    submit(answers, |cx, form: Reactivate| async move {
        let path = backend::staff::reactivate(&cx.backend, &cx.manager()?, (form.member, form.version)).await?;
        cx.tells(Done::StaffReactivated);
        Ok(path)
    })
    .await
}

/// Takes away how somebody signs in, and mails a link by which they set it up anew.
#[server(name = PostResetFactors, prefix = "/do", endpoint = "staff/reset-factors")]
pub async fn reset_factors(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{done::Done, staff::ResetFactors};

    use crate::context::submit;
    submit(answers, |cx, form: ResetFactors| async move {
        let path = backend::staff::reset_factors(&cx.backend, &cx.manager()?, (form.member, form.version)).await?;
        cx.tells(Done::FactorsReset);
        Ok(path)
    })
    .await
}
