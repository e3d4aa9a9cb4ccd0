//! What somebody reports of a deployment.

use domain::{
    done::Done,
    id::RegistrantId,
    paths,
    registry::{deployed::ReportDeployment, state::RegistrationState},
};
use store::registry::{history, leaving};

use super::updating::Answered;
use crate::{Backend, FormError, StoreError};

/// Keeps what somebody reports of a deployment.
pub async fn report(
    backend: &Backend,
    registrant: RegistrantId,
    said: ReportDeployment,
) -> Result<Answered, FormError> {
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let owner = leaving::lock(&mut tx, registrant).await?.ok_or(FormError::NotFound)?;
    if owner.state == RegistrationState::Withdrawn {
        return Ok((paths::my_rejoin(), None));
    }
    history::report(&mut *tx, owner.registration, said, backend.clock.now()).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok((paths::my_registration(), Some(Done::DeploymentReported)))
}
