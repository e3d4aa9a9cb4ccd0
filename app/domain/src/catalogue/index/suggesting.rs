//! What a search box suggests while somebody types.

use std::cmp::Reverse;

use super::{Entry, Index, Now, Wanted};
use crate::{
    catalogue::{code, search::Search},
    id::PublicationId,
};

/// What stands in a search box.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    folded: String,
    code: String,
}

impl Typed {
    /// Of a text, and the same text folded as titles are.
    pub fn of(text: &str, folded: &str) -> Self {
        Self { folded: folded.trim().to_owned(), code: code::normalise(text) }
    }

    /// Whether there is nothing to go by.
    pub fn is_empty(&self) -> bool {
        !self.folded.chars().any(char::is_alphanumeric)
    }

    /// How well a publication fits: 1, a code begins so; 2, a title begins so; 3, each word begins a word of a
    /// title, or of the programme's name.
    fn tier(&self, entry: &Entry) -> Option<u8> {
        if !self.code.is_empty() && entry.editions.iter().any(|edition| edition.code.starts_with(&self.code)) {
            return Some(1);
        }
        if entry.titles().any(|title| title.starts_with(&self.folded)) {
            return Some(2);
        }
        entry
            .titles()
            .any(|title| {
                self.words().all(|word| begins_a_word(title, word) || begins_a_word(&entry.programme_name, word))
            })
            .then_some(3)
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        self.folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty())
    }
}

fn begins_a_word(text: &str, word: &str) -> bool {
    text.split(|sign: char| !sign.is_alphanumeric()).any(|known| known.starts_with(word))
}

impl Index {
    /// The publications to suggest, at most so many: codes first, then titles that begin so, then words; what
    /// people use most stands before the rest. Only of the work's facets, such as its programme, those that the
    /// search chose.
    pub fn suggest(&self, typed: &Typed, search: &Search, now: &Now, most: usize) -> Vec<PublicationId> {
        if typed.is_empty() {
            return Vec::new();
        }
        let wanted = Wanted::of(search, self, now);
        let mut fitting: Vec<_> = self
            .entries
            .iter()
            .filter(|entry| wanted.missing_of(entry) == 0)
            .filter_map(|entry| Some((typed.tier(entry)?, Reverse(entry.popularity), entry.title.as_str(), entry.id)))
            .collect();
        fitting.sort_unstable();
        fitting.truncate(most);
        fitting.into_iter().map(|(.., id)| id).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::index::NewEntry;

    fn index(titles: &[(&str, &[&str], i64)]) -> Index {
        let mut index = Index::default();
        for (at, (title, codes, popularity)) in titles.iter().enumerate() {
            let seed = vec![at + 1; 20];
            let entry = super::super::tests::publication(at as u128 + 1, &seed);
            let mut editions = vec![entry.editions[0].clone(); codes.len()];
            for (edition, code) in editions.iter_mut().zip(*codes) {
                edition.code = (*code).to_owned();
            }
            index.put(NewEntry { title: (*title).to_owned(), popularity: *popularity, editions, ..entry });
        }
        index
    }

    fn suggested(index: &Index, text: &str) -> Vec<String> {
        let found = index.suggest(
            &Typed::of(text, &text.to_lowercase()),
            &Search::default(),
            &super::super::tests::now(index),
            10,
        );
        found.into_iter().map(|id| index.get(id).expect("is there").title.clone()).collect()
    }

    #[test]
    fn codes_come_first_then_titles_then_words() {
        let index = index(&[
            ("the flu and you", &["X1"], 9),
            ("flu for parents", &["X2"], 1),
            ("flu in winter", &["X3"], 5),
            ("measles", &["FLU0017PL"], 0),
            ("influenza", &["X5"], 90),
        ]);
        assert_eq!(suggested(&index, "flu"), ["measles", "flu in winter", "flu for parents", "the flu and you"]);
        assert_eq!(suggested(&index, "you fl"), ["the flu and you"]);
        assert_eq!(suggested(&index, "flu-00"), ["measles"]);
    }

    #[test]
    fn a_programme_suggests_what_is_in_it() {
        let index = index(&[("measles", &["A1"], 0), ("measles again", &["A2"], 0)]);
        let of = |programme| {
            let search = Search::read([("programme", programme)]);
            index.suggest(&Typed::of("mea", "mea"), &search, &super::super::tests::now(&index), 10).len()
        };
        assert_eq!((of("b"), of("c"), of("a")), (1, 1, 0));
    }

    #[test]
    fn signs_alone_suggest_nothing() {
        let index = index(&[("measles", &["A1"], 0)]);
        assert_eq!(suggested(&index, " - \" "), Vec::<String>::new());
    }

    #[test]
    fn the_title_of_an_edition_counts() {
        let mut index = index(&[("measles", &["A1"], 0)]);
        let mut entry = super::super::tests::publication(1, &[1; 20]);
        "measles".clone_into(&mut entry.title);
        entry.editions[0].title = Some("la rougeole".to_owned());
        index.put(entry);
        assert_eq!(suggested(&index, "roug"), ["measles"]);
    }

    proptest! {
        #[test]
        fn each_is_suggested_once_and_no_more_than_asked_for(text in "\\PC{0,12}", most in 0_usize..5) {
            let index = index(&[("measles at home", &["A1", "A2"], 0), ("a measles record", &["A3"], 2), ("mumps", &["M1"], 1)]);
            let mut found = index.suggest(&Typed::of(&text, &text), &Search::default(), &super::super::tests::now(&index), most);
            prop_assert!(found.len() <= most);
            let all = found.len();
            found.sort_unstable();
            found.dedup();
            prop_assert_eq!(found.len(), all);
        }
    }
}
