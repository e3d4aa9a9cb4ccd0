//! A registration that was sent for an address that has one: whoever reads mail there says which answers to keep.

use domain::{
    done::Done,
    id::RegistrantId,
    paths,
    registry::{leaving::KeptRegistration, sending::Consent, state::RegistrationState},
};
use store::registry::{
    consents, held, leaving,
    mine::{Stored, Which},
};

use super::{
    my,
    updating::Answered,
    versions::{self, BY_OWNER},
};
use crate::{Backend, FormError, StoreError};

/// The newest registration that waits for somebody, if any.
pub async fn waiting(backend: &Backend, registrant: RegistrantId) -> Result<Option<Stored>, StoreError> {
    my::find(backend, Which::Held(registrant)).await
}

/// Keeps the answers that were sent last, as the next version of the registration there was, or those that were there.
/// What was sent last and is kept is a registration that its sender wants: it counts, whatever the other one did.
pub async fn choose(
    backend: &Backend,
    registrant: RegistrantId,
    keep: KeptRegistration,
) -> Result<Answered, FormError> {
    let register = super::register(backend).await?;
    let now = backend.clock.now();
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let owner = leaving::lock(&mut tx, registrant).await?.ok_or(FormError::NotFound)?;
    let current = my::find_on(backend, &mut tx, Which::Current(registrant)).await?.ok_or(FormError::NotFound)?;
    let newest = my::find_on(backend, &mut tx, Which::Held(registrant)).await?;
    let newest = newest.filter(|_| keep == KeptRegistration::New);
    if let Some(newest) = &newest {
        versions::write(backend, &mut tx, (&owner, &current), (&newest.said, &register), BY_OWNER).await?;
        let agreed = consents::of_registration(&mut *tx, newest.id).await?;
        consents::write(&mut *tx, registrant, &agreed, BY_OWNER.channel, now).await?;
        if matches!(owner.state, RegistrationState::Withdrawn | RegistrationState::Lapsed) {
            leaving::revive(&mut *tx, owner.registration, "registration.rejoin", now).await?;
        }
    }
    held::delete(&mut *tx, registrant, newest.as_ref().map(|newest| (&newest.confirmation, current.id))).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok((paths::my_registration(), newest.map(|_| Done::RegistrationUpdated)))
}

/// Changes what somebody agrees to: what is not given is refused. Nothing is written of what stays as it was.
pub async fn consent(backend: &Backend, registrant: RegistrantId, given: &[Consent]) -> Result<Answered, FormError> {
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    leaving::lock(&mut tx, registrant).await?.ok_or(FormError::NotFound)?;
    let changed = consents::write(&mut *tx, registrant, given, BY_OWNER.channel, backend.clock.now()).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok((paths::my_registration(), changed.then_some(Done::ConsentsChanged)))
}
