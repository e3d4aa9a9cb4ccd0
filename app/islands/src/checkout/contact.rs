//! Whom to tell about the order.

use domain::{
    checkout::{Contact, EMAIL, FULL_NAME, TELEPHONE},
    form::{Answers, Form},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, Filled, PostForm, TextInput};

use crate::{AppError, Submitted};

/// Keeps the contact and mails a code where one is needed.
#[server(name = PostContact, prefix = "/do", endpoint = "checkout/contact")]
pub async fn save_contact(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::checkout::ConfirmEmail;

    use crate::context::submit;
    submit(answers, |cx, contact: Contact| async move {
        let guest = cx.guest().await?;
        let path = backend::checkout::set_contact(&cx.backend, guest, &contact).await?;
        cx.is_mailed::<ConfirmEmail>(path).await
    })
    .await
}

/// The form of the contact page.
#[island]
pub fn ContactForm(
    /// The contact so far.
    filled: Filled,
    /// "Continue".
    button: String,
) -> impl IntoView {
    view! {
        <PostForm action=PostContact::PATH check=Contact::check fields=Contact::FIELDS filled>
            <TextInput field=FULL_NAME.declared() />
            <TextInput field=EMAIL.declared() />
            <TextInput field=TELEPHONE.declared() />
            <Button>{button}</Button>
        </PostForm>
    }
}
