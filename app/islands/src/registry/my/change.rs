//! Changing the answers of a registration, page by page.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Changes the answers to a page.
#[server(name = PostChangeStep, prefix = "/do", endpoint = "my/change")]
pub async fn change_step(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::ChangeStep;

    use crate::context::submit;
    submit(answers, |cx, form: ChangeStep| async move {
        let (session, registrant) = cx.registrant()?;
        let (path, done) = backend::registry::updating::answer(&cx.backend, session, registrant, &form).await?;
        cx.tells(done);
        Ok(path)
    })
    .await
}

/// Keeps what one of two windows typed.
#[server(name = PostSettleUpdate, prefix = "/do", endpoint = "my/settle")]
pub async fn settle_update(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::SettleUpdate;

    use crate::context::{Refusal, submit};
    submit(answers, |cx, form: SettleUpdate| async move {
        let (session, registrant) = cx.registrant()?;
        let settled = backend::registry::updating::settle(&cx.backend, session, registrant, form.keep).await;
        match settled.map_err(Refusal::from) {
            Ok((path, done)) => {
                cx.tells(done);
                Ok(path)
            }
            // What was typed is kept, and its own page says what is wrong with it.
            Err(Refusal::Fields(_)) => Ok(domain::paths::my_registration()),
            Err(other) => Err(other),
        }
    })
    .await
}

/// Forgets changed answers that were not saved.
#[server(name = PostDiscardUpdate, prefix = "/do", endpoint = "my/discard")]
pub async fn discard_update(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::managing::DiscardUpdate;

    use crate::context::submit;
    submit(answers, |cx, _: DiscardUpdate| async move {
        let (_, registrant) = cx.registrant()?;
        Ok(backend::registry::updating::discard(&cx.backend, registrant).await?)
    })
    .await
}
