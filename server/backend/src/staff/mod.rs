//! Staff: signing in in two steps and what that takes, invitations, and who may do what. Roles are read with every
//! request, so that whatever changes them holds from the very next one on.

mod accepting;
mod authenticator;
mod codes;
mod confirming;
mod entering;
mod first_admin;
mod inviting;
mod looking;
pub mod passkeys;
mod people;
mod recovery;
mod rights;
mod second_step;
mod signing_in;
mod telling;
mod watching;

pub use accepting::{accept, opened};
pub(crate) use accepting::{accepted, lock_invited};
pub use authenticator::ShownSecret;
pub use confirming::{confirm, confirmed, is_confirmed};
use domain::{
    form::Facts,
    id::{AccountId, SessionId},
    locale::Locale,
    staff::ORGANISATION,
};
pub use entering::{How, enter};
pub use first_admin::{NotInvited, create_admin};
pub(crate) use inviting::link_token;
pub use inviting::{cancel, invite, resend};
pub use looking::{listed, viewed};
pub use people::{approve, change_roles, reactivate, reset_factors, suspend};
pub use recovery::{Recovery, recovery};
pub use second_step::{
    Holder, authenticator_secret, begin_authenticator, confirm_authenticator, holder, remove_authenticator,
    renew_recovery_codes,
};
pub use signing_in::{code, sign_in};
use sqlx::PgConnection;
pub(crate) use telling::tells_owner;
pub(crate) use watching::{cancels_invitations, cancels_invitations_to, ends_identities};

use crate::{Backend, StoreError, clock::days};

/// Invitations are remembered this long after they ended.
const INVITATION_KEPT_DAYS: i64 = 90;

/// Somebody who is about to change what others may do, and proved a few minutes ago who they are. What they may do
/// themselves is read where it is done.
#[derive(Clone, Copy, Debug)]
pub struct Manager {
    /// Their account.
    pub account: AccountId,
    /// The language that they read; whoever they act on is written to in it.
    pub locale: Locale,
}

/// The organisations on offer to whoever gives roles of the registry.
pub async fn facts(backend: &Backend) -> Result<Facts, StoreError> {
    let all = store::staff::authorities(&backend.db).await?;
    Ok(Facts::default().with_list(ORGANISATION.name(), all.iter().map(|one| one.key.to_string())))
}

/// Signs out in a session. Whether a provider signed in there, so that it goes on at that.
pub async fn sign_out(backend: &Backend, session: SessionId) -> Result<bool, StoreError> {
    let mut tx = backend.db.begin().await?;
    store::staff::locked::account_in(&mut tx, session).await?;
    let provider = store::staff::signing_in::end(&mut *tx, session).await?;
    tx.commit().await?;
    Ok(provider.is_some())
}

/// Whether an account may be closed: not that of the last one who administers the catalogue or the whole registry. To be
/// asked before any account is locked.
pub(crate) async fn may_close(db: &mut PgConnection, account: AccountId) -> Result<bool, StoreError> {
    Ok(!store::staff::rights::is_last_admin(db, account).await?)
}

/// Forgets who was halfway in, what was being set up for too long, what passkeys were asked, and invitations that ended
/// long ago.
pub async fn forget(backend: &Backend) -> Result<(), StoreError> {
    let now = backend.clock.now();
    store::staff::signing_in::forget(&backend.db, now).await?;
    store::staff::factors::forget_unfinished(&backend.db, now).await?;
    store::staff::provider_sign_ins::forget(&backend.db, now).await?;
    passkeys::forget(backend).await?;
    store::staff::invitations::forget(&backend.db, now - days(INVITATION_KEPT_DAYS)).await
}
