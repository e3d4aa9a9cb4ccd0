//! What else an account says of its owner, and what they wait for.

use domain::{
    account::{AUDIENCE, AudienceKey},
    form::Facts,
    id::{AccountId, SubscriptionId},
    paths::{self, Path},
    text::TelephoneNumber,
};
use store::{accounts::profile, subscriptions};

use crate::{Backend, StoreError};

/// Sets the telephone number of an account's owner, or takes it away.
pub async fn set_telephone(
    backend: &Backend,
    account: AccountId,
    telephone: Option<&TelephoneNumber>,
) -> Result<Path, StoreError> {
    profile::set_telephone(&backend.db, account, telephone, backend.clock.now()).await?;
    Ok(paths::account())
}

/// Sets the audience that the owner of an account belongs to, or none.
pub async fn belong_to(
    backend: &Backend,
    account: AccountId,
    audience: Option<&AudienceKey>,
) -> Result<Path, StoreError> {
    profile::belong_to(&backend.db, account, audience, backend.clock.now()).await?;
    Ok(paths::account())
}

/// What is on offer to whoever says which audience they belong to.
pub async fn facts(backend: &Backend) -> Result<Facts, StoreError> {
    let all = profile::audiences(&backend.db).await?;
    Ok(Facts::default().with_list(AUDIENCE.name(), all.iter().map(|one| one.key.to_string())))
}

/// Ends something that the owner of an account waits for. Whether they did.
pub async fn end_alert(backend: &Backend, account: AccountId, alert: SubscriptionId) -> Result<bool, StoreError> {
    subscriptions::end_own(&backend.db, account, alert).await
}
