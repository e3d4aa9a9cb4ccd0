//! What a search asks of publications and editions, and what of it each of them lacks.

use super::{EditionEntry, Entry, Hit, Index, Now, paging, sort_value, values::ValueSet};
use crate::catalogue::{
    availability::Availability,
    search::{Facet, Search, Since, Sort},
};

/// In the bits of what is missing: the publication did not change since.
pub(super) const TOO_OLD: u16 = 1 << 15;

/// A search in the numbers of this index.
pub(super) struct Wanted<'a> {
    /// By facet, the chosen values; `None` where nothing is chosen.
    chosen: [Option<ValueSet>; Facet::ALL.len()],
    pub(super) since: Option<i64>,
    /// Since when results may be asked to have changed: the usual days, and what was asked for.
    pub(super) ages: Vec<(Since, i64)>,
    now: &'a Now,
}

impl<'a> Wanted<'a> {
    pub(super) fn of(search: &Search, index: &Index, now: &'a Now) -> Self {
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
    pub(super) fn missing_of(&self, entry: &Entry) -> u16 {
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
    pub(super) fn missing_of_edition(&self, edition: &EditionEntry) -> u16 {
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

    pub(super) fn can_be_ordered(&self, edition: &EditionEntry) -> bool {
        let orderability = edition.orderability(self.now.sold_out.contains(&edition.id));
        Availability::of(&orderability, self.now.today).is_orderable()
    }

    /// What a publication that fits is sorted by, over its editions that fit.
    pub(super) fn key<'e>(&self, entry: &'e Entry, hit: Option<Hit>, sort: Sort) -> paging::Key<'e> {
        let fitting = || entry.editions.iter().filter(|edition| self.missing_of_edition(edition) == 0);
        let (number, text) = sort_value(entry, hit, sort, fitting);
        paging::Key { number, text, id: entry.id.0 }
    }
}
