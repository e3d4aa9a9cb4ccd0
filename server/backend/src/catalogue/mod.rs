//! The catalogue as everybody searches it: kept in memory under its versions, asked with words.

mod finding;
mod suggesting;

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError},
};

use domain::{
    catalogue::{
        index::{Hit, Index, Now},
        search::Synonyms,
        taxonomy::LanguageTag,
    },
    id::{EditionId, PublicationId},
};
pub(crate) use finding::hits;
pub use finding::{InFile, Reader, Results, missed, search};
use jiff::{Timestamp, civil::Date};
use sqlx::{Connection, PgPool};
use store::{contact::Notice, versions::Versions};
pub use suggesting::suggested;

use crate::{StoreError, taxonomy::Taxonomy};

/// Seconds after which holds are asked for again even if nobody ordered: they end by themselves.
const SOLD_OUT_SECONDS: i64 = 15;

/// The catalogue at one moment.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// Names of languages, programmes and the like.
    pub names: Arc<Taxonomy>,
    /// What is live.
    pub index: Arc<Index>,
    synonyms: Arc<Synonyms>,
    notices: Arc<Vec<Notice>>,
    sold_out: Arc<HashSet<EditionId>>,
    sold_out_at: Timestamp,
    versions: Versions,
}

impl Snapshot {
    /// What decides now whether an edition can be ordered.
    pub(crate) fn now(&self, today: Date) -> Now {
        Now { today, zone: crate::clock::service_zone(), sold_out: self.sold_out.clone() }
    }
}

/// The last snapshot, and whoever reads the next one; and what fitted the words that people ask for.
#[derive(Debug)]
pub struct CatalogueCache {
    kept: Mutex<Option<Snapshot>>,
    reading: tokio::sync::Mutex<()>,
    hits: moka::future::Cache<Asked, Arc<HashMap<PublicationId, Hit>>>,
}

/// Words, the languages they may be in, and the version of the catalogue that was asked.
type Asked = (i64, String, Vec<LanguageTag>);

/// The most memory for what fitted, in bytes.
const HITS_BYTES: u64 = 8 << 20;
/// What one publication that fits takes of it.
const HIT_BYTES: usize = 40;

impl Default for CatalogueCache {
    fn default() -> Self {
        let weigh = |(_, words, _): &Asked, hits: &Arc<HashMap<PublicationId, Hit>>| {
            u32::try_from(words.len() + 200 + hits.capacity() * HIT_BYTES).unwrap_or(u32::MAX)
        };
        let hits = moka::future::Cache::builder().weigher(weigh).max_capacity(HITS_BYTES).build();
        Self { kept: Mutex::default(), reading: tokio::sync::Mutex::default(), hits }
    }
}

impl CatalogueCache {
    /// The catalogue at these versions, or the newest. What changed since the last one is read; everybody
    /// else waits for that.
    pub async fn at(&self, db: &PgPool, versions: Option<Versions>, now: Timestamp) -> Result<Snapshot, StoreError> {
        let versions = match versions {
            Some(versions) => versions,
            None => store::versions::read(db).await?,
        };
        if let Some(known) = self.kept(versions, now) {
            return Ok(known);
        }
        let _reader = self.reading.lock().await;
        if let Some(known) = self.kept(versions, now) {
            return Ok(known);
        }
        let last = self.kept.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let fresh = read(db, last, now).await?;
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(fresh.clone());
        Ok(fresh)
    }

    /// What stands above every page now, as far as this process has read.
    pub fn notice(&self, now: Timestamp) -> Option<String> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let notices = kept.as_ref()?.notices.clone();
        drop(kept);
        notices.iter().find(|notice| notice.is_active(now)).map(|notice| notice.message.clone())
    }

    fn kept(&self, versions: Versions, now: Timestamp) -> Option<Snapshot> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let is_fresh = |kept: &&Snapshot| {
            let age = now.as_second() - kept.sold_out_at.as_second();
            kept.versions.catalogue >= versions.catalogue
                && kept.versions.stock >= versions.stock
                && (0..SOLD_OUT_SECONDS).contains(&age)
        };
        kept.as_ref().filter(is_fresh).cloned()
    }
}

/// Reads what changed since the last snapshot, all of it as it was at one moment.
async fn read(db: &PgPool, last: Option<Snapshot>, now: Timestamp) -> Result<Snapshot, StoreError> {
    let mut connection = db.acquire().await?;
    let mut tx = connection.begin_with("begin isolation level repeatable read read only").await?;
    let versions = store::versions::read(&mut *tx).await?;
    let mut fresh = last.clone().unwrap_or_default();
    if last.is_none_or(|last| last.versions.catalogue != versions.catalogue) {
        let known = fresh.versions.catalogue;
        fresh.names = Arc::new(Taxonomy::read(&mut tx).await?);
        fresh.notices = Arc::new(store::contact::notices(&mut *tx).await?);
        fresh.synonyms = Arc::new(Synonyms::of(&store::search::synonyms(&mut tx).await?));
        let index = Arc::make_mut(&mut fresh.index);
        for gone in store::search::unlisted(&mut tx, known).await? {
            index.remove(gone);
        }
        store::search::changed(&mut tx, known, |entry| index.put(entry)).await?;
    }
    fresh.sold_out = Arc::new(store::search::sold_out(&mut tx, now).await?.into_iter().collect());
    (fresh.sold_out_at, fresh.versions) = (now, versions);
    tx.commit().await?;
    Ok(fresh)
}
