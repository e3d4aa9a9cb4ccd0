//! Two registrations under one address: which answers to keep.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Keeps the answers that were sent last, or those that were there.
#[server(name = PostChooseRegistration, prefix = "/do", endpoint = "my/choose")]
pub async fn choose_registration(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::leaving::ChooseRegistration;

    use crate::context::submit;
    submit(answers, |cx, form: ChooseRegistration| async move {
        let (_, registrant) = cx.registrant()?;
        let (path, done) = backend::registry::held::choose(&cx.backend, registrant, form.keep).await?;
        cx.tells(done);
        Ok(path)
    })
    .await
}
