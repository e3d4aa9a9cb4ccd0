//! Invites people to be staff, and takes them in who accept.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Accepts an invitation.
#[server(name = PostAcceptInvitation, prefix = "/do", endpoint = "staff/accept")]
pub async fn accept(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::staff::AcceptInvitation;

    use crate::context::submit;
    submit(answers, |cx, form: AcceptInvitation| async move { cx.accepts_invitation(&form).await }).await
}

/// Accepts an invitation with the provider, to which the page that follows leads.
#[server(name = PostAcceptByProvider, prefix = "/do", endpoint = "staff/accept-by-provider")]
pub async fn accept_by_provider(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::staff::AcceptByProvider;

    use crate::context::submit;
    submit(answers, |cx, form: AcceptByProvider| async move { cx.accepts_by_provider(&form.token).await }).await
}

/// Invites somebody.
#[server(name = PostInviteStaff, prefix = "/do", endpoint = "staff/invite")]
pub async fn invite(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{done::Done, staff::InviteStaff};

    use crate::context::{Cx, submit_knowing};
    let know = |cx: Cx| async move { backend::staff::facts(&cx.backend).await };
    submit_knowing(answers, know, |cx, form: InviteStaff| async move {
        let path = backend::staff::invite(&cx.backend, &cx.manager()?, &form).await?;
        cx.tells(Done::StaffInvited);
        Ok(path)
    })
    .await
}

/// Sends another link; the one before opens nothing any more.
#[server(name = PostResendInvitation, prefix = "/do", endpoint = "staff/resend")]
pub async fn resend(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{done::Done, staff::ResendInvitation};

    use crate::context::submit;
    submit(answers, |cx, form: ResendInvitation| async move {
        let path = backend::staff::resend(&cx.backend, &cx.manager()?, form.invitation).await?;
        cx.tells(Done::StaffInvited);
        Ok(path)
    })
    .await
}

/// Takes an invitation back.
#[server(name = PostCancelInvitation, prefix = "/do", endpoint = "staff/cancel-invitation")]
pub async fn cancel(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{done::Done, staff::CancelInvitation};

    use crate::context::submit;
    submit(answers, |cx, form: CancelInvitation| async move {
        let path = backend::staff::cancel(&cx.backend, &cx.manager()?, form.invitation).await?;
        cx.tells(Done::InvitationCancelled);
        Ok(path)
    })
    .await
}
