//! Answers of a draft between the database and the rules: which are encrypted, and where they stand.

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

use super::places::{self, Sealed};
use crate::{Sealing, StoreError};

/// Whether the answers under a name are stored encrypted.
fn is_sealed(question: &str) -> bool {
    question == REGISTRATION_NUMBER.name()
}

/// Values as they are stored.
pub(super) fn close(
    sealing: &Sealing,
    of: places::Typed,
    question: &str,
    values: Vec<String>,
) -> Result<Typed, StoreError> {
    if !is_sealed(question) {
        return Ok(Typed::Plain(values));
    }
    let text = serde_json::to_string(&values)?;
    Ok(Typed::Sealed(Sealed::Answer(of, question).seal(sealing, &text)?))
}

/// Values as they were typed.
pub(super) fn open(
    sealing: &Sealing,
    of: places::Typed,
    question: &str,
    typed: Typed,
) -> Result<Vec<String>, StoreError> {
    match typed {
        Typed::Plain(values) => Ok(values),
        Typed::Sealed(sealed) => Ok(serde_json::from_str(&Sealed::Answer(of, question).open(sealing, &sealed)?)?),
    }
}

/// A draft as the rules see it.
pub fn read(sealing: &Sealing, row: &drafts::Draft, stored: Vec<Stored>) -> Result<Draft, StoreError> {
    let mut answers = Answers::default();
    for answer in stored {
        let values = open(sealing, places::Typed::Draft(row.id), &answer.question, answer.typed)?;
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
