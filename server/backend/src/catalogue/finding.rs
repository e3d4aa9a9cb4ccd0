//! What a search gives.

use std::{collections::HashMap, sync::Arc};

use domain::{
    catalogue::{
        index::{Found, Hits},
        search::{Facet, FacetCount, Search, Since, Terms},
        taxonomy::LanguageTag,
    },
    id::{BasketId, PublicationId},
    paging::Cursor,
};
use sqlx::PgConnection;
use store::search::{Card, PageHit};

use super::Snapshot;
use crate::{Backend, StoreError};

/// The tier of what fits by its words alone, neither by a code nor by its title; see `Hit`.
const BY_WORDS: i16 = 5;
/// Words of a query that are looked for near.
const NEAR_WORDS: usize = 8;

/// Who reads the results.
#[derive(Clone, Debug)]
pub struct Reader {
    /// The language whose editions stand for publications.
    pub preferred: LanguageTag,
    /// Languages words may be in, besides English.
    pub languages: Vec<LanguageTag>,
    /// The basket whose own holds take nothing away from it; nobody's for what everybody reads alike.
    pub basket: Option<BasketId>,
}

impl Reader {
    /// Whoever follows a search from its address alone, as programs do: titles are English, and words are those of the
    /// languages that it asks for.
    pub fn of_address(search: &Search) -> Self {
        let languages = search.chosen(Facet::Language).iter().filter_map(|tag| LanguageTag::parse(tag)).collect();
        Self { preferred: LanguageTag::english(), languages, basket: None }
    }
}

/// Where inside a file words stand.
#[derive(Clone, Debug)]
pub struct InFile {
    /// Its name.
    pub name: String,
    /// The page, where files of its kind have pages.
    pub page: Option<i32>,
    /// Opens it in its place, at that page.
    pub link: String,
}

/// What a search gives.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// Rows, in order.
    pub cards: Vec<Card>,
    /// Where words of the rows stand that only a file holds.
    pub in_files: HashMap<PublicationId, InFile>,
    /// The number of the page, from 1; 0 where nothing fits.
    pub number: u32,
    /// Publications that fit.
    pub total: i64,
    /// Leads to the page before, if there is one.
    pub previous: Option<Cursor>,
    /// Leads to the page after, if there is one.
    pub next: Option<Cursor>,
    /// What each value of each facet would give.
    pub counts: Vec<FacetCount>,
    /// What asking for changes since the usual moments, and since the one that was asked for, would give.
    pub ages: Vec<(Since, i64)>,
    /// Where nothing fits: what would without the filters, or what is near the words.
    pub close: Vec<Card>,
    /// Where only the filters stand in the way: publications that would fit without them.
    pub unfiltered: i64,
    /// Where nothing fits: other words, each with results.
    pub suggestions: Vec<String>,
    /// Whether there are words that nothing fits, with filters or without.
    pub is_missed: bool,
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
    let Found { page, number, total, previous, next, counts, ages } = catalogue.index.find(search, &hits, &now);
    let (asker, moment) = ((&reader.preferred, reader.basket), backend.clock.now());
    if total > 0 {
        let fitting = catalogue.index.fitting(&page, search, &now);
        let cards = store::search::cards(&mut *db, &page, &fitting, asker, moment).await?;
        let in_files = in_files(backend, &mut db, catalogue, (&terms, &hits, page.as_slice()), reader).await?;
        return Ok(Results { cards, in_files, number, total, previous, next, counts, ages, ..Results::default() });
    }
    if search.is_filtered() && hits.as_ref().is_none_or(|hits| !hits.is_empty()) {
        let found = catalogue.index.find(&search.unfiltered(), &hits, &now);
        let close = store::search::cards(&mut *db, &found.page, &[], asker, moment).await?;
        return Ok(Results { counts, ages, close, unfiltered: found.total, ..Results::default() });
    }
    let words: Vec<String> = terms.required_words().take(NEAR_WORDS).map(str::to_owned).collect();
    let close = close_titles(&mut db, &words, search).await?;
    let close = store::search::cards(&mut *db, &close, &[], asker, moment).await?;
    let suggestions = store::search::suggestions(&mut *db, &words).await?;
    Ok(Results { counts, ages, close, suggestions, is_missed: !terms.is_empty(), ..Results::default() })
}

/// What fits the words. Many ask for the same few words, so it is kept as long as the catalogue stays.
pub async fn hits(
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

/// Where inside files words of the search stand, for publications that fit by their words alone and lack some of
/// them everywhere else. One statement for a page of results, and none without words.
async fn in_files(
    backend: &Backend,
    db: &mut PgConnection,
    catalogue: &Snapshot,
    (terms, hits, page): (&Terms, &Hits, &[PublicationId]),
    reader: &Reader,
) -> Result<HashMap<PublicationId, InFile>, StoreError> {
    let Some(hits) = hits else { return Ok(HashMap::new()) };
    let by_words = |id: &PublicationId| hits.get(id).is_some_and(|hit| hit.tier == BY_WORDS);
    let asked: Vec<PublicationId> = page.iter().copied().filter(by_words).collect();
    if asked.is_empty() {
        return Ok(HashMap::new());
    }
    let requirements = terms.requirements(&catalogue.synonyms);
    let (languages, preferred) = (&reader.languages, &reader.preferred);
    let found = store::search::page_hits(db, &asked, &requirements, languages, preferred).await?;
    Ok(found.into_iter().map(|hit| (hit.publication, in_file(backend, hit))).collect())
}

fn in_file(backend: &Backend, hit: PageHit) -> InFile {
    let link = crate::files::link(backend, hit.file);
    let page = (hit.media_type == "application/pdf").then_some(hit.page);
    let place = page.map(|page| format!("#page={page}")).unwrap_or_default();
    InFile { name: hit.file_name, page, link: format!("{link}/view{place}") }
}

async fn close_titles(
    db: &mut PgConnection,
    words: &[String],
    search: &Search,
) -> Result<Vec<PublicationId>, StoreError> {
    let words: Vec<String> = words.iter().filter(|word| word.chars().count() > 2).cloned().collect();
    store::search::close_titles(db, &words, search.size.rows().into()).await
}

/// Counts a search that found nothing, beside the answer; where many write at once it is not counted. To be called
/// where somebody opens the page of the search: results are fetched for each half of a word, and feeds again and again.
pub fn missed(backend: &Backend, words: &str) {
    let (db, words, today) = (backend.db.clone(), words.to_owned(), backend.clock.today());
    crate::usage::beside(backend, async move { store::search::missed(&db, &words, today).await });
}
