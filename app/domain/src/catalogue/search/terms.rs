//! What is looked for: the words of a search, taken apart.

use crate::catalogue::code;

/// The words of a search, taken apart: what must be there, in which phrases, and what must not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// Single words, all required.
    pub words: Vec<String>,
    /// Quoted phrases, all required.
    pub phrases: Vec<String>,
    /// Words that must not be there.
    pub excluded: Vec<String>,
    /// The whole query as a product code might be spelled. Empty where something is excluded: what is asked for by a
    /// code leaves nothing out, and would find what must not be there.
    pub code: String,
}

impl Terms {
    /// Takes a query apart: `"quoted phrase"`, `-word`, and words in any order.
    pub fn of(query: &str) -> Self {
        let mut terms = Self::default();
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
        if terms.excluded.is_empty() {
            terms.code = code::normalise(query);
        }
        terms
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        let lists = [&self.words, &self.phrases, &self.excluded];
        lists.into_iter().all(Vec::is_empty) && self.code.is_empty()
    }

    /// Every word that has to be there, those inside of quotes as well.
    pub fn required_words(&self) -> impl Iterator<Item = &str> {
        let quoted = self.phrases.iter().flat_map(|phrase| phrase.split_whitespace());
        let words = self.words.iter().map(String::as_str).chain(quoted);
        words.filter(|word| word.chars().any(char::is_alphanumeric))
    }
}

/// One way to say something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The words.
    pub text: String,
    /// Whether they have to stand together.
    pub is_phrase: bool,
}

/// What has to be there, in any of its ways to say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// The ways; the typed one first.
    pub alternatives: Vec<Alternative>,
}

impl Requirement {
    /// Whether it was typed in quotes.
    pub fn is_quoted(&self) -> bool {
        self.alternatives.first().is_some_and(|typed| typed.is_phrase)
    }
}

/// Groups of terms that mean the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synonyms(Vec<Vec<Vec<String>>>);

impl Synonyms {
    /// Of groups as editors write them.
    pub fn of(groups: &[Vec<String>]) -> Self {
        Self(groups.iter().map(|group| group.iter().map(|term| plain_words(term)).collect()).collect())
    }

    /// The group of the longest term that these words begin with, and how many words that is.
    fn longest(&self, words: &[String]) -> Option<(&[Vec<String>], usize)> {
        let matching = self.0.iter().flat_map(|group| group.iter().map(move |term| (group, term)));
        let longest = matching.filter(|(_, term)| !term.is_empty() && words.starts_with(term));
        longest.max_by_key(|(_, term)| term.len()).map(|(group, term)| (group.as_slice(), term.len()))
    }
}

fn plain_words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

impl Terms {
    /// What has to be there, each with everything that means the same.
    pub fn requirements(&self, synonyms: &Synonyms) -> Vec<Requirement> {
        let plain: Vec<String> = self.words.iter().map(|word| word.to_lowercase()).collect();
        let (mut all, mut at) = (Vec::new(), 0);
        while at < plain.len() {
            let (others, length) = synonyms.longest(&plain[at..]).unwrap_or((&[], 1));
            all.push(requirement(&self.words[at..at + length].join(" "), false, &plain[at..at + length], others));
            at += length;
        }
        for phrase in &self.phrases {
            let plain = plain_words(phrase);
            let others = synonyms.longest(&plain).filter(|(_, length)| *length == plain.len());
            all.push(requirement(phrase, true, &plain, others.map_or(&[], |(others, _)| others)));
        }
        all
    }
}

fn requirement(typed: &str, is_phrase: bool, plain: &[String], others: &[Vec<String>]) -> Requirement {
    let others = others.iter().filter(|term| *term != plain);
    let others = others.map(|term| Alternative { text: term.join(" "), is_phrase: term.len() > 1 });
    Requirement {
        alternatives: [Alternative { text: typed.to_owned(), is_phrase }].into_iter().chain(others).collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_query_is_taken_apart() {
        let terms = Terms::of("flu \"whooping cough\" -poster leaflet \"one\" - &");
        assert_eq!(terms.words, ["flu", "leaflet", "one"]);
        assert_eq!(terms.phrases, ["whooping cough"]);
        assert_eq!(terms.excluded, ["poster"]);
        let required: Vec<&str> = terms.required_words().collect();
        assert_eq!(required, ["flu", "leaflet", "one", "whooping", "cough"]);
    }

    #[test]
    fn what_leaves_something_out_is_no_code() {
        assert_eq!(Terms::of("flu 0017-pl").code, "FLU0017PL");
        for query in ["-flu", "flu -0017"] {
            let terms = Terms::of(query);
            assert_eq!((terms.code.as_str(), terms.is_empty()), ("", false), "{query}");
        }
        assert!(Terms::of("- \"\" -- *").is_empty(), "signs alone ask for nothing");
    }

    #[test]
    fn an_unclosed_quote_is_no_phrase() {
        assert_eq!(Terms::of("flu \"whooping cough").words, ["flu", "whooping", "cough"]);
    }

    fn said(query: &str) -> Vec<Vec<String>> {
        let groups =
            [vec!["whooping cough".to_owned(), "Pertussis".to_owned()], vec!["cough".to_owned(), "tussis".to_owned()]];
        let requirements = Terms::of(query).requirements(&Synonyms::of(&groups));
        requirements.into_iter().map(|one| one.alternatives.into_iter().map(|way| way.text).collect()).collect()
    }

    #[test]
    fn synonyms_stand_beside_what_was_typed() {
        assert_eq!(
            said("Whooping COUGH leaflet"),
            [vec!["Whooping COUGH", "pertussis"], vec!["leaflet"]],
            "the longest term wins"
        );
        assert_eq!(said("pertussis"), [["pertussis", "whooping cough"]]);
        assert_eq!(said("\"whooping cough\""), [["whooping cough", "pertussis"]]);
        assert_eq!(said("\"bad whooping cough\""), [["bad whooping cough"]]);
    }

    proptest! {
        #[test]
        fn no_query_panics(query in any::<String>()) {
            let _ = Terms::of(&query).requirements(&Synonyms::of(&[vec![query.clone(), "other".to_owned()]]));
        }
    }
}
