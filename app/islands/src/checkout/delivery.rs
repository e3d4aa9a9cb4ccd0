//! Where to send it.

use domain::{
    address::Address,
    checkout::{CITY, COUNTY, LINE_1, LINE_2, LINE_3, POSTCODE},
    form::{Answers, Facts, FieldErrors, Form},
    order::{ORDER, Redirect},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, Filled, HiddenInput, PostForm, TextInput};

use crate::{AppError, Submitted, orders::redirect::PostRedirectOrder};

/// Sends the order there, and keeps the address in the book of whoever is signed in and says so.
#[server(name = PostDelivery, prefix = "/do", endpoint = "checkout/delivery")]
pub async fn save_delivery(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::account::keeps_address;

    use crate::context::submit;
    let keeps = keeps_address(&answers);
    submit(answers, move |cx, address: Address| async move {
        let guest = cx.guest().await?;
        // What a look-up knows of it goes with the order as well.
        if let Some(account) = guest.account.filter(|_| keeps) {
            cx.tells(backend::accounts::addresses::keep(&cx.backend, account, &address).await?);
        }
        Ok(backend::checkout::set_address(&cx.backend, guest, &address).await?)
    })
    .await
}

/// The form of an address: where a checkout sends to, or where an order is sent instead. One island for
/// both, as browsers load all of them.
#[island]
pub fn AddressForm(
    /// The address so far.
    filled: Filled,
    /// Whether it is an order's, which stands in the answers.
    of_order: bool,
    /// "Continue".
    button: String,
    /// The country: one of a list is always chosen, so browsers have nothing to do about it.
    children: Children,
) -> impl IntoView {
    let (action, check): (_, fn(&Answers, &Facts) -> FieldErrors) =
        if of_order { (PostRedirectOrder::PATH, Redirect::check) } else { (PostDelivery::PATH, Address::check) };
    view! {
        <PostForm action check fields=Redirect::FIELDS filled>
            {of_order.then(|| view! { <HiddenInput field=ORDER.declared() /> })}
            <TextInput field=LINE_1.declared() />
            <TextInput field=LINE_2.declared() />
            <TextInput field=LINE_3.declared() />
            <TextInput field=CITY.declared() />
            <TextInput field=COUNTY.declared() />
            <TextInput field=POSTCODE.declared() />
            {children()}
            <Button>{button}</Button>
        </PostForm>
    }
}
