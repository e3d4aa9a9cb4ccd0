//! Another address of an account: confirmed by whoever reads mail there, told to the one before.

use std::net::IpAddr;

use domain::{
    account::{ACCOUNT_NEW_EMAIL, ChangeAccountEmail, LINK_MINUTES},
    form::{FieldErrors, Problem},
    id::{AccountId, AccountLinkId, SessionId},
    link::LinkPart,
    locale::Locale,
    paths::{self, Path},
    text::EmailAddress,
};
use jiff::ToSpan;
use serde_json::json;
use store::{
    accounts::{email_changes, links, signing_in},
    outbox::{Kind, NewMessage},
};

use super::{asking, secret};
use crate::{
    Backend, FormError, StoreError, networks,
    secrets::{Token, hash_token},
};

/// Somebody who is signed in, and asks for something that takes more than that.
#[derive(Clone, Copy, Debug)]
pub struct Owner {
    /// Their session.
    pub session: SessionId,
    /// Their account.
    pub account: AccountId,
    /// The language that they read.
    pub locale: Locale,
    /// Their network address, where it is known.
    pub from: Option<IpAddr>,
}

/// The token of the link to another address; it follows from the server's key, as that of other links.
pub(crate) fn link_token(backend: &Backend, id: AccountLinkId) -> Token {
    backend.secrets.token("account-email", &id.to_string())
}

/// Mails a link to the address that an account is to have. To one that has an account already goes another message, and
/// whoever asked sees no difference.
///
/// # Errors
/// Refused at the question where it is the address of the account, where too many links went there, or where the
/// password is missing or wrong.
pub async fn ask(backend: &Backend, owner: Owner, form: &ChangeAccountEmail) -> Result<Path, FormError> {
    let found = signing_in::of_session(&backend.db, owner.session).await?;
    let found = found.filter(|found| found.id == owner.account).ok_or(FormError::NotFound)?;
    secret::proves(backend, &found, form.current.as_ref()).await?;
    if found.email.normalised() == form.email.normalised() {
        return Err(refused(Problem::new("any-email-is-yours")));
    }
    networks::count(backend, owner.from, "account-link-net", asking::NETWORK_LINKS_PER_HOUR).await?;
    let subject = format!("account-link:{}", form.email.normalised());
    let (id, now) = (AccountLinkId(uuid::Uuid::now_v7()), backend.clock.now());
    if store::rate_counters::count(&backend.db, &subject, 60, now).await? > asking::LINKS_PER_HOUR {
        return Err(refused(Problem::new("any-links-too-many")));
    }
    let is_taken = store::accounts::of_email(&backend.db, &form.email.normalised()).await?.is_some();
    let kind = if is_taken { Kind::AccountEmailTaken } else { Kind::AccountNewEmail };
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let link = (id, link_token(backend, id).hash());
    email_changes::ask(&mut *tx, owner.account, link, &form.email, now + LINK_MINUTES.minutes()).await?;
    tell(&mut tx, kind, (&form.email, owner.locale), json!({ "link": id }), now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::account_mailed())
}

/// The address that the link of somebody who is signed in would give their account. Nothing changes.
pub async fn opened(backend: &Backend, account: AccountId, token: &str) -> Result<Option<EmailAddress>, StoreError> {
    email_changes::find(&backend.db, account, hash_token(token), backend.clock.now()).await
}

/// Gives an account the address that its link was mailed to. Everybody else is signed out of it, other links open nothing
/// any more, and the address before is told. Whether it did so now: a link that is pressed twice did so before.
///
/// # Errors
/// Nothing is found where the link is somebody else's, too old or none of ours, or where the address is somebody else's
/// meanwhile.
pub async fn confirm(backend: &Backend, owner: Owner, token: &LinkPart) -> Result<bool, FormError> {
    networks::count(backend, owner.from, "account-link-open", super::entering::NETWORK_PRESSES_PER_HOUR).await?;
    let now = backend.clock.now();
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let change = email_changes::take(&mut tx, owner.account, hash_token(token.as_str()), now).await?;
    let change = change.ok_or(FormError::NotFound)?;
    if change.was_used {
        return Ok(false);
    }
    let had = match email_changes::change(&mut tx, owner.account, &change.email, now).await {
        // Somebody made an account of it at this moment.
        Err(StoreError::Refused(_)) => None,
        other => other?,
    };
    let had = had.ok_or(FormError::NotFound)?;
    links::end_all(&mut *tx, owner.account).await?;
    signing_in::end_all(&mut *tx, owner.account, Some(owner.session)).await?;
    tell(&mut tx, Kind::AccountEmailChanged, (&had, owner.locale), json!({}), now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(true)
}

async fn tell(
    db: &mut sqlx::PgConnection,
    kind: Kind,
    (email, locale): (&EmailAddress, Locale),
    detail: serde_json::Value,
    now: jiff::Timestamp,
) -> Result<(), StoreError> {
    let message = NewMessage { kind, recipient: email.as_str(), order: None, detail, locale };
    store::outbox::add(db, message, now).await?;
    Ok(())
}

fn refused(problem: Problem) -> FormError {
    FormError::Refused(FieldErrors::of(ACCOUNT_NEW_EMAIL.name(), problem))
}
