//! Who is signed in to their registration.

use backend::registry::{
    OwnerLink,
    my::{self, Browser},
};
use domain::{
    form::{FieldErrors, Problem},
    id::{RegistrantId, SessionId},
    paths::{self, Path},
    registry::managing::{SIGN_IN_EMAIL, SignIn, SignInCode, SignInToken},
    text::OneTimeCode,
};

use super::{Cx, Refusal};
use crate::AppError;

impl Cx {
    /// Who is signed in, and in which session; without anybody what was typed is given back, to be sent again by
    /// whoever signs in.
    pub fn registrant(&self) -> Result<(SessionId, RegistrantId), Refusal> {
        self.known.session.zip(self.registrant).ok_or_else(|| AppError::SignedOut.into())
    }

    fn browser(&self) -> Browser {
        Browser { session: self.known_session(), cookie: self.visitor.tokens.session }
    }

    /// Signs in with a code. The browser gets another cookie for its session, whose token is changed.
    pub async fn signs_in(&self, code: &OneTimeCode) -> Result<Path, Refusal> {
        let (path, token) = my::sign_in(&self.backend, self.browser(), code).await?;
        self.begun().set_session(&token);
        Ok(path)
    }

    /// Signs in by the link of a message, in the same way. What is wrong is said where the code can be typed; where none
    /// is waited for, because it was used or because another browser asked for it, where one is asked for.
    pub async fn signs_in_by_link(&self, link: &SignInToken) -> Result<Path, Refusal> {
        let outcome = my::sign_in_by_link(&self.backend, self.browser(), link).await;
        if let Ok((_, token)) = &outcome {
            self.begun().set_session(token);
        }
        let outcome = outcome.map(|(path, _)| path).map_err(Refusal::from);
        if !matches!(outcome, Err(Refusal::Fields(_))) || self.waits_for_code().await? {
            return self.said_at::<SignInCode>(outcome).await;
        }
        let ended = FieldErrors::of(SIGN_IN_EMAIL.name(), Problem::new("any-code-ended"));
        self.said_at::<SignIn>(Err(Refusal::Fields(ended))).await
    }

    async fn waits_for_code(&self) -> Result<bool, Refusal> {
        let Some(session) = self.known_session() else { return Ok(false) };
        Ok(backend::email_codes::asked_for(&self.backend, session).await?.is_some())
    }

    /// Signs in by the link of a message and its code, in another browser than the one that asked for it.
    pub async fn signs_in_elsewhere(&self, link: &SignInToken, code: &OneTimeCode) -> Result<Path, Refusal> {
        let session = self.session().await?;
        let (path, token) = my::sign_in_elsewhere(&self.backend, session, link, code).await?;
        self.begun().set_session(&token);
        Ok(path)
    }

    /// Stops the messages of campaigns by a link, or lets them come again; its page says which.
    pub async fn stop_messages(&self, (registrant, seal): (&str, &str), stop: bool) -> Result<Path, Refusal> {
        let opened = OwnerLink::StopMessages.opened(&self.backend, registrant, seal).await?;
        let opened = opened.ok_or(AppError::LinkEnded)?;
        if !backend::registry::leaving::stop_messages(&self.backend, registrant, seal, stop).await? {
            return Err(AppError::LinkEnded.into());
        }
        Ok(paths::stop_messages(opened, seal))
    }
}
