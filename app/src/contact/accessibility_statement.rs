//! The accessibility statement: fixed words, into which go the figures of the last whole run of the
//! browser tests and a checklist of what was tried. `cargo xtask rules` says when the figures are out of
//! date.

use jiff::civil::Date;
use serde::{Deserialize, de::DeserializeOwned};

use super::texts;
use crate::words::Locale;

const CHECKS: &str = include_str!("../../content/accessibility-checks.json");
const CHECKLIST: &str = include_str!("../../content/accessibility-checklist.json");

/// What axe-core was asked and found, as `end2end/support/accessibility-report.ts` writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Checks {
    /// The version of axe-core.
    axe: String,
    /// The day of the run.
    date: Date,
    /// The kinds of rules it was asked for.
    tags: Vec<String>,
    /// Pages, counted once for each state and language.
    pages: u32,
    /// How often it looked at one of them.
    looks: u32,
    /// Rules that a page passed.
    passed: u32,
    /// Elements that break a rule.
    violations: u32,
    /// Elements of which it could not say whether they break a rule.
    incomplete: u32,
    /// The rules it could not decide there.
    undecided: Vec<String>,
}

/// One line of the checklist.
#[derive(Deserialize)]
struct Item {
    /// The end of the id of its words, `checked-{what}`: what was tried, how, and, where something was left out, its
    /// limits.
    what: String,
    #[serde(flatten)]
    tried: Tried,
}

/// Who tried it.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
enum Tried {
    /// The browser tests, in the run that the figures are of.
    Tests,
    /// A person, on that day.
    Person { on: Date },
    /// Nobody yet.
    Nobody,
}

impl Item {
    /// As a line of a Markdown list.
    fn line(&self, locale: Locale) -> String {
        let say = |part: &str| ::words::find(locale, &format!("checked-{}{part}", self.what)).unwrap_or_default();
        let (id, day) = self.day().map_or(("checked", String::new()), |on| ("checked-on", ::words::date(locale, on)));
        let arguments = [("what", say("").into()), ("how", say(".how").into()), ("day", day.into())];
        let line = ::words::say_with(locale, id, arguments);
        format!("- {line} {}", say(".limits")).trim_end().to_owned()
    }

    /// The day on which a person tried it.
    fn day(&self) -> Option<Date> {
        if let Tried::Person { on } = self.tried { Some(on) } else { None }
    }
}

/// The statement as Markdown.
pub(super) fn markdown(locale: Locale) -> String {
    statement(locale, &read(CHECKS), &read::<Vec<Item>>(CHECKLIST))
}

/// The fixed words with everything that goes into them.
fn statement(locale: Locale, checks: &Checks, checklist: &[Item]) -> String {
    let prepared = checklist.iter().filter_map(Item::day).fold(checks.date, Ord::max);
    let lines = |is_wanted: fn(Tried) -> bool| {
        let wanted = checklist.iter().filter(|item| is_wanted(item.tried));
        wanted.map(|item| item.line(locale)).collect::<Vec<_>>().join("\n")
    };
    let filled = [
        ("axe", checks.axe.clone()),
        ("tested", ::words::date(locale, checks.date)),
        ("tags", named(&checks.tags)),
        ("pages", checks.pages.to_string()),
        ("looks", checks.looks.to_string()),
        ("passed", checks.passed.to_string()),
        ("violations", checks.violations.to_string()),
        ("incomplete", checks.incomplete.to_string()),
        ("undecided", named(&checks.undecided)),
        ("done", lines(|tried| tried != Tried::Nobody)),
        ("not-done", lines(|tried| tried == Tried::Nobody)),
        ("prepared", ::words::date(locale, prepared)),
    ];
    let words = texts::accessibility(locale).to_owned();
    filled.iter().fold(words, |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// Names that axe-core gives, or a dash.
fn named(names: &[String]) -> String {
    if names.is_empty() {
        return "–".to_owned();
    }
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

#[expect(clippy::expect_used, reason = "a file of our own, which a test reads as well")]
fn read<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).expect("what stands in app/content fits its type")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn item(what: &str, tried: Tried) -> Item {
        Item { what: what.into(), tried }
    }

    fn english(checks: &Checks, checklist: &[Item]) -> String {
        statement(Locale::English, checks, checklist)
    }

    #[test]
    fn the_files_are_read_and_leave_no_gap_in_any_language() {
        let (checks, checklist): (Checks, Vec<Item>) = (read(CHECKS), read(CHECKLIST));
        for locale in Locale::ALL.iter().copied() {
            let text = markdown(locale);
            assert!(!text.contains(['{', '}']), "{text}");
            for item in &checklist {
                for part in ["", ".how"] {
                    let words = ::words::find(locale, &format!("checked-{}{part}", item.what));
                    assert!(words.is_some_and(|words| text.contains(&words)), "{locale}: {}{part}", item.what);
                }
            }
            for figure in [&checks.axe, &checks.pages.to_string(), &checks.looks.to_string()] {
                assert!(text.contains(figure.as_str()), "{locale}: {figure} is missing");
            }
        }
        let text = markdown(Locale::English);
        for figure in [
            format!("axe-core {} looked at {} pages", checks.axe, checks.pages),
            format!("it looked {} times", checks.looks),
            format!("Rules that pages passed: {}.", checks.passed),
            format!("Faults found: {}.", checks.violations),
            format!("could not decide: {}.", checks.incomplete),
        ] {
            assert!(text.contains(&figure), "{figure} is missing");
        }
    }

    #[test]
    fn it_is_prepared_on_the_day_of_the_last_test() {
        let mut checks: Checks = read(CHECKS);
        checks.date = date(2026, 5, 4);
        let on = |month, day| item("print", Tried::Person { on: date(2026, month, day) });
        assert!(english(&checks, &[on(3, 2)]).contains("prepared on 4 May 2026."));
        assert!(english(&checks, &[on(3, 2), on(6, 1)]).contains("prepared on 1 June 2026."));
    }

    #[test]
    fn what_nobody_tried_is_not_among_what_was_tried() {
        let on = Tried::Person { on: date(2026, 5, 4) };
        let checklist = [item("print", on), item("keyboard", Tried::Tests), item("people", Tried::Nobody)];
        let text = english(&read(CHECKS), &checklist);
        let (before, after) = text.split_once("## How it was tested").expect("a heading");
        let line = |what: &str| checklist.iter().find(|item| item.what == what).expect("a line").line(Locale::English);
        assert!(line("print").starts_with("- **Print** (4 May 2026): The page of"), "{}", line("print"));
        assert!(line("keyboard").starts_with("- **Keyboard alone**: From the search"), "{}", line("keyboard"));
        assert!(before.contains(&line("people")) && !after.contains(&line("people")));
        let tried = format!("{}\n{}", line("print"), line("keyboard"));
        assert!(after.contains(&tried) && !before.contains(&line("keyboard")));
    }
}
