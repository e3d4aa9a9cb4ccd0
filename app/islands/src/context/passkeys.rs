//! Passkeys of whoever is signed in as staff, or halfway in.

use backend::{FormError, staff::passkeys};
use domain::{
    done::Done,
    id::PasskeyId,
    paths::{self, Path},
    staff::{AddPasskey, ConfirmByPasskey, Next, PasskeyCode},
};

use super::{Cx, Refusal};

impl Cx {
    /// Begins to make a passkey known. What was wrong with one before is said no more; what is wrong now is said on the
    /// page that would ask for it.
    pub async fn begins_to_add_passkey(&self) -> Result<Path, Refusal> {
        let holder = self.claimant().await?;
        self.drop_kept::<AddPasskey>().await?;
        let begun = passkeys::begin_adding(&self.backend, holder).await;
        self.said_at::<AddPasskey>(begun.map(|()| paths::staff_add_passkey())).await
    }

    /// Makes the passkey known that the browser made; whoever was halfway in is in. The page shows recovery codes,
    /// where they are new.
    pub async fn adds_passkey(&self, form: &AddPasskey) -> Result<Path, Refusal> {
        let (holder, browser) = (self.claimant().await?, self.newcomer().await?);
        let entered = passkeys::add(&self.backend, browser, holder, form).await;
        self.tells(entered.is_ok().then_some(Done::PasskeyAdded));
        match entered {
            Ok(entered) => Ok(entered.map_or_else(paths::staff_security, |entered| self.enters(entered))),
            // Something else is set up already, or they were signed out meanwhile.
            Err(FormError::NotFound) => Ok(paths::staff_security()),
            Err(other) => Err(other.into()),
        }
    }

    /// Does without a passkey.
    pub async fn removes_passkey(&self, passkey: PasskeyId) -> Result<Path, Refusal> {
        let (_, account) = self.staff()?;
        let is_removed = passkeys::remove(&self.backend, (account, self.locale()), passkey).await?;
        self.tells(is_removed.then_some(Done::PasskeyRemoved));
        Ok(paths::staff_security())
    }

    /// Begins to sign in with a passkey. Where nobody is halfway in any more, it is said where that begins.
    pub async fn begins_passkey_code(&self, next: Option<&Next>) -> Result<Path, Refusal> {
        self.drop_kept::<PasskeyCode>().await?;
        let Some(session) = self.known_session() else { return self.begins_anew(next).await };
        match passkeys::begin_code(&self.backend, session).await {
            Ok(()) => Ok(paths::staff_passkey_then(next)),
            Err(FormError::NotFound) => self.begins_anew(next).await,
            Err(other) => Err(other.into()),
        }
    }

    /// Signs in with a passkey.
    pub async fn enters_by_passkey(&self, form: &PasskeyCode) -> Result<Path, Refusal> {
        match passkeys::code(&self.backend, self.newcomer().await?, form).await {
            Ok(entered) => Ok(self.enters(entered)),
            Err(FormError::NotFound) => self.begins_anew(form.next.as_ref()).await,
            Err(other) => Err(other.into()),
        }
    }

    /// Begins to prove anew, with a passkey, who is signed in.
    pub async fn begins_to_confirm_by_passkey(&self, next: Option<&Next>) -> Result<Path, Refusal> {
        let somebody = self.staff()?;
        self.drop_kept::<ConfirmByPasskey>().await?;
        passkeys::begin_confirming(&self.backend, somebody).await?;
        Ok(paths::staff_confirm_passkey_then(next))
    }

    /// Proves anew, with a passkey, who is signed in.
    pub async fn proves_by_passkey(&self, form: &ConfirmByPasskey) -> Result<Path, Refusal> {
        let entered = passkeys::confirm(&self.backend, self.staff()?, form).await.map_err(Refusal::of_staff)?;
        Ok(self.enters(entered))
    }
}
