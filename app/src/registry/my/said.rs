//! What a registration says, page by page, in words.

use domain::{
    form::{Answers, DateField, Declared, Kind, Reader},
    registry::{
        Draft, Register, Step,
        fields::{LAST_DEPLOYMENT_DATE, LOCATIONS},
    },
};
use ui::Words;

use crate::{
    registry::step_words::words_of,
    words::{day, t},
};

/// An answer in words, under the words of its question.
pub struct Said {
    /// The question.
    pub question: String,
    /// The answer: a line for each thing that was chosen.
    pub answer: Vec<String>,
}

/// The answers to a page; what was left out says so.
pub fn said(step: &Step, draft: &Draft, register: &Register) -> Vec<Said> {
    let (answers, words) = (draft.of_step(step), words_of(step, draft, register));
    let shown = step.fields().iter().filter(|field| field.kind != Kind::Hidden);
    let said = shown.map(|field| {
        let mut answer = answer(field, &answers, &words, register);
        if answer.is_empty() {
            answer.push(t("my-not-given"));
        }
        Said { question: words.get(field.name), answer }
    });
    said.collect()
}

fn answer(field: &Declared, answers: &Answers, words: &Words, register: &Register) -> Vec<String> {
    let values = answers.all(field.name).iter().filter(|value| !value.trim().is_empty());
    match field.kind {
        Kind::Date => date(&LAST_DEPLOYMENT_DATE, answers).into_iter().collect(),
        Kind::Checkboxes if field.name == LOCATIONS.name() => {
            let chosen: Vec<&String> = values.collect();
            let places = register.places().filter(|place| chosen.iter().any(|id| *id == place.id.as_str()));
            places.map(|place| place.name.clone()).collect()
        }
        Kind::Radios | Kind::Checkboxes | Kind::Select => values
            .map(|value| words.find(&format!("{}.{value}", field.name)).unwrap_or_else(|| value.clone()))
            .collect(),
        _ => values.cloned().collect(),
    }
}

fn date(field: &DateField, answers: &Answers) -> Option<String> {
    let mut read = Reader::new(answers);
    let date = read.optional_date(field);
    read.finish(|| date).ok().map(|date| day(date.0))
}
