//! Who is signed in to their registration.

use backend::{registry::OwnerLink, secrets::Token};
use domain::{
    id::{RegistrantId, SessionId},
    paths::{self, Path},
};

use super::{Cx, Refusal};
use crate::AppError;

impl Cx {
    /// Who is signed in, and in which session; without anybody the work goes on at the sign-in.
    pub async fn registrant(&self) -> Result<(SessionId, RegistrantId), Refusal> {
        let elsewhere = || Refusal::Elsewhere(paths::my());
        let session = self.known_session().ok_or_else(elsewhere)?;
        let registrant = backend::registry::my::signed_in(&self.backend, session).await?;
        registrant.map(|registrant| (session, registrant)).ok_or_else(elsewhere)
    }

    /// Gives the browser another cookie for its session, whose token was changed.
    pub fn renew_session(&self, token: &Token) {
        self.begun().set_session(token);
    }

    /// Stops the messages of campaigns by a link, or lets them come again; its page says which.
    pub async fn stop_messages(&self, (registrant, seal): (&str, &str), stop: bool) -> Result<Path, Refusal> {
        let opened = OwnerLink::StopMessages.opened(&self.backend, registrant, seal).await?.ok_or(AppError::Gone)?;
        backend::registry::leaving::stop_messages(&self.backend, registrant, seal, stop).await?;
        Ok(paths::stop_messages(opened, seal))
    }
}
