//! The page of the list that a search asks for.

use std::cmp::Ordering;

use crate::{
    catalogue::search::{FacetCount, Search, Since, Sort},
    id::PublicationId,
    paging::{Cursor, Position},
};

/// What was found, and what stands on the page.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Publications of the page, in order.
    pub page: Vec<PublicationId>,
    /// The number of the page, from 1.
    pub number: u32,
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
        let Page { ids, number, total, previous, next } = page;
        Self {
            page: ids.into_iter().map(PublicationId).collect(),
            number,
            total,
            previous,
            next,
            counts,
            ages: Vec::new(),
        }
    }
}

/// A page of publications or editions.
#[derive(Debug)]
pub struct Page {
    pub ids: Vec<uuid::Uuid>,
    pub number: u32,
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

impl<'a> Key<'a> {
    /// The row at the edge of a page. `None` for a cursor that leads to a page the list cannot have.
    fn at(cursor: &'a Cursor, pages: u32) -> Option<Self> {
        let [_, number, text] = cursor.keys.as_slice() else { return None };
        let number = number.parse().ok().filter(|_| (1..=pages).contains(&cursor.page))?;
        Some(Self { number, text, id: cursor.id })
    }

    fn order(&self, other: &Self) -> Ordering {
        (self.number, self.text, self.id).cmp(&(other.number, other.text, other.id))
    }

    fn cursor(&self, sort: Sort, page: u32) -> Cursor {
        Cursor { keys: vec![sort.text(), self.number.to_string(), self.text.to_owned()], id: self.id, page }
    }
}

/// Sorts what fits as far as the page needs it. The search is settled.
pub fn page(search: &Search, mut fitting: Vec<Key<'_>>) -> Page {
    let (total, size) = (fitting.len(), usize::from(search.size.rows()));
    let edge = match &search.position {
        Position::Start => None,
        Position::After(cursor) | Position::Before(cursor) => Key::at(cursor, small(total.div_ceil(size))),
    };
    let backwards = edge.is_some() && matches!(search.position, Position::Before(_));
    let runs_down = search.sort.descending != backwards;
    let order = |a: &Key<'_>, b: &Key<'_>| if runs_down { b.order(a) } else { a.order(b) };
    if let Some(edge) = edge {
        fitting.retain(|key| order(&edge, key) == Ordering::Less);
    }
    // The page's number is counted from the rows: those that came or went since may have moved it.
    let (rest, passed) = (fitting.len(), total - fitting.len());
    let number = small(if backwards { rest.div_ceil(size).max(1) } else { passed.div_ceil(size) + 1 });
    let has_more = rest > size;
    if has_more {
        fitting.select_nth_unstable_by(size, order);
        fitting.truncate(size);
    }
    fitting.sort_unstable_by(order);
    if backwards {
        fitting.reverse();
    }
    let (has_previous, has_next) = if backwards { (has_more, passed > 0) } else { (passed > 0, has_more) };
    let cursor = |key: &Key<'_>, page: u32| key.cursor(search.sort, page);
    Page {
        previous: fitting.first().filter(|_| has_previous).map(|key| cursor(key, number.saturating_sub(1))),
        next: fitting.last().filter(|_| has_next).map(|key| cursor(key, number.saturating_add(1))),
        ids: fitting.iter().map(|key| key.id).collect(),
        number,
        total: i64::try_from(total).unwrap_or(i64::MAX),
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
