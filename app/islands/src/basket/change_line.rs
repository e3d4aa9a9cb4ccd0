//! Changes how many copies are on a line of the basket.

use domain::{
    basket::{ChangeLine, EDITION, LINE_QUANTITY},
    form::{Answers, Form},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, ButtonKind, Filled, HiddenInput, PostForm, TextInput};

use crate::{AppError, Submitted};

/// Changes a line and shows the basket.
#[server(name = PostChangeLine, prefix = "/do", endpoint = "basket/change")]
pub async fn change_line(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use crate::context::submit;
    submit(answers, |cx, form: ChangeLine| async move {
        let (session, basket) = (cx.known_session(), cx.basket_at_hand()?);
        backend::baskets::change(&cx.backend, session, basket, &form).await?;
        Ok(domain::paths::basket())
    })
    .await
}

/// The form on a line.
#[island]
pub fn ChangeLineForm(
    /// Edition and quantity.
    filled: Filled,
    /// "Copies of {title}", for screen readers.
    label: String,
    /// "Update", with the title hidden.
    children: Children,
) -> impl IntoView {
    view! {
        <PostForm
            action=PostChangeLine::PATH
            check=ChangeLine::check
            fields=ChangeLine::FIELDS
            filled
            class="change-line"
        >
            <HiddenInput field=EDITION.declared() />
            <TextInput field=LINE_QUANTITY.declared() label />
            <Button kind=ButtonKind::Secondary>{children()}</Button>
        </PostForm>
    }
}
