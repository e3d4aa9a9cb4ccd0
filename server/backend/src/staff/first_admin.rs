//! The first administrator, whom nobody can invite: whoever runs the service does, at its command line.

use domain::{
    form::Answer,
    locale::Locale,
    paths::{self, Path},
    staff::{AccountState, AuthorityKey, CatalogueRole, MINISTRY, RegistryRole, Roles},
    text::{EmailAddress, FullName},
};
use store::staff::{invitations::For, rights, signing_in};

use super::{inviting::Invited, watching};
use crate::{Backend, StoreError};

/// Why nobody was invited.
#[derive(Debug, thiserror::Error)]
pub enum NotInvited {
    /// Somebody administers both already.
    #[error("somebody administers the catalogue and the whole registry already; --again invites another one")]
    IsThere,
    /// The account of the address is not in use.
    #[error("the account of this address is suspended")]
    Suspended,
    /// The ministry is not among the organisations.
    #[error("the ministry is not among the health authorities")]
    NoMinistry,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Invites somebody to administer the catalogue and the whole registry, in the place of what is open for their address.
/// Gives what the link leads to, which is mailed as well.
///
/// # Errors
/// Where somebody does so already, unless there is to be another one, or where their account is suspended.
pub async fn create_admin(
    backend: &Backend,
    (email, name): (&EmailAddress, &FullName),
    again: bool,
) -> Result<Path, NotInvited> {
    let ministry = AuthorityKey::read(MINISTRY).map_err(|_| NotInvited::NoMinistry)?;
    if !store::staff::authorities(&backend.db).await?.iter().any(|one| one.key == ministry) {
        return Err(NotInvited::NoMinistry);
    }
    let email_norm = email.normalised();
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let administers = |roles: &Roles| roles.is_catalogue_admin() && roles.is_ministry_admin();
    if !again && rights::lock(&mut tx, &[]).await?.iter().any(|one| administers(&one.roles)) {
        return Err(NotInvited::IsThere);
    }
    let account = signing_in::of_email(&mut *tx, &email_norm).await?;
    if account.is_some_and(|account| account.state == AccountState::Suspended) {
        return Err(NotInvited::Suspended);
    }
    let roles = Roles::of(Some(CatalogueRole::Admin), Some(RegistryRole::Admin), Some(ministry));
    watching::cancels_invitations_to(backend, &mut tx, (None, None), &email_norm).await?;
    let invited = Invited { email, to: For::Roles(&roles), name: Some(name) };
    let token = invited.write(backend, &mut tx, (None, Locale::English)).await?;
    // Nobody else wrote one meanwhile: the address is theirs alone within this transaction.
    let token = token.ok_or_else(|| StoreError::Refused("staff_invitations_open".to_owned()))?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::staff_invitation(token.as_str()))
}
