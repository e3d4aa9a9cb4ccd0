//! Searches of programs: what a page would drop in silence is an error, so that nobody takes everything for
//! what they asked for.

use std::collections::BTreeMap;

use super::{Facet, MAX_QUERY_CHARS, MAX_VALUES, PageSize, Search, Since, Sort, SortKey};
use crate::paging::Cursor;

/// What is wrong with a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// There is none of this name.
    Unknown,
    /// It was given twice.
    Repeated,
    /// It has too many values.
    TooMany,
    /// Its value is none of those it may have.
    Value,
    /// Its value names something that stands on no list of ours.
    Name,
}

/// A parameter that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongParameter {
    /// Its name, as it was sent.
    pub name: String,
    /// What is wrong.
    pub wrong: Wrong,
}

/// The most wrong parameters that are told at once, and the most characters of a name.
const MOST: usize = 20;
const NAME_CHARS: usize = 100;

impl Search {
    /// Reads decoded parameters, or says all that is wrong with them. The rows on a page are `per_page` here.
    pub fn read_strictly<N: AsRef<str>, V: AsRef<str>>(
        parameters: impl IntoIterator<Item = (N, V)>,
    ) -> Result<Self, Vec<WrongParameter>> {
        let (mut given, mut wrong) = (Vec::new(), Vec::new());
        let mut times = BTreeMap::<String, usize>::new();
        for (name, value) in parameters {
            let (name, value) = (name.as_ref().to_owned(), value.as_ref().to_owned());
            let times = times.entry(name.clone()).or_default();
            *times += 1;
            match problem(&name, &value, *times) {
                Some(problem) => {
                    wrong.push(WrongParameter { name: name.chars().take(NAME_CHARS).collect(), wrong: problem });
                }
                None if name == "per_page" => given.push(("size".to_owned(), value)),
                None => given.push((name, value)),
            }
        }
        let search = Self::read(given.iter().map(|(name, value)| (name, value)));
        let by_relevance = given.iter().any(|(name, value)| name == "sort" && value == SortKey::Relevance.as_str());
        if by_relevance && search.words.is_empty() {
            wrong.push(WrongParameter { name: "sort".to_owned(), wrong: Wrong::Value });
        }
        if search.settled().position != search.position {
            wrong.push(WrongParameter { name: "after".to_owned(), wrong: Wrong::Value });
        }
        wrong.truncate(MOST);
        if wrong.is_empty() { Ok(search) } else { Err(wrong) }
    }
}

/// What is wrong with a parameter that has come so many times, this one included.
fn problem(name: &str, value: &str, times: usize) -> Option<Wrong> {
    let facet = Facet::from_code(name);
    let is_right = match (name, facet) {
        (_, Some(facet)) => facet.read(value).is_some(),
        ("q", _) => value.chars().count() <= MAX_QUERY_CHARS && !value.chars().any(char::is_control),
        ("updated_since", _) => Since::parse(value).is_some(),
        ("sort", _) => Sort::parse(value).is_some(),
        ("per_page", _) => PageSize::ALL.into_iter().any(|size| size.rows().to_string() == value),
        ("after", _) => Cursor::decode(value).is_some(),
        _ => return Some(Wrong::Unknown),
    };
    match facet {
        None if times > 1 => Some(Wrong::Repeated),
        Some(_) if times > MAX_VALUES => Some(Wrong::TooMany),
        _ => (!is_right).then_some(Wrong::Value),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wrong(parameters: &[(&str, &str)]) -> Vec<(String, Wrong)> {
        let read = Search::read_strictly(parameters.iter().copied());
        read.err().unwrap_or_default().into_iter().map(|parameter| (parameter.name, parameter.wrong)).collect()
    }

    #[test]
    fn what_pages_drop_programs_are_told() {
        assert!(wrong(&[("q", "flu"), ("language", "pl"), ("language", "en"), ("per_page", "50")]).is_empty());
        for (name, value, why) in [
            ("size", "50", Wrong::Unknown),
            ("before", "x", Wrong::Unknown),
            ("utm_source", "x", Wrong::Unknown),
            ("per_page", "7", Wrong::Value),
            ("sort", "password", Wrong::Value),
            ("sort", "relevance", Wrong::Value),
            ("after", "nonsense", Wrong::Value),
            ("updated_since", "yesterday", Wrong::Value),
            ("format", "smell", Wrong::Value),
            ("available", "later", Wrong::Value),
            ("q", "a\0b", Wrong::Value),
        ] {
            assert_eq!(wrong(&[(name, value)]), [(name.to_owned(), why)], "{name}={value}");
        }
        assert_eq!(wrong(&[("q", "a"), ("q", "b")]), [("q".to_owned(), Wrong::Repeated)]);
        assert!(wrong(&[("sort", "relevance"), ("q", "flu")]).is_empty());
    }

    #[test]
    fn a_place_in_another_order_is_none() {
        let cursor = Cursor { keys: ["title", "0", "flu"].map(str::to_owned).into(), id: uuid::Uuid::nil(), page: 2 };
        let after = cursor.encode();
        assert!(wrong(&[("sort", "title"), ("after", &after)]).is_empty());
        assert_eq!(wrong(&[("sort", "-title"), ("after", &after)]), [("after".to_owned(), Wrong::Value)]);
    }

    #[test]
    fn rows_on_a_page_have_another_name() {
        let search = Search::read_strictly([("per_page", "50")]).expect("right");
        assert_eq!(search.size.rows(), 50);
    }

    proptest! {
        #[test]
        fn what_is_taken_is_what_a_page_would_take(words in "[a-z ]{0,20}", tag in "[a-z]{2,3}") {
            let parameters = [("q", words.as_str()), ("language", tag.as_str())];
            prop_assert_eq!(Search::read_strictly(parameters).ok(), Some(Search::read(parameters)));
        }

        #[test]
        fn no_text_panics(name in any::<String>(), value in any::<String>()) {
            let _ = Search::read_strictly([(name, value)]);
        }
    }
}
