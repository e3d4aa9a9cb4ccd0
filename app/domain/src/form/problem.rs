//! What is wrong with answers: keys and arguments, never words.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

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
