//! Whether somebody is deployed now.

use domain::{
    form::{Answers, Form},
    registry::deployed::{DEPLOYED, DEPLOYED_FROM, DEPLOYED_UNTIL, ReportDeployment},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, DateInput, Filled, PostForm, Radios};

use crate::{AppError, Submitted};

/// Keeps it.
#[server(name = PostDeployment, prefix = "/do", endpoint = "my/deployment")]
pub async fn report_deployment(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use crate::context::submit;
    submit(answers, |cx, form: ReportDeployment| async move {
        let (_, registrant) = cx.registrant().await?;
        let (path, done) = backend::registry::data::report(&cx.backend, registrant, form).await?;
        done.into_iter().for_each(|done| cx.tells(done));
        Ok(path)
    })
    .await
}

/// Its form.
#[island]
pub fn DeploymentForm(
    /// What was typed.
    filled: Filled,
    /// "Save".
    button: String,
) -> impl IntoView {
    view! {
        <PostForm action=PostDeployment::PATH check=ReportDeployment::check fields=ReportDeployment::FIELDS filled>
            <Radios field=DEPLOYED.declared() />
            <DateInput field=&DEPLOYED_FROM />
            <DateInput field=&DEPLOYED_UNTIL />
            <Button>{button}</Button>
        </PostForm>
    }
}
