//! What the pages of one's registration show beside its answers. Who reads it is the person it is about, so that nobody
//! is written down for looking at answers about work with communities.

use domain::{
    id::{RegistrantId, SessionId},
    paths::Path,
    registry::Register,
};
pub use store::registry::own::{Beside, Consented, Report};
use store::registry::{
    history::{self, Version},
    own,
};

use super::{
    OwnerLink,
    unsaved::{Changing, changing_on},
};
use crate::{Backend, StoreError};

/// Everything that the page of one's registration shows.
#[derive(Clone, Debug)]
pub struct Mine {
    /// What it says, and what was changed and not saved.
    pub changing: Changing,
    /// Consents and deployments.
    pub beside: Beside,
    /// Its versions, the newest first.
    pub versions: Vec<Version>,
    /// Where messages of campaigns are stopped, or let come again.
    pub stop_messages: Path,
}

/// Everything that the page of somebody's registration shows.
pub async fn mine(
    backend: &Backend,
    who: (SessionId, RegistrantId),
    register: &Register,
) -> Result<Option<Mine>, StoreError> {
    let (_, registrant) = who;
    let mut db = backend.connection().await?;
    let Some(changing) = changing_on(backend, &mut db, who, register).await? else { return Ok(None) };
    let Some(beside) = own::beside(&mut *db, registrant).await? else { return Ok(None) };
    let address = changing.stored.said.email.normalised();
    Ok(Some(Mine {
        beside,
        versions: history::versions(&mut *db, changing.stored.id).await?,
        stop_messages: OwnerLink::StopMessages.path(backend, registrant, &address),
        changing,
    }))
}

/// What stands beside the answers of somebody.
pub async fn beside(backend: &Backend, registrant: RegistrantId) -> Result<Option<Beside>, StoreError> {
    own::beside(&backend.db, registrant).await
}
