//! What the service does: use cases, messages, files, clock and chance.

pub mod accounts;
pub mod address_lookup;
pub mod audit;
pub mod baskets;
pub mod catalogue;
pub mod checkout;
pub mod clock;
pub mod contact;
pub mod dump;
pub mod email_codes;
pub mod exports;
pub mod file_texts;
pub mod files;
mod form_error;
mod gate;
pub mod import;
pub mod ingest;
pub mod jobs;
pub mod limit_requests;
pub mod mail;
pub mod messages;
mod networks;
pub mod orders;
mod outgoing;
pub mod patterns;
pub mod posts;
pub mod provider;
pub mod records;
pub mod refills;
pub mod registry;
pub mod sample;
pub mod saved_lists;
pub mod sealing;
pub mod secrets;
pub mod sessions;
mod shared_networks;
pub mod staff;
pub mod stock;
pub mod subscriptions;
pub mod taxonomy;
pub mod usage;
pub mod zips;

use std::{future::Future, sync::Arc};

pub use address_lookup::AddressLookup;
pub use clock::Clock;
use domain::{
    id::{AccountId, BasketId, SessionId},
    locale::Locale,
};
pub use files::FileStore;
pub use form_error::FormError;
pub use gate::{Gate, narrow};
use jiff::Span;
pub use mail::Mailer;
pub use sealing::Sealing;
pub use secrets::Secrets;
pub use shared_networks::SharedNetworks;
use sqlx::PgPool;
pub use store::StoreError;
use tokio::sync::Semaphore;

/// Everything a use case needs. Cheap to share.
#[derive(Debug)]
pub struct Backend {
    /// The database.
    pub db: PgPool,
    /// What time it is.
    pub clock: Clock,
    /// How messages leave.
    pub mailer: Mailer,
    /// Where files lie.
    pub files: FileStore,
    /// Keys for codes and links.
    pub secrets: Secrets,
    /// Keys for values that are stored encrypted.
    pub sealing: Sealing,
    /// Where addresses are looked up.
    pub address_lookup: AddressLookup,
    /// Networks behind whose addresses many people work.
    pub shared_networks: SharedNetworks,
    /// Through whom staff sign in, if anybody.
    pub provider: Option<Arc<provider::Provider>>,
    /// Turns of writes; see [`to_its_end`].
    pub writes: Arc<Semaphore>,
    /// The catalogue in memory.
    pub catalogue: catalogue::CatalogueCache,
    /// The lists of the provider registry in memory.
    pub register: registry::RegisterCache,
    /// Where questions go that nobody else answers.
    pub support_email: String,
    /// The address people know the service by, without a slash at its end: `https://healthpost.example`.
    pub origin: String,
}

/// Somebody on the way to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guest {
    /// Their session.
    pub session: SessionId,
    /// The account they are signed in to.
    pub account: Option<AccountId>,
    /// Their basket.
    pub basket: BasketId,
    /// The language they read; messages are written in it.
    pub locale: Locale,
    /// Their network address, where it is known.
    pub from: Option<std::net::IpAddr>,
}

/// A connection to the database, for as long as it is held.
pub type Connection = sqlx::pool::PoolConnection<sqlx::Postgres>;

impl Backend {
    /// Takes a connection.
    pub async fn connection(&self) -> Result<Connection, StoreError> {
        Ok(self.db.acquire().await?)
    }

    /// Seals a subject for a purpose from now on, for so long: the last part of a link.
    pub fn seal(&self, purpose: &str, subject: impl std::fmt::Display, lasts: Span) -> String {
        self.secrets.seal(purpose, &subject.to_string(), self.clock.now() + lasts)
    }

    /// Whether a seal is ours, for this subject, and has not ended.
    pub fn is_sealed(&self, purpose: &str, subject: impl std::fmt::Display, seal: &str) -> bool {
        self.secrets.is_sealed(purpose, &subject.to_string(), seal, self.clock.now())
    }
}

/// Shared by all requests.
pub type SharedBackend = Arc<Backend>;

/// Writes under way at once, those whose browser went away included; more wait for their turn.
pub const WRITES_UNDER_WAY: usize = 64;

/// Runs a write to its end even when whoever asked for it goes away: the server drops the request,
/// not the transaction. Who goes away while waiting for a turn leaves nothing begun. It has the scope of whoever asked.
pub async fn to_its_end<T: Send + 'static>(
    turns: &Arc<Semaphore>,
    work: impl Future<Output = T> + Send + 'static,
) -> Result<T, StoreError> {
    let crashed = |error: &dyn std::fmt::Display| {
        tracing::error!(%error, "a write ended before its answer");
        StoreError::Unavailable(sqlx::Error::WorkerCrashed)
    };
    let turn = turns.clone().acquire_owned().await.map_err(|error| crashed(&error))?;
    let work = store::scope::carried(work);
    let task = tokio::spawn(async move {
        let _turn = turn;
        work.await
    });
    task.await.map_err(|error| crashed(&error))
}
