//! The whole catalogue in memory, as far as facets and order need it: which publications fit a search,
//! how many each value of each facet would give, and which of them stand on a page.
//!
//! Counting facets over every edition in SQL grew with the catalogue (docs/adr); over these few bytes it
//! does not matter.

mod counting;
mod editions;
mod entry;
mod paging;
mod suggesting;
mod values;

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use counting::Counter;
pub use editions::FoundEditions;
pub use entry::{EditionEntry, Entry, NewEdition, NewEntry};
use jiff::{civil::Date, tz::TimeZone};
pub use paging::Found;
pub use suggesting::Typed;
use values::{ValueSet, Values};

use crate::{
    catalogue::search::{Facet, Search, Since, Sort, SortKey, Terms},
    id::{EditionId, PublicationId},
};

/// How well a publication fits the words of a search.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// 1: its code is equal; 2: its code begins so; 3: its title is equal; 4: its title begins so; 5: the
    /// words are there.
    pub tier: i16,
    /// Within the tier, larger is better.
    pub rank: f32,
}

/// What text search found. Without words everything fits.
pub type Hits = Option<Arc<HashMap<PublicationId, Hit>>>;

/// Everything that is live.
#[derive(Clone, Debug, Default)]
pub struct Index {
    values: Values,
    entries: Vec<Entry>,
    places: HashMap<PublicationId, usize>,
}

/// What decides whether an edition can be ordered, besides the edition itself.
#[derive(Clone, Debug)]
pub struct Now {
    /// Today where the service is.
    pub today: Date,
    /// The time zone of the service, in which days begin.
    pub zone: TimeZone,
    /// Editions that run to zero and are sold out.
    pub sold_out: Arc<HashSet<EditionId>>,
}

impl Index {
    /// Publications.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing is live.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Puts a publication in, instead of what was known of it.
    pub fn put(&mut self, new: NewEntry) {
        let id = new.id;
        let entry = Entry::of(new, &mut self.values);
        if let Some(place) = self.places.get(&id) {
            self.entries[*place] = entry;
        } else {
            self.places.insert(id, self.entries.len());
            self.entries.push(entry);
        }
    }

    /// Takes a publication out.
    pub fn remove(&mut self, id: PublicationId) {
        if let Some(place) = self.places.remove(&id) {
            self.entries.swap_remove(place);
            if let Some(moved) = self.entries.get(place) {
                self.places.insert(moved.id, place);
            }
        }
    }

    /// All publications, in no order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// A publication.
    pub fn get(&self, id: PublicationId) -> Option<&Entry> {
        self.places.get(&id).map(|place| &self.entries[*place])
    }

    /// The publications that fit, in order, a page of them; and the counts of all facets.
    pub fn find(&self, search: &Search, hits: &Hits, now: &Now) -> Found {
        let search = &sortable(search);
        let wanted = Wanted::of(search, self, now);
        let mut counter = Counter::new(&self.values, wanted.ages.len());
        let mut fitting = Vec::new();
        self.each(hits, |entry, hit| {
            let missing = wanted.missing_of(entry);
            if counter.count(entry, missing, &wanted) {
                fitting.push(wanted.key(entry, hit, search.sort));
            }
        });
        let ages = wanted.ages.iter().zip(counter.by_age()).map(|((since, _), count)| (*since, *count)).collect();
        Found { ages, ..Found::of(paging::page(search, fitting), counter.counts(&self.values)) }
    }

    /// Looks at everything that fits the words.
    fn each<'e>(&'e self, hits: &Hits, mut look_at: impl FnMut(&'e Entry, Option<Hit>)) {
        match hits {
            None => self.entries.iter().for_each(|entry| look_at(entry, None)),
            Some(hits) => hits
                .iter()
                .filter_map(|(id, hit)| Some((self.get(*id)?, *hit)))
                .for_each(|(entry, hit)| look_at(entry, Some(hit))),
        }
    }
}

/// Signs alone ask for nothing: everything fits, and nothing fits better.
fn sortable(search: &Search) -> Search {
    let mut search = search.clone();
    if search.sort.key == SortKey::Relevance && Terms::of(&search.words).is_empty() {
        search.sort = Sort::default_for(false);
    }
    search
}

/// A search in the numbers of this index.
struct Wanted<'a> {
    /// By facet, the chosen values; `None` where nothing is chosen.
    chosen: [Option<ValueSet>; Facet::ALL.len()],
    since: Option<i64>,
    /// Since when results may be asked to have changed: the usual days, and what was asked for.
    ages: Vec<(Since, i64)>,
    now: &'a Now,
}

impl<'a> Wanted<'a> {
    fn of(search: &Search, index: &Index, now: &'a Now) -> Self {
        let chosen = std::array::from_fn(|at| {
            let values = search.chosen(Facet::ALL[at]);
            (!values.is_empty()).then(|| index.values.set_of(Facet::ALL[at], values))
        });
        let moment = |since: Since| since.moment(&now.zone).as_microsecond();
        let usual = Since::usual(now.today);
        let other = search.updated_since.filter(|since| !usual.contains(since));
        let ages = usual.into_iter().chain(other).map(|since| (since, moment(since))).collect();
        Self { chosen, since: search.updated_since.map(moment), ages, now }
    }

    fn has(&self, facet: Facet, values: &ValueSet) -> bool {
        self.chosen[facet as usize].as_ref().is_none_or(|chosen| chosen.meets(values))
    }

    /// The facets of the work that a publication does not have. [`TOO_OLD`] for one that did not change.
    fn missing_of(&self, entry: &Entry) -> u16 {
        let mut missing = 0;
        for facet in Facet::ALL.iter().copied().filter(|facet| !facet.is_of_editions()) {
            if !self.has(facet, entry.values(facet)) {
                missing |= 1 << facet as u16;
            }
        }
        if self.since.is_some_and(|since| entry.updated_at < since) {
            missing |= TOO_OLD;
        }
        missing
    }

    /// The facets of editions that an edition does not have.
    fn missing_of_edition(&self, edition: &EditionEntry) -> u16 {
        let mut missing = 0;
        for facet in Facet::ALL.iter().copied().filter(|facet| facet.is_of_editions()) {
            let is_there = match (&self.chosen[facet as usize], facet) {
                (None, _) => true,
                (Some(_), Facet::Available) => self.can_be_ordered(edition),
                (Some(chosen), _) => edition.value(facet).is_some_and(|value| chosen.holds(value)),
            };
            if !is_there {
                missing |= 1 << facet as u16;
            }
        }
        missing
    }

    fn can_be_ordered(&self, edition: &EditionEntry) -> bool {
        edition.is_open(self.now.today) && !self.now.sold_out.contains(&edition.id)
    }

    /// What a publication that fits is sorted by, over its editions that fit.
    fn key<'e>(&self, entry: &'e Entry, hit: Option<Hit>, sort: Sort) -> paging::Key<'e> {
        let fitting = || entry.editions.iter().filter(|edition| self.missing_of_edition(edition) == 0);
        let (number, text) = sort_value(entry, hit, sort, fitting);
        paging::Key { number, text, id: entry.id.0 }
    }
}

/// The number and the text that a publication is sorted by, over some of its editions.
fn sort_value<'e, E: Iterator<Item = &'e EditionEntry>>(
    entry: &'e Entry,
    hit: Option<Hit>,
    sort: Sort,
    fitting: impl Fn() -> E,
) -> (i64, &'e str) {
    match sort.key {
        SortKey::Relevance => (hit.map_or(i64::MAX, place_of), entry.title.as_str()),
        SortKey::Published => (fitting().map(|edition| edition.published_at).max().unwrap_or_default(), ""),
        SortKey::Updated => {
            let of_editions = fitting().map(|edition| edition.updated_at).max().unwrap_or_default();
            (of_editions.max(entry.work_updated_at), "")
        }
        SortKey::Created => (fitting().map(|edition| edition.created_at).max().unwrap_or_default(), ""),
        SortKey::Title => (0, entry.title.as_str()),
        SortKey::Programme => (0, entry.programme_name.as_str()),
        SortKey::Version => (fitting().map(|edition| edition.version.into()).max().unwrap_or_default(), ""),
        SortKey::Code => (0, fitting().map(|edition| edition.code.as_str()).min().unwrap_or_default()),
        SortKey::Popular => (entry.popularity, ""),
    }
}

/// In the bits of what is missing: the publication did not change since.
const TOO_OLD: u16 = 1 << 15;

/// A hit as a number that is smaller for better ones: first by tier, then by rank.
#[expect(clippy::cast_possible_truncation, reason = "ranks of Postgres lie between 0 and a few units")]
fn place_of(hit: Hit) -> i64 {
    i64::from(hit.tier) * 1_000_000_000 - (f64::from(hit.rank.clamp(0.0, 500.0)) * 1_000_000.0) as i64
}

#[cfg(test)]
mod tests;
