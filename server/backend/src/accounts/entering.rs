//! Signing in: by the link of a message, or with a password. The session gets another token: the one in its cookie may
//! have been somebody else's idea.

use std::net::IpAddr;

use domain::{
    account::{Device, LinkPurpose, PASSWORD, SignInByPassword},
    form::{FieldErrors, Problem},
    id::{AccountId, BasketId, SessionId},
    link::LinkPart,
    locale::Locale,
    paths::{self, Path},
};
use jiff::ToSpan;
use sqlx::PgConnection;
use store::{
    accounts::{
        links::{self, Link},
        signing_in::{self, Entrance, WithPassword},
    },
    sessions::TokenHash,
    staff::locked,
};

use super::{guarding, merging, passwords, taken};
use crate::{
    Backend, FormError, StoreError, networks,
    secrets::{Token, hash_token, hex},
};

/// Links that one network may press in an hour, whatever becomes of them.
pub(super) const NETWORK_PRESSES_PER_HOUR: i32 = 60;
/// Passwords that may be tried for one address in so many minutes, right or wrong; its links work meanwhile.
const TRIES: (i32, i32) = (5, 15);
/// Passwords that one network may try in so many minutes, for whatever addresses.
const NETWORK_TRIES: (i32, i32) = (10, 10);
/// Seconds within which the same link in the same browser is a button that was pressed twice.
const PRESSED_TWICE_SECONDS: i64 = 10;
/// What the token of whoever opened a link follows from.
const ENTERED: &str = "account-entered-token";

/// A browser in which somebody signs in.
#[derive(Clone, Copy, Debug)]
pub struct Browser {
    /// The token in the cookie of its session, hashed.
    pub cookie: Option<TokenHash>,
    /// Its session.
    pub session: SessionId,
    /// The basket of a guest that it holds.
    pub basket: Option<BasketId>,
    /// What it is.
    pub device: Device,
    /// The language that is read in it.
    pub locale: Locale,
    /// Its network address, where it is known.
    pub from: Option<IpAddr>,
}

/// Somebody who is signed in now.
#[derive(Clone, Debug)]
pub struct Entered {
    /// Where they go on.
    pub path: Path,
    /// The token of their session from now on.
    pub token: Token,
}

/// Does what the link of a message is for, once, and signs in. The token of the session follows from cookie, link and the
/// server's key, so that a button which is pressed twice lands signed in: the second press finds by it what the first
/// one began.
///
/// # Errors
/// Nothing is found where the link was used, is too old or none of ours.
pub async fn open(backend: &Backend, browser: Browser, link: &LinkPart) -> Result<Entered, FormError> {
    networks::count(backend, browser.from, "account-link-open", NETWORK_PRESSES_PER_HOUR).await?;
    let cookie = browser.cookie.map(|cookie| hex(&cookie)).unwrap_or_default();
    let token = backend.secrets.token(ENTERED, &format!("{cookie} {}", link.as_str()));
    match open_once(backend, browser, link, token.hash()).await {
        Ok(path) => Ok(Entered { path, token }),
        Err(FormError::NotFound) => {
            let since = backend.clock.now() - PRESSED_TWICE_SECONDS.seconds();
            let is_halfway = signing_in::since(&backend.db, token.hash(), since).await?.ok_or(FormError::NotFound)?;
            Ok(Entered { path: if is_halfway { guarding::second_step() } else { paths::account() }, token })
        }
        Err(other) => Err(other),
    }
}

/// Uses the link up and signs in, in one transaction: whoever presses at the same moment waits for its end, as does whoever
/// signs out everywhere. Whoever has a role and forgot their password takes the second step first.
async fn open_once(backend: &Backend, browser: Browser, link: &LinkPart, token: TokenHash) -> Result<Path, FormError> {
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    // The account is locked before its link is.
    let known = links::find(&mut *tx, hash_token(link.as_str()), backend.clock.now()).await?;
    if let Some(account) = known.and_then(|known| known.account) {
        locked::account(&mut tx, account).await?;
    }
    let link = taken(backend, &mut tx, link).await?.ok_or(FormError::NotFound)?;
    let account = account_of(backend, &mut tx, &link).await?;
    if link.purpose == LinkPurpose::Reset
        && let Some(path) = guarding::begins_second_step(backend, &mut tx, (browser.session, account), token).await?
    {
        tx.commit().await.map_err(StoreError::from)?;
        return Ok(path);
    }
    let entrance = Entrance { token, is_proved: true, device: browser.device };
    let is_merged = enter(backend, &mut tx, browser, (account, entrance)).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(match link.purpose {
        LinkPurpose::Confirm => paths::account_establishment(),
        LinkPurpose::Reset => paths::account_password(),
        LinkPurpose::SignIn => landing(is_merged),
    })
}

/// The account that a link opens; one that confirms an address makes it.
async fn account_of(backend: &Backend, db: &mut PgConnection, link: &Link) -> Result<AccountId, FormError> {
    let (None, Some(full_name)) = (link.account, &link.full_name) else {
        return link.account.ok_or(FormError::NotFound);
    };
    let (id, now) = (AccountId(uuid::Uuid::now_v7()), backend.clock.now());
    let made = store::accounts::make(db, id, (&link.email, full_name), now).await?;
    made.ok_or(FormError::NotFound)
}

/// Signs in with a password. Wrong ones, and addresses without an account or a password, get the same answer after the
/// same work.
///
/// # Errors
/// Refused at the password where it does not fit; too often where an address or a network tried too many.
pub async fn sign_in(backend: &Backend, browser: Browser, form: &SignInByPassword) -> Result<Entered, FormError> {
    let email_norm = form.email.normalised();
    networks::count_in(backend, browser.from, "account-password-net", NETWORK_TRIES).await?;
    networks::count_subject(backend, &format!("account-password:{email_norm}"), TRIES).await?;
    let found = signing_in::of_email(&backend.db, &email_norm).await?;
    let hash = found.as_ref().and_then(|account| account.hash.clone());
    let account = found.filter(|_| hash.is_some());
    let wrong = || FormError::Refused(FieldErrors::of(PASSWORD.name(), Problem::new("wrong")));
    let (true, Some(account)) = (passwords::fits(&form.password, hash).await?, account) else {
        return Err(wrong());
    };
    let token = Token::draw();
    let entrance = Entrance { token: token.hash(), is_proved: false, device: browser.device };
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    if !is_unchanged(&mut tx, &email_norm, &account).await? {
        return Err(wrong());
    }
    let is_merged = enter(backend, &mut tx, browser, (account.id, entrance)).await?;
    tx.commit().await.map_err(StoreError::from)?;
    passwords::renew(backend, account.id, &form.password, account.hash.as_deref()).await?;
    Ok(Entered { path: landing(is_merged), token })
}

/// Locks an account whose password fits. Whether it is open still, with this password and this address: comparing took its
/// time.
async fn is_unchanged(db: &mut PgConnection, email_norm: &str, fits: &WithPassword) -> Result<bool, StoreError> {
    locked::account(&mut *db, fits.id).await?;
    let now = signing_in::of_email(db, email_norm).await?;
    Ok(now.is_some_and(|now| now.id == fits.id && now.hash == fits.hash))
}

/// Signs in, and brings along the basket that there was. Whether anything came with it.
async fn enter(
    backend: &Backend,
    db: &mut PgConnection,
    browser: Browser,
    (account, entrance): (AccountId, Entrance),
) -> Result<bool, StoreError> {
    signing_in::begin(&mut *db, browser.session, account, entrance, backend.clock.now()).await?;
    merging::merge(backend, db, (browser.basket, browser.session), account).await
}

/// Where whoever signed in goes on: the basket says what was added to it.
fn landing(is_merged: bool) -> Path {
    if is_merged { paths::basket() } else { paths::account() }
}
