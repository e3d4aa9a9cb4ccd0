//! Puts copies of an edition into the basket.

use domain::{
    basket::{AddToBasket, EDITION, PAGE, QUANTITY},
    form::{Answers, Form},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, Filled, HiddenInput, PostForm, TextInput};

use crate::{AppError, Submitted};

/// Adds to the basket and shows it.
#[server(name = PostAddToBasket, prefix = "/do", endpoint = "basket/add")]
pub async fn add_to_basket(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::done::Done;

    use crate::context::submit;
    submit(answers, |cx, form: AddToBasket| async move {
        let (holder, basket) = (cx.holder(), cx.basket().await?);
        backend::baskets::add(&cx.backend, holder, basket, &form).await?;
        cx.tells(Done::Added);
        Ok(domain::paths::basket())
    })
    .await
}

/// The form on a publication's page.
#[island]
pub fn AddToBasketForm(
    /// Edition, quantity and page.
    filled: Filled,
    /// "Add to basket".
    button: String,
) -> impl IntoView {
    view! {
        <PostForm
            action=PostAddToBasket::PATH
            check=AddToBasket::check
            fields=AddToBasket::FIELDS
            filled
            class="add-to-basket"
        >
            <HiddenInput field=EDITION.declared() />
            <HiddenInput field=PAGE.declared() />
            <TextInput field=QUANTITY.declared() />
            <Button>{button}</Button>
        </PostForm>
    }
}
