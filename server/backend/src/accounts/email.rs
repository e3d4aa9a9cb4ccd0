//! Another address of an account: confirmed by whoever reads mail there and by whoever reads it at the one that there is,
//! and told to that one.

use domain::{
    account::{ACCOUNT_NEW_EMAIL, ChangeAccountEmail, EmailSide, LINK_MINUTES},
    form::{FieldErrors, Problem},
    id::{AccountId, AccountLinkId},
    link::LinkPart,
    locale::Locale,
    paths::{self, Path},
    text::EmailAddress,
};
use jiff::ToSpan;
use serde_json::json;
use store::{
    accounts::{
        email_changes::{self, Change},
        links, signing_in,
    },
    outbox::{Kind, NewMessage},
};

use super::{
    asking,
    guarding::{self, Owner, Proof},
    secret,
};
use crate::{
    Backend, FormError, StoreError, networks,
    secrets::{Token, hash_token},
    staff,
};

/// Changes that an account may ask for in so many minutes: each writes to an address that others read.
const ASKED: (i32, i32) = (5, 60);

/// What became of a link that was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// Both addresses confirmed it: the account has the new one from now on.
    Changed,
    /// It has had it since a press before.
    Before,
    /// The other address has to confirm it too.
    Awaited,
}

/// The token of the link to one of the two addresses; it follows from the server's key, as that of other links.
pub(crate) fn link_token(backend: &Backend, side: EmailSide, id: AccountLinkId) -> Token {
    let purpose = match side {
        EmailSide::New => "account-email",
        EmailSide::Old => "account-old-email",
    };
    backend.secrets.token(purpose, &id.to_string())
}

/// Mails a link to the address that an account is to have, and one to the address that it has. To one that has an account
/// already goes another message, and whoever asked sees no difference.
///
/// # Errors
/// Refused at the question where it is the address of the account, where too many links went there, or where the
/// password is missing or wrong; too often where the account or its network asked too often. Unproved where they have a
/// role, and did not prove a few minutes ago who they are.
pub async fn ask(backend: &Backend, owner: Owner, form: &ChangeAccountEmail) -> Result<Path, FormError> {
    let found = signing_in::of_session(&backend.db, owner.session).await?;
    let found = found.filter(|found| found.id == owner.account).ok_or(FormError::NotFound)?;
    owner.proves(Proof::Fresh, found.has_role)?;
    secret::proves(backend, &found, form.current.as_ref()).await?;
    if found.email.normalised() == form.email.normalised() {
        return Err(refused(Problem::new("any-email-is-yours")));
    }
    networks::count(backend, owner.from, "account-link-net", asking::NETWORK_LINKS_PER_HOUR).await?;
    networks::count_subject(backend, &format!("account-email:{}", owner.account), ASKED).await?;
    let subject = format!("account-link:{}", form.email.normalised());
    let (id, now) = (AccountLinkId(uuid::Uuid::now_v7()), backend.clock.now());
    if store::rate_counters::count(&backend.db, &subject, 60, now).await? > asking::LINKS_PER_HOUR {
        return Err(refused(Problem::new("any-links-too-many")));
    }
    let is_taken = store::accounts::of_email(&backend.db, &form.email.normalised()).await?.is_some();
    let kind = if is_taken { Kind::AccountEmailTaken } else { Kind::AccountNewEmail };
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    guarding::lock(&mut tx, owner, Proof::Fresh).await?;
    let tokens = [EmailSide::New, EmailSide::Old].map(|side| link_token(backend, side, id).hash());
    email_changes::ask(&mut *tx, owner.account, (id, tokens), &form.email, now + LINK_MINUTES.minutes()).await?;
    for (kind, email) in [(kind, &form.email), (Kind::AccountOldEmail, &found.email)] {
        tell(&mut tx, kind, (email, owner.locale), json!({ "link": id }), now).await?;
    }
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::account_mailed())
}

/// What the link of somebody who is signed in is about, as long as it does anything. Nothing changes.
pub async fn opened(backend: &Backend, account: AccountId, token: &str) -> Result<Option<Change>, StoreError> {
    let change = email_changes::find(&backend.db, account, hash_token(token), backend.clock.now()).await?;
    Ok(change.filter(|change| !change.was_used))
}

/// Confirms another address from one of the two sides. Once both have, in any order, the account has it: everybody else
/// is signed out of it, other links open nothing any more, and the address before is told. Of two who press at once, the
/// second waits for the first.
///
/// # Errors
/// Nothing is found where the link is somebody else's, too old or none of ours, or where the address is somebody else's
/// meanwhile. Unproved where they have a role, and are not in as staff: that they proved it just before, asking took.
pub async fn confirm(backend: &Backend, owner: Owner, token: &LinkPart) -> Result<Pressed, FormError> {
    networks::count(backend, owner.from, "account-link-open", super::entering::NETWORK_PRESSES_PER_HOUR).await?;
    let now = backend.clock.now();
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    guarding::lock(&mut tx, owner, Proof::Staff).await?;
    let change = email_changes::take(&mut tx, owner.account, hash_token(token.as_str()), now).await?;
    let change = change.ok_or(FormError::NotFound)?;
    if change.was_used {
        return Ok(Pressed::Before);
    }
    email_changes::confirm(&mut *tx, owner.account, change.side, now).await?;
    if !change.is_confirmed_elsewhere() {
        tx.commit().await.map_err(StoreError::from)?;
        return Ok(Pressed::Awaited);
    }
    let had = match email_changes::change(&mut tx, owner.account, &change.email, now).await {
        // Somebody made an account of it at this moment.
        Err(StoreError::Refused(_)) => None,
        other => other?,
    };
    let had = had.ok_or(FormError::NotFound)?;
    links::end_all(&mut *tx, owner.account).await?;
    let own = Some(owner.account);
    staff::cancels_invitations_to(backend, &mut tx, (own, own), &had.normalised()).await?;
    signing_in::end_all(&mut *tx, owner.account, Some(owner.session)).await?;
    tell(&mut tx, Kind::AccountEmailChanged, (&had, owner.locale), json!({}), now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(Pressed::Changed)
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
