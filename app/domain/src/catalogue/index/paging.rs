//! The page of the list that a search asks for.

use std::cmp::Ordering;

use crate::{
    catalogue::search::{FacetCount, Search, Since},
    id::PublicationId,
    paging::{Cursor, Position},
};

/// What was found, and what stands on the page.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Publications of the page, in order.
    pub page: Vec<PublicationId>,
    /// All that fit.
    pub total: i64,
    /// Leads to the page before, if there is one.
    pub previous: Option<Cursor>,
    /// Leads to the page after, if there is one.
    pub next: Option<Cursor>,
    /// What each value of each facet would give.
    pub counts: Vec<FacetCount>,
    /// What asking for changes since a moment would give: of the usual ones, and of the one that was asked for.
    pub ages: Vec<(Since, i64)>,
}

impl Found {
    pub(super) fn of(page: Page, counts: Vec<FacetCount>) -> Self {
        let Page { ids, total, previous, next } = page;
        Self { page: ids.into_iter().map(PublicationId).collect(), total, previous, next, counts, ages: Vec::new() }
    }
}

/// A page of publications or editions.
#[derive(Debug)]
pub struct Page {
    pub ids: Vec<uuid::Uuid>,
    pub total: i64,
    pub previous: Option<Cursor>,
    pub next: Option<Cursor>,
}

/// What a publication or an edition is sorted by: a number, then a text, then its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key<'a> {
    pub number: i64,
    pub text: &'a str,
    pub id: uuid::Uuid,
}

impl Key<'_> {
    fn order(&self, other: &Self) -> Ordering {
        (self.number, self.text, self.id).cmp(&(other.number, other.text, other.id))
    }

    fn cursor(&self, page: u32) -> Cursor {
        Cursor { keys: vec![self.number.to_string(), self.text.to_owned()], id: self.id, page }
    }
}

/// Sorts what fits as far as the page needs it.
pub fn page(search: &Search, mut fitting: Vec<Key<'_>>) -> Page {
    let (total, size) = (fitting.len(), usize::from(search.size.rows()));
    let backwards = matches!(search.position, Position::Before(_));
    let runs_down = search.sort.descending != backwards;
    let order = |a: &Key<'_>, b: &Key<'_>| if runs_down { b.order(a) } else { a.order(b) };
    if let Position::After(cursor) | Position::Before(cursor) = &search.position {
        let edge = Key {
            number: cursor.keys.first().and_then(|number| number.parse().ok()).unwrap_or_default(),
            text: cursor.keys.get(1).map_or("", String::as_str),
            id: cursor.id,
        };
        fitting.retain(|key| order(&edge, key) == Ordering::Less);
    }
    let has_more = fitting.len() > size;
    if has_more {
        fitting.select_nth_unstable_by(size, order);
        fitting.truncate(size);
    }
    fitting.sort_unstable_by(order);
    if backwards {
        fitting.reverse();
    }
    let number = search.position.page();
    let has_previous = if backwards { has_more } else { search.position != Position::Start };
    let has_next = backwards || has_more;
    Page {
        previous: fitting.first().filter(|_| has_previous).map(|key| key.cursor(number.saturating_sub(1))),
        next: fitting.last().filter(|_| has_next).map(|key| key.cursor(number.saturating_add(1))),
        ids: fitting.iter().map(|key| key.id).collect(),
        total: i64::try_from(total).unwrap_or(i64::MAX),
    }
}
