//! What the owner of an account says of themselves.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Changes the name.
#[server(name = PostAccountName, prefix = "/do", endpoint = "account/name")]
pub async fn change_name(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::ChangeName, done::Done};

    use crate::context::submit;
    submit(answers, |cx, form: ChangeName| async move {
        let (_, account) = cx.account()?;
        let path = backend::accounts::rename(&cx.backend, account, &form.full_name).await?;
        cx.tells(Done::AccountChanged);
        Ok(path)
    })
    .await
}

/// Changes where somebody works.
#[server(name = PostEstablishment, prefix = "/do", endpoint = "account/establishment")]
pub async fn choose_establishment(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::ChooseEstablishment, done::Done};

    use crate::context::{Cx, submit_knowing};
    let know = |cx: Cx| async move { backend::accounts::facts(&cx.backend).await };
    submit_knowing(answers, know, |cx, form: ChooseEstablishment| async move {
        let (_, account) = cx.account()?;
        let path = backend::accounts::work_at(&cx.backend, account, &form).await?;
        cx.tells(Done::AccountChanged);
        Ok(path)
    })
    .await
}
