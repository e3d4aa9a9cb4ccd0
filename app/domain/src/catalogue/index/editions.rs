//! The editions that fit a search, each by itself: what programs ask for, and what may stand for a publication on
//! a page.

use super::{Hits, Index, Now, Wanted, paging, sort_value};
use crate::{
    catalogue::search::{Facet, Search},
    id::{EditionId, PublicationId},
    paging::Cursor,
};

/// Editions that fit.
#[derive(Clone, Debug, Default)]
pub struct FoundEditions {
    /// Editions of the page, in order.
    pub page: Vec<EditionId>,
    /// All that fit.
    pub total: i64,
    /// Leads to the page after, if there is one.
    pub next: Option<Cursor>,
}

impl Index {
    /// The editions that fit, in order, a page of them. Words, and what is said of the work, are asked of
    /// their publication.
    pub fn find_editions(&self, search: &Search, hits: &Hits, now: &Now) -> FoundEditions {
        let search = &search.settled();
        let wanted = Wanted::of(search, self, now);
        let mut fitting = Vec::new();
        self.each(hits, |entry, hit| {
            if wanted.missing_of(entry) != 0 {
                return;
            }
            for edition in &entry.editions {
                let changed_at = entry.work_updated_at.max(edition.updated_at);
                let is_new = wanted.since.is_none_or(|since| since <= changed_at);
                if is_new && wanted.missing_of_edition(edition) == 0 {
                    let (number, text) = sort_value(entry, hit, search.sort, || std::iter::once(edition));
                    fitting.push(paging::Key { number, text, id: edition.id.0 });
                }
            }
        });
        let page = paging::page(search, fitting);
        FoundEditions { page: page.ids.into_iter().map(EditionId).collect(), total: page.total, next: page.next }
    }

    /// The editions of these publications that have, each by itself, all that a search asks of editions. None where it
    /// asks nothing of them: any edition may stand for its publication then.
    pub fn fitting(&self, publications: &[PublicationId], search: &Search, now: &Now) -> Vec<EditionId> {
        let mut of_editions = Facet::ALL.iter().filter(|facet| facet.is_of_editions());
        if of_editions.all(|facet| search.chosen(*facet).is_empty()) {
            return Vec::new();
        }
        let wanted = Wanted::of(search, self, now);
        let editions = publications.iter().filter_map(|id| self.get(*id)).flat_map(|entry| &entry.editions);
        editions.filter(|edition| wanted.missing_of_edition(edition) == 0).map(|edition| edition.id).collect()
    }
}
