//! Takes out of the basket what signing in added to it.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Takes it out, and shows the basket.
#[server(name = PostUndoMerge, prefix = "/do", endpoint = "basket/undo-merge")]
pub async fn undo_merge(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::UndoMerge, paths};

    use crate::context::submit;
    submit(answers, |cx, _: UndoMerge| async move {
        let (_, account) = cx.account()?;
        cx.tells(backend::accounts::undo_merge(&cx.backend, account).await?);
        Ok(paths::basket())
    })
    .await
}
