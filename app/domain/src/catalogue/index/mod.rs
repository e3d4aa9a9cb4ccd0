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
mod wanted;

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
use values::Values;
use wanted::Wanted;

use crate::{
    catalogue::search::{Search, Sort, SortKey},
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
        let search = &search.settled();
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

/// A hit as a number that is smaller for better ones: first by tier, then by rank.
#[expect(clippy::cast_possible_truncation, reason = "ranks of Postgres lie between 0 and a few units")]
fn place_of(hit: Hit) -> i64 {
    i64::from(hit.tier) * 1_000_000_000 - (f64::from(hit.rank.clamp(0.0, 500.0)) * 1_000_000.0) as i64
}

#[cfg(test)]
mod tests;
