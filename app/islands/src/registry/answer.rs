//! Takes the answers to a page of the wizard.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Keeps what was typed, right or wrong, and goes on where it is right.
#[server(name = PostAnswer, prefix = "/do", endpoint = "register/answer")]
pub async fn answer(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::forms::AnswerStep;

    use crate::context::{Refusal, submit};
    submit(answers, |cx, form: AnswerStep| async move {
        let draft = cx.draft()?;
        backend::registry::drafts::answer(&cx.backend, draft, &form, cx.writer()).await.map_err(Refusal::of_draft)
    })
    .await
}
