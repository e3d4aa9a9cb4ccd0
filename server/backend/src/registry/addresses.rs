//! The link that confirms a registrant's e-mail address.

use domain::{
    id::RegistrantId,
    paths::{self, Path},
};
use store::{
    outbox::Kind,
    registry::registrants::{self, Address},
};

use crate::{Backend, FormError, StoreError, clock::days};

/// What the link is sealed for.
const CONFIRM: &str = "confirm-address";
/// Days for which it works.
const LINK_DAYS: i64 = 60;

/// The link of a message. It is for one address: after a change it confirms nothing.
pub(crate) fn confirm_link(backend: &Backend, registrant: RegistrantId, email_norm: &str) -> Path {
    paths::register_confirm(registrant, &backend.seal(CONFIRM, subject(registrant, email_norm), days(LINK_DAYS)))
}

/// What a link is sealed for that is for one address of somebody, in lower case.
pub(super) fn subject(registrant: RegistrantId, email_norm: &str) -> String {
    format!("{registrant} {email_norm}")
}

/// Whether a link is ours and has not ended; for the page with its button.
pub async fn is_confirm_link(backend: &Backend, registrant: RegistrantId, seal: &str) -> Result<bool, StoreError> {
    Ok(confirms(backend, registrant, seal).await?.is_some())
}

/// The address that a link confirms, if the link is ours and has not ended. It takes the same time whether there is
/// one.
async fn confirms(backend: &Backend, registrant: RegistrantId, seal: &str) -> Result<Option<Address>, StoreError> {
    let address = registrants::address(&backend.db, registrant).await?;
    let email_norm = address.as_ref().map_or("", |address| address.email_norm.as_str());
    let is_ours = backend.is_sealed(CONFIRM, subject(registrant, email_norm), seal);
    Ok(address.filter(|_| is_ours))
}

/// Confirms an address by its link, once or again. A link that is not ours, or has ended, is not found.
pub async fn confirm_address(backend: &Backend, registrant: RegistrantId, seal: &str) -> Result<Path, FormError> {
    let address = confirms(backend, registrant, seal).await?.ok_or(FormError::NotFound)?;
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    registrants::prove(&mut *tx, registrant, backend.clock.now()).await?;
    store::outbox::take_back(&mut *tx, Kind::AddressReminder, &address.email).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::register_confirmed())
}
