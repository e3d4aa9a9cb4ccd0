//! Where to send it.

use domain::{
    address::Address,
    checkout::{CITY, COUNTY, LINE_1, LINE_2, LINE_3, POSTCODE},
    form::{Answers, Form},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, Filled, PostForm, TextInput};

use crate::{AppError, Submitted};

/// Keeps the address.
#[server(name = PostDelivery, prefix = "/do", endpoint = "checkout/delivery")]
pub async fn save_delivery(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use crate::context::submit;
    submit(answers, |cx, address: Address| async move {
        let guest = cx.guest().await?;
        Ok(backend::checkout::set_address(&cx.backend, guest, &address).await?)
    })
    .await
}

/// The form of the delivery page.
#[island]
pub fn DeliveryForm(
    /// The address so far.
    filled: Filled,
    /// "Continue".
    button: String,
) -> impl IntoView {
    view! {
        <PostForm action=PostDelivery::PATH check=Address::check fields=Address::FIELDS filled>
            <TextInput field=LINE_1.declared() />
            <TextInput field=LINE_2.declared() />
            <TextInput field=LINE_3.declared() />
            <TextInput field=CITY.declared() />
            <TextInput field=COUNTY.declared() />
            <TextInput field=POSTCODE.declared() />
            <Button>{button}</Button>
        </PostForm>
    }
}
