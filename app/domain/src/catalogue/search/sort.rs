//! What results are sorted by.

use super::{Search, Terms};
use crate::paging::Position;

choice! {
    /// A field to sort by. Each key sorts by that very field, over the editions that fit.
    SortKey {
        /// How well it fits the words.
        Relevance = "relevance",
        /// When it was last published.
        Published = "published",
        /// When it was last changed.
        Updated = "updated",
        /// When it was made.
        Created = "created",
        /// Title in alphabetical order.
        Title = "title",
        /// Programme in alphabetical order.
        Programme = "programme",
        /// Version.
        Version = "version",
        /// Product code.
        Code = "code",
        /// Copies ordered and downloads of the last 90 days.
        Popular = "popular",
    }
}

/// What to sort by, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The field.
    pub key: SortKey,
    /// Largest or newest first.
    pub descending: bool,
}

impl Sort {
    /// Best first with words, newest first without.
    pub const fn default_for(has_words: bool) -> Self {
        if has_words {
            Self { key: SortKey::Relevance, descending: false }
        } else {
            Self { key: SortKey::Published, descending: true }
        }
    }

    /// Reads the name in URLs.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, descending) = text.strip_prefix('-').map_or((text, false), |name| (name, true));
        // Fitting least is nothing to sort by.
        let is_sensible = !(descending && name == SortKey::Relevance.as_str());
        SortKey::from_code(name).filter(|_| is_sensible).map(|key| Self { key, descending })
    }

    /// The name in URLs, with a minus sign when descending.
    pub fn text(self) -> String {
        format!("{}{}", if self.descending { "-" } else { "" }, self.key)
    }
}

impl Search {
    /// The same search in the order its results really stand in: signs alone ask for nothing, and nothing fits them
    /// better. A place in a list of another order is none, and such a list begins at its first page.
    #[must_use]
    pub fn settled(&self) -> Self {
        let mut search = self.clone();
        if search.sort.key == SortKey::Relevance && Terms::of(&search.words).is_empty() {
            search.sort = Sort::default_for(false);
        }
        if let Position::After(cursor) | Position::Before(cursor) = &search.position
            && cursor.keys.first() != Some(&search.sort.text())
        {
            search.position = Position::Start;
        }
        search
    }
}
