//! What the links of messages about a registration lead to, once their button is pressed; and the same signed in.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Confirms by a link that everything is still right.
#[server(name = PostStillRight, prefix = "/do", endpoint = "my/still-right")]
pub async fn still_right(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use backend::registry::{OwnerLink, leaving};
    use domain::registry::managing::StillRight;

    use crate::context::{Refusal, submit};
    submit(answers, |cx, form: StillRight| async move {
        let opened = OwnerLink::StillRight.opened(&cx.backend, form.subject.as_str(), form.seal.as_str());
        let registrant = opened.await?.ok_or(AppError::LinkEnded)?;
        leaving::still_right(&cx.backend, registrant).await.map_err(Refusal::of_link)
    })
    .await
}

/// Confirms it signed in.
#[server(name = PostStillRightHere, prefix = "/do", endpoint = "my/still-right-here")]
pub async fn still_right_here(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{done::Done, paths, registry::managing::StillRightHere};

    use crate::context::submit;
    submit(answers, |cx, _: StillRightHere| async move {
        let (_, registrant) = cx.registrant()?;
        let path = backend::registry::leaving::still_right(&cx.backend, registrant).await?;
        if path != paths::still_right_done() {
            return Ok(path);
        }
        cx.tells(Done::StillRight);
        Ok(paths::my_registration())
    })
    .await
}

/// Stops the messages of campaigns.
#[server(name = PostStopMessages, prefix = "/do", endpoint = "my/stop-messages")]
pub async fn stop_messages(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::StopMessages;

    use crate::context::submit;
    submit(answers, |cx, form: StopMessages| async move {
        cx.stop_messages((form.subject.as_str(), form.seal.as_str()), true).await
    })
    .await
}

/// Lets them come again.
#[server(name = PostResumeMessages, prefix = "/do", endpoint = "my/resume-messages")]
pub async fn resume_messages(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::ResumeMessages;

    use crate::context::submit;
    submit(answers, |cx, form: ResumeMessages| async move {
        cx.stop_messages((form.subject.as_str(), form.seal.as_str()), false).await
    })
    .await
}

/// Undoes a change of address.
#[server(name = PostUndoEmail, prefix = "/do", endpoint = "my/undo-email")]
pub async fn undo_email(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::UndoEmailChange;

    use crate::context::{Refusal, submit};
    submit(answers, |cx, form: UndoEmailChange| async move {
        let undone = backend::registry::email::undo(&cx.backend, form.subject.as_str(), form.seal.as_str()).await;
        undone.map_err(Refusal::of_link)
    })
    .await
}
