//! A search of the catalogue. The URL is the state: a query is read from parameters, and every
//! link is written from it in one canonical form.

mod facet;
mod sort;
mod strict;
mod terms;

use std::collections::BTreeMap;

pub use facet::{Facet, FacetCount, NOW};
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
pub use sort::{Sort, SortKey};
pub use strict::{Wrong, WrongParameter};
pub use terms::{Alternative, Requirement, Synonyms, Terms};

use crate::paging::{Cursor, Position};

/// Longer searches are cut here, in characters.
pub const MAX_QUERY_CHARS: usize = 200;
/// At most this many values of one facet are read; the longest list is far below it.
const MAX_VALUES: usize = 100;

/// Rows on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageSize(u8);

impl PageSize {
    /// The sizes on offer.
    pub const ALL: [Self; 3] = [Self(10), Self(20), Self(50)];

    /// Rows.
    pub const fn rows(self) -> u8 {
        self.0
    }
}

impl Default for PageSize {
    fn default() -> Self {
        Self(20)
    }
}

/// The moment since which results must have changed, as it was written: a day, or a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// From the beginning of a day, where the service is.
    Day(Date),
    /// From a moment.
    Moment(Timestamp),
}

impl Since {
    fn parse(text: &str) -> Option<Self> {
        // Days that begin at a moment in every time zone.
        let day = || text.parse().ok().filter(|day: &Date| (1..=9998).contains(&day.year())).map(Self::Day);
        text.parse().ok().map(Self::Moment).or_else(day)
    }

    /// The usual choices on a day: a month, a quarter of a year, and a year before it.
    pub fn usual(today: Date) -> [Self; 3] {
        [1.month(), 3.months(), 1.year()].map(|ago| Self::Day(today.saturating_sub(ago)))
    }

    /// The moment, where days begin as they do in a time zone.
    pub fn moment(self, zone: &TimeZone) -> Timestamp {
        match self {
            // A day that begins nowhere is after everything.
            Self::Day(day) => day.to_zoned(zone.clone()).map_or(Timestamp::MAX, |day| day.timestamp()),
            Self::Moment(at) => at,
        }
    }

    /// As it stands in URLs.
    pub fn text(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Moment(at) => at.to_string(),
        }
    }
}

/// A search: words, chosen facets, order and place in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// The words as typed, cut to [`MAX_QUERY_CHARS`].
    pub words: String,
    /// Chosen values by facet, sorted; facets without choice are absent.
    chosen: BTreeMap<Facet, Vec<String>>,
    /// Since when results must have changed.
    pub updated_since: Option<Since>,
    /// Order.
    pub sort: Sort,
    /// Rows on a page.
    pub size: PageSize,
    /// Place in the list.
    pub position: Position,
}

impl Default for Search {
    fn default() -> Self {
        Self::read(std::iter::empty::<(&str, &str)>())
    }
}

impl Search {
    /// Reads decoded parameters. Unknown names and values are dropped; nothing is an error.
    pub fn read<N: AsRef<str>, V: AsRef<str>>(parameters: impl IntoIterator<Item = (N, V)>) -> Self {
        let mut search = Self {
            words: String::new(),
            chosen: BTreeMap::new(),
            updated_since: None,
            sort: Sort::default_for(false),
            size: PageSize::default(),
            position: Position::Start,
        };
        let mut sort = None;
        for (name, value) in parameters {
            let value = value.as_ref();
            match name.as_ref() {
                "q" => search.words = clean_words(value),
                "updated_since" => search.updated_since = Since::parse(value).or(search.updated_since),
                "sort" => sort = Sort::parse(value).or(sort),
                "size" => {
                    let asked = PageSize::ALL.into_iter().find(|size| size.0.to_string() == value);
                    search.size = asked.unwrap_or_default();
                }
                "after" => search.position = Cursor::decode(value).map_or(Position::Start, Position::After),
                "before" => search.position = Cursor::decode(value).map_or(Position::Start, Position::Before),
                name => {
                    if let Some(facet) = Facet::from_code(name) {
                        search.choose(facet, facet.read(value));
                    }
                }
            }
        }
        search.sort = sort
            .filter(|sort| sort.key != SortKey::Relevance || !search.words.is_empty())
            .unwrap_or(Sort::default_for(!search.words.is_empty()));
        search
    }

    fn choose(&mut self, facet: Facet, value: Option<String>) {
        let Some(value) = value else { return };
        let values = self.chosen.entry(facet).or_default();
        if !values.contains(&value) && values.len() < MAX_VALUES {
            values.push(value);
            values.sort();
        }
    }

    /// The parameters in canonical form: sorted, without defaults.
    pub fn parameters(&self) -> Vec<(&'static str, String)> {
        let mut all: Vec<(&'static str, String)> = Vec::new();
        match &self.position {
            Position::Start => {}
            Position::After(cursor) => all.push(("after", cursor.encode())),
            Position::Before(cursor) => all.push(("before", cursor.encode())),
        }
        for (facet, values) in &self.chosen {
            all.extend(values.iter().map(|value| (facet.as_str(), value.clone())));
        }
        if !self.words.is_empty() {
            all.push(("q", self.words.clone()));
        }
        if self.size != PageSize::default() {
            all.push(("size", self.size.0.to_string()));
        }
        if self.sort != Sort::default_for(!self.words.is_empty()) {
            all.push(("sort", self.sort.text()));
        }
        all.extend(self.updated_since.map(|since| ("updated_since", since.text())));
        all.sort();
        all
    }

    /// The values chosen in a facet, as they stand in URLs.
    pub fn chosen(&self, facet: Facet) -> &[String] {
        self.chosen.get(&facet).map_or(&[], Vec::as_slice)
    }

    /// Whether anything but words narrows the results.
    pub fn is_filtered(&self) -> bool {
        !self.chosen.is_empty() || self.updated_since.is_some()
    }

    /// The same search without one chosen value, from its first page.
    #[must_use]
    pub fn without(&self, facet: Facet, value: &str) -> Self {
        let mut search = self.at(Position::Start);
        if let Some(values) = search.chosen.get_mut(&facet) {
            values.retain(|chosen| chosen != value);
        }
        search.chosen.retain(|_, values| !values.is_empty());
        search
    }

    /// The same search with the values of a facet spelled otherwise; those nobody knows are dropped.
    #[must_use]
    pub fn respelled(mut self, facet: Facet, known: impl Fn(&str) -> Option<String>) -> Self {
        for value in self.chosen.remove(&facet).unwrap_or_default() {
            self.choose(facet, known(&value));
        }
        self
    }

    /// The same search whenever results changed, from its first page.
    #[must_use]
    pub fn of_any_age(&self) -> Self {
        Self { updated_since: None, ..self.at(Position::Start) }
    }

    /// Only the words and the order, from the first page.
    #[must_use]
    pub fn unfiltered(&self) -> Self {
        Self { chosen: BTreeMap::new(), ..self.of_any_age() }
    }

    /// The same search with other words, from its first page.
    #[must_use]
    pub fn with_words(&self, words: &str) -> Self {
        let words = clean_words(words);
        Self { sort: Sort::default_for(!words.is_empty()), words, ..self.at(Position::Start) }
    }

    /// What is looked for, whatever its order and its pages are.
    #[must_use]
    pub fn unpaged(&self) -> Self {
        let size = PageSize::default();
        Self { size, sort: Sort::default_for(!self.words.is_empty()), ..self.at(Position::Start) }
    }

    /// The same search at another place in the list.
    #[must_use]
    pub fn at(&self, position: Position) -> Self {
        Self { position, ..self.clone() }
    }
}

fn clean_words(text: &str) -> String {
    let printable: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MAX_QUERY_CHARS).collect();
    printable.trim().to_owned()
}

#[cfg(test)]
mod tests;
