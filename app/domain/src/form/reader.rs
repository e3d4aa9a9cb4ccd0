//! From answers to types, with every error kept.

use super::{Answer, Answers, DateField, Declared, Facts, Field, FieldErrors, Kind, MALFORMED, MISSING, Problem, date};
use crate::time::Day;

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
        let read = self.one(field.name(), field.declared().max_chars);
        self.keep(&field.declared(), read.and_then(|text| read_as(text.ok_or(MISSING)?)))
    }

    /// The answer to a question that may be left out.
    pub fn optional<T: Answer>(&mut self, field: &Field<T>) -> Option<T> {
        let read = self.one(field.name(), field.declared().max_chars);
        self.keep(&field.declared(), read.and_then(|text| text.map(read_as).transpose())).flatten()
    }

    /// The answer to a question that has to be answered from a list on offer. What is not on offer any
    /// more is malformed.
    pub fn listed<T: Answer>(&mut self, field: &Field<T>, facts: &Facts) -> Option<T> {
        let read = self.one(field.name(), field.declared().max_chars);
        self.keep(&field.declared(), read.and_then(|text| on_offer(text.ok_or(MISSING)?, field, facts)))
    }

    /// The answer to a question that may be left out, from a list on offer.
    pub fn optional_listed<T: Answer>(&mut self, field: &Field<T>, facts: &Facts) -> Option<T> {
        let read = self.one(field.name(), field.declared().max_chars);
        self.keep(&field.declared(), read.and_then(|text| text.map(|text| on_offer(text, field, facts)).transpose()))
            .flatten()
    }

    /// All answers to a question that takes several, each once and in the order sent. One has to be
    /// given, unless the question may be left out.
    pub fn several<T: Answer + PartialEq>(&mut self, field: &Field<T>) -> Option<Vec<T>> {
        let read = self.all(field);
        self.keep(&field.declared(), read)
    }

    /// All answers to a question that takes several from a list on offer. What is not on offer any more is
    /// malformed.
    pub fn several_listed<T: Answer + PartialEq>(&mut self, field: &Field<T>, facts: &Facts) -> Option<Vec<T>> {
        let offered = facts.list(field.name());
        let is_offered = |given: &String| given.trim().is_empty() || offered.iter().any(|value| value == given.trim());
        let read = if self.answers.all(field.name()).iter().all(is_offered) { self.all(field) } else { Err(MALFORMED) };
        self.keep(&field.declared(), read)
    }

    fn all<T: Answer + PartialEq>(&self, field: &Field<T>) -> Result<Vec<T>, Problem> {
        let mut read = Vec::new();
        for given in self.answers.all(field.name()) {
            let Some(text) = short_enough(given, field.declared().max_chars)? else { continue };
            let answer = read_as(text)?;
            if !read.contains(&answer) {
                read.push(answer);
            }
        }
        if read.is_empty() && !field.declared().is_optional { Err(MISSING) } else { Ok(read) }
    }

    /// The day of a question that may be left out.
    pub fn optional_date(&mut self, field: &DateField) -> Option<Day> {
        let read = self.date(field);
        self.keep(&field.declared(), read).flatten()
    }

    /// The day of a question that has to be answered.
    pub fn required_date(&mut self, field: &DateField) -> Option<Day> {
        let read = self.date(field).and_then(|day| day.ok_or(MISSING));
        self.keep(&field.declared(), read)
    }

    /// A day from its three inputs: nothing when all are empty.
    fn date(&self, field: &DateField) -> Result<Option<Day>, Problem> {
        let [day, month, year] = field.parts.map(|part| self.one(part, field.declared().max_chars));
        let (day, month, year) = (day?, month?, year?);
        match (day, month, year) {
            (None, None, None) => Ok(None),
            (Some(day), Some(month), Some(year)) => date::read(day, month, year).map(Some),
            (day, month, year) => {
                Err(Problem::new("incomplete")
                    .arg("parts", missing_parts(day.is_none(), month.is_none(), year.is_none())))
            }
        }
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

    fn keep<V>(&mut self, field: &Declared, read: Result<V, Problem>) -> Option<V> {
        // Nobody typed a hidden answer: whatever is wrong with it, the page is the one to load again.
        let said = |problem| if field.kind == Kind::Hidden { Problem::new("any-out-of-date") } else { problem };
        read.map_err(|problem| self.errors.push(field.name, said(problem))).ok()
    }

    /// One trimmed answer. `None` when nothing was typed; a problem when several differ.
    fn one(&self, name: &str, max_chars: usize) -> Result<Option<&'a str>, Problem> {
        let given = self.answers.all(name);
        let Some(first) = given.first() else { return Ok(None) };
        if given.iter().any(|other| other != first) {
            return Err(Problem::new("any-repeated"));
        }
        short_enough(first, max_chars)
    }
}

/// An answer that stands on a list; what is not on offer any more is malformed.
fn on_offer<T: Answer>(text: &str, field: &Field<T>, facts: &Facts) -> Result<T, Problem> {
    if facts.list(field.name()).iter().any(|offered| offered == text) { read_as(text) } else { Err(MALFORMED) }
}

/// The id of the words for the parts of a day that are missing: an argument that begins with `@` is looked up.
fn missing_parts(day: bool, month: bool, year: bool) -> &'static str {
    match (day, month, year) {
        (true, true, _) => "@form-parts-day-month",
        (true, _, true) => "@form-parts-day-year",
        (_, true, true) => "@form-parts-month-year",
        (true, ..) => "@form-parts-day",
        (_, true, _) => "@form-parts-month",
        _ => "@form-parts-year",
    }
}

/// An answer without the blanks around it; nothing when it is blank.
fn short_enough(given: &str, max_chars: usize) -> Result<Option<&str>, Problem> {
    let text = given.trim_matches(is_blank);
    // Browsers send a line break as two characters, and count it as one.
    if text.chars().count() - text.matches("\r\n").count() > max_chars {
        return Err(Problem::new("any-too-long").arg("max", max_chars));
    }
    Ok((!text.is_empty()).then_some(text))
}

fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200B}' | '\u{FEFF}' | '\u{2060}')
}

fn read_as<T: Answer>(text: &str) -> Result<T, Problem> {
    let allowed = |c: char| !c.is_control() || (T::MANY_LINES && matches!(c, '\n' | '\r' | '\t'));
    if !text.chars().all(allowed) {
        return Err(Problem::new("any-unprintable"));
    }
    if T::MANY_LINES { T::read(&text.replace("\r\n", "\n")) } else { T::read(text) }
}
