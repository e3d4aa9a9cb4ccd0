//! Asking for the link of a message: to sign up, to sign in, and to set another password. Whoever asks sees the same and
//! waits as long whether there is an account or not: the one who reads mail at the address is told.

use std::net::IpAddr;

use domain::{
    account::{ACCOUNT_EMAIL, LINK_MINUTES, LinkPurpose},
    form::{FieldErrors, Problem},
    id::{AccountId, AccountLinkId},
    locale::Locale,
    paths::{self, Path},
    text::{EmailAddress, FullName},
};
use jiff::ToSpan;
use serde_json::json;
use store::{
    accounts::links::{self, For},
    outbox::{Kind, NewMessage},
};

use super::link_token;
use crate::{Backend, FormError, StoreError, networks};

/// Links that may be mailed to one address in an hour.
pub const LINKS_PER_HOUR: i32 = 3;
/// Accounts that one network may ask for in an hour.
pub const NETWORK_SIGN_UPS_PER_HOUR: i32 = 5;
/// The same of one that the settings name, behind whose addresses many people work.
pub const SHARED_SIGN_UPS_PER_HOUR: i32 = 60;
/// Other links that one network may ask for in an hour: a workplace has one address.
pub const NETWORK_LINKS_PER_HOUR: i32 = 60;

/// Who asks for a link.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The address that it goes to.
    pub email: &'a EmailAddress,
    /// The language of whoever asks.
    pub locale: Locale,
    /// Their network address, where it is known.
    pub from: Option<IpAddr>,
}

/// Mails a link that makes an account; to whoever has one, a link that signs in.
pub async fn sign_up(backend: &Backend, asked: Asked<'_>, full_name: &FullName) -> Result<Path, FormError> {
    let is_shared = asked.from.is_some_and(|from| backend.shared_networks.hold(from));
    let most = if is_shared { SHARED_SIGN_UPS_PER_HOUR } else { NETWORK_SIGN_UPS_PER_HOUR };
    networks::count(backend, asked.from, "account-sign-up", most).await?;
    let (kind, whom) = match owner(backend, asked).await? {
        Some(account) => (Kind::AccountExists, For::Owner(account, LinkPurpose::SignIn)),
        None => (Kind::AccountConfirm, For::Newcomer(asked.email, full_name)),
    };
    mail(backend, asked, kind, whom).await
}

/// Mails a link that signs in; to whoever has no account, that there is none.
pub async fn link(backend: &Backend, asked: Asked<'_>) -> Result<Path, FormError> {
    to_owner(backend, asked, (Kind::AccountSignIn, LinkPurpose::SignIn)).await
}

/// Mails a link by which another password is set; to whoever has no account, that there is none.
pub async fn forgotten(backend: &Backend, asked: Asked<'_>) -> Result<Path, FormError> {
    to_owner(backend, asked, (Kind::AccountReset, LinkPurpose::Reset)).await
}

async fn to_owner(
    backend: &Backend,
    asked: Asked<'_>,
    (kind, purpose): (Kind, LinkPurpose),
) -> Result<Path, FormError> {
    networks::count(backend, asked.from, "account-link-net", NETWORK_LINKS_PER_HOUR).await?;
    let (kind, whom) = match owner(backend, asked).await? {
        Some(account) => (kind, For::Owner(account, purpose)),
        None => (Kind::AccountNone, For::Nobody),
    };
    mail(backend, asked, kind, whom).await
}

/// Whose address it is, once it is counted.
async fn owner(backend: &Backend, asked: Asked<'_>) -> Result<Option<AccountId>, FormError> {
    let email_norm = asked.email.normalised();
    let subject = format!("account-link:{email_norm}");
    if store::rate_counters::count(&backend.db, &subject, 60, backend.clock.now()).await? > LINKS_PER_HOUR {
        let problem = Problem::new("any-links-too-many");
        return Err(FormError::Refused(FieldErrors::of(ACCOUNT_EMAIL.name(), problem)));
    }
    Ok(store::accounts::of_email(&backend.db, &email_norm).await?)
}

/// Writes a link and its message; a link that opens nothing where the message has none.
async fn mail(backend: &Backend, asked: Asked<'_>, kind: Kind, whom: For<'_>) -> Result<Path, FormError> {
    let (id, now) = (AccountLinkId(uuid::Uuid::now_v7()), backend.clock.now());
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let token = link_token(backend, id).hash();
    links::add(&mut *tx, id, token, whom, now + LINK_MINUTES.minutes()).await?;
    let (recipient, detail, locale) = (asked.email.as_str(), json!({ "link": id }), asked.locale);
    store::outbox::add(&mut tx, NewMessage { kind, recipient, order: None, detail, locale }, now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::account_mailed())
}
