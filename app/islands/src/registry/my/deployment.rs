//! Whether somebody is deployed now.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Keeps it.
#[server(name = PostDeployment, prefix = "/do", endpoint = "my/deployment")]
pub async fn report_deployment(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::deployed::ReportDeployment;

    use crate::context::submit;
    submit(answers, |cx, form: ReportDeployment| async move {
        let (_, registrant) = cx.registrant()?;
        let (path, done) = backend::registry::deployment::report(&cx.backend, registrant, form).await?;
        cx.tells(done);
        Ok(path)
    })
    .await
}
