//! How a form works: a question is declared once as a [`Field`], answers come in as [`Answers`],
//! a [`Reader`] turns them into types and keeps every error, and a [`Form`] is the typed result.
//!
//! The same code runs in the browser before a post and on the server after it. Words are not
//! here: an error is a key and its arguments, which a page or an island turns into a sentence.

use std::{borrow::Cow, collections::BTreeMap, marker::PhantomData};

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::time::Day;

/// What somebody sent: each name with its values in the order sent. Names may repeat.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Values>);

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
struct Values(Vec<String>);

impl<'de> Deserialize<'de> for Values {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMany;

        impl<'de> de::Visitor<'de> for OneOrMany {
            type Value = Values;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a text or a list of texts")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Values, E> {
                Ok(Values(vec![text.to_owned()]))
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut texts: A) -> Result<Values, A::Error> {
                let mut values = Vec::new();
                while let Some(text) = texts.next_element()? {
                    values.push(text);
                }
                Ok(Values(values))
            }
        }
        deserializer.deserialize_any(OneOrMany)
    }
}

impl Answers {
    /// Adds a value to those already sent under this name.
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.entry(name.into()).or_default().0.push(value.into());
    }

    /// The same answers with one more; for building them in place.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.push(name, value);
        self
    }

    /// The first value under a name, or nothing at all.
    pub fn first(&self, name: &str) -> &str {
        self.all(name).first().map_or("", String::as_str)
    }

    /// All values under a name.
    pub fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], |values| &values.0)
    }

    /// Whether nothing was sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Only the answers to these questions, each once and no longer than it takes to see that it is
    /// too long: what a form did not ask is never kept, and what no database can hold is marked.
    #[must_use]
    pub fn only(&self, fields: &[Declared]) -> Self {
        let mut kept = Self::default();
        for field in fields.iter().filter(|field| !self.all(field.name).is_empty()) {
            let value = self.first(field.name).chars().take(field.max_chars + 1);
            kept.push(field.name, value.map(|c| if c == '\0' { '\u{fffd}' } else { c }).collect::<String>());
        }
        kept
    }
}

/// What a rule needs beyond the answers. It travels with the form to the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Today in the service's time zone, judged by whoever calls.
    pub today: Option<Day>,
    /// Lists on offer, by the name of the question: the values that may be chosen.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub lists: BTreeMap<String, Vec<String>>,
    /// Answers given on earlier pages.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub earlier: Answers,
}

/// Why an answer is refused: a word key after the field's name, and what to put into the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// `missing`, `malformed`, …: looked up as `{field}.{key}`, or alone when it starts with `any-`.
    pub key: Cow<'static, str>,
    /// Named values for the words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(Cow<'static, str>, String)>,
}

impl Problem {
    /// A problem without arguments.
    pub const fn new(key: &'static str) -> Self {
        Self { key: Cow::Borrowed(key), args: Vec::new() }
    }

    /// Adds a value that the words may mention.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((Cow::Borrowed(name), value.to_string()));
        self
    }
}

/// The answer was not given.
pub const MISSING: Problem = Problem::new("missing");
/// The answer cannot be read as what it should be.
pub const MALFORMED: Problem = Problem::new("malformed");

/// One wrong answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// The name of the question.
    pub field: Cow<'static, str>,
    /// What is wrong with it.
    pub problem: Problem,
}

impl FieldError {
    /// The id under which the words of this error stand.
    pub fn words_id(&self) -> String {
        if self.problem.key.starts_with("any-") {
            self.problem.key.to_string()
        } else {
            format!("{}.{}", self.field, self.problem.key)
        }
    }
}

/// All wrong answers of a form, in the order of its questions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldErrors(Vec<FieldError>);

impl FieldErrors {
    /// One wrong answer.
    pub fn of(field: impl Into<Cow<'static, str>>, problem: Problem) -> Self {
        let mut errors = Self::default();
        errors.push(field, problem);
        errors
    }

    /// Adds a wrong answer.
    pub fn push(&mut self, field: impl Into<Cow<'static, str>>, problem: Problem) {
        self.0.push(FieldError { field: field.into(), problem });
    }

    /// The first error of a question.
    pub fn first(&self, field: &str) -> Option<&FieldError> {
        self.0.iter().find(|error| error.field == field)
    }

    /// All errors.
    pub fn iter(&self) -> std::slice::Iter<'_, FieldError> {
        self.0.iter()
    }

    /// Whether every answer is right.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> IntoIterator for &'a FieldErrors {
    type Item = &'a FieldError;
    type IntoIter = std::slice::Iter<'a, FieldError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A type that a single answer can become.
pub trait Answer: Sized {
    /// The most characters an answer may have.
    const MAX_CHARS: usize;
    /// Whether line breaks belong into the answer.
    const MANY_LINES: bool = false;
    /// The problems [`Answer::read`] may report, besides those every question has.
    const PROBLEMS: &'static [&'static str] = &["malformed"];

    /// Reads an answer that is trimmed, not empty, short enough and without control characters.
    fn read(text: &str) -> Result<Self, Problem>;
}

/// What kind of input a question is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Text,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Telephone,
    /// A whole number, as text with a numeric keyboard.
    Number,
    /// A short code of digits that is typed once.
    OneTimeCode,
    /// Not shown; it travels with the form.
    Hidden,
}

/// A question, declared once: it draws the input, names the words and reads the answer.
#[derive(Debug)]
pub struct Field<T> {
    declared: Declared,
    answer: PhantomData<fn() -> T>,
}

/// What a page knows about a question without knowing its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared {
    /// The name in the form, and the id of its words.
    pub name: &'static str,
    /// How it is drawn.
    pub kind: Kind,
    /// The `autocomplete` token of HTML, or nothing.
    pub autocomplete: &'static str,
    /// Characters that should be visible, or 0 for the whole width.
    pub width: u8,
    /// Whether a hint stands under the label.
    pub has_hint: bool,
    /// Whether it may be left out; the label then says so.
    pub is_optional: bool,
    /// The problems its type may report.
    pub problems: &'static [&'static str],
    /// The most characters it takes.
    pub max_chars: usize,
}

impl Declared {
    /// Ids of all words this question may need.
    pub fn words_ids(&self) -> Vec<String> {
        if self.kind == Kind::Hidden {
            return Vec::new();
        }
        let mut ids = vec![self.name.to_owned()];
        if self.has_hint {
            ids.push(format!("{}.hint", self.name));
        }
        if !self.is_optional {
            ids.push(format!("{}.missing", self.name));
        }
        ids.extend(self.problems.iter().map(|problem| format!("{}.{problem}", self.name)));
        ids
    }
}

impl<T: Answer> Field<T> {
    /// A required question, drawn as one line of text.
    pub const fn new(name: &'static str) -> Self {
        Self {
            declared: Declared {
                name,
                kind: Kind::Text,
                autocomplete: "",
                width: 0,
                has_hint: false,
                is_optional: false,
                problems: T::PROBLEMS,
                max_chars: T::MAX_CHARS,
            },
            answer: PhantomData,
        }
    }

    /// Draws it as this kind of input.
    #[must_use]
    pub const fn kind(mut self, kind: Kind) -> Self {
        self.declared.kind = kind;
        self
    }

    /// Lets browsers fill it in.
    #[must_use]
    pub const fn autocomplete(mut self, token: &'static str) -> Self {
        self.declared.autocomplete = token;
        self
    }

    /// Shows about this many characters.
    #[must_use]
    pub const fn width(mut self, chars: u8) -> Self {
        self.declared.width = chars;
        self
    }

    /// Has a hint under its label.
    #[must_use]
    pub const fn hint(mut self) -> Self {
        self.declared.has_hint = true;
        self
    }

    /// May be left out.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.declared.is_optional = true;
        self
    }

    /// The question without its type.
    pub const fn declared(&self) -> Declared {
        self.declared
    }

    /// Its name in the form.
    pub const fn name(&self) -> &'static str {
        self.declared.name
    }
}

/// Reads answers into types and keeps all errors, so that a person sees them at once.
#[derive(Debug)]
pub struct Reader<'a> {
    answers: &'a Answers,
    errors: FieldErrors,
}

impl<'a> Reader<'a> {
    /// A reader over what somebody sent.
    pub fn new(answers: &'a Answers) -> Self {
        Self { answers, errors: FieldErrors::default() }
    }

    /// The answer to a question that has to be answered.
    pub fn required<T: Answer>(&mut self, field: &Field<T>) -> Option<T> {
        let read = self.one(field.name(), field.declared.max_chars);
        self.keep(field.name(), read.and_then(|text| read_as(text.ok_or(MISSING)?)))
    }

    /// The answer to a question that may be left out.
    pub fn optional<T: Answer>(&mut self, field: &Field<T>) -> Option<T> {
        let read = self.one(field.name(), field.declared.max_chars);
        self.keep(field.name(), read.and_then(|text| text.map(read_as).transpose())).flatten()
    }

    /// Adds an error that only the answers together show.
    pub fn refuse(&mut self, field: &'static str, problem: Problem) {
        self.errors.push(field, problem);
    }

    /// Builds the form, unless an answer was wrong.
    pub fn finish<F>(self, build: impl FnOnce() -> Option<F>) -> Result<F, FieldErrors> {
        if !self.errors.is_empty() {
            return Err(self.errors);
        }
        build().ok_or(self.errors)
    }

    fn keep<V>(&mut self, name: &'static str, read: Result<V, Problem>) -> Option<V> {
        read.map_err(|problem| self.errors.push(name, problem)).ok()
    }

    /// One trimmed answer. `None` when nothing was typed; a problem when several differ.
    fn one(&self, name: &str, max_chars: usize) -> Result<Option<&'a str>, Problem> {
        let given = self.answers.all(name);
        let Some(first) = given.first() else { return Ok(None) };
        if given.iter().any(|other| other != first) {
            return Err(Problem::new("any-repeated"));
        }
        let text = first.trim_matches(is_blank);
        if text.is_empty() {
            return Ok(None);
        }
        if text.chars().count() > max_chars {
            return Err(Problem::new("any-too-long").arg("max", max_chars));
        }
        Ok(Some(text))
    }
}

fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200B}' | '\u{FEFF}' | '\u{2060}')
}

fn read_as<T: Answer>(text: &str) -> Result<T, Problem> {
    let allowed = |c: char| !c.is_control() || (T::MANY_LINES && matches!(c, '\n' | '\r' | '\t'));
    if text.chars().all(allowed) { T::read(text) } else { Err(Problem::new("any-unprintable")) }
}

/// Words that every form may need, whatever its questions.
pub const COMMON_WORDS: &[&str] =
    &["any-repeated", "any-too-long", "any-unprintable", "form-optional", "form-problem-title", "form-error-prefix"];

/// A form: its name, its questions, and the one rule that turns answers into a typed value.
pub trait Form: Sized + Send + 'static {
    /// Under this name rejected answers are kept.
    const NAME: &'static str;
    /// Its questions in the order of the page.
    const FIELDS: &'static [Declared];

    /// The typed form, or everything that is wrong.
    fn parse(answers: &Answers, facts: &Facts) -> Result<Self, FieldErrors>;

    /// Where the form stands, so that a rejection can be shown there. Built from typed answers only.
    fn page(answers: &Answers) -> crate::paths::Path;

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
