//! Lists that people save: makes them, changes them, and puts them into the basket.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Saves what lies in the basket as a list.
#[server(name = PostSaveList, prefix = "/do", endpoint = "account/lists/save")]
pub async fn save(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::SaveList, done::Done};

    use crate::context::submit;
    submit(answers, |cx, form: SaveList| async move {
        let (_, account) = cx.account()?;
        let basket = cx.known_basket();
        let path = backend::saved_lists::save(&cx.backend, account, basket, &form).await?;
        cx.tells(Done::ListSaved);
        Ok(path)
    })
    .await
}

/// Calls a list something else.
#[server(name = PostRenameList, prefix = "/do", endpoint = "account/lists/rename")]
pub async fn rename(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::RenameList, done::Done};

    use crate::context::submit;
    submit(answers, |cx, form: RenameList| async move {
        let (_, account) = cx.account()?;
        let path = backend::saved_lists::rename(&cx.backend, account, &form).await?;
        cx.tells(Done::ListSaved);
        Ok(path)
    })
    .await
}

/// Deletes a list.
#[server(name = PostDeleteList, prefix = "/do", endpoint = "account/lists/delete")]
pub async fn delete(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::DeleteList, done::Done};

    use crate::context::submit;
    submit(answers, |cx, form: DeleteList| async move {
        let (_, account) = cx.account()?;
        let path = backend::saved_lists::delete(&cx.backend, account, form.list).await?;
        cx.tells(Done::ListDeleted);
        Ok(path)
    })
    .await
}

/// Gives a list a link.
#[server(name = PostShareList, prefix = "/do", endpoint = "account/lists/share")]
pub async fn share(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::ShareList, done::Done};

    use crate::context::submit;
    submit(answers, |cx, form: ShareList| async move {
        let (_, account) = cx.account()?;
        let path = backend::saved_lists::share(&cx.backend, account, form.list).await?;
        cx.tells(Done::ListShared);
        Ok(path)
    })
    .await
}

/// Takes the link away.
#[server(name = PostStopSharingList, prefix = "/do", endpoint = "account/lists/stop-sharing")]
pub async fn stop_sharing(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::StopSharingList, done::Done};

    use crate::context::submit;
    submit(answers, |cx, form: StopSharingList| async move {
        let (_, account) = cx.account()?;
        let path = backend::saved_lists::stop_sharing(&cx.backend, account, form.list).await?;
        cx.tells(Done::ListUnshared);
        Ok(path)
    })
    .await
}

/// Changes how many copies of something a list is of.
#[server(name = PostChangeListLine, prefix = "/do", endpoint = "account/lists/change-line")]
pub async fn change_line(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::ChangeListLine, done::Done};

    use crate::context::submit;
    submit(answers, |cx, form: ChangeListLine| async move {
        let (_, account) = cx.account()?;
        let path = backend::saved_lists::change_line(&cx.backend, account, &form).await?;
        cx.tells(Done::ListSaved);
        Ok(path)
    })
    .await
}

/// Adds something to a list.
#[server(name = PostAddListLine, prefix = "/do", endpoint = "account/lists/add-line")]
pub async fn add_line(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::AddListLine, done::Done};

    use crate::context::submit;
    submit(answers, |cx, form: AddListLine| async move {
        let (_, account) = cx.account()?;
        let path = backend::saved_lists::add_line(&cx.backend, account, &form).await?;
        cx.tells(Done::ListSaved);
        Ok(path)
    })
    .await
}

/// Puts a list into the basket, as far as it can be had.
#[server(name = PostListToBasket, prefix = "/do", endpoint = "account/lists/to-basket")]
pub async fn to_basket(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::account::ListToBasket;

    use crate::context::submit;
    submit(answers, |cx, form: ListToBasket| async move { cx.takes_list(form.list, &form.key).await }).await
}

/// The same by whoever has its link.
#[server(name = PostSharedListToBasket, prefix = "/do", endpoint = "lists/to-basket")]
pub async fn shared_to_basket(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::account::SharedListToBasket;

    use crate::context::submit;
    submit(answers, |cx, form: SharedListToBasket| async move { cx.takes_shared_list(&form.share, &form.key).await })
        .await
}
