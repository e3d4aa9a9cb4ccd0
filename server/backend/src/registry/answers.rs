//! Answers of a draft between the database and the rules: which are encrypted, and where they stand.

use std::fmt::Display;

use domain::{
    form::Answers,
    registry::{
        Draft, Step,
        fields::{REGISTRATION_NUMBER, STREAM},
    },
};
use store::registry::{
    answers::{Stored, Typed},
    drafts,
};

use crate::{
    Sealing, StoreError,
    sealing::{Place, Unsealable},
};

/// Where the answers of a draft stand.
pub const ANSWERS: &str = "draft_answers";
/// Where those stand that were typed into a window drawn before the answers changed.
pub const CONFLICT: &str = "draft_conflict_answers";

impl From<Unsealable> for StoreError {
    fn from(error: Unsealable) -> Self {
        Self::Unreadable(serde::de::Error::custom(error))
    }
}

/// Whether the answers under a name are stored encrypted.
fn is_sealed(question: &str) -> bool {
    question == REGISTRATION_NUMBER.name()
}

fn row_of(row: impl Display, question: &str) -> String {
    format!("{row}/{question}")
}

/// Values as they are stored in a table.
pub fn close(
    sealing: &Sealing,
    table: &str,
    row: impl Display,
    question: &str,
    values: Vec<String>,
) -> Result<Typed, StoreError> {
    if !is_sealed(question) {
        return Ok(Typed::Plain(values));
    }
    let place = Place { table, column: "sealed", row: &row_of(row, question) };
    Ok(Typed::Sealed(sealing.seal(place, &serde_json::to_string(&values)?)?))
}

/// Values as they were typed.
pub fn open(
    sealing: &Sealing,
    table: &str,
    row: impl Display,
    question: &str,
    typed: Typed,
) -> Result<Vec<String>, StoreError> {
    match typed {
        Typed::Plain(values) => Ok(values),
        Typed::Sealed(sealed) => {
            let place = Place { table, column: "sealed", row: &row_of(row, question) };
            Ok(serde_json::from_str(&sealing.open(place, &sealed)?)?)
        }
    }
}

/// A draft as the rules see it.
pub fn read(sealing: &Sealing, row: &drafts::Draft, stored: Vec<Stored>) -> Result<Draft, StoreError> {
    let mut answers = Answers::default();
    for answer in stored {
        let values = open(sealing, ANSWERS, row.id, &answer.question, answer.typed)?;
        answers.replace(answer.question, values);
    }
    Ok(Draft { answers, visited: row.visited.iter().cloned().collect() })
}

/// Whether a window that was drawn from a version may write these answers to a page: nobody changed them since, or
/// they say the same.
pub fn may_write(draft: &Draft, stored: &[Stored], step: &Step, typed: &Answers, version: i32) -> bool {
    let was_changed = |question: &str| stored.iter().any(|known| known.question == question && known.version > version);
    // The specialties on offer are those of the profession.
    if *step == Step::Specialties && was_changed(STREAM.name()) {
        return false;
    }
    step.fields().iter().all(|field| {
        let key = draft.key(step, field.name);
        !was_changed(&key) || draft.answers.all(&key) == typed.all(field.name)
    })
}
