//! Asks to be told when something can be ordered again.

use domain::{
    basket::{EDITION, PAGE},
    form::{Answers, Form},
    subscription::{TellMe, WAITING_EMAIL},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, ButtonKind, Filled, HiddenInput, PostForm, TextInput};

use crate::{AppError, Submitted};

/// Keeps who waits.
#[server(name = PostTellMe, prefix = "/do", endpoint = "waiting/tell-me")]
pub async fn tell_me(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use crate::context::submit;
    submit(answers, |cx, form: TellMe| async move {
        let who = (cx.session().await?, cx.locale());
        Ok(backend::subscriptions::tell_me(&cx.backend, who, &form).await?)
    })
    .await
}

/// The form on a publication's page.
#[island]
pub fn TellMeForm(
    /// Edition and page.
    filled: Filled,
    /// "Tell me when it is back".
    button: String,
) -> impl IntoView {
    view! {
        <PostForm action=PostTellMe::PATH check=TellMe::check fields=TellMe::FIELDS filled>
            <HiddenInput field=EDITION.declared() />
            <HiddenInput field=PAGE.declared() />
            <TextInput field=WAITING_EMAIL.declared() />
            <Button kind=ButtonKind::Secondary>{button}</Button>
        </PostForm>
    }
}
