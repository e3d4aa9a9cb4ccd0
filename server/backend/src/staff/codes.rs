//! A code that somebody typed: of their authenticator, or for recovery. Either works once.

use domain::{id::AccountId, staff::StaffCode};
use sqlx::PgConnection;
use store::staff::factors;

use super::{authenticator::Authenticator, entering::How, recovery};
use crate::{Backend, StoreError};

/// Takes a code of an account: what it is a code of, or nothing where it is wrong or was taken before. Nothing of it is
/// kept unless the transaction is.
pub(super) async fn take(
    backend: &Backend,
    db: &mut PgConnection,
    account: AccountId,
    code: &StaffCode,
) -> Result<Option<How<'static>>, StoreError> {
    match code {
        StaffCode::Recovery(code) => Ok(recovery::take(backend, db, account, code).await?.then_some(How::Recovery)),
        StaffCode::Authenticator(code) => {
            let stored = factors::authenticator(&mut *db, account, None).await?;
            let Some(stored) = stored.filter(|stored| stored.is_confirmed) else { return Ok(None) };
            let authenticator = Authenticator::open(&backend.sealing, account, &stored.secret)?;
            let Some(step) = authenticator.step_of(code, backend.clock.now())? else { return Ok(None) };
            Ok(factors::use_step(db, account, step).await?.then_some(How::Code))
        }
    }
}
