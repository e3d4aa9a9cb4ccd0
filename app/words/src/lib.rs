//! The words of pages, forms and messages, in every language of the interface: Fluent files in
//! `app/locales`, built into the program.

use std::{borrow::Cow, collections::HashMap};

use domain::catalogue::taxonomy::Direction;
pub use domain::locale::Locale;
pub use fluent_templates::fluent_bundle::FluentValue as Value;
use fluent_templates::{LanguageIdentifier, Loader, static_loader};
use jiff::civil::{Date, DateTime};

static_loader! {
    static LOCALES = {
        locales: "../locales",
        fallback_language: "en",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

static ENGLISH: LanguageIdentifier = unic_langid::langid!("en");
static WELSH: LanguageIdentifier = unic_langid::langid!("cy");
static FRENCH: LanguageIdentifier = unic_langid::langid!("fr");
static ARABIC: LanguageIdentifier = unic_langid::langid!("ar");

/// Named values for words.
pub type Arguments<'a> = HashMap<Cow<'static, str>, Value<'a>>;

fn language(locale: Locale) -> &'static LanguageIdentifier {
    match locale {
        Locale::English => &ENGLISH,
        Locale::Welsh => &WELSH,
        Locale::French => &FRENCH,
        Locale::Arabic => &ARABIC,
    }
}

/// The words under an id. Missing ones are English; an id nobody wrote shows itself.
pub fn say(locale: Locale, id: &str) -> String {
    LOCALES.lookup(language(locale), id)
}

/// The words under an id with arguments. Whole numbers choose plural forms.
pub fn say_with<'a>(
    locale: Locale,
    id: &str,
    arguments: impl IntoIterator<Item = (&'static str, Value<'a>)>,
) -> String {
    let arguments = arguments.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect();
    say_all(locale, id, &arguments)
}

/// The words under an id with arguments that were gathered before.
pub fn say_all(locale: Locale, id: &str, arguments: &Arguments<'_>) -> String {
    LOCALES.lookup_with_args(language(locale), id, arguments)
}

/// The words under an id, or nothing.
pub fn find(locale: Locale, id: &str) -> Option<String> {
    LOCALES.try_lookup(language(locale), id)
}

/// A text that keeps its own direction among words: a code, an address, a title. In a language that is written from
/// right to left it stands between the isolates of Unicode (UAX #9), as no element can mark it there. Digits alone need
/// none, and what is copied to be typed stays plain.
pub fn isolated(locale: Locale, text: &str) -> String {
    let keeps_its_places = locale.direction() == Direction::Ltr || text.bytes().all(|byte| byte.is_ascii_digit());
    if keeps_its_places { text.to_owned() } else { format!("\u{2068}{text}\u{2069}") }
}

/// "3 December 2026".
pub fn date(locale: Locale, date: Date) -> String {
    let month = say(locale, &format!("month-{}", date.month()));
    say_with(
        locale,
        "date",
        [("day", date.day().to_string().into()), ("month", month.into()), ("year", date.year().to_string().into())],
    )
}

/// "3 December 14:05".
pub fn moment(locale: Locale, at: DateTime) -> String {
    let month = say(locale, &format!("month-{}", at.month()));
    let time = format!("{:02}:{:02}", at.hour(), at.minute());
    say_with(locale, "moment", [("day", at.day().to_string().into()), ("month", month.into()), ("time", time.into())])
}

#[cfg(test)]
mod tests {
    use std::{
        collections::{BTreeMap, BTreeSet},
        fs,
        path::Path,
    };

    use domain::{
        form::{Answers, DateField, Reader},
        time::Day,
    };
    use fluent_syntax::{ast::Entry, parser};
    use jiff::civil::date as day;

    use super::*;

    /// All ids of a language with the names of their attributes and the variables they mention.
    fn ids(locale: Locale) -> BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales").join(locale.as_str());
        let mut ids = BTreeMap::new();
        for file in fs::read_dir(&folder).unwrap_or_else(|_| panic!("{} is missing", folder.display())) {
            let path = file.expect("a file").path();
            let text = fs::read_to_string(&path).expect("text");
            let resource =
                parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
            for entry in &resource.body {
                let Entry::Message(message) = entry else { continue };
                let attributes = message.attributes.iter().map(|attribute| attribute.id.name.to_owned()).collect();
                let inside = format!("{message:?}");
                let variables = inside
                    .split("VariableReference { id: Identifier { name: \"")
                    .skip(1)
                    .filter_map(|rest| rest.split('"').next().map(str::to_owned))
                    .collect();
                assert!(
                    ids.insert(message.id.name.to_owned(), (attributes, variables)).is_none(),
                    "{} twice",
                    message.id.name
                );
            }
        }
        ids
    }

    #[test]
    fn every_language_has_every_word() {
        let english = ids(Locale::English);
        assert!(english.len() > 300);
        for locale in Locale::ALL {
            let theirs = ids(*locale);
            for (id, (attributes, variables)) in &english {
                let (their_attributes, their_variables) =
                    theirs.get(id).unwrap_or_else(|| panic!("{locale}: {id} is missing"));
                assert_eq!(their_attributes, attributes, "{locale}: attributes of {id}");
                assert_eq!(their_variables, variables, "{locale}: variables of {id}");
            }
            let extra: Vec<&String> = theirs.keys().filter(|id| !english.contains_key(*id)).collect();
            assert!(extra.is_empty(), "{locale}: nobody asks for {extra:?}");
        }
    }

    #[test]
    fn dates_have_no_leading_zero_and_no_separators() {
        assert_eq!(date(Locale::English, day(2026, 12, 3)), "3 December 2026");
        assert_eq!(moment(Locale::English, day(2026, 12, 3).at(9, 5, 0, 0)), "3 December 09:05");
    }

    #[test]
    fn a_month_is_read_by_the_name_it_is_written_with() {
        static DAY: DateField = domain::date_field!("from");
        for locale in Locale::ALL {
            for month in 1..=12 {
                let name = say(*locale, &format!("month-{month}"));
                for typed in [name.clone(), name.to_lowercase(), name.to_uppercase()] {
                    let answers = Answers::default().with("from-day", "3").with("from-month", typed.as_str());
                    let answers = answers.with("from-year", "2026");
                    let mut read = Reader::new(&answers);
                    assert_eq!(read.required_date(&DAY), Some(Day(day(2026, month, 3))), "{locale}: {typed}");
                }
            }
        }
    }

    #[test]
    fn only_what_would_change_its_places_is_isolated() {
        assert_eq!(isolated(Locale::Arabic, "2023004-Spanish"), "\u{2068}2023004-Spanish\u{2069}");
        assert_eq!(isolated(Locale::Arabic, "123456"), "123456");
        assert_eq!(isolated(Locale::French, "2023004-Spanish"), "2023004-Spanish");
    }

    #[test]
    fn plurals_follow_the_number() {
        assert_eq!(say_with(Locale::English, "copies", [("copies", 1.into())]), "1 copy");
        assert_eq!(say_with(Locale::English, "copies", [("copies", 2.into())]), "2 copies");
    }
}
