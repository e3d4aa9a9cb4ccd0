//! What somebody agrees to besides.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Changes it.
#[server(name = PostConsents, prefix = "/do", endpoint = "my/consents")]
pub async fn change_consents(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::ChangeConsents;

    use crate::context::submit;
    submit(answers, |cx, form: ChangeConsents| async move {
        let (_, registrant) = cx.registrant()?;
        let (path, done) = backend::registry::held::consent(&cx.backend, registrant, &form.consents).await?;
        cx.tells(done);
        Ok(path)
    })
    .await
}
