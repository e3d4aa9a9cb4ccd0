//! The provider registry: registrations under way, how they are saved, and how they are sent.

mod addresses;
mod answers;
pub mod deployment;
pub mod drafts;
mod duplicates;
pub mod email;
pub mod held;
mod human_check;
pub mod leaving;
pub mod mine;
pub mod my;
mod number_format;
pub mod own_json;
mod owner_links;
mod places;
mod rates;
pub mod saving;
pub mod sending;
mod signing_in;
mod unsaved;
pub mod updating;
mod versions;
pub mod whole;
mod writing;
pub mod yearly;

use std::sync::{Arc, Mutex, PoisonError};

use domain::{id::DraftId, registry::Register};
use jiff::Timestamp;
pub use owner_links::OwnerLink;
pub use unsaved::{Changing, Unsaved, changing};
use uuid::Uuid;

use crate::{Backend, StoreError};

/// A registration under way.
#[derive(Clone, Debug)]
pub struct Open {
    /// Its id.
    pub id: DraftId,
    /// Counts its writes; it travels with every form.
    pub version: i32,
    /// What was typed, and which pages were seen.
    pub draft: domain::registry::Draft,
    /// The address, in lower case, that it is saved for.
    pub saved_for: Option<String>,
    /// Makes sending it idempotent.
    pub submit_key: Uuid,
    /// When it is deleted, unless it is written before.
    pub expires_at: Timestamp,
}

/// The lists of the registry as they were last read, under their version.
#[derive(Debug, Default)]
pub struct RegisterCache(Mutex<Option<(i64, Arc<Register>)>>);

impl RegisterCache {
    fn at(&self, version: i64) -> Option<Arc<Register>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().filter(|(known, _)| *known == version).map(|(_, register)| register.clone())
    }

    fn keep(&self, version: i64, register: &Arc<Register>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((version, register.clone()));
    }
}

/// The lists of the registry as they are on offer now: one statement, and three more after a change.
pub async fn register(backend: &Backend) -> Result<Arc<Register>, StoreError> {
    let mut db = backend.connection().await?;
    let version = store::registry::reference::version(&mut *db).await?;
    if let Some(register) = backend.register.at(version) {
        return Ok(register);
    }
    // What is read may be newer than the version: then the next who asks reads again.
    let register = Arc::new(store::registry::reference::load(&mut db).await?);
    backend.register.keep(version, &register);
    Ok(register)
}
