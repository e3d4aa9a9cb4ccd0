//! Everything that is held of somebody, for themselves. Who reads it is the person it is about,
//! so that nobody is written down for looking at answers about work with communities.

use domain::{
    done::Done,
    id::{RegistrantId, SessionId},
    paths::{self, Path},
    registry::{deployed::ReportDeployment, state::RegistrationState},
};
use store::registry::{
    held::{self, Consented},
    history::{self, Report, Version},
    leaving, registrants,
};

use super::{
    OwnerLink,
    unsaved::{Changing, changing},
    updating::Answered,
};
use crate::{Backend, FormError, StoreError};

/// Everything that the page of one's registration shows.
#[derive(Clone, Debug)]
pub struct Mine {
    /// What it says, and what was changed and not saved.
    pub changing: Changing,
    /// The address, as it was typed.
    pub email: String,
    /// What was agreed to or not, the newest first.
    pub consents: Vec<Consented>,
    /// Its versions, the newest first.
    pub versions: Vec<Version>,
    /// Deployments that were reported, the newest first.
    pub reports: Vec<Report>,
    /// Whether messages of campaigns are stopped.
    pub are_messages_stopped: bool,
    /// Where they are stopped, or let come again.
    pub stop_messages: Path,
}

/// Everything that is held of somebody.
pub async fn mine(backend: &Backend, session: SessionId, registrant: RegistrantId) -> Result<Option<Mine>, StoreError> {
    let Some(changing) = changing(backend, session, registrant).await? else { return Ok(None) };
    let mut db = backend.connection().await?;
    let Some(address) = registrants::address(&mut *db, registrant).await? else { return Ok(None) };
    Ok(Some(Mine {
        email: address.email,
        consents: held::history(&mut *db, registrant).await?,
        versions: history::versions(&mut *db, changing.stored.id).await?,
        reports: history::reports(&mut *db, changing.stored.id).await?,
        are_messages_stopped: leaving::are_messages_stopped(&mut *db, registrant).await?.unwrap_or_default(),
        stop_messages: OwnerLink::StopMessages.path(backend, registrant, &address.email_norm),
        changing,
    }))
}

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
