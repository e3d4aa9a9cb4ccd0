//! Leaving the registry, and coming back.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Leaves: signed in, or by the link of a message.
#[server(name = PostWithdraw, prefix = "/do", endpoint = "my/withdraw")]
pub async fn withdraw(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use backend::registry::{OwnerLink, leaving};
    use domain::{
        paths,
        registry::{leaving::Withdraw, state::Channel},
    };

    use crate::context::submit;
    submit(answers, |cx, form: Withdraw| async move {
        let (registrant, through) = match &form.link {
            Some(link) => {
                let opened = OwnerLink::Withdraw.opened(&cx.backend, link.registrant.as_str(), link.seal.as_str());
                let registrant = opened.await?.ok_or(AppError::LinkEnded)?;
                (registrant, (Channel::Link, paths::withdraw_link(registrant, link.seal.as_str())))
            }
            None => (cx.registrant().await?.1, (Channel::Update, paths::my_withdraw())),
        };
        Ok(leaving::withdraw(&cx.backend, registrant, &form.reason, through).await?)
    })
    .await
}

/// Comes back.
#[server(name = PostRejoin, prefix = "/do", endpoint = "my/rejoin")]
pub async fn rejoin(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::leaving::Rejoin;

    use crate::context::submit;
    submit(answers, |cx, _: Rejoin| async move {
        let (_, registrant) = cx.registrant().await?;
        let (path, done) = backend::registry::leaving::rejoin(&cx.backend, registrant).await?;
        cx.tells(done);
        Ok(path)
    })
    .await
}
