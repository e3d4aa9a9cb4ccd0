//! Setting up what the second step of signing in is: an authenticator, and recovery codes for the day on which it is lost.
//! By staff; and by whoever is halfway in and has nothing yet, whom it lets in.

use domain::{
    form::{FieldErrors, Problem},
    id::{AccountId, SessionId},
    locale::Locale,
    staff::{ConfirmAuthenticator, STAFF_CODE, SignInChange, StaffCode},
};
use serde_json::json;
use sqlx::PgConnection;
use store::staff::{factors, locked, signing_in};

use super::{
    authenticator::{Authenticator, ShownSecret},
    entering::{How, enter},
    recovery,
    telling::{tells_owner, tells_set_up},
};
use crate::{
    Backend, FormError, StoreError,
    accounts::{Browser, Entered},
    networks,
};

/// First codes that may be tried for one account in so many minutes.
const TRIES: (i32, i32) = (10, 15);

/// Whoever sets up what they sign in with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Their session.
    pub session: SessionId,
    /// Their account.
    pub account: AccountId,
    /// Whether they are halfway in and have nothing yet for the second step: setting it up lets them in.
    pub is_entering: bool,
}

impl Holder {
    /// Locks their account. Whether they may set something up still: whoever is halfway in sets up the first thing only,
    /// and something else may have been set up meanwhile.
    pub(super) async fn holds(self, backend: &Backend, db: &mut PgConnection) -> Result<bool, StoreError> {
        let somebody = (self.session, self.account);
        if !self.is_entering {
            return locked::at_work(db, somebody).await;
        }
        let is_halfway = locked::halfway(&mut *db, somebody, backend.clock.now()).await?;
        let own = factors::of(db, self.account, None).await?;
        Ok(is_halfway && own.is_some_and(|own| !own.has_authenticator && own.passkeys == 0))
    }
}

/// Whoever may set up what they sign in with: whoever is halfway in, in a session, and has nothing yet for the second step;
/// else whoever is signed in there as staff.
pub async fn holder(
    backend: &Backend,
    session: Option<SessionId>,
    staff: Option<AccountId>,
) -> Result<Option<Holder>, StoreError> {
    let Some(session) = session else { return Ok(None) };
    let step = signing_in::step(&backend.db, session, backend.clock.now()).await?;
    let entering = step.filter(|step| !step.has_factor()).map(|step| (step.account, true));
    let who = entering.or(staff.map(|account| (account, false)));
    Ok(who.map(|(account, is_entering)| Holder { session, account, is_entering }))
}

/// Begins to set up an authenticator, or begins anew with another secret; it ends some minutes later. One that gives codes
/// already does so until the other one does.
pub async fn begin_authenticator(backend: &Backend, holder: Holder) -> Result<(), StoreError> {
    let sealed = Authenticator::draw().seal(&backend.sealing, holder.account)?;
    let mut tx = backend.db.begin().await?;
    // The page that follows leads whoever may not any more to where signing in begins.
    if holder.holds(backend, &mut tx).await? {
        factors::begin_authenticator(&mut *tx, (holder.account, holder.session), &sealed, backend.clock.now()).await?;
    }
    Ok(tx.commit().await?)
}

/// The secret of the authenticator that is being set up, if one is.
pub async fn authenticator_secret(backend: &Backend, holder: Holder) -> Result<Option<ShownSecret>, StoreError> {
    let here = Some((holder.session, backend.clock.now()));
    let stored = factors::authenticator(&backend.db, holder.account, here).await?;
    let Some(next) = stored.and_then(|stored| stored.next_secret) else { return Ok(None) };
    let Some(owner) = store::accounts::member(&backend.db, holder.account).await? else { return Ok(None) };
    Authenticator::open(&backend.sealing, holder.account, &next)?.shown(&owner.email).map(Some)
}

/// Has an authenticator give codes from now on, by its first one. Whoever is halfway in is in.
///
/// # Errors
/// Refused at the code where it is wrong; nothing is found where none is being set up here any more, or not by whoever is
/// halfway in.
pub async fn confirm_authenticator(
    backend: &Backend,
    browser: Browser,
    holder: Holder,
    form: &ConfirmAuthenticator,
) -> Result<Option<Entered>, FormError> {
    networks::count_subject(backend, &format!("staff-first-code:{}", holder.account), TRIES).await?;
    let (now, wrong) = (backend.clock.now(), FieldErrors::of(STAFF_CODE.name(), Problem::new("wrong")));
    let stored = factors::authenticator(&backend.db, holder.account, Some((holder.session, now))).await?;
    let next = stored.and_then(|stored| stored.next_secret).ok_or(FormError::NotFound)?;
    let StaffCode::Authenticator(code) = &form.code else { return Err(FormError::Refused(wrong)) };
    let step = Authenticator::open(&backend.sealing, holder.account, &next)?.step_of(code, now)?;
    let Some(step) = step else { return Err(FormError::Refused(wrong)) };
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    if !holder.holds(backend, &mut tx).await? {
        return Err(FormError::NotFound);
    }
    if !factors::confirm_authenticator(&mut *tx, holder.account, (next.as_slice(), step), now).await? {
        return Err(FormError::NotFound);
    }
    audit(backend, &mut tx, holder.account, "account.authenticator_set").await?;
    let entered = settled(backend, &mut tx, browser, (holder, How::Code)).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(entered)
}

/// What follows once something was set up for the second step: recovery codes are made where none is left, its owner is
/// told, and whoever is halfway in is in.
pub(crate) async fn settled(
    backend: &Backend,
    db: &mut PgConnection,
    browser: Browser,
    (holder, by): (Holder, How<'_>),
) -> Result<Option<Entered>, StoreError> {
    let has_new_codes = recovery::renew_unless_any(backend, db, (holder.session, holder.account)).await?;
    tells_set_up(backend, db, (holder.account, browser.locale), (by, has_new_codes)).await?;
    if !holder.is_entering {
        return Ok(None);
    }
    let entered = enter(backend, db, browser, holder.account, by).await?;
    Ok(Some(Entered { path: domain::paths::staff_security(), ..entered }))
}

/// Goes without an authenticator, and tells its owner so.
///
/// # Errors
/// Refused where there is no passkey to take the second step with; nothing is found where they are not staff any more.
pub async fn remove_authenticator(backend: &Backend, (account, locale): (AccountId, Locale)) -> Result<(), FormError> {
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    if !locked::account(&mut tx, account).await? {
        return Err(FormError::NotFound);
    }
    let before = factors::authenticator(&mut *tx, account, None).await?;
    if before.is_none() {
        return Ok(());
    }
    if !factors::remove_authenticator(&mut tx, account).await? {
        let problem = Problem::new("any-staff-last-factor");
        return Err(FormError::Refused(FieldErrors::of(STAFF_CODE.name(), problem)));
    }
    audit(backend, &mut tx, account, "account.authenticator_removed").await?;
    tells_owner(backend, &mut tx, (account, locale), [Some(SignInChange::AuthenticatorRemoved), None]).await?;
    Ok(tx.commit().await.map_err(StoreError::from)?)
}

/// Makes other recovery codes, in the session of whoever asks for them, who is signed in as staff, and tells their owner so.
///
/// # Errors
/// Nothing is found where they are not any more.
pub async fn renew_recovery_codes(
    backend: &Backend,
    (session, account): (SessionId, AccountId),
    locale: Locale,
) -> Result<(), FormError> {
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    if !locked::at_work(&mut tx, (session, account)).await? {
        return Err(FormError::NotFound);
    }
    recovery::renew(backend, &mut tx, (session, account)).await?;
    audit(backend, &mut tx, account, "account.recovery_codes_renewed").await?;
    tells_owner(backend, &mut tx, (account, locale), [Some(SignInChange::RecoveryCodes), None]).await?;
    Ok(tx.commit().await.map_err(StoreError::from)?)
}

async fn audit(
    backend: &Backend,
    db: &mut PgConnection,
    account: AccountId,
    action: &'static str,
) -> Result<(), StoreError> {
    let subject = format!("account:{account}");
    store::staff::audit(db, Some(account), (action, &subject), &json!({}), backend.clock.now()).await
}
