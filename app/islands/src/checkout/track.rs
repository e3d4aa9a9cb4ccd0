//! Finds an order by its number and e-mail address.

use domain::{
    checkout::{ORDER_EMAIL, ORDER_NUMBER, TrackOrder},
    form::{Answers, Form},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, Filled, PostForm, TextInput};

use crate::{AppError, Submitted};

/// Shows the order, or says neutrally that there is none.
#[server(name = PostTrackOrder, prefix = "/do", endpoint = "orders/track")]
pub async fn track_order(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use crate::context::submit;
    submit(answers, |cx, form: TrackOrder| async move {
        let typed = format!("{} {}", form.number, form.email.normalised());
        let proving = cx.proving::<TrackOrder>(&typed).await?;
        let outcome = backend::orders::track(&cx.backend, &proving, &form).await;
        cx.proved(&proving, outcome).await
    })
    .await
}

/// Shows the order that a message's link leads to.
#[server(name = PostTrackLink, prefix = "/do", endpoint = "orders/track-link")]
pub async fn track_link(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::checkout::TrackLink;

    use crate::context::submit;
    submit(answers, |cx, form: TrackLink| async move {
        let typed = format!("{} {}", form.order.as_str(), form.seal.as_str());
        let proving = cx.proving::<TrackLink>(&typed).await?;
        let outcome = backend::orders::open_link(&cx.backend, &proving, &form).await;
        cx.proved(&proving, outcome).await
    })
    .await
}

/// The form of the tracking page.
#[island]
pub fn TrackOrderForm(
    /// What was typed.
    filled: Filled,
    /// "Find my order".
    button: String,
) -> impl IntoView {
    view! {
        <PostForm action=PostTrackOrder::PATH check=TrackOrder::check fields=TrackOrder::FIELDS filled>
            <TextInput field=ORDER_NUMBER.declared() />
            <TextInput field=ORDER_EMAIL.declared() />
            <Button>{button}</Button>
        </PostForm>
    }
}
