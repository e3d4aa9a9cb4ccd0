//! Setting, changing and removing a password. Everybody who is signed in elsewhere is signed out, and the owner is told.

use domain::{
    account::{CURRENT_PASSWORD, NEW_PASSWORD, NewPassword, Password},
    form::{FieldErrors, MISSING, Problem},
    paths,
};
use serde_json::json;
use store::{
    accounts::{
        email_changes, links,
        signing_in::{self, WithPassword},
    },
    outbox::{Kind, NewMessage},
};

use super::{
    Entered,
    guarding::{self, Owner, Proof},
    passwords,
};
use crate::{Backend, FormError, StoreError, networks, secrets::Token};

/// Passwords that may be tried by whoever is signed in, in so many minutes.
const TRIES: (i32, i32) = (5, 15);

/// Sets another password, or none, by somebody who knows the one that there is; where there is none, or where they
/// opened a link just now, they need not. The session gets another token.
///
/// # Errors
/// Refused at the question where the current one is missing or wrong, or the new one is guessed easily. Unproved where they
/// have a role, and did not prove a few minutes ago who they are.
pub async fn set_password(
    backend: &Backend,
    owner: Owner,
    current: Option<&Password>,
    new: Option<&NewPassword>,
) -> Result<Entered, FormError> {
    let Owner { session, account, locale, .. } = owner;
    let found = signing_in::of_session(&backend.db, session).await?;
    let found = found.filter(|found| found.id == account).ok_or(FormError::NotFound)?;
    owner.proves(Proof::Fresh, found.has_role)?;
    proves(backend, &found, current).await?;
    let hash = match new {
        Some(new) => {
            let hash = passwords::hash(new, found.email.as_str()).await?;
            Some(hash.ok_or_else(|| refused(NEW_PASSWORD.name(), Problem::new("too-common")))?)
        }
        None => None,
    };
    let (now, token) = (backend.clock.now(), Token::draw());
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    guarding::lock(&mut tx, owner, Proof::Fresh).await?;
    // Whoever set another one meanwhile signed everybody else out, and what was proved before is worth nothing.
    let still = signing_in::of_session(&mut *tx, session).await?;
    if !still.is_some_and(|still| still.id == account && still.hash == found.hash) {
        return Err(FormError::NotFound);
    }
    signing_in::set_password(&mut *tx, account, hash.as_deref(), now).await?;
    links::end_all(&mut *tx, account).await?;
    email_changes::end(&mut *tx, account).await?;
    signing_in::end_all(&mut *tx, account, Some(session)).await?;
    store::sessions::renew(&mut *tx, session, token.hash()).await?;
    let detail = json!({ "is_set": hash.is_some(), "at": now });
    let message =
        NewMessage { kind: Kind::PasswordChanged, recipient: found.email.as_str(), order: None, detail, locale };
    store::outbox::add(&mut tx, message, now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(Entered { path: paths::account(), token })
}

/// Whether somebody who is signed in may set another password.
pub(super) async fn proves(
    backend: &Backend,
    found: &WithPassword,
    current: Option<&Password>,
) -> Result<(), FormError> {
    let Some(current) = current else {
        let asks = found.asks_current(backend.clock.now());
        return if asks { Err(refused(CURRENT_PASSWORD.name(), MISSING)) } else { Ok(()) };
    };
    networks::count_subject(backend, &format!("account-current-password:{}", found.id), TRIES).await?;
    let fits = passwords::fits(current, found.hash.clone()).await?;
    if fits { Ok(()) } else { Err(refused(CURRENT_PASSWORD.name(), Problem::new("wrong"))) }
}

fn refused(field: &'static str, problem: Problem) -> FormError {
    FormError::Refused(FieldErrors::of(field, problem))
}
