//! Sends a registration, and confirms its address. No islands: these forms are plain.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Sends a registration. Who sends it again is led to the same end.
#[server(name = PostSendRegistration, prefix = "/do", endpoint = "register/send")]
pub async fn send(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use backend::registry::sending;
    use domain::registry::sending::SendRegistration;

    use crate::context::{client_address, submit};
    let from = client_address();
    submit(answers, move |cx, form: SendRegistration| async move {
        let session = cx.session().await?;
        let Some(draft) = cx.known_draft() else { return Ok(sending::sent_before(&cx.backend, session).await?) };
        Ok(sending::send(&cx.backend, session, draft, &form, from, cx.locale()).await?)
    })
    .await
}

/// Mails a code, in the place of the automatic check.
#[server(name = PostHumanCode, prefix = "/do", endpoint = "register/human-code")]
pub async fn human_code(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use backend::registry::sending;
    use domain::registry::sending::{ConfirmHumanCode, SendHumanCode};

    use crate::context::submit;
    submit(answers, |cx, _: SendHumanCode| async move {
        cx.asks_for_code().await?;
        let (session, draft) = (cx.session().await?, cx.draft()?);
        cx.says_sent::<ConfirmHumanCode>(sending::human_code(&cx.backend, session, draft, cx.locale()).await).await
    })
    .await
}

/// Compares that code.
#[server(name = PostConfirmHumanCode, prefix = "/do", endpoint = "register/human-code-confirm")]
pub async fn confirm_human_code(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use backend::registry::sending;
    use domain::registry::sending::ConfirmHumanCode;

    use crate::context::submit;
    submit(answers, |cx, form: ConfirmHumanCode| async move {
        cx.tries_code().await?;
        let draft = cx.draft()?;
        let proving = cx.proving::<ConfirmHumanCode>(form.code.as_str()).await?;
        let outcome = sending::confirm_human_code(&cx.backend, &proving, draft, &form.code).await;
        cx.proved(&proving, outcome).await
    })
    .await
}

/// Confirms the address that a link was mailed to.
#[server(name = PostConfirmAddress, prefix = "/do", endpoint = "register/confirm")]
pub async fn confirm_address(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use backend::registry::sending;
    use domain::{id::RegistrantId, registry::sending::ConfirmAddress};

    use crate::context::{Refusal, submit};
    submit(answers, |cx, form: ConfirmAddress| async move {
        let registrant: RegistrantId = form.subject.as_str().parse().map_err(|_| AppError::LinkEnded)?;
        sending::confirm_address(&cx.backend, registrant, form.seal.as_str()).await.map_err(Refusal::of_link)
    })
    .await
}
