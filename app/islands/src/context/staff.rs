//! Who is signed in as staff, and how they come in.

use backend::{
    FormError,
    accounts::Proof,
    provider,
    staff::{self, Holder, Manager},
};
use domain::{
    account::ACCOUNT_EMAIL,
    done::Done,
    form::{Answers, FieldErrors, Form, Problem},
    id::{AccountId, SessionId},
    link::LinkPart,
    paths::{self, Path},
    staff::{AcceptInvitation, ConfirmAuthenticator, ConfirmIdentity, Next, StaffSecondStep, StaffSignIn},
};

use super::{Cx, Refusal, sent::is_filled_in};
use crate::AppError;

impl Cx {
    /// Who is signed in as staff, and in which session; without anybody what was typed is given back, to be sent again by
    /// whoever signs in.
    pub fn staff(&self) -> Result<(SessionId, AccountId), Refusal> {
        let account = self.known.account.filter(|_| self.known.staff.is_some());
        self.known_session().zip(account).ok_or_else(|| AppError::StaffSignedOut.into())
    }

    /// The same of whoever proved a few minutes ago who they are; anybody else does so first, and comes back.
    pub(super) fn confirmed(&self) -> Result<(SessionId, AccountId), Refusal> {
        let who = self.staff()?;
        if self.proof() == Proof::Fresh { Ok(who) } else { Err(Refusal::Confirm) }
    }

    /// What whoever is signed in proved: of staff, also when.
    pub(super) fn proof(&self) -> Proof {
        match self.known.staff_confirmed_at.filter(|_| self.known.staff.is_some()) {
            None => Proof::Account,
            Some(at) if staff::is_confirmed(at, self.backend.clock.now()) => Proof::Fresh,
            Some(_) => Proof::Staff,
        }
    }

    /// Leads whoever has a role to where they prove as staff who they are, and then back to the page of a form, where what
    /// they typed stands again. Signing in forgets what was kept in a session: it is given back in another way to whoever
    /// is not in as staff.
    pub(super) async fn proves_first<F: Form>(&self, answers: &Answers) -> Result<Path, AppError> {
        let next = Next::parse(F::page(answers).as_str());
        if self.known.staff.is_some() {
            self.keep_unrefused::<F>(answers).await;
            return Ok(paths::staff_confirm_then(next.as_ref()));
        }
        if is_filled_in::<F>() { Err(AppError::StaffSignedOut) } else { Ok(paths::staff_sign_in_then(next.as_ref())) }
    }

    /// Whoever is about to change what others may do.
    pub fn manager(&self) -> Result<Manager, Refusal> {
        let (_, account) = self.staff()?;
        Ok(Manager { account, locale: self.locale() })
    }

    /// Whoever sets up what they sign in with: staff who proved a few minutes ago who they are, or somebody halfway in who
    /// has nothing yet. Anybody else begins to sign in.
    pub(super) async fn claimant(&self) -> Result<Holder, Refusal> {
        let own = self.known.account.filter(|_| self.known.staff.is_some());
        let holder = staff::holder(&self.backend, self.known_session(), own).await?;
        let holder = holder.ok_or_else(|| Refusal::Elsewhere(paths::staff_sign_in()))?;
        if !holder.is_entering {
            self.confirmed()?;
        }
        Ok(holder)
    }

    /// Begins to sign in with a password.
    pub async fn begins_as_staff(&self, form: &StaffSignIn) -> Result<Path, Refusal> {
        let entered = staff::sign_in(&self.backend, self.newcomer().await?, form).await?;
        Ok(self.enters(entered))
    }

    /// Signs in with the code of the second step. Where nobody is halfway in any more, it is said where that begins.
    pub async fn enters_by_code(&self, form: &StaffSecondStep) -> Result<Path, Refusal> {
        match staff::code(&self.backend, self.newcomer().await?, form).await {
            Ok(entered) => Ok(self.enters(entered)),
            Err(FormError::NotFound) => self.begins_anew(form.next.as_ref()).await,
            Err(other) => Err(other.into()),
        }
    }

    /// Says where signing in begins that it has to begin anew.
    pub(super) async fn begins_anew(&self, next: Option<&Next>) -> Result<Path, Refusal> {
        let ended = FieldErrors::of(ACCOUNT_EMAIL.name(), Problem::new("any-staff-step-ended"));
        self.said_at::<StaffSignIn>(Err::<Path, _>(Refusal::Fields(ended))).await?;
        Ok(paths::staff_sign_in_then(next))
    }

    /// Proves once more, with a code, who is signed in.
    pub async fn proves_by_code(&self, form: &ConfirmIdentity) -> Result<Path, Refusal> {
        let entered = staff::confirm(&self.backend, self.staff()?, form).await.map_err(Refusal::of_staff)?;
        Ok(self.enters(entered))
    }

    /// Signs out; where a provider signed in, it goes on there.
    pub async fn leaves_work(&self) -> Result<Path, Refusal> {
        let session = self.known_session().ok_or(AppError::StaffSignedOut)?;
        let is_of_provider = staff::sign_out(&self.backend, session).await?;
        let page = if is_of_provider { paths::staff_signed_out_from_provider() } else { paths::staff_signed_out() };
        Ok(self.leaves_for(page))
    }

    /// Begins to set up an authenticator.
    pub async fn begins_authenticator(&self) -> Result<Path, Refusal> {
        staff::begin_authenticator(&self.backend, self.claimant().await?).await?;
        Ok(paths::staff_security())
    }

    /// Has it give codes from now on; whoever was halfway in is in. The page shows recovery codes, where they are new.
    pub async fn confirms_authenticator(&self, form: &ConfirmAuthenticator) -> Result<Path, Refusal> {
        let (holder, browser) = (self.claimant().await?, self.newcomer().await?);
        let entered = staff::confirm_authenticator(&self.backend, browser, holder, form).await;
        self.tells(entered.is_ok().then_some(Done::AuthenticatorSet));
        match entered {
            Ok(entered) => Ok(entered.map_or_else(paths::staff_security, |entered| self.enters(entered))),
            // Another window began anew, or it is set up already.
            Err(FormError::NotFound) => Ok(paths::staff_security()),
            Err(other) => Err(other.into()),
        }
    }

    /// Goes without an authenticator.
    pub async fn removes_authenticator(&self) -> Result<Path, Refusal> {
        let (_, account) = self.staff()?;
        staff::remove_authenticator(&self.backend, (account, self.locale())).await.map_err(Refusal::of_staff)?;
        self.tells(Done::AuthenticatorRemoved);
        Ok(paths::staff_security())
    }

    /// Makes other recovery codes, which the page shows once.
    pub async fn renews_recovery_codes(&self) -> Result<Path, Refusal> {
        let owner = self.staff()?;
        staff::renew_recovery_codes(&self.backend, owner, self.locale()).await.map_err(Refusal::of_staff)?;
        self.tells(Done::RecoveryRenewed);
        Ok(paths::staff_security())
    }

    /// Accepts an invitation, and goes on with the second step.
    pub async fn accepts_invitation(&self, form: &AcceptInvitation) -> Result<Path, Refusal> {
        match staff::accept(&self.backend, self.newcomer().await?, form).await {
            Ok(entered) => Ok(self.enters(entered)),
            Err(FormError::NotFound) => Err(AppError::InvitationEnded.into()),
            Err(other) => Err(other.into()),
        }
    }

    /// Accepts an invitation with the provider, if there is one: its page leads there.
    pub async fn accepts_by_provider(&self, token: &LinkPart) -> Result<Path, Refusal> {
        if self.backend.provider.is_none() {
            return Err(AppError::NotFound.into());
        }
        let from = (self.session().await?, self.from);
        match provider::invited(&self.backend, from, token).await {
            Ok(()) => Ok(paths::staff_provider_invitation()),
            Err(FormError::NotFound) => Err(AppError::InvitationEnded.into()),
            Err(other) => Err(other.into()),
        }
    }
}
