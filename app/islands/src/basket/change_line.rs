//! Changes how many copies are on a line of the basket.

use domain::{
    basket::{ChangeLine, EDITION, LINE_QUANTITY},
    form::{Answers, Facts, FieldErrors, Form},
    order::{ChangeOrderLine, ORDER},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, ButtonKind, Filled, HiddenInput, PostForm, TextInput};

use crate::{AppError, Submitted, orders::change_line::PostChangeOrderLine};

/// Changes a line and shows the basket.
#[server(name = PostChangeLine, prefix = "/do", endpoint = "basket/change")]
pub async fn change_line(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{basket::NewQuantity, done::Done};

    use crate::context::submit;
    submit(answers, |cx, form: ChangeLine| async move {
        let (holder, basket) = (cx.holder(), cx.basket_at_hand()?);
        backend::baskets::change(&cx.backend, holder, basket, &form).await?;
        cx.tells(if matches!(form.quantity, NewQuantity::Remove) { Done::TakenOut } else { Done::Updated });
        Ok(domain::paths::basket())
    })
    .await
}

/// The form on a line.
#[island]
pub fn ChangeLineForm(
    /// Edition and quantity.
    filled: Filled,
    /// Whether it is a line of an order, which stands in the answers.
    of_order: bool,
    /// "Copies of {title}", for screen readers.
    label: String,
    /// "Update", with the title hidden.
    children: Children,
) -> impl IntoView {
    let (action, check): (_, fn(&Answers, &Facts) -> FieldErrors) = if of_order {
        (PostChangeOrderLine::PATH, ChangeOrderLine::check)
    } else {
        (PostChangeLine::PATH, ChangeLine::check)
    };
    view! {
        <PostForm action check fields=ChangeOrderLine::FIELDS filled class="change-line">
            {of_order.then(|| view! { <HiddenInput field=ORDER.declared() /> })}
            <HiddenInput field=EDITION.declared() />
            <TextInput field=LINE_QUANTITY.declared() label />
            <Button kind=ButtonKind::Secondary>{children()}</Button>
        </PostForm>
    }
}
