//! Who is signed in to an account.

use backend::{
    FormError,
    accounts::{Asked, Browser, Entered, Owner, email::Pressed},
    baskets::Holder,
};
use domain::{
    account::{NewPassword, Password, SignInByPassword},
    done::Done,
    id::{AccountId, SessionId},
    link::LinkPart,
    paths::{self, Path},
    text::EmailAddress,
};
use store::orders::Reader;

use super::{Cx, Refusal};
use crate::AppError;

impl Cx {
    /// Who is signed in, and in which session; without anybody what was typed is given back, to be sent again by
    /// whoever signs in.
    pub fn account(&self) -> Result<(SessionId, AccountId), Refusal> {
        let (session, account) = (self.known_session(), self.known.account);
        session.zip(account).ok_or_else(|| AppError::AccountSignedOut.into())
    }

    /// Whoever changes a basket.
    pub fn holder(&self) -> Holder {
        (self.known_session(), self.known.account)
    }

    /// Whoever reads orders; without a session there is none that somebody may read, and they are led to where one is
    /// found.
    pub fn reader(&self) -> Result<Reader, Refusal> {
        let session = self.known_session().ok_or(Refusal::Elsewhere(paths::track()))?;
        Ok(Reader { session, account: self.known.account })
    }

    /// Whoever asks to be let into an account, from where, and with which basket. The basket of whoever is signed in
    /// is that of their account, and nobody else's.
    pub(super) async fn newcomer(&self) -> Result<Browser, Refusal> {
        Ok(Browser {
            cookie: self.visitor.tokens.session,
            session: self.session().await?,
            basket: self.known.basket.filter(|_| self.known.account.is_none()),
            device: self.device,
            locale: self.locale(),
            from: self.from,
        })
    }

    /// Whoever asks for the link of a message to this address.
    pub fn asks_for_link<'a>(&self, email: &'a EmailAddress) -> Asked<'a> {
        Asked { email, locale: self.locale(), from: self.from }
    }

    /// Opens an account by the link of a message.
    pub async fn opens_account(&self, token: &LinkPart) -> Result<Path, Refusal> {
        let entered = backend::accounts::open(&self.backend, self.newcomer().await?, token).await;
        entered.map(|entered| self.enters(entered)).map_err(Refusal::of_account_link)
    }

    /// Opens an account with its password.
    pub async fn signs_in_by_password(&self, form: &SignInByPassword) -> Result<Path, Refusal> {
        let entered = backend::accounts::sign_in(&self.backend, self.newcomer().await?, form).await?;
        Ok(self.enters(entered))
    }

    /// Sets another password, or none; the page that follows says which.
    pub async fn sets_password(&self, current: Option<&Password>, new: Option<&NewPassword>) -> Result<Path, Refusal> {
        let entered = backend::accounts::set_password(&self.backend, self.owner()?, current, new).await?;
        self.tells(if new.is_some() { Done::PasswordSet } else { Done::PasswordRemoved });
        Ok(self.enters(entered))
    }

    /// The session has ended: the browser forgets its cookie.
    pub fn leaves(&self) -> Path {
        self.leaves_for(paths::account_signed_out())
    }

    /// The same, and another page says so.
    pub fn leaves_for(&self, page: Path) -> Path {
        self.begun().end_session();
        self.forgets_for(page)
    }

    /// Has the browser keep nothing of what was seen, and goes on to a page that says that somebody left. Its session may
    /// stay, where it holds a basket.
    pub fn forgets_for(&self, page: Path) -> Path {
        self.begun().is_left = true;
        page
    }

    /// Whoever is signed in, for what takes more than that.
    pub fn owner(&self) -> Result<Owner, Refusal> {
        let (session, account) = self.account()?;
        Ok(Owner { session, account, locale: self.locale(), from: self.from, proof: self.proof() })
    }

    /// Confirms another address, by the link of a message; the page of the first one says that the other is awaited.
    pub async fn confirms_email(&self, token: &LinkPart) -> Result<Path, Refusal> {
        let owner = self.owner()?;
        let pressed = backend::accounts::email::confirm(&self.backend, owner, token).await;
        let pressed = pressed.map_err(Refusal::of_account_link)?;
        self.tells((pressed == Pressed::Changed).then_some(Done::EmailChanged));
        Ok(match pressed {
            Pressed::Changed | Pressed::Before => paths::account(),
            Pressed::Awaited => paths::account_email_link(token.as_str()),
        })
    }

    /// The browser gets another cookie for its session, whose token was changed.
    pub(super) fn enters(&self, entered: Entered) -> Path {
        self.begun().set_session(&entered.token);
        entered.path
    }
}

impl Refusal {
    /// Why the link of a message about an account did nothing: what is not there gets one answer.
    fn of_account_link(error: FormError) -> Self {
        match error {
            FormError::NotFound => Self::App(AppError::AccountLinkEnded),
            other => other.into(),
        }
    }
}
