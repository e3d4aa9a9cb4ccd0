//! Changes how many copies of something an order is of.

use domain::{
    basket::{EDITION, LINE_QUANTITY},
    form::{Answers, Form},
    order::{ChangeOrderLine, ORDER},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, ButtonKind, Filled, HiddenInput, PostForm, TextInput};

use crate::{AppError, Submitted};

/// Changes the line and shows the order's lines.
#[server(name = PostChangeOrderLine, prefix = "/do", endpoint = "orders/change-line")]
pub async fn change_order_line(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use crate::context::submit;
    submit(answers, |cx, form: ChangeOrderLine| async move {
        let session = cx.session().await?;
        backend::orders::change::line(&cx.backend, session, &form).await?;
        Ok(domain::paths::change_order(&form.order))
    })
    .await
}

/// The form of a line.
#[island]
pub fn ChangeOrderLineForm(
    /// Order, edition and quantity.
    filled: Filled,
    /// "Copies of {title}", for screen readers.
    label: String,
    /// "Update".
    button: String,
) -> impl IntoView {
    view! {
        <PostForm
            action=PostChangeOrderLine::PATH
            check=ChangeOrderLine::check
            fields=ChangeOrderLine::FIELDS
            filled
            class="change-line"
        >
            <HiddenInput field=ORDER.declared() />
            <HiddenInput field=EDITION.declared() />
            <TextInput field=LINE_QUANTITY.declared() label />
            <Button kind=ButtonKind::Secondary>{button}</Button>
        </PostForm>
    }
}
