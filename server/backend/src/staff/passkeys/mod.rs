//! Passkeys of staff: making one known, signing in with it as the second step, proving anew who one is, and doing
//! without.

mod ceremony;

pub use ceremony::options;
use ceremony::{ask, begin, prove, quietly, read, refused, site, taken};
use domain::{
    form::{FieldErrors, Problem},
    id::{AccountId, PasskeyId, SessionId},
    locale::Locale,
    staff::{
        AddPasskey, ConfirmByPasskey, MOST_PASSKEYS, Next, PASSKEY, PASSKEY_ANSWER, PASSKEY_KNOWN, PASSKEY_LAST,
        PASSKEY_REFUSED, PASSKEY_TOO_MANY, PasskeyCode, PasskeyPurpose, SignInChange,
    },
};
use store::staff::{
    factors, locked,
    passkeys::{self, NewPasskey},
    signing_in,
};
use webauthn_rs::prelude::{Passkey, PasskeyRegistration, RegisterPublicKeyCredential, WebauthnError};

use super::{
    confirming::confirmed,
    entering::{How, enter},
    second_step::{Holder, settled},
    telling::tells_owner,
    watching::{self, Who},
};
use crate::{
    Backend, FormError, StoreError,
    accounts::{Browser, Entered},
};

/// Somebody in a session: who is signed in there, or halfway in.
pub type InSession = (SessionId, AccountId);

/// Whether passkeys can be used at the address that people know the service by.
pub fn is_offered(backend: &Backend) -> bool {
    site(backend).is_ok()
}

/// An account that may have passkeys, with those that it has.
async fn holder_of(backend: &Backend, account: AccountId) -> Result<(passkeys::Holder, Vec<Passkey>), FormError> {
    let mut holder = passkeys::holder(&backend.db, account).await?.ok_or(FormError::NotFound)?;
    let known = serde_json::from_value(holder.credentials.take()).map_err(StoreError::from)?;
    Ok((holder, known))
}

/// Begins to make a passkey known.
///
/// # Errors
/// Refused where there are enough; nothing is found where passkeys are not offered.
pub async fn begin_adding(backend: &Backend, holder: Holder) -> Result<(), FormError> {
    let (owner, known) = holder_of(backend, holder.account).await?;
    if known.len() >= MOST_PASSKEYS {
        let problem = Problem::new(PASSKEY_TOO_MANY).arg("max", MOST_PASSKEYS);
        return Err(FormError::Refused(FieldErrors::of(PASSKEY_ANSWER.name(), problem)));
    }
    let known = known.iter().map(|passkey| passkey.cred_id().clone()).collect();
    let (email, name) = (owner.email.as_str(), owner.full_name.as_str());
    let name = if name.is_empty() { email } else { name };
    let begun = site(backend)?.start_passkey_registration(holder.account.0, email, name, Some(known));
    let begun = begun.map_err(|_| FormError::NotFound)?;
    ask(backend, (holder.session, holder.account), PasskeyPurpose::Register, begun).await
}

/// Makes a passkey known that the browser made. Whoever is halfway in is in.
///
/// # Errors
/// Refused where it does not answer what was asked here, was not verified, or is known already, whoever's it is. Nothing
/// is found where they may not set it up any more.
pub async fn add(
    backend: &Backend,
    browser: Browser,
    holder: Holder,
    form: &AddPasskey,
) -> Result<Option<Entered>, FormError> {
    let (site, somebody) = (site(backend)?, (holder.session, holder.account));
    let state: PasskeyRegistration = taken(backend, somebody, PasskeyPurpose::Register).await?;
    let answer: RegisterPublicKeyCredential = read(&form.answer)?;
    let passkey = quietly(|| site.finish_passkey_registration(&answer, &state)).map_err(|error| match error {
        // What the library says of one that was to be left out.
        WebauthnError::CredentialAlteredAlgFromRequest => refused(PASSKEY_KNOWN),
        _ => refused(PASSKEY_REFUSED),
    })?;
    let credential = serde_json::to_value(&passkey).map_err(StoreError::from)?;
    let id = PasskeyId(uuid::Uuid::now_v7());
    let new = NewPasskey { id, name: &form.name, credential_id: passkey.cred_id(), credential: &credential };
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    if !holder.holds(backend, &mut tx).await? {
        return Err(FormError::NotFound);
    }
    if !passkeys::add(&mut *tx, holder.account, new, backend.clock.now()).await? {
        return Err(refused(PASSKEY_KNOWN));
    }
    let entered = settled(backend, &mut tx, browser, (holder, How::Passkey)).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(entered)
}

/// Who is halfway in, in a session.
async fn halfway(backend: &Backend, session: SessionId) -> Result<InSession, FormError> {
    let step = signing_in::step(&backend.db, session, backend.clock.now()).await?;
    Ok((session, step.ok_or(FormError::NotFound)?.account))
}

/// Begins to sign in with a passkey, as the second step.
///
/// # Errors
/// Nothing is found where nobody is halfway in any more, or whoever is has no passkey.
pub async fn begin_code(backend: &Backend, session: SessionId) -> Result<(), FormError> {
    begin(backend, halfway(backend, session).await?, PasskeyPurpose::SignIn).await
}

/// Signs in with a passkey, as the second step.
///
/// # Errors
/// Refused where it proves nothing; nothing is found where nobody is halfway in any more.
pub async fn code(backend: &Backend, browser: Browser, form: &PasskeyCode) -> Result<Entered, FormError> {
    let somebody = halfway(backend, browser.session).await?;
    let proved = prove(backend, somebody, PasskeyPurpose::SignIn, &form.answer).await;
    let mut tx = watching::of_passkey(backend, Who::Enters(Some(somebody.1)), proved).await?;
    let entered = enter(backend, &mut tx, browser, somebody.1, How::Passkey).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(Entered { path: Next::page(form.next.as_ref()), ..entered })
}

/// Begins to prove anew, with a passkey, who is signed in.
///
/// # Errors
/// Nothing is found where they have none.
pub async fn begin_confirming(backend: &Backend, somebody: InSession) -> Result<(), FormError> {
    begin(backend, somebody, PasskeyPurpose::Confirm).await
}

/// Proves anew, with a passkey, who is signed in.
///
/// # Errors
/// Refused where it proves nothing; nothing is found where they are not signed in as staff any more.
pub async fn confirm(backend: &Backend, somebody: InSession, form: &ConfirmByPasskey) -> Result<Entered, FormError> {
    let proved = prove(backend, somebody, PasskeyPurpose::Confirm, &form.answer).await;
    let mut tx = watching::of_passkey(backend, Who::IsIn(somebody.1), proved).await?;
    let entered = confirmed(backend, &mut tx, somebody, How::Passkey).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(Entered { path: Next::page(form.next.as_ref()), ..entered })
}

/// Does without a passkey, and tells its owner so. Whether there was one.
///
/// # Errors
/// Refused where nothing else would be left for the second step.
pub async fn remove(
    backend: &Backend,
    (account, locale): (AccountId, Locale),
    passkey: PasskeyId,
) -> Result<bool, FormError> {
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    if !locked::account(&mut tx, account).await? {
        return Ok(false);
    }
    if !passkeys::remove(&mut *tx, account, passkey, backend.clock.now()).await? {
        return Ok(false);
    }
    let left = factors::of(&mut *tx, account, None).await?;
    if !left.is_some_and(|left| left.has_authenticator || left.passkeys > 0) {
        return Err(FormError::Refused(FieldErrors::of(PASSKEY.name(), Problem::new(PASSKEY_LAST))));
    }
    tells_owner(backend, &mut tx, (account, locale), [Some(SignInChange::PasskeyRemoved), None]).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(true)
}

/// Forgets what was asked too long ago.
pub async fn forget(backend: &Backend) -> Result<(), StoreError> {
    passkeys::forget(&backend.db, backend.clock.now()).await
}
