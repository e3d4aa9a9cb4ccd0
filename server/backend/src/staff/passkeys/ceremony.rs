//! What a browser is asked of passkeys, and whether it answers it. Passkeys belong to the host of the service's address
//! and answer nobody else; each verifies whoever uses it, by a finger, a face or a PIN, and so proves two things.

use domain::{
    form::{FieldErrors, Problem},
    id::AccountId,
    locale::Locale,
    staff::{
        CEREMONY_MINUTES, PASSKEY_ANSWER, PASSKEY_COPIED, PASSKEY_ENDED, PASSKEY_REFUSED, PasskeyAnswer, PasskeyPurpose,
    },
};
use jiff::ToSpan;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use sqlx::{PgConnection, Postgres, Transaction};
use store::staff::{locked, passkeys};
use tracing::dispatcher::{Dispatch, with_default};
use webauthn_rs::prelude::{
    AuthenticationResult, Passkey, PasskeyAuthentication, PublicKeyCredential, Url, Webauthn, WebauthnBuilder,
    WebauthnError,
};

use super::InSession;
use crate::{Backend, FormError, StoreError};

/// The service, as passkeys know it. There is none where people know it by a number: passkeys want a name.
fn site_of(origin: &str) -> Option<Webauthn> {
    let origin = Url::parse(origin).ok()?;
    let (host, name) = (origin.domain()?, words::say(Locale::English, "service-name"));
    WebauthnBuilder::new(host, &origin).ok()?.rp_name(&name).build().ok()
}

/// The same; nothing is found where there is none.
pub(super) fn site(backend: &Backend) -> Result<Webauthn, FormError> {
    site_of(&backend.origin).ok_or(FormError::NotFound)
}

/// The answer of a browser was refused.
pub(super) fn refused(problem: &'static str) -> FormError {
    FormError::Refused(FieldErrors::of(PASSKEY_ANSWER.name(), Problem::new(problem)))
}

/// The library writes into the log what somebody sent; nobody needs that there.
pub(super) fn quietly<T>(work: impl FnOnce() -> Result<T, WebauthnError>) -> Result<T, WebauthnError> {
    with_default(&Dispatch::none(), work)
}

/// What was asked of somebody.
#[derive(Deserialize)]
struct Asked<S> {
    account: AccountId,
    state: S,
}

/// Keeps what is asked from now on, for as long as a browser waits for its answer.
pub(super) async fn ask(
    backend: &Backend,
    (session, account): InSession,
    purpose: PasskeyPurpose,
    (options, state): (impl Serialize, impl Serialize),
) -> Result<(), FormError> {
    let asked = json!({ "account": account, "options": options, "state": state });
    let ends = backend.clock.now() + CEREMONY_MINUTES.minutes();
    Ok(passkeys::ask(&backend.db, session, purpose, &asked, ends).await?)
}

/// What is asked of somebody, as JSON for the script of its page. Nothing changes.
pub async fn options(
    backend: &Backend,
    (session, account): InSession,
    purpose: PasskeyPurpose,
) -> Result<Option<String>, StoreError> {
    let asked = passkeys::asked(&backend.db, session, purpose, backend.clock.now()).await?;
    Ok(asked.filter(|asked| asked["account"] == json!(account)).map(|asked| asked["options"].to_string()))
}

/// Takes what was asked of somebody. It is taken whatever becomes of the answer, so that none is tried twice.
pub(super) async fn taken<S: DeserializeOwned>(
    backend: &Backend,
    (session, account): InSession,
    purpose: PasskeyPurpose,
) -> Result<S, FormError> {
    let asked = passkeys::take(&backend.db, session, purpose, backend.clock.now()).await?;
    let asked = asked.ok_or_else(|| refused(PASSKEY_ENDED))?;
    let Asked { account: of, state } = serde_json::from_value(asked).map_err(StoreError::from)?;
    if of == account { Ok(state) } else { Err(refused(PASSKEY_ENDED)) }
}

/// What a browser answered.
pub(super) fn read<T: DeserializeOwned>(answer: &PasskeyAnswer) -> Result<T, FormError> {
    serde_json::from_str(answer.as_str()).map_err(|_| refused(PASSKEY_REFUSED))
}

/// Begins to ask for a passkey that is known.
///
/// # Errors
/// Nothing is found where there is none, or passkeys are not offered.
pub(super) async fn begin(backend: &Backend, somebody: InSession, purpose: PasskeyPurpose) -> Result<(), FormError> {
    let (_, known) = super::holder_of(backend, somebody.1).await?;
    if known.is_empty() {
        return Err(FormError::NotFound);
    }
    let begun = site(backend)?.start_passkey_authentication(&known).map_err(|_| FormError::NotFound)?;
    ask(backend, somebody, purpose, begun).await
}

/// Proves by a passkey who somebody is, and counts its use. Their account is locked in the transaction that it gives, in
/// which they come in.
///
/// # Errors
/// Refused where it does not answer what was asked here, is not theirs or not verified, or may have been copied; that
/// is written down. Nothing is found where they are not halfway in, or not signed in as staff, any more.
pub(super) async fn prove(
    backend: &Backend,
    somebody: InSession,
    purpose: PasskeyPurpose,
    answer: &PasskeyAnswer,
) -> Result<Transaction<'static, Postgres>, FormError> {
    let site = site(backend)?;
    let state: PasskeyAuthentication = taken(backend, somebody, purpose).await?;
    let answer: PublicKeyCredential = read(answer)?;
    let result = match quietly(|| site.finish_passkey_authentication(&answer, &state)) {
        Ok(result) => result,
        Err(WebauthnError::CredentialPossibleCompromise) => return Err(copied(backend, somebody.1, &answer).await?),
        Err(_) => return Err(refused(PASSKEY_REFUSED)),
    };
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    if !is_there(backend, &mut tx, somebody, purpose).await? {
        return Err(FormError::NotFound);
    }
    let known = passkeys::lock(&mut tx, somebody.1, result.cred_id()).await?;
    let (id, stored) = known.ok_or_else(|| refused(PASSKEY_REFUSED))?;
    if has_fallen_back(&stored, &result) {
        tx.rollback().await.map_err(StoreError::from)?;
        return Err(copied(backend, somebody.1, &answer).await?);
    }
    let mut passkey: Passkey = serde_json::from_value(stored).map_err(StoreError::from)?;
    passkey.update_credential(&result);
    let credential = serde_json::to_value(&passkey).map_err(StoreError::from)?;
    passkeys::used(&mut *tx, id, &credential, backend.clock.now()).await?;
    Ok(tx)
}

/// Locks the account of whoever uses a passkey. Whether they are where they were when it was asked.
async fn is_there(
    backend: &Backend,
    db: &mut PgConnection,
    somebody: InSession,
    purpose: PasskeyPurpose,
) -> Result<bool, StoreError> {
    match purpose {
        PasskeyPurpose::SignIn => locked::halfway(db, somebody, backend.clock.now()).await,
        PasskeyPurpose::Register | PasskeyPurpose::Confirm => locked::at_work(db, somebody).await,
    }
}

/// Whether a passkey counts no more uses than were known before this one (WebAuthn level 3, §7.2). The library only
/// knows how it was when it was asked; it may have been used elsewhere since. One that never counts says 0.
fn has_fallen_back(stored: &Value, result: &AuthenticationResult) -> bool {
    let known = stored.pointer("/cred/counter").and_then(Value::as_u64).unwrap_or_default();
    let said = u64::from(result.counter());
    (known > 0 || said > 0) && said <= known
}

/// Writes down that a passkey may have been copied.
async fn copied(backend: &Backend, account: AccountId, answer: &PublicKeyCredential) -> Result<FormError, StoreError> {
    passkeys::audit_copied(&backend.db, account, answer.get_credential_id(), backend.clock.now()).await?;
    tracing::warn!(%account, "a passkey may have been copied");
    Ok(refused(PASSKEY_COPIED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cp_46_passkeys_want_a_name_for_the_service_and_not_a_number() {
        for origin in ["https://healthpost.example", "http://localhost:3000"] {
            let site = site_of(origin).unwrap_or_else(|| panic!("{origin}"));
            assert_eq!(site.get_allowed_origins().len(), 1, "and no other, nor any other port");
        }
        for origin in ["http://127.0.0.1:3000", "https://[::1]", "healthpost", ""] {
            assert!(site_of(origin).is_none(), "{origin}");
        }
    }
}
