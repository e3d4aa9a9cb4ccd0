//! Accounts: making one, signing in and out, and what their owners say of themselves.

pub mod addresses;
mod asking;
mod closing;
pub mod email;
mod entering;
mod guarding;
pub(crate) mod merging;
pub(crate) mod passwords;
pub mod profile;
mod secret;

pub use asking::{Asked, forgotten, link, sign_up};
pub use closing::{close, erase_ended};
use domain::{
    account::{ChooseEstablishment, ESTABLISHMENT},
    form::Facts,
    id::{AccountId, AccountLinkId, SessionId},
    link::LinkPart,
    paths::{self, Path},
    text::FullName,
};
pub use entering::{Browser, Entered, open, sign_in};
pub use guarding::{Owner, Proof};
pub use merging::undo as undo_merge;
pub use secret::set_password;
use serde_json::{Value, json};
use store::{
    accounts::{
        email_changes, links,
        own::{self, Own},
        signing_in,
    },
    audit::Reading,
};

use crate::{
    Backend, StoreError,
    secrets::{Token, hash_token},
};

/// Orders on one page of the list.
pub const ORDERS_A_PAGE: i64 = 20;

/// The token of a link. It follows from the server's key, so that a message which waits holds nothing that opens an
/// account.
pub(crate) fn link_token(backend: &Backend, id: AccountLinkId) -> Token {
    backend.secrets.token("account-link", &id.to_string())
}

/// What the link of a message would do, if it works still. Nothing changes.
pub async fn opened(backend: &Backend, token: &str) -> Result<Option<links::Link>, StoreError> {
    links::find(&backend.db, hash_token(token), backend.clock.now()).await
}

/// Uses the link up that has this token.
async fn taken(
    backend: &Backend,
    db: &mut sqlx::PgConnection,
    token: &LinkPart,
) -> Result<Option<links::Link>, StoreError> {
    links::take(db, hash_token(token.as_str()), backend.clock.now()).await
}

/// Signs out in one browser of an account. Whether somebody was signed in there.
pub async fn sign_out(backend: &Backend, account: AccountId, session: SessionId) -> Result<bool, StoreError> {
    let mut tx = backend.db.begin().await?;
    store::staff::locked::account(&mut tx, account).await?;
    let is_out = signing_in::end(&mut *tx, session, account).await?;
    tx.commit().await?;
    Ok(is_out)
}

/// Signs out in every browser; links that are out open nothing any more.
pub async fn sign_out_everywhere(backend: &Backend, account: AccountId) -> Result<(), StoreError> {
    let mut tx = backend.db.begin().await?;
    store::staff::locked::account(&mut tx, account).await?;
    links::end_all(&mut *tx, account).await?;
    email_changes::end(&mut *tx, account).await?;
    signing_in::end_all(&mut *tx, account, None).await?;
    Ok(tx.commit().await?)
}

/// Changes the name of an account's owner.
pub async fn rename(backend: &Backend, account: AccountId, full_name: &FullName) -> Result<Path, StoreError> {
    store::accounts::rename(&backend.db, account, full_name, backend.clock.now()).await?;
    Ok(paths::account())
}

/// Sets where the owner of an account works.
pub async fn work_at(backend: &Backend, account: AccountId, form: &ChooseEstablishment) -> Result<Path, StoreError> {
    let (establishment, now) = (form.establishment.as_ref(), backend.clock.now());
    store::accounts::work_at(&backend.db, account, establishment, now).await?;
    Ok(paths::account())
}

/// What is on offer to whoever says where they work.
pub async fn facts(backend: &Backend) -> Result<Facts, StoreError> {
    let all = store::accounts::establishments(&backend.db).await?;
    Ok(Facts::default().with_list(ESTABLISHMENT.name(), all.iter().map(|one| one.key.to_string())))
}

/// Forgets links, what was looked up, and sessions whose time has passed.
pub async fn forget(backend: &Backend) -> Result<(), StoreError> {
    let now = backend.clock.now();
    links::forget(&backend.db, now).await?;
    addresses::forget(backend).await?;
    email_changes::forget(&backend.db, now).await?;
    signing_in::forget(&backend.db, now).await
}

/// Everything that is held of the owner of an account, for them to read. Nobody reads it without an entry in the audit
/// trail.
pub async fn read_own(backend: &Backend, account: AccountId, reading: Reading) -> Result<Option<Own>, StoreError> {
    let mut tx = backend.db.begin().await?;
    let own = own::read(&mut tx, account, reading, backend.clock.now()).await?;
    tx.commit().await?;
    Ok(own)
}

/// The same as JSON for their own programs. Names are those of [`Own`]; moments are RFC 3339.
pub async fn own_json(backend: &Backend, account: AccountId) -> Result<Option<Value>, StoreError> {
    let Some(own) = read_own(backend, account, Reading::File).await? else { return Ok(None) };
    let mut written = serde_json::to_value(own)?;
    if let Value::Object(members) = &mut written {
        members.insert("written_at".to_owned(), json!(backend.clock.now()));
    }
    Ok(Some(written))
}
