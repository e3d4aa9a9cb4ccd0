//! How often somebody downloads what is held of them: it is much to read and to write, and nobody needs it more often.

use domain::id::{AccountId, RegistrantId};

use crate::{Backend, StoreError, networks};

/// Downloads of one account, and of one registration, in so many minutes.
const DOWNLOADS: (i32, i32) = (5, 60);

/// Counts a download of what is held of the owner of an account. The seconds to wait where it is one too many.
pub async fn of_account(backend: &Backend, account: AccountId) -> Result<Option<i64>, StoreError> {
    networks::wait(backend, &format!("account-export:{account}"), DOWNLOADS).await
}

/// The same of somebody who is registered.
pub async fn of_registrant(backend: &Backend, registrant: RegistrantId) -> Result<Option<i64>, StoreError> {
    networks::wait(backend, &format!("registrant-export:{registrant}"), DOWNLOADS).await
}
