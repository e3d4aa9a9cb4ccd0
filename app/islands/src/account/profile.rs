//! What the owner of an account says of themselves, and what they wait for.

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

/// Changes the telephone number, or takes it away.
#[server(name = PostTelephone, prefix = "/do", endpoint = "account/telephone")]
pub async fn change_telephone(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::ChangeTelephone, done::Done};

    use crate::context::submit;
    submit(answers, |cx, form: ChangeTelephone| async move {
        let (_, account) = cx.account()?;
        let telephone = form.telephone.as_ref();
        let path = backend::accounts::profile::set_telephone(&cx.backend, account, telephone).await?;
        cx.tells(Done::AccountChanged);
        Ok(path)
    })
    .await
}

/// Changes which audience somebody belongs to.
#[server(name = PostAudience, prefix = "/do", endpoint = "account/audience")]
pub async fn choose_audience(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::ChooseAudience, done::Done};

    use crate::context::{Cx, submit_knowing};
    let know = |cx: Cx| async move { backend::accounts::profile::facts(&cx.backend).await };
    submit_knowing(answers, know, |cx, form: ChooseAudience| async move {
        let (_, account) = cx.account()?;
        let path = backend::accounts::profile::belong_to(&cx.backend, account, form.audience.as_ref()).await?;
        cx.tells(Done::AccountChanged);
        Ok(path)
    })
    .await
}

/// Ends something that somebody waits for; what is pressed twice leads to the same page.
#[server(name = PostEndAlert, prefix = "/do", endpoint = "account/end-alert")]
pub async fn end_alert(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{account::EndAlert, done::Done, paths};

    use crate::context::submit;
    submit(answers, |cx, form: EndAlert| async move {
        let (_, account) = cx.account()?;
        let has_ended = backend::accounts::profile::end_alert(&cx.backend, account, form.alert).await?;
        cx.tells(has_ended.then_some(Done::AlertEnded));
        Ok(paths::account_alerts())
    })
    .await
}
