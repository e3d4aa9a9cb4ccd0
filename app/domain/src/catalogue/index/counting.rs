//! Counts of facets: the number beside a value is what choosing it would give, with all other facets as
//! they are and its own left out.

use super::{EditionEntry, Entry, Wanted, values::Values, wanted::TOO_OLD};
use crate::catalogue::search::{Facet, FacetCount, NOW};

/// Counts while the entries go by.
pub struct Counter {
    by_value: [Vec<i64>; Facet::ALL.len()],
    by_age: Vec<i64>,
    /// Values of editions that were counted for the entry at hand.
    seen: Vec<u16>,
}

impl Counter {
    pub fn new(values: &Values, ages: usize) -> Self {
        let by_value = std::array::from_fn(|at| match Facet::ALL[at] {
            Facet::Available => vec![0],
            facet => vec![0; values.names(facet).len()],
        });
        Self { by_value, by_age: vec![0; ages], seen: Vec::new() }
    }

    /// Counts a publication where it counts. Says whether it fits.
    pub fn count(&mut self, entry: &Entry, missing: u16, wanted: &Wanted<'_>) -> bool {
        if missing.count_ones() > 1 {
            return false;
        }
        let of_editions: Vec<u16> = entry.editions.iter().map(|edition| wanted.missing_of_edition(edition)).collect();
        let has_edition = of_editions.contains(&0);
        if has_edition {
            self.count_work(entry, missing);
            self.count_age(entry, missing, wanted);
        }
        if missing == 0 {
            for facet in Facet::ALL.iter().copied().filter(|facet| facet.is_of_editions()) {
                self.count_editions(entry, facet, &of_editions, wanted);
            }
        }
        missing == 0 && has_edition
    }

    fn count_age(&mut self, entry: &Entry, missing: u16, wanted: &Wanted<'_>) {
        for (count, (_, since)) in self.by_age.iter_mut().zip(&wanted.ages) {
            if missing & !TOO_OLD == 0 && entry.updated_at >= *since {
                *count += 1;
            }
        }
    }

    fn count_work(&mut self, entry: &Entry, missing: u16) {
        for facet in Facet::ALL.iter().copied().filter(|facet| !facet.is_of_editions()) {
            if missing & !(1 << facet as u16) == 0 {
                for value in entry.values(facet).iter() {
                    self.by_value[facet as usize][usize::from(value)] += 1;
                }
            }
        }
    }

    fn count_editions(&mut self, entry: &Entry, facet: Facet, missing: &[u16], wanted: &Wanted<'_>) {
        self.seen.clear();
        for (edition, missing) in entry.editions.iter().zip(missing) {
            let Some(value) = value_of(edition, facet, wanted) else { continue };
            if missing & !(1 << facet as u16) == 0 && !self.seen.contains(&value) {
                self.seen.push(value);
                self.by_value[facet as usize][usize::from(value)] += 1;
            }
        }
    }

    /// What each moment that was wanted would give.
    pub fn by_age(&self) -> &[i64] {
        &self.by_age
    }

    /// The counts, largest first within each facet; values without any are left out.
    pub fn counts(self, values: &Values) -> Vec<FacetCount> {
        let now = [NOW.to_owned()];
        let mut counts = Vec::new();
        for (facet, by_value) in Facet::ALL.iter().copied().zip(self.by_value) {
            let names = if facet == Facet::Available { &now } else { values.names(facet) };
            let mut of_facet: Vec<FacetCount> = names
                .iter()
                .zip(by_value)
                .filter(|(_, publications)| *publications > 0)
                .map(|(value, publications)| FacetCount { facet, value: value.clone(), publications })
                .collect();
            of_facet.sort_by(|a, b| b.publications.cmp(&a.publications).then_with(|| a.value.cmp(&b.value)));
            counts.extend(of_facet);
        }
        counts
    }
}

fn value_of(edition: &EditionEntry, facet: Facet, wanted: &Wanted<'_>) -> Option<u16> {
    match facet {
        Facet::Available => wanted.can_be_ordered(edition).then_some(0),
        facet => edition.value(facet),
    }
}
