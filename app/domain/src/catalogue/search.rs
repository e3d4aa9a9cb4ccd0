//! A search of the catalogue. The URL is the state: a query is read from parameters, and every
//! link is written from it in one canonical form.

use super::{
    code,
    edition::{AccessibleFormat, ResourceType},
    taxonomy::LanguageTag,
};
use crate::{
    paging::{Cursor, Position},
    text::Slug,
};

/// Longer searches are cut here, in characters.
pub const MAX_QUERY_CHARS: usize = 200;
/// At most this many values of one facet are read; the longest list is far below it.
const MAX_VALUES: usize = 100;

/// What to sort by. Each key sorts by that very field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortKey {
    /// How well it fits the words.
    Relevance,
    /// When it was last published.
    Published,
    /// When it was last changed.
    Updated,
    /// Title in alphabetical order.
    Title,
    /// Product code.
    Code,
}

impl SortKey {
    const ALL: [Self; 5] = [Self::Relevance, Self::Published, Self::Updated, Self::Title, Self::Code];

    /// The name in URLs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Published => "published",
            Self::Updated => "updated",
            Self::Title => "title",
            Self::Code => "code",
        }
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

    fn parse(text: &str) -> Option<Self> {
        let (name, descending) = text.strip_prefix('-').map_or((text, false), |name| (name, true));
        let key = SortKey::ALL.into_iter().find(|key| key.as_str() == name)?;
        Some(Self { key, descending })
    }

    /// The name in URLs, with a minus sign when descending.
    pub fn text(self) -> String {
        format!("{}{}", if self.descending { "-" } else { "" }, self.key.as_str())
    }
}

/// A facet of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// Programme, by slug.
    Programme,
    /// Language of an edition.
    Language,
    /// Accessible format of an edition.
    Format,
    /// Resource type of an edition.
    Type,
}

impl Facet {
    /// All facets in the order of the page.
    pub const ALL: [Self; 4] = [Self::Programme, Self::Language, Self::Format, Self::Type];

    /// The parameter in URLs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Language => "language",
            Self::Format => "format",
            Self::Type => "type",
        }
    }
}

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

/// A search: words, chosen facets, order and place in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// The words as typed, cut to [`MAX_QUERY_CHARS`].
    pub words: String,
    /// Chosen programmes.
    pub programmes: Vec<Slug>,
    /// Chosen languages.
    pub languages: Vec<LanguageTag>,
    /// Chosen formats.
    pub formats: Vec<AccessibleFormat>,
    /// Chosen resource types.
    pub types: Vec<ResourceType>,
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
            programmes: Vec::new(),
            languages: Vec::new(),
            formats: Vec::new(),
            types: Vec::new(),
            sort: Sort::default_for(false),
            size: PageSize::default(),
            position: Position::Start,
        };
        let mut sort = None;
        for (name, value) in parameters {
            let value = value.as_ref();
            match name.as_ref() {
                "q" => search.words = clean_words(value),
                "programme" => add(&mut search.programmes, Slug::parse(value)),
                "language" => add(&mut search.languages, LanguageTag::parse(value)),
                "format" => add(&mut search.formats, AccessibleFormat::from_code(value)),
                "type" => add(&mut search.types, ResourceType::from_any_name(value)),
                "sort" => sort = Sort::parse(value).or(sort),
                "size" => {
                    search.size =
                        PageSize::ALL.into_iter().find(|size| size.0.to_string() == value).unwrap_or_default();
                }
                "after" => search.position = Cursor::decode(value).map_or(Position::Start, Position::After),
                "before" => search.position = Cursor::decode(value).map_or(Position::Start, Position::Before),
                _ => {}
            }
        }
        search.sort = sort
            .filter(|sort| sort.key != SortKey::Relevance || !search.words.is_empty())
            .unwrap_or(Sort::default_for(!search.words.is_empty()));
        search
    }

    /// The parameters in canonical form: sorted, without defaults.
    pub fn parameters(&self) -> Vec<(&'static str, String)> {
        let mut all = Vec::new();
        match &self.position {
            Position::Start => {}
            Position::After(cursor) => all.push(("after", cursor.encode())),
            Position::Before(cursor) => all.push(("before", cursor.encode())),
        }
        all.extend(self.formats.iter().map(|value| ("format", value.to_string())));
        all.extend(self.languages.iter().map(|value| ("language", value.to_string())));
        all.extend(self.programmes.iter().map(|value| ("programme", value.to_string())));
        if !self.words.is_empty() {
            all.push(("q", self.words.clone()));
        }
        if self.size != PageSize::default() {
            all.push(("size", self.size.0.to_string()));
        }
        if self.sort != Sort::default_for(!self.words.is_empty()) {
            all.push(("sort", self.sort.text()));
        }
        all.extend(self.types.iter().map(|value| ("type", value.to_string())));
        all.sort();
        all
    }

    /// The values chosen in a facet, as they stand in URLs.
    pub fn chosen(&self, facet: Facet) -> Vec<String> {
        match facet {
            Facet::Programme => self.programmes.iter().map(ToString::to_string).collect(),
            Facet::Language => self.languages.iter().map(ToString::to_string).collect(),
            Facet::Format => self.formats.iter().map(ToString::to_string).collect(),
            Facet::Type => self.types.iter().map(ToString::to_string).collect(),
        }
    }

    /// Whether a facet is chosen that one and the same edition must fulfil.
    pub fn asks_of_editions(&self) -> bool {
        !(self.languages.is_empty() && self.formats.is_empty() && self.types.is_empty())
    }

    /// The same search without one chosen value, from its first page.
    #[must_use]
    pub fn without(&self, facet: Facet, value: &str) -> Self {
        let mut search = self.clone();
        search.position = Position::Start;
        match facet {
            Facet::Programme => search.programmes.retain(|chosen| chosen.as_str() != value),
            Facet::Language => search.languages.retain(|chosen| chosen.as_str() != value),
            Facet::Format => search.formats.retain(|chosen| chosen.as_str() != value),
            Facet::Type => search.types.retain(|chosen| chosen.as_str() != value),
        }
        search
    }

    /// The same search with other words, from its first page.
    #[must_use]
    pub fn with_words(&self, words: &str) -> Self {
        Self {
            words: clean_words(words),
            position: Position::Start,
            sort: Sort::default_for(!words.is_empty()),
            ..self.clone()
        }
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

fn add<T: PartialEq + Ord>(values: &mut Vec<T>, value: Option<T>) {
    if let Some(value) = value.filter(|value| !values.contains(value) && values.len() < MAX_VALUES) {
        values.push(value);
        values.sort();
    }
}

/// The words of a search, taken apart: what must be there, in which phrases, and what must not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// Single words, all required.
    pub words: Vec<String>,
    /// Quoted phrases, all required.
    pub phrases: Vec<String>,
    /// Words that must not be there.
    pub excluded: Vec<String>,
    /// The whole query as a product code might be spelled.
    pub code: String,
}

impl Terms {
    /// Takes a query apart: `"quoted phrase"`, `-word`, and words in any order.
    pub fn of(query: &str) -> Self {
        let mut terms = Self { code: code::normalise(query), ..Self::default() };
        for (at, part) in query.split('"').enumerate() {
            let is_quoted = at % 2 == 1 && query.matches('"').count() > at;
            if is_quoted && part.split_whitespace().nth(1).is_some() {
                terms.phrases.push(part.trim().to_owned());
                continue;
            }
            for word in part.split_whitespace() {
                match word.strip_prefix('-').filter(|rest| rest.chars().any(char::is_alphanumeric)) {
                    Some(excluded) => terms.excluded.push(excluded.to_owned()),
                    None if word.chars().any(char::is_alphanumeric) => terms.words.push(word.to_owned()),
                    None => {}
                }
            }
        }
        terms
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty() && self.code.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(query: &[(&str, &str)]) -> Search {
        Search::read(query.iter().copied())
    }

    #[test]
    fn unknown_parameters_and_values_are_dropped() {
        let search = of(&[
            ("format", "easy-read"),
            ("format", "papyrus"),
            ("colour", "red"),
            ("size", "21"),
            ("sort", "password"),
            ("after", "???"),
        ]);
        assert_eq!(search.parameters(), [("format", "easy-read".to_owned())]);
    }

    #[test]
    fn links_are_canonical() {
        let search = of(&[
            ("type", "poster"),
            ("q", " flu "),
            ("language", "pl"),
            ("language", "ar"),
            ("size", "20"),
            ("sort", "relevance"),
        ]);
        let expected = [("language", "ar"), ("language", "pl"), ("q", "flu"), ("type", "poster")]
            .map(|(name, value)| (name, value.to_owned()));
        assert_eq!(search.parameters(), expected);
    }

    #[test]
    fn relevance_needs_words() {
        assert_eq!(of(&[("sort", "relevance")]).sort, Sort { key: SortKey::Published, descending: true });
    }

    #[test]
    fn a_query_is_taken_apart() {
        let terms = Terms::of("flu \"whooping cough\" -poster leaflet \"one\" - &");
        assert_eq!(terms.words, ["flu", "leaflet", "one"]);
        assert_eq!(terms.phrases, ["whooping cough"]);
        assert_eq!(terms.excluded, ["poster"]);
    }

    #[test]
    fn an_unclosed_quote_is_no_phrase() {
        assert_eq!(Terms::of("flu \"whooping cough").words, ["flu", "whooping", "cough"]);
    }

    proptest! {
        #[test]
        fn reading_what_was_written_gives_the_same_search(pairs in proptest::collection::vec(("q|language|format|type|programme|sort|size|after|x", ".{0,30}"), 0..8)) {
            let search = Search::read(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
            let again = Search::read(search.parameters());
            prop_assert_eq!(again, search);
        }

        #[test]
        fn no_query_panics(query in any::<String>()) {
            let _ = Terms::of(&query);
        }
    }
}
