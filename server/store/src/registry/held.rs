//! Registrations that wait for the owner of their address.

use domain::{
    id::{RegistrantId, RegistrationId},
    registry::confirmation::ConfirmationId,
};
use sqlx::PgExecutor;

use crate::Result;

/// Deletes those that wait for somebody; the number of the one that was taken over, if any, leads to their
/// registration from now on.
pub async fn delete(
    db: impl PgExecutor<'_>,
    registrant: RegistrantId,
    taken: Option<(&ConfirmationId, RegistrationId)>,
) -> Result<()> {
    sqlx::query!(
        "with waiting as (delete from registrations where registrant_id = $1 and state = 'held')
         insert into confirmation_aliases (confirmation_id, registration_id)
         select $2::text, $3::uuid where $2::text is not null on conflict do nothing",
        registrant as _,
        taken.map(|(number, _)| number.as_str()),
        taken.map(|(_, registration)| registration) as _
    )
    .execute(db)
    .await?;
    Ok(())
}
