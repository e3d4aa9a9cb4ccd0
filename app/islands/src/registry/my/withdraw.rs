//! Leaving the registry, and coming back.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Leaves: signed in, or by the link of a message.
#[server(name = PostWithdraw, prefix = "/do", endpoint = "my/withdraw")]
pub async fn withdraw(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use backend::registry::leaving;
    use domain::registry::leaving::Withdraw;

    use crate::context::{Refusal, submit};
    submit(answers, |cx, Withdraw { link, reason }: Withdraw| async move {
        if let Some(link) = link {
            return leaving::withdraw_by_link(&cx.backend, &link, &reason).await.map_err(Refusal::of_link);
        }
        let (_, registrant) = cx.registrant()?;
        Ok(leaving::withdraw(&cx.backend, registrant, &reason).await?)
    })
    .await
}

/// Comes back.
#[server(name = PostRejoin, prefix = "/do", endpoint = "my/rejoin")]
pub async fn rejoin(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::leaving::Rejoin;

    use crate::context::submit;
    submit(answers, |cx, _: Rejoin| async move {
        let (_, registrant) = cx.registrant()?;
        let (path, done) = backend::registry::leaving::rejoin(&cx.backend, registrant).await?;
        cx.tells(done);
        Ok(path)
    })
    .await
}
