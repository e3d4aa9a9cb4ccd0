//! Passkeys: making one known, and proving by one who somebody is. They belong to the host of the service's address and
//! answer nobody else; each verifies whoever uses it, by a finger, a face or a PIN, and so proves two things at once.

use domain::{
    form::{FieldErrors, Problem},
    id::{AccountId, PasskeyId, SessionId},
    locale::Locale,
    staff::{
        AddPasskey, CEREMONY_MINUTES, MOST_PASSKEYS, PASSKEY_ANSWER, PASSKEY_COPIED, PASSKEY_ENDED, PASSKEY_KNOWN,
        PASSKEY_REFUSED, PASSKEY_TOO_MANY, PasskeyAnswer, PasskeyPurpose,
    },
};
use jiff::ToSpan;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use store::staff::passkeys::{self, Holder, NewPasskey};
use tracing::dispatcher::{Dispatch, with_default};
use webauthn_rs::prelude::{
    AuthenticationResult, Passkey, PasskeyAuthentication, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder, WebauthnError,
};

use crate::{Backend, FormError, StoreError};

/// Somebody in a session: who is signed in there, or halfway in.
pub type InSession = (SessionId, AccountId);

/// The service, as passkeys know it. There is none where people know it by a number: passkeys want a name.
fn site(backend: &Backend) -> Option<Webauthn> {
    let origin = Url::parse(&backend.origin).ok()?;
    let (host, name) = (origin.domain()?, words::say(Locale::English, "service-name"));
    WebauthnBuilder::new(host, &origin).ok()?.rp_name(&name).build().ok()
}

/// Whether passkeys can be used at the address that people know the service by.
pub fn is_offered(backend: &Backend) -> bool {
    site(backend).is_some()
}

fn refused(problem: &'static str) -> FormError {
    refused_for(Problem::new(problem))
}

fn refused_for(problem: Problem) -> FormError {
    FormError::Refused(FieldErrors::of(PASSKEY_ANSWER.name(), problem))
}

/// The library writes into the log what somebody sent; nobody needs that there.
fn quietly<T>(work: impl FnOnce() -> Result<T, WebauthnError>) -> Result<T, WebauthnError> {
    with_default(&Dispatch::none(), work)
}

/// An account that may have passkeys, with those that it has.
async fn holder(backend: &Backend, account: AccountId) -> Result<(Holder, Vec<Passkey>), FormError> {
    let holder = passkeys::holder(&backend.db, account).await?.ok_or(FormError::NotFound)?;
    let known = serde_json::from_value(holder.credentials.clone()).map_err(StoreError::from)?;
    Ok((holder, known))
}

/// What was asked of somebody.
#[derive(Deserialize)]
struct Asked<S> {
    account: AccountId,
    state: S,
}

/// Keeps what is asked from now on, for as long as a browser waits for its answer.
async fn ask(
    backend: &Backend,
    (session, account): InSession,
    purpose: PasskeyPurpose,
    (options, state): (impl Serialize, impl Serialize),
) -> Result<(), FormError> {
    let asked = json!({ "account": account, "options": options, "state": state });
    let ends = backend.clock.now() + CEREMONY_MINUTES.minutes();
    Ok(passkeys::ask(&backend.db, session, purpose, &asked, ends).await?)
}

/// What is asked in a session, as JSON for the script of its page. Nothing changes.
pub async fn options(
    backend: &Backend,
    (session, account): InSession,
    purpose: PasskeyPurpose,
) -> Result<Option<String>, StoreError> {
    let asked = passkeys::asked(&backend.db, session, purpose, backend.clock.now()).await?;
    Ok(asked.filter(|asked| asked["account"] == json!(account)).map(|asked| asked["options"].to_string()))
}

/// Takes what was asked of somebody. It is taken whatever becomes of the answer, so that none is tried twice.
async fn taken<S: DeserializeOwned>(
    backend: &Backend,
    (session, account): InSession,
    purpose: PasskeyPurpose,
) -> Result<S, FormError> {
    let asked = passkeys::take(&backend.db, session, purpose, backend.clock.now()).await?;
    let asked = asked.ok_or_else(|| refused(PASSKEY_ENDED))?;
    let Asked { account: of, state } = serde_json::from_value(asked).map_err(StoreError::from)?;
    if of == account { Ok(state) } else { Err(refused(PASSKEY_ENDED)) }
}

fn read<T: DeserializeOwned>(answer: &PasskeyAnswer) -> Result<T, FormError> {
    serde_json::from_str(answer.as_str()).map_err(|_| refused(PASSKEY_REFUSED))
}

/// Begins to make a passkey known.
///
/// # Errors
/// Refused where there are enough; nothing is found where passkeys are not offered.
pub async fn begin_adding(backend: &Backend, somebody: InSession) -> Result<(), FormError> {
    let site = site(backend).ok_or(FormError::NotFound)?;
    let (holder, known) = holder(backend, somebody.1).await?;
    if known.len() >= MOST_PASSKEYS {
        return Err(refused_for(Problem::new(PASSKEY_TOO_MANY).arg("max", MOST_PASSKEYS)));
    }
    let known = known.iter().map(|passkey| passkey.cred_id().clone()).collect();
    let (email, name) = (holder.email.as_str(), holder.full_name.as_str());
    let name = if name.is_empty() { email } else { name };
    let begun = site.start_passkey_registration(somebody.1.0, email, name, Some(known));
    ask(backend, somebody, PasskeyPurpose::Register, begun.map_err(|_| FormError::NotFound)?).await
}

/// Makes a passkey known that the browser made.
///
/// # Errors
/// Refused where it does not answer what was asked here, was not verified, or is known already, whoever's it is.
pub async fn add(backend: &Backend, somebody: InSession, form: &AddPasskey) -> Result<(), FormError> {
    let site = site(backend).ok_or(FormError::NotFound)?;
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
    let is_new = passkeys::add(&backend.db, somebody.1, new, backend.clock.now()).await?;
    if is_new { Ok(()) } else { Err(refused(PASSKEY_KNOWN)) }
}

/// Begins to ask for a passkey of somebody.
///
/// # Errors
/// Nothing is found where they have none, or passkeys are not offered.
pub async fn begin(backend: &Backend, somebody: InSession, purpose: PasskeyPurpose) -> Result<(), FormError> {
    let site = site(backend).ok_or(FormError::NotFound)?;
    let (_, known) = holder(backend, somebody.1).await?;
    if known.is_empty() {
        return Err(FormError::NotFound);
    }
    let begun = site.start_passkey_authentication(&known).map_err(|_| FormError::NotFound)?;
    ask(backend, somebody, purpose, begun).await
}

/// Proves by a passkey who somebody is, and counts its use.
///
/// # Errors
/// Refused where it does not answer what was asked here, is not theirs or not verified, or may have been copied; that
/// is written down.
pub async fn prove(
    backend: &Backend,
    somebody: InSession,
    purpose: PasskeyPurpose,
    answer: &PasskeyAnswer,
) -> Result<(), FormError> {
    let site = site(backend).ok_or(FormError::NotFound)?;
    let state: PasskeyAuthentication = taken(backend, somebody, purpose).await?;
    let answer: PublicKeyCredential = read(answer)?;
    let result = match quietly(|| site.finish_passkey_authentication(&answer, &state)) {
        Ok(result) => result,
        Err(WebauthnError::CredentialPossibleCompromise) => return Err(copied(backend, somebody.1, &answer).await?),
        Err(_) => return Err(refused(PASSKEY_REFUSED)),
    };
    let now = backend.clock.now();
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let locked = passkeys::lock(&mut tx, somebody.1, result.cred_id()).await?;
    let (id, stored) = locked.ok_or_else(|| refused(PASSKEY_REFUSED))?;
    if has_fallen_back(&stored, &result) {
        drop(tx);
        return Err(copied(backend, somebody.1, &answer).await?);
    }
    let mut passkey: Passkey = serde_json::from_value(stored).map_err(StoreError::from)?;
    passkey.update_credential(&result);
    let credential = serde_json::to_value(&passkey).map_err(StoreError::from)?;
    passkeys::used(&mut *tx, id, &credential, now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// Whether a passkey counts no more uses than were known before this one (WebAuthn level 3, §7.2). The library compares
/// with what was known when it was asked; it may have been used elsewhere since. One that never counts says 0.
fn has_fallen_back(stored: &Value, result: &AuthenticationResult) -> bool {
    let known = stored.pointer("/cred/counter").and_then(Value::as_u64).unwrap_or_default();
    let said = u64::from(result.counter());
    (known > 0 || said > 0) && said <= known
}

/// Writes down that a passkey may have been copied.
async fn copied(
    backend: &Backend,
    account: AccountId,
    answer: &PublicKeyCredential,
) -> Result<FormError, StoreError> {
    passkeys::audit_copied(&backend.db, account, answer.get_credential_id(), backend.clock.now()).await?;
    tracing::warn!(%account, "a passkey may have been copied");
    Ok(refused(PASSKEY_COPIED))
}

/// Forgets what was asked too long ago.
pub async fn forget(backend: &Backend) -> Result<(), StoreError> {
    passkeys::forget(&backend.db, backend.clock.now()).await
}
