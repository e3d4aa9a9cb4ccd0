//! Forms by which a session is worth more than before, as a mailbox is proved or an order found: it has another token
//! then.

use backend::sessions::{Proving, Renewal};
use domain::{form::Form, paths::Path};

use super::{Cx, Refusal};

impl Cx {
    /// The session in which something is about to be proved by what was typed, or a new one. Whoever presses twice
    /// comes with the cookie of before: the session that the first press renewed is theirs.
    pub async fn proving<F: Form>(&self, typed: &str) -> Result<Proving, Refusal> {
        let renewal = self.visitor.tokens.session.map(|cookie| Renewal::of::<F>(&self.backend, cookie, typed));
        if self.known_session().is_none() {
            self.finds_again(renewal.as_ref()).await?;
        }
        Ok(Proving { session: self.session().await?, renewal })
    }

    /// Gives the browser the token that the session has from now on, if something was proved. Whoever was refused may
    /// have pressed twice: then it was by the first press.
    pub async fn proved(&self, proving: &Proving, outcome: Result<Path, impl Into<Refusal>>) -> Result<Path, Refusal> {
        let outcome: Result<Path, Refusal> = outcome.map_err(Into::into);
        self.finds_again(proving.renewal.as_ref()).await?;
        outcome
    }

    async fn finds_again(&self, renewal: Option<&Renewal>) -> Result<(), Refusal> {
        let Some(renewal) = renewal else { return Ok(()) };
        if let Some((session, token)) = renewal.found(&self.backend).await? {
            let mut begun = self.begun();
            begun.session = Some(session);
            begun.set_session(&token);
        }
        Ok(())
    }
}
