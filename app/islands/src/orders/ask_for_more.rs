//! Asks for more copies than the limit.

use domain::{
    basket::{EDITION, PAGE},
    checkout::FULL_NAME,
    form::{Answers, Form},
    limit_request::{ASKED_QUANTITY, ASKER_EMAIL, AskForMore, NEEDED_BY, REASON},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, DateInput, Filled, HiddenInput, PostForm, TextArea, TextInput};

use crate::{AppError, Submitted};

/// Takes the request.
#[server(name = PostAskForMore, prefix = "/do", endpoint = "orders/ask-for-more")]
pub async fn ask_for_more(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use crate::context::submit;
    submit(answers, |cx, form: AskForMore| async move {
        let asker = (cx.session().await?, cx.locale());
        Ok(backend::limit_requests::ask(&cx.backend, asker, &form).await?)
    })
    .await
}

/// The form of the page.
#[island]
pub fn AskForMoreForm(
    /// The edition, and what was typed.
    filled: Filled,
    /// "Send my request".
    button: String,
) -> impl IntoView {
    view! {
        <PostForm action=PostAskForMore::PATH check=AskForMore::check fields=AskForMore::FIELDS filled>
            <HiddenInput field=EDITION.declared() />
            <HiddenInput field=PAGE.declared() />
            <TextInput field=ASKED_QUANTITY.declared() />
            <TextArea field=REASON.declared() />
            <DateInput field=&NEEDED_BY />
            <TextInput field=FULL_NAME.declared() />
            <TextInput field=ASKER_EMAIL.declared() />
            <Button>{button}</Button>
        </PostForm>
    }
}
