//! Sends an order somewhere else.

use domain::{
    address::Address,
    form::{Answers, Form},
    order::{ORDER, Redirect},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, Filled, HiddenInput, PostForm, TextInput};

use crate::{AppError, Submitted};

/// Keeps the new address and shows the order.
#[server(name = PostRedirectOrder, prefix = "/do", endpoint = "orders/redirect")]
pub async fn redirect_order(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use crate::context::submit;
    submit(answers, |cx, form: Redirect| async move {
        let session = cx.session().await?;
        backend::orders::change::redirect(&cx.backend, session, &form).await?;
        Ok(domain::paths::order(&form.order))
    })
    .await
}

/// The form of the page.
#[island]
pub fn RedirectOrderForm(
    /// Order and address.
    filled: Filled,
    /// "Save".
    button: String,
) -> impl IntoView {
    view! {
        <PostForm action=PostRedirectOrder::PATH check=Redirect::check fields=Redirect::FIELDS filled>
            <HiddenInput field=ORDER.declared() />
            {Address::QUESTIONS.map(|field| view! { <TextInput field /> }).into_iter().collect_view()}
            <Button>{button}</Button>
        </PostForm>
    }
}
