//! The catalogue as everybody searches it: kept in memory under its versions, asked with words.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError},
};

use domain::{
    catalogue::{
        index::{Found, Hit, Hits, Index, Now},
        search::{FacetCount, Search, Synonyms, Terms},
        taxonomy::LanguageTag,
    },
    id::{EditionId, PublicationId},
    paging::Cursor,
};
use jiff::{Timestamp, civil::Date};
use sqlx::{Connection, PgConnection, PgPool};
use store::{contact::Notice, search::Card, versions::Versions};

use crate::{Backend, StoreError, taxonomy::Taxonomy};

/// Seconds after which holds are asked for again even if nobody ordered: they end by themselves.
const SOLD_OUT_SECONDS: i64 = 15;
/// Words of a query that are looked for near.
const NEAR_WORDS: usize = 8;

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
        Now { today, sold_out: self.sold_out.clone() }
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
        for entry in store::search::changed(&mut tx, known).await? {
            index.put(entry);
        }
    }
    fresh.sold_out = Arc::new(store::search::sold_out(&mut tx, now).await?.into_iter().collect());
    (fresh.sold_out_at, fresh.versions) = (now, versions);
    tx.commit().await?;
    Ok(fresh)
}

/// Who reads the results.
#[derive(Clone, Debug)]
pub struct Reader {
    /// The language whose editions stand for publications.
    pub preferred: LanguageTag,
    /// Languages words may be in, besides English.
    pub languages: Vec<LanguageTag>,
}

/// What a search gives.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// Rows, in order.
    pub cards: Vec<Card>,
    /// Publications that fit.
    pub total: i64,
    /// Leads to the page before, if there is one.
    pub previous: Option<Cursor>,
    /// Leads to the page after, if there is one.
    pub next: Option<Cursor>,
    /// What each value of each facet would give.
    pub counts: Vec<FacetCount>,
    /// Where nothing fits: what would without the filters, or what is near the words.
    pub close: Vec<Card>,
    /// Where only the filters stand in the way: publications that would fit without them.
    pub unfiltered: i64,
    /// Where nothing fits: other words, each with results.
    pub suggestions: Vec<String>,
}

/// Looks for publications. Where nothing fits: what would without the filters, or what is near the words.
pub async fn search(
    backend: &Backend,
    catalogue: &Snapshot,
    search: &Search,
    reader: &Reader,
) -> Result<Results, StoreError> {
    let terms = Terms::of(&search.words);
    let mut db = backend.connection().await?;
    let hits = hits(backend, &mut db, catalogue, (search, &terms), reader).await?;
    let now = catalogue.now(backend.clock.today());
    let Found { page, total, previous, next, counts } = catalogue.index.find(search, &hits, &now);
    let (preferred, moment) = (&reader.preferred, backend.clock.now());
    if total > 0 {
        let cards = store::search::cards(&mut *db, &page, search, preferred, moment).await?;
        return Ok(Results { cards, total, previous, next, counts, ..Results::default() });
    }
    if search.is_filtered() && hits.as_ref().is_none_or(|hits| !hits.is_empty()) {
        let found = catalogue.index.find(&search.unfiltered(), &hits, &now);
        let close = store::search::cards(&mut *db, &found.page, &search.unfiltered(), preferred, moment).await?;
        return Ok(Results { counts, close, unfiltered: found.total, ..Results::default() });
    }
    let words: Vec<String> = terms.words.iter().take(NEAR_WORDS).cloned().collect();
    let close = close_titles(&mut db, &words, search).await?;
    let close = store::search::cards(&mut *db, &close, &Search::default(), preferred, moment).await?;
    let suggestions = store::search::suggestions(&mut *db, &words).await?;
    if !terms.is_empty() {
        remember_miss(backend, &search.words);
    }
    Ok(Results { counts, close, suggestions, ..Results::default() })
}

/// What fits the words. Many ask for the same few words, so it is kept as long as the catalogue stays.
pub(crate) async fn hits(
    backend: &Backend,
    db: &mut PgConnection,
    catalogue: &Snapshot,
    (search, terms): (&Search, &Terms),
    reader: &Reader,
) -> Result<Hits, StoreError> {
    if terms.is_empty() {
        return Ok(None);
    }
    let asked = (catalogue.versions.catalogue, search.words.clone(), reader.languages.clone());
    if let Some(known) = backend.catalogue.hits.get(&asked).await {
        return Ok(Some(known));
    }
    let requirements = terms.requirements(&catalogue.synonyms);
    let found = store::search::hits(db, (&search.words, terms), &requirements, &reader.languages).await?;
    let found = Arc::new(found);
    backend.catalogue.hits.insert(asked, found.clone()).await;
    Ok(Some(found))
}

async fn close_titles(
    db: &mut PgConnection,
    words: &[String],
    search: &Search,
) -> Result<Vec<PublicationId>, StoreError> {
    let words: Vec<String> = words.iter().filter(|word| word.chars().count() > 2).cloned().collect();
    store::search::close_titles(db, &words, search.size.rows().into()).await
}

/// Counts a search that found nothing, beside the answer; where many write at once it is not counted.
fn remember_miss(backend: &Backend, words: &str) {
    let (db, words, today) = (backend.db.clone(), words.to_owned(), backend.clock.today());
    crate::usage::beside(backend, async move { store::search::missed(&db, &words, today).await });
}
