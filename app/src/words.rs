//! Words from `locales/`. Pages ask for an id and its arguments; forms get the words of their
//! questions.

use std::{borrow::Cow, collections::HashMap};

use domain::form::{COMMON_WORDS, FieldError, Form};
use fluent_templates::{LanguageIdentifier, Loader, fluent_bundle::FluentValue, static_loader};
use ui::{Filled, ShownError, Words};

static_loader! {
    static LOCALES = {
        locales: "./locales",
        fallback_language: "en",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

const ENGLISH: LanguageIdentifier = unic_langid::langid!("en");

/// The words under an id.
pub fn t(id: &str) -> String {
    LOCALES.lookup(&ENGLISH, id)
}

/// The words under an id with arguments. Whole numbers choose plural forms.
pub fn t_with<'a>(id: &str, arguments: impl IntoIterator<Item = (&'static str, FluentValue<'a>)>) -> String {
    let arguments: HashMap<Cow<'static, str>, FluentValue<'a>> =
        arguments.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect();
    LOCALES.lookup_with_args(&ENGLISH, id, &arguments)
}

/// The words under an id, or nothing.
pub fn find(id: &str) -> Option<String> {
    LOCALES.try_lookup(&ENGLISH, id)
}

/// An error in words.
pub fn say(error: &FieldError) -> String {
    let label = t(&error.field);
    let arguments = error.problem.args.iter().map(|(name, value)| {
        let value = value.parse::<i64>().map_or_else(|_| FluentValue::from(value.clone()), FluentValue::from);
        (name.clone(), value)
    });
    let arguments: HashMap<Cow<'static, str>, FluentValue<'_>> =
        arguments.chain([(Cow::Borrowed("label"), FluentValue::from(label))]).collect();
    LOCALES.lookup_with_args(&ENGLISH, &error.words_id(), &arguments)
}

/// The names under which words mention values.
const PLACEHOLDERS: [&str; 9] = ["max", "pack", "below", "above", "remaining", "limit", "when", "left", "label"];

/// All words a form's questions may need in a browser; arguments stay to be filled in there.
pub fn of_form<F: Form>() -> Words {
    let ids = F::FIELDS
        .iter()
        .flat_map(domain::form::Declared::words_ids)
        .chain(COMMON_WORDS.iter().map(|id| (*id).to_owned()));
    let unfilled: HashMap<Cow<'static, str>, FluentValue<'_>> =
        PLACEHOLDERS.iter().map(|name| (Cow::Borrowed(*name), FluentValue::from(format!("{{${name}}}")))).collect();
    Words(ids.map(|id| (id.clone(), LOCALES.lookup_with_args(&ENGLISH, &id, &unfilled))).collect())
}

/// A form with its words, filled with what was refused, else with what is known.
pub fn filled<F: Form>(viewer: &store::sessions::Viewer, known: domain::form::Answers) -> Filled {
    let rejection = viewer.rejections.iter().find(|rejection| rejection.form == F::NAME);
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
    use domain::{address::Address, basket, basket::LINE_PROBLEM_WORDS, checkout};

    use super::*;

    fn has_words(words: &str) -> bool {
        !words.starts_with("Unknown localization")
    }

    fn assert_words_of<F: Form>() {
        for (id, words) in of_form::<F>().0 {
            assert!(has_words(&words), "{} has no words for {id}", F::NAME);
        }
    }

    #[test]
    fn every_declared_question_has_its_words() {
        assert_words_of::<basket::AddToBasket>();
        assert_words_of::<basket::ChangeLine>();
        assert_words_of::<Address>();
        assert_words_of::<checkout::Contact>();
        assert_words_of::<checkout::ConfirmEmail>();
        assert_words_of::<checkout::TrackOrder>();
        for id in LINE_PROBLEM_WORDS {
            let problem = domain::form::Problem::new(id).arg("date", "today").arg("when", "now");
            let numbers = ["max", "pack", "below", "above", "remaining", "limit", "left"];
            let problem = numbers.into_iter().fold(problem, |problem, name| problem.arg(name, 1));
            let error = FieldError { field: "quantity".into(), problem };
            assert!(has_words(&say(&error)), "there are no words for {id}");
        }
    }

    #[test]
    fn plurals_follow_the_number() {
        assert_eq!(t_with("copies", [("copies", 1.into())]), "1 copy");
        assert_eq!(t_with("copies", [("copies", 2.into())]), "2 copies");
    }
}
