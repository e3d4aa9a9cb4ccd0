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
pub(crate) mod places;
mod rates;
pub mod registering;
pub mod saving;
pub mod sending;
mod signing_in;
mod unsaved;
pub mod updating;
mod versions;
pub mod whole;
mod writing;
pub mod yearly;

use std::{
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use domain::{
    id::DraftId,
    locale::Locale,
    registry::{Register, forms::ShownVersion},
};
use jiff::Timestamp;
pub use number_format::journey;
pub use owner_links::OwnerLink;
pub use unsaved::{Changing, Unsaved, changing};
use uuid::Uuid;

use crate::{Backend, StoreError};

/// A registration under way.
#[derive(Clone, Debug)]
pub struct Open {
    /// Its id.
    pub id: DraftId,
    /// Counts its writes.
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

impl Open {
    /// What a page that shows it says of it.
    pub const fn shown(&self) -> ShownVersion {
        ShownVersion(self.version, Some(self.id))
    }
}

/// Who writes to a registration under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Writer {
    /// Their language.
    pub locale: Locale,
    /// Their network address, where it is known.
    pub from: Option<IpAddr>,
}

/// What the registry keeps in memory: its lists as they were last read, under their version, and how many minutes
/// registering takes, with when that was read.
#[derive(Debug, Default)]
pub struct RegisterCache {
    lists: Mutex<Option<(i64, Arc<Register>)>>,
    minutes: Mutex<Option<(Timestamp, i32)>>,
}

/// What is kept; it is whole even where somebody panicked over it.
fn locked<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

impl RegisterCache {
    fn at(&self, version: i64) -> Option<Arc<Register>> {
        locked(&self.lists).as_ref().filter(|(known, _)| *known == version).map(|(_, register)| register.clone())
    }

    fn keep(&self, version: i64, register: &Arc<Register>) {
        *locked(&self.lists) = Some((version, register.clone()));
    }

    fn minutes_since(&self, moment: Timestamp) -> Option<i32> {
        locked(&self.minutes).filter(|(read_at, _)| *read_at > moment).map(|(_, minutes)| minutes)
    }

    fn keep_minutes(&self, now: Timestamp, minutes: i32) {
        *locked(&self.minutes) = Some((now, minutes));
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
