//! Words in the language of the page. Pages ask for an id and its arguments; forms get the words of
//! their questions.

use std::{borrow::Cow, collections::HashMap};

use domain::{
    basket::EDITION,
    catalogue::code::ProductCode,
    form::{Answers, COMMON_WORDS, Declared, FieldError, Form, Problem},
};
use jiff::{Timestamp, civil::Date};
use leptos::prelude::use_context;
use store::sessions::{Rejection, Viewer};
use ui::{Filled, ShownError, Words};
pub use words::Locale;
use words::{Arguments, Value};

/// The language this page is rendered in.
pub fn locale() -> Locale {
    use_context().unwrap_or_default()
}

/// The words under an id.
pub fn t(id: &str) -> String {
    words::say(locale(), id)
}

/// The words under an id with arguments. Whole numbers choose plural forms.
pub fn t_with<'a>(id: &str, arguments: impl IntoIterator<Item = (&'static str, Value<'a>)>) -> String {
    words::say_with(locale(), id, arguments)
}

/// The words under an id, or nothing.
pub fn find(id: &str) -> Option<String> {
    words::find(locale(), id)
}

/// What is mentioned among words and keeps its own direction there: a code, an address, a title.
pub fn isolated(text: &str) -> String {
    words::isolated(locale(), text)
}

/// A day: "3 December 2026".
pub fn day(date: Date) -> String {
    words::date(locale(), date)
}

/// The day of a moment where the service is.
pub fn day_of(at: Timestamp) -> String {
    day(backend::clock::service_day(at))
}

/// A moment where the service is: "3 December 14:05".
pub fn moment_of(at: Timestamp) -> String {
    words::moment(locale(), backend::clock::service_time(at))
}

/// The day of a moment where the registry is.
pub fn registry_day_of(at: Timestamp) -> String {
    day(backend::clock::registry_day(at))
}

/// A moment where the registry is: "3 December 06:05".
pub fn registry_moment_of(at: Timestamp) -> String {
    words::moment(locale(), backend::clock::registry_time(at))
}

/// An error in words.
pub fn say(error: &FieldError) -> String {
    let mut arguments: Arguments<'_> =
        error.problem.args.iter().map(|(name, value)| (name.clone(), argument(value))).collect();
    arguments.insert(Cow::Borrowed("label"), t(&error.field).into());
    words::say_all(locale(), &error.words_id(), &arguments)
}

/// What is wrong with one question, in words.
pub fn say_one(field: &'static str, problem: Problem) -> String {
    say(&FieldError { field: field.into(), problem })
}

/// What an error mentions: numbers choose plurals, days and moments are written as people write them.
fn argument(value: &str) -> Value<'_> {
    if let Some(id) = value.strip_prefix('@') {
        t(id).into()
    } else if let Ok(number) = value.parse::<i64>() {
        number.into()
    } else if let Ok(at) = value.parse::<Timestamp>() {
        words::moment(locale(), backend::clock::service_time(at)).into()
    } else if let Ok(date) = value.parse::<Date>() {
        day(date).into()
    } else {
        value.into()
    }
}

/// The names under which words that browsers get mention values.
const PLACEHOLDERS: [&str; 9] = ["max", "min", "label", "line", "chars", "parts", "specialty", "college", "example"];

/// All words a form's questions may need in a browser; arguments stay to be filled in there.
pub fn of_form<F: Form>() -> Words {
    of_questions(F::FIELDS, F::WORDS)
}

/// The same for some questions of a form, and what only their answers together show.
pub fn of_questions(fields: &[Declared], together: &[&str]) -> Words {
    let ids = fields
        .iter()
        .flat_map(Declared::words_ids)
        .chain(together.iter().chain(COMMON_WORDS).map(|id| (*id).to_owned()));
    let unfilled: HashMap<Cow<'static, str>, Value<'_>> =
        PLACEHOLDERS.iter().map(|name| (Cow::Borrowed(*name), Value::from(format!("{{${name}}}")))).collect();
    let locale = locale();
    Words(ids.map(|id| (id.clone(), words::say_all(locale, &id, &unfilled))).collect())
}

/// A form with its words, filled with what was refused, else with what is known.
pub fn filled<F: Form>(viewer: &Viewer, known: Answers) -> Filled {
    fill::<F>(refused::<F>(viewer), known)
}

/// What was refused of a form.
pub fn refused<F: Form>(viewer: &Viewer) -> Option<&Rejection> {
    viewer.rejections.iter().find(|rejection| rejection.form == F::NAME)
}

/// The same on a page with such forms of several editions: what was refused of another one is not this one's.
pub fn filled_of<F: Form>(viewer: &Viewer, code: &ProductCode, known: Answers) -> Filled {
    fill::<F>(refused_of::<F>(viewer, code), known)
}

/// What was refused of such a form, of this edition.
pub fn refused_of<'a, F: Form>(viewer: &'a Viewer, code: &ProductCode) -> Option<&'a Rejection> {
    let is_its =
        |rejection: &&Rejection| rejection.form == F::NAME && rejection.answers.first(EDITION.name()) == code.as_str();
    viewer.rejections.iter().find(is_its)
}

fn fill<F: Form>(rejection: Option<&Rejection>, known: Answers) -> Filled {
    let (answers, errors) = match rejection {
        Some(rejection) => (rejection.answers.clone(), rejection.errors.iter().map(shown).collect()),
        None => (known, Vec::new()),
    };
    Filled { answers, errors, words: of_form::<F>(), ..Filled::default() }
}

/// An error as its page shows it.
pub fn shown(error: &FieldError) -> ShownError {
    ShownError { field: error.field.to_string(), text: say(error) }
}

#[cfg(test)]
mod tests {
    use domain::{
        basket::{LIMIT_PROBLEM_WORDS, LINE_PROBLEM_WORDS, REFILL_PROBLEM_WORDS},
        contact::{ContactUs, GiveFeedback},
        forms::{AsksEach, each},
        limit_request::AskForMore,
    };

    use super::*;

    fn has_words(words: &str) -> bool {
        !words.starts_with("Unknown localization")
    }

    struct HasWords;

    impl AsksEach for HasWords {
        fn ask<F: Form>(&mut self) {
            for (id, words) in of_form::<F>().0 {
                assert!(has_words(&words), "{} has no words for {id}", F::NAME);
            }
        }
    }

    #[test]
    fn every_declared_question_has_its_words() {
        each(&mut HasWords);
        for id in LINE_PROBLEM_WORDS.iter().chain(LIMIT_PROBLEM_WORDS).chain(REFILL_PROBLEM_WORDS) {
            let problem = domain::form::Problem::new(id).arg("date", "today").arg("when", "now");
            let numbers = ["max", "pack", "below", "above", "remaining", "limit", "left", "held", "more"];
            let problem = numbers.into_iter().fold(problem, |problem, name| problem.arg(name, 1));
            let error = FieldError { field: "quantity".into(), problem };
            assert!(has_words(&say(&error)), "there are no words for {id}");
        }
    }
    #[test]
    fn a_form_gets_only_the_words_it_may_show() {
        let gets = |words: Words, id: &str| words.find(id).is_some();
        assert!(gets(of_form::<AskForMore>(), "form-day") && !gets(of_form::<ContactUs>(), "form-day"));
        assert!(gets(of_form::<GiveFeedback>(), "form-optional") && !gets(of_form::<ContactUs>(), "form-optional"));
        assert!(gets(of_form::<GiveFeedback>(), "any-feedback-empty"));
        for id in ["form-choose", "any-feedback-empty", "support_summary.hint"] {
            assert!(!gets(of_form::<AskForMore>(), id), "{id} is another form's");
        }
    }
}
