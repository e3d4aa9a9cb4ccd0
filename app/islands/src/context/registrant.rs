//! Who is signed in to their registration.

use backend::registry::{
    OwnerLink,
    my::{self, Browser},
};
use domain::{
    id::{RegistrantId, SessionId},
    paths::{self, Path},
    registry::managing::SignInToken,
    text::OneTimeCode,
};

use super::{Cx, Refusal};
use crate::AppError;

impl Cx {
    /// Who is signed in, and in which session; without anybody what was typed is given back, to be sent again by
    /// whoever signs in.
    pub async fn registrant(&self) -> Result<(SessionId, RegistrantId), Refusal> {
        let session = self.known_session().ok_or(AppError::SignedOut)?;
        let registrant = my::signed_in(&self.backend, session).await?;
        Ok((session, registrant.ok_or(AppError::SignedOut)?))
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

    /// Signs in by the link of a message, in the same way.
    pub async fn signs_in_by_link(&self, link: &SignInToken) -> Result<Path, Refusal> {
        let (path, token) = my::sign_in_by_link(&self.backend, self.browser(), link).await?;
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
