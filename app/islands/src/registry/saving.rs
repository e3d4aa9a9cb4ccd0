//! Saves a registration, comes back to it, and settles what two of anything leave open. No islands: these forms are
//! plain.

use domain::form::Answers;
use leptos::prelude::*;

use crate::{AppError, Submitted};

/// Saves a draft for an address.
#[server(name = PostSaveDraft, prefix = "/do", endpoint = "register/save")]
pub async fn save(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::saving::SaveDraft;

    use crate::context::submit;
    submit(answers, |cx, form: SaveDraft| async move {
        let draft = cx.draft()?;
        Ok(backend::registry::saving::save(&cx.backend, draft, &form.email, cx.writer()).await?)
    })
    .await
}

/// Mails a code to come back with.
#[server(name = PostResume, prefix = "/do", endpoint = "register/resume")]
pub async fn resume(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::saving::{Resume, ResumeCode};

    use crate::context::submit;
    submit(answers, |cx, form: Resume| async move {
        cx.asks_for_code().await?;
        let session = cx.session().await?;
        let path = backend::registry::saving::send_code(&cx.backend, session, &form.email, cx.locale()).await?;
        cx.is_mailed::<ResumeCode>(path).await
    })
    .await
}

/// Mails another one.
#[server(name = PostResumeCodeAgain, prefix = "/do", endpoint = "register/resume-code-again")]
pub async fn resume_code_again(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::saving::{ResumeCode, ResumeCodeAgain};

    use crate::context::submit;
    submit(answers, |cx, _: ResumeCodeAgain| async move {
        cx.asks_for_code().await?;
        let session = cx.session().await?;
        let sent = backend::registry::saving::send_code_again(&cx.backend, session, cx.locale()).await;
        cx.says_sent::<ResumeCode>(sent).await
    })
    .await
}

/// Mails one to the address of the draft that a link is about.
#[server(name = PostResumeByLink, prefix = "/do", endpoint = "register/resume-link")]
pub async fn resume_by_link(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{
        id::DraftId,
        registry::saving::{Resume, ResumeByLink, ResumeCode},
    };

    use crate::context::{Refusal, submit};
    submit(answers, |cx, form: ResumeByLink| async move {
        cx.asks_for_code().await?;
        let draft: DraftId = form.subject.as_str().parse().map_err(|_| AppError::LinkEnded)?;
        let (session, seal) = (cx.session().await?, form.seal.as_str());
        let sent = backend::registry::saving::send_code_for_link(&cx.backend, session, draft, seal, cx.locale());
        let path = cx.said_at::<Resume>(sent.await.map_err(Refusal::of_link)).await?;
        cx.is_mailed::<ResumeCode>(path).await
    })
    .await
}

/// Opens the draft of whoever types the code.
#[server(name = PostResumeCode, prefix = "/do", endpoint = "register/resume-code")]
pub async fn resume_code(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::saving::ResumeCode;

    use crate::context::submit;
    submit(answers, |cx, form: ResumeCode| async move {
        cx.tries_code().await?;
        let (proving, at_hand) = (cx.proving::<ResumeCode>(form.code.as_str()).await?, cx.known_draft());
        let opened = backend::registry::saving::open(&cx.backend, proving.clone(), &form.code, at_hand).await;
        let token = opened.as_ref().ok().and_then(|(_, token)| token.clone());
        let path = cx.proved(&proving, opened.map(|(path, _)| path)).await?;
        cx.opens_draft(token.as_ref()).await?;
        Ok(path)
    })
    .await
}

/// Keeps one of two drafts.
#[server(name = PostChooseDraft, prefix = "/do", endpoint = "register/which")]
pub async fn which(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::saving::{ChooseDraft, KeptDraft};

    use crate::context::submit;
    submit(answers, |cx, form: ChooseDraft| async move {
        let (session, draft) = (cx.session().await?, cx.draft()?);
        let keep_earlier = form.keep == KeptDraft::Earlier;
        let (path, token) = backend::registry::saving::choose(&cx.backend, session, draft, keep_earlier).await?;
        cx.opens_draft(token.as_ref()).await?;
        Ok(path)
    })
    .await
}

/// Keeps what one of two windows typed.
#[server(name = PostSettleConflict, prefix = "/do", endpoint = "register/settle")]
pub async fn settle(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::registry::saving::{SettleConflict, Settled};

    use crate::context::submit;
    submit(answers, |cx, form: SettleConflict| async move {
        let draft = cx.draft()?;
        Ok(backend::registry::drafts::settle(&cx.backend, draft, form.keep == Settled::Typed).await?)
    })
    .await
}

/// Deletes the draft that a link is about.
#[server(name = PostDiscardDraft, prefix = "/do", endpoint = "register/discard")]
pub async fn discard(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use domain::{id::DraftId, registry::saving::DiscardDraft};

    use crate::context::{Refusal, submit};
    submit(answers, |cx, form: DiscardDraft| async move {
        let draft: DraftId = form.subject.as_str().parse().map_err(|_| AppError::LinkEnded)?;
        backend::registry::saving::discard(&cx.backend, draft, form.seal.as_str()).await.map_err(Refusal::of_link)
    })
    .await
}
