//! Begins a registration.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Begins a draft and names it in a cookie, in the place of one that was there.
#[server(name = PostStartRegistration, prefix = "/do", endpoint = "register/start")]
pub async fn start(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{
        paths,
        registry::{Step, saving::StartRegistration},
    };

    use crate::context::submit;
    submit(answers, |cx, _: StartRegistration| async move {
        let (_, token) = backend::registry::drafts::begin(&cx.backend, cx.locale()).await?;
        cx.opens_draft(Some(&token)).await?;
        Ok(paths::register_step(&Step::Name))
    })
    .await
}
