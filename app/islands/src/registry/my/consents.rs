//! What somebody agrees to besides.

use domain::{
    form::{Answers, Form},
    registry::{managing::ChangeConsents, sending::CONSENTS},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, Checkboxes, Filled, PostForm};

use crate::{AppError, Submitted};

/// Changes it.
#[server(name = PostConsents, prefix = "/do", endpoint = "my/consents")]
pub async fn change_consents(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use crate::context::submit;
    submit(answers, |cx, form: ChangeConsents| async move {
        let (_, registrant) = cx.registrant().await?;
        let (path, done) = backend::registry::held::consent(&cx.backend, registrant, &form.consents).await?;
        done.into_iter().for_each(|done| cx.tells(done));
        Ok(path)
    })
    .await
}

/// Its form.
#[island]
pub fn ConsentsForm(
    /// What they agree to now.
    filled: Filled,
    /// "Save".
    button: String,
) -> impl IntoView {
    view! {
        <PostForm action=PostConsents::PATH check=ChangeConsents::check fields=ChangeConsents::FIELDS filled>
            <Checkboxes field=CONSENTS.declared() />
            <Button>{button}</Button>
        </PostForm>
    }
}
