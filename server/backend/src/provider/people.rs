//! Who somebody is here whom the provider knows. Issuer and subject say so, and nothing else; an address helps only
//! whoever was invited at it, and takes no account over.

use domain::{
    id::AccountId,
    paths::{self, Path},
    staff::{
        AccountState, CONFIRMED_MINUTES, Next, PROVIDER_MINUTES, ProviderPurpose, ProviderTrouble, Roles, SignInChange,
    },
    text::{EmailAddress, FullName},
};
use jiff::{Timestamp, ToSpan};
use sqlx::PgConnection;
use store::staff::{
    identities::{self, Owner},
    invitations, locked,
    provider_sign_ins::{self, ProviderSignIn, SignedInHere},
    rights::{self, NewStaff},
};
use uuid::Uuid;

use super::{Identity, NotSignedIn};
use crate::{
    Backend, StoreError,
    accounts::{Browser, Entered},
    staff::{How, accepted, confirmed, ends_identities, enter as enter_as_staff, lock_invited, tells_owner},
};

/// Somebody who came back, to a browser.
struct Came<'a> {
    backend: &'a Backend,
    browser: Browser,
    sign_in: &'a ProviderSignIn,
    identity: &'a Identity,
    now: Timestamp,
}

/// Signs in whoever came back: the owner of an account, whoever was invited, whoever connects or proves anew the
/// account that they are signed in to, or somebody unknown, who waits for approval then. All of it or nothing is done.
///
/// # Errors
/// Trouble where it is nobody who may come in, or not here.
pub async fn enter(
    backend: &Backend,
    browser: Browser,
    sign_in: &ProviderSignIn,
    identity: &Identity,
) -> Result<Entered, NotSignedIn> {
    let came = Came { backend, browser, sign_in, identity, now: backend.clock.now() };
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let entered = match sign_in.purpose {
        ProviderPurpose::SignIn => came.signs_in(&mut tx).await?,
        ProviderPurpose::Invitation => came.accepts(&mut tx).await?,
        ProviderPurpose::Connect => came.connects(&mut tx).await?,
        ProviderPurpose::Confirm => came.confirms(&mut tx).await?,
    };
    identities::used(&mut *tx, came.name(), identity.email.as_ref(), came.now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(entered)
}

impl Came<'_> {
    /// Who they are at the provider.
    fn name(&self) -> (&str, &str) {
        (&self.identity.issuer, &self.identity.subject)
    }

    /// The address that the provider vouches for, and what they are called.
    fn address(&self) -> Result<(&EmailAddress, FullName), ProviderTrouble> {
        let email = self.identity.email.as_ref().ok_or(ProviderTrouble::Unverified)?;
        Ok((email, self.identity.full_name().ok_or(ProviderTrouble::Unverified)?))
    }

    async fn owner(&self, db: &mut PgConnection) -> Result<Option<Owner>, StoreError> {
        let (issuer, subject) = self.name();
        identities::owner(db, issuer, subject).await
    }

    /// The same, and locks the account: whose it is, and what it is, may have changed before.
    async fn locked_owner(&self, db: &mut PgConnection) -> Result<Option<Owner>, StoreError> {
        let Some(found) = self.owner(db).await? else { return Ok(None) };
        locked::account(&mut *db, found.account).await?;
        Ok(self.owner(db).await?.filter(|owner| owner.account == found.account))
    }

    async fn signs_in(&self, db: &mut PgConnection) -> Result<Entered, NotSignedIn> {
        let owner = match self.locked_owner(db).await? {
            Some(owner) => owner,
            None => self.waits(db).await?,
        };
        match owner.state {
            AccountState::Active => {
                let path = if owner.is_staff { Next::page(self.sign_in.next.as_ref()) } else { paths::account() };
                self.is_in(db, owner.account, path).await
            }
            // Their basket is a guest's, and stays one.
            AccountState::Pending => {
                let alone = Self { browser: Browser { basket: None, ..self.browser }, ..*self };
                alone.is_in(db, owner.account, paths::staff_waiting()).await
            }
            AccountState::Suspended => Err(ProviderTrouble::Suspended.into()),
        }
    }

    /// Makes the account of somebody unknown, unless there is one of their address. Nobody is told of it.
    async fn waits(&self, db: &mut PgConnection) -> Result<Owner, NotSignedIn> {
        let (email, full_name) = self.address()?;
        let account = AccountId(Uuid::now_v7());
        if identities::make_waiting(&mut *db, account, (email, &full_name), self.now).await? {
            self.is_connected(db, account).await?;
            return Ok(Owner { account, state: AccountState::Pending, is_staff: false });
        }
        // They may have come twice at the same moment.
        self.locked_owner(db).await?.ok_or_else(|| ProviderTrouble::KnownEmail.into())
    }

    /// Accepts an invitation: the link and the address that the provider vouches for prove together that it is theirs.
    /// Nobody else comes into the account any more, who may have come into it before it had a role.
    async fn accepts(&self, db: &mut PgConnection) -> Result<Entered, NotSignedIn> {
        let (email, full_name) = self.address()?;
        let id = self.sign_in.invitation.ok_or(ProviderTrouble::InvitationEnded)?;
        let open = invitations::of(&mut *db, id, None).await?.ok_or(ProviderTrouble::InvitationEnded)?;
        lock_invited(db, &open).await?;
        let invitation = invitations::take(&mut *db, id, self.now).await?.ok_or(ProviderTrouble::InvitationEnded)?;
        if invitation.email.normalised() != email.normalised() {
            return Err(ProviderTrouble::OtherEmail.into());
        }
        let account = match invitation.account {
            Some(account) => account,
            None => self.is_taken_in(db, (email, &full_name), &invitation.roles).await?,
        };
        accepted(self.backend, db, account, &invitation).await?;
        store::accounts::signing_in::end_all(&mut *db, account, Some(self.browser.session)).await?;
        let has_ended = ends_identities(self.backend, db, (account, account), self.name()).await?;
        let is_new = self.is_connected(db, account).await?;
        self.tells(db, account, (is_new, has_ended)).await?;
        self.is_in(db, account, paths::staff()).await
    }

    async fn is_taken_in(
        &self,
        db: &mut PgConnection,
        (email, full_name): (&EmailAddress, &FullName),
        roles: &Roles,
    ) -> Result<AccountId, NotSignedIn> {
        let new = NewStaff { id: AccountId(Uuid::now_v7()), email, full_name, hash: None, roles };
        rights::take_in(db, new, self.now).await?.ok_or_else(|| ProviderTrouble::Suspended.into())
    }

    /// Has them sign in there from now on to the account that they are signed in to here.
    async fn connects(&self, db: &mut PgConnection) -> Result<Entered, NotSignedIn> {
        let here = self.here(db).await?;
        if !self.may_connect(&here) {
            return Err(ProviderTrouble::SignInFirst.into());
        }
        let is_new = self.is_connected(db, here.account).await?;
        self.tells(db, here.account, (is_new, false)).await?;
        self.is_in(db, here.account, if here.is_staff { paths::staff_security() } else { paths::account() }).await
    }

    /// Whether they signed in here a short while before they left, or, of staff, proved as such who they are: a
    /// password or a link alone gives nobody another way to where staff work.
    fn may_connect(&self, here: &SignedInHere) -> bool {
        let proved_at = if here.is_staff { here.confirmed_at } else { Some(here.since) };
        proved_at.is_some_and(|at| at > self.left_at() - CONFIRMED_MINUTES.minutes())
    }

    /// Proves anew who is signed in as staff.
    async fn confirms(&self, db: &mut PgConnection) -> Result<Entered, NotSignedIn> {
        let here = self.here(db).await?;
        if here.confirmed_at.is_none() {
            return Err(ProviderTrouble::SignInFirst.into());
        }
        if self.owner(db).await?.is_none_or(|owner| owner.account != here.account) {
            return Err(ProviderTrouble::OtherAccount.into());
        }
        let by = How::Provider(&self.identity.issuer);
        let entered = confirmed(self.backend, db, (self.browser.session, here.account), by).await?;
        Ok(Entered { path: Next::page(self.sign_in.next.as_ref()), ..entered })
    }

    /// Whoever is signed in here, and was when they left for the provider; their account is locked.
    async fn here(&self, db: &mut PgConnection) -> Result<SignedInHere, NotSignedIn> {
        let session = self.browser.session;
        let found = provider_sign_ins::signed_in(&mut *db, session).await?.ok_or(ProviderTrouble::SignInFirst)?;
        locked::account(&mut *db, found.account).await?;
        let here = provider_sign_ins::signed_in(db, session).await?;
        let here = here.filter(|here| here.account == found.account && here.since <= self.left_at());
        here.ok_or_else(|| ProviderTrouble::SignInFirst.into())
    }

    fn left_at(&self) -> Timestamp {
        self.sign_in.expires_at - PROVIDER_MINUTES.minutes()
    }

    /// Has them sign in to an account from now on, unless they do so already; never to two. Whether they did not before.
    async fn is_connected(&self, db: &mut PgConnection, account: AccountId) -> Result<bool, NotSignedIn> {
        let email = self.identity.email.as_ref();
        if identities::connect(&mut *db, self.name(), account, email, self.now).await? {
            return Ok(true);
        }
        let is_theirs = self.owner(db).await?.is_some_and(|owner| owner.account == account);
        if is_theirs { Ok(false) } else { Err(ProviderTrouble::OtherAccount.into()) }
    }

    /// Tells the owner of an account who signs in to it from now on, and who does not any more.
    async fn tells(
        &self,
        db: &mut PgConnection,
        account: AccountId,
        (is_new, has_ended): (bool, bool),
    ) -> Result<(), StoreError> {
        let connected = is_new.then_some(SignInChange::ProviderConnected);
        let changes = [connected, has_ended.then_some(SignInChange::ProviderRemoved)];
        tells_owner(self.backend, db, (account, self.browser.locale), changes).await
    }

    /// They are in, and go on somewhere.
    async fn is_in(&self, db: &mut PgConnection, account: AccountId, path: Path) -> Result<Entered, NotSignedIn> {
        let by = How::Provider(&self.identity.issuer);
        let entered = enter_as_staff(self.backend, db, self.browser, account, by).await?;
        Ok(Entered { path, ..entered })
    }
}
