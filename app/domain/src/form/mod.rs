//! How a form works: a question is declared once as a [`Field`], answers come in as [`Answers`],
//! a [`Reader`] turns them into types and keeps every error, and a [`Form`] is the typed result.
//!
//! The same code runs in the browser before a post and on the server after it. Words are not
//! here: an error is a key and its arguments, which a page or an island turns into a sentence.

mod answers;
mod date;
mod date_field;
mod digits;
mod field;
mod problem;
mod reader;

use std::collections::BTreeMap;

pub use answers::{Answers, MOST_KEPT};
pub use date_field::DateField;
pub use digits::with_western_digits;
pub use field::{Answer, Declared, Field, Kind};
pub use problem::{FieldError, FieldErrors, MALFORMED, MISSING, Problem};
pub use reader::Reader;
use serde::{Deserialize, Serialize};

use crate::time::Day;

/// What a rule needs beyond the answers. It travels with the form to the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Today in the time zone of the half that asks, catalogue or registry, judged by whoever calls.
    pub today: Option<Day>,
    /// Lists on offer, by the name of the question: the values that may be chosen.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub lists: BTreeMap<String, Vec<String>>,
    /// Answers given on earlier pages.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub earlier: Answers,
}

impl Facts {
    /// These facts with a list on offer for a question.
    #[must_use]
    pub fn with_list(mut self, name: &str, values: impl IntoIterator<Item = String>) -> Self {
        self.lists.insert(name.to_owned(), values.into_iter().collect());
        self
    }

    /// The values on offer for a question.
    pub fn list(&self, name: &str) -> &[String] {
        self.lists.get(name).map_or(&[], Vec::as_slice)
    }
}

/// Words that every form may need, whatever its questions.
pub const COMMON_WORDS: &[&str] =
    &["any-repeated", "any-too-long", "any-unprintable", "any-out-of-date", "form-problem-title", "form-error-prefix"];

/// A form: its name, its questions, and the one rule that turns answers into a typed value. All of them are listed in
/// [`crate::forms`].
pub trait Form: crate::forms::Listed + Sized + Send + 'static {
    /// Under this name rejected answers are kept.
    const NAME: &'static str;
    /// Its questions in the order of the page.
    const FIELDS: &'static [Declared];

    /// The typed form, or everything that is wrong.
    fn parse(answers: &Answers, facts: &Facts) -> Result<Self, FieldErrors>;

    /// Where the form stands, so that a rejection can be shown there. Built from typed answers only.
    fn page(answers: &Answers) -> crate::paths::Path;

    /// What of refused answers is kept until the page is shown again: all that its questions take. A form whose
    /// answers are stored elsewhere before they are read keeps nothing.
    fn kept(answers: &Answers) -> Answers {
        answers.only(Self::FIELDS)
    }

    /// Questions whose refused answers are kept encrypted only.
    const SEALED: &'static [Declared] = &[];

    /// Whether it is the button of a message's link, all of whose answers come with the link: one that cannot be read
    /// gets the same answer as one that leads nowhere.
    const IS_LINK: bool = false;

    /// Whether the server puts its texts into Unicode's composed form before it reads them, so that a letter of two
    /// signs counts once. What was refused is kept as it was typed.
    const IS_COMPOSED: bool = false;

    /// Words of what only its answers together show.
    const WORDS: &'static [&'static str] = &[];

    /// Everything that is wrong, for the browser.
    fn check(answers: &Answers, facts: &Facts) -> FieldErrors {
        Self::parse(answers, facts).err().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{EmailAddress, FullName};

    const NAME: Field<FullName> = Field::new("full_name");
    const EMAIL: Field<EmailAddress> = Field::new("email");

    fn errors(answers: &Answers) -> Vec<String> {
        let mut read = Reader::new(answers);
        let (name, email) = (read.required(&NAME), read.required(&EMAIL));
        read.finish(|| Some((name?, email?))).err().unwrap_or_default().iter().map(FieldError::words_id).collect()
    }

    #[test]
    fn every_wrong_answer_is_reported_at_once() {
        assert_eq!(errors(&Answers::default()), ["full_name.missing", "email.missing"]);
        assert_eq!(
            errors(&Answers::default().with("full_name", " ").with("email", "no")),
            ["full_name.missing", "email.malformed"]
        );
    }

    #[test]
    fn repeated_names_are_refused_unless_they_agree() {
        let base = Answers::default().with("full_name", "Ada").with("email", "a@example.com");
        assert_eq!(errors(&base.clone().with("email", "a@example.com")), [] as [&str; 0]);
        assert_eq!(errors(&base.with("email", "b@example.com")), ["any-repeated"]);
    }

    #[test]
    fn a_question_that_takes_several_answers_keeps_them_all() {
        use crate::patterns::{READ_IN, ReadIn};
        let read = |values: &[&str]| {
            let answers = values.iter().fold(Answers::default(), |answers, value| answers.with("read_in", *value));
            let mut read = Reader::new(&answers);
            let several = read.several(&READ_IN);
            (
                read.finish(|| several).map_err(|errors| errors.iter().map(FieldError::words_id).collect::<Vec<_>>()),
                answers,
            )
        };
        assert_eq!(read(&["screen", "paper", "screen"]).0, Ok(vec![ReadIn::Screen, ReadIn::Paper]));
        assert_eq!(read(&[]).0, Err(vec!["read_in.missing".to_owned()]));
        assert_eq!(read(&["", " "]).0, Err(vec!["read_in.missing".to_owned()]));
        assert_eq!(read(&["screen", "stone"]).0, Err(vec!["read_in.malformed".to_owned()]));
        let (_, answers) = read(&["screen", "paper", "stone", "wood", "sand"]);
        assert_eq!(
            answers.only(&[READ_IN.declared()]).all("read_in"),
            ["screen", "paper", "stone"],
            "no more than it takes"
        );
    }

    #[test]
    fn only_what_is_on_offer_can_be_chosen() {
        use crate::patterns::READS_IN;
        let read = |value: &str| {
            let facts = Facts::default().with_list("reads_in", ["pl".to_owned(), "ur".to_owned()]);
            let answers = Answers::default().with("reads_in", value);
            let mut read = Reader::new(&answers);
            let chosen = read.listed(&READS_IN, &facts);
            read.finish(|| chosen).map_err(|errors| errors.iter().map(FieldError::words_id).collect::<String>())
        };
        assert_eq!(read("pl").map(|tag| tag.to_string()), Ok("pl".to_owned()));
        assert_eq!(read(""), Err("reads_in.missing".to_owned()));
        assert_eq!(read("fr"), Err("reads_in.malformed".to_owned()), "a language, and not on offer");
    }

    #[test]
    fn oversized_and_unprintable_answers_are_refused() {
        let base = Answers::default().with("email", "a@example.com");
        assert_eq!(errors(&base.clone().with("full_name", "x".repeat(101))), ["any-too-long"]);
        assert_eq!(errors(&base.with("full_name", "a\u{0}b")), ["any-unprintable"]);
    }

    #[test]
    fn only_asked_answers_are_kept() {
        let kept = Answers::default().with("email", "a").with("is_admin", "true").only(&[EMAIL.declared()]);
        assert_eq!(kept, Answers::default().with("email", "a"));
    }

    #[test]
    fn what_is_too_long_is_kept_as_it_was_typed() {
        for (typed, kept) in [(101, 101), (MOST_KEPT, MOST_KEPT), (MOST_KEPT + 5, MOST_KEPT)] {
            let answers = Answers::default().with("full_name", "é".repeat(typed)).only(&[NAME.declared()]);
            assert_eq!(answers.first("full_name"), "é".repeat(kept));
            let [_, day, ..] = crate::date_field!("starts").all();
            let answers = Answers::default().with("starts-day", "é".repeat(typed)).only(&[day]);
            assert_eq!(answers.first("starts-day"), "é".repeat(kept), "days are typed as well");
        }
    }

    #[test]
    fn what_nobody_typed_is_kept_no_longer_than_its_question_takes() {
        use crate::patterns::READ_IN;
        for kind in [Kind::Hidden, Kind::Radios, Kind::Select, Kind::Checkboxes] {
            let field = READ_IN.kind(kind).declared();
            let long = "é".repeat(MOST_KEPT);
            let answers = Answers::default().with("read_in", &*long).with("read_in", &*long).only(&[field]);
            let kept: Vec<usize> = answers.all("read_in").iter().map(|value| value.chars().count()).collect();
            assert_eq!(kept, vec![field.max_chars + 1; field.most_answers().min(2)], "{kind:?}");
        }
    }

    proptest! {
        #[test]
        fn no_answer_panics(name in ".{0,300}", email in any::<String>()) {
            errors(&Answers::default().with("full_name", name).with("email", email));
        }

        #[test]
        fn answers_survive_their_journey_as_json(pairs in proptest::collection::vec((".{1,8}", ".*"), 0..6)) {
            let mut answers = Answers::default();
            for (name, value) in pairs {
                answers.push(name, value);
            }
            let json = serde_json::to_string(&answers).expect("answers are plain");
            prop_assert_eq!(answers, serde_json::from_str::<Answers>(&json).expect("and come back"));
        }
    }
}
