//! The address book of an account.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Looks the addresses of a postcode up.
#[server(name = PostFindAddress, prefix = "/do", endpoint = "account/find-address")]
pub async fn find_address(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::account::FindAddress;

    use crate::context::submit;
    submit(answers, |cx, form: FindAddress| async move {
        let owner = cx.account()?;
        Ok(backend::accounts::addresses::look_up(&cx.backend, owner, &form).await?)
    })
    .await
}

/// Keeps an address that was found.
#[server(name = PostChooseFound, prefix = "/do", endpoint = "account/choose-found")]
pub async fn choose_found(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::ChooseFound, done::Done};

    use crate::context::submit;
    submit(answers, |cx, form: ChooseFound| async move {
        let owner = cx.account()?;
        let path = backend::accounts::addresses::choose(&cx.backend, owner, &form).await?;
        if form.wanted.is_none() {
            cx.tells(Done::AddressSaved);
        }
        Ok(path)
    })
    .await
}

/// Keeps an address that was typed.
#[server(name = PostAddAddress, prefix = "/do", endpoint = "account/add-address")]
pub async fn add_address(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::AddAddress, done::Done};

    use crate::context::submit;
    submit(answers, |cx, form: AddAddress| async move {
        let owner = cx.account()?;
        let path = backend::accounts::addresses::add(&cx.backend, owner, &form).await?;
        if form.wanted.is_none() {
            cx.tells(Done::AddressSaved);
        }
        Ok(path)
    })
    .await
}

/// Changes an address.
#[server(name = PostChangeAddress, prefix = "/do", endpoint = "account/change-address")]
pub async fn change_address(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::ChangeAddress, done::Done};

    use crate::context::submit;
    submit(answers, |cx, form: ChangeAddress| async move {
        let (_, account) = cx.account()?;
        let path = backend::accounts::addresses::change(&cx.backend, account, &form).await?;
        cx.tells(Done::AddressSaved);
        Ok(path)
    })
    .await
}

/// Makes an address the default.
#[server(name = PostMakeDefaultAddress, prefix = "/do", endpoint = "account/default-address")]
pub async fn make_default_address(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::MakeDefaultAddress, done::Done};

    use crate::context::submit;
    submit(answers, |cx, form: MakeDefaultAddress| async move {
        let (_, account) = cx.account()?;
        let path = backend::accounts::addresses::make_default(&cx.backend, account, form.own).await?;
        cx.tells(Done::AddressDefault);
        Ok(path)
    })
    .await
}

/// Takes an address out of the book.
#[server(name = PostRemoveAddress, prefix = "/do", endpoint = "account/remove-address")]
pub async fn remove_address(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::RemoveAddress, done::Done};

    use crate::context::submit;
    submit(answers, |cx, form: RemoveAddress| async move {
        let (_, account) = cx.account()?;
        let path = backend::accounts::addresses::remove(&cx.backend, account, form.own).await?;
        cx.tells(Done::AddressRemoved);
        Ok(path)
    })
    .await
}

/// Sends an order to an address of the book, or goes on to where another one is typed. What was wrong with one that was
/// typed is said no more.
#[server(name = PostChooseAddress, prefix = "/do", endpoint = "checkout/choose-address")]
pub async fn choose_address(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{
        account::{ChooseAddress, DELIVER_TO, DeliverTo},
        address::Address,
        form::{FieldErrors, MALFORMED},
        paths,
    };

    use crate::context::{Refusal, submit};
    submit(answers, |cx, form: ChooseAddress| async move {
        let (_, account) = cx.account()?;
        let DeliverTo::Own(id) = form.to else { return Ok(paths::delivery_to_another()) };
        let guest = cx.guest().await?;
        let Some(address) = backend::accounts::addresses::own(&cx.backend, account, id).await? else {
            return Err(Refusal::Fields(FieldErrors::of(DELIVER_TO.name(), MALFORMED)));
        };
        let path = backend::checkout::set_address(&cx.backend, guest, &address).await?;
        cx.drop_kept::<Address>().await?;
        Ok(path)
    })
    .await
}
