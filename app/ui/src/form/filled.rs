//! A form as it is shown.

use domain::form::{Answers, Facts};
use serde::{Deserialize, Serialize};

use super::Words;

/// An error in words, at its question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownError {
    /// Name of the question.
    pub field: String,
    /// The sentence.
    pub text: String,
}

/// A form as it is shown: what was typed, what was wrong with it, its words and its facts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// What stands in the inputs.
    pub answers: Answers,
    /// What was refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ShownError>,
    /// The words of its questions.
    pub words: Words,
    /// What its rules need beyond the answers.
    #[serde(default)]
    pub facts: Facts,
    /// Set before the ids of inputs where a page shows the same form twice.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prefix: String,
}

impl Filled {
    /// What was refused, each at the id of its input, for the summary of a page.
    pub fn errors_at_inputs(&self) -> Vec<ShownError> {
        let at_input =
            |error: &ShownError| ShownError { field: input_id(&self.prefix, &error.field), text: error.text.clone() };
        self.errors.iter().map(at_input).collect()
    }
}

/// The id of a question's input.
pub fn input_id(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}-{name}") }
}
