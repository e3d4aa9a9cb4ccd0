//! The accessibility statement: fixed words, into which go the figures of the last whole run of the
//! browser tests and a checklist of what was tried. `cargo xtask rules` says when the figures are out of
//! date.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::{Deserialize, de::DeserializeOwned};

use crate::words::Locale;

const WORDS: &str = include_str!("../../content/accessibility.md");
const CHECKS: &str = include_str!("../../content/accessibility-checks.json");
const CHECKLIST: &str = include_str!("../../content/accessibility-checklist.json");

static STATEMENT: LazyLock<String> = LazyLock::new(|| statement(&read(CHECKS), &read::<Vec<Item>>(CHECKLIST)));

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
    what: String,
    how: String,
    /// What was left out, as a sentence.
    #[serde(default)]
    limits: String,
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
    fn line(&self) -> String {
        let Self { what, how, limits, .. } = self;
        let day = self.day().map(|on| format!(" ({})", day(on))).unwrap_or_default();
        format!("- **{what}**{day}: {how} {limits}").trim_end().to_owned()
    }

    /// The day on which a person tried it.
    fn day(&self) -> Option<Date> {
        if let Tried::Person { on } = self.tried { Some(on) } else { None }
    }
}

/// The statement as Markdown.
pub(super) fn markdown() -> &'static str {
    &STATEMENT
}

/// The fixed words with everything that goes into them.
fn statement(checks: &Checks, checklist: &[Item]) -> String {
    let prepared = checklist.iter().filter_map(Item::day).fold(checks.date, Ord::max);
    let filled = [
        ("axe", checks.axe.clone()),
        ("tested", day(checks.date)),
        ("tags", named(&checks.tags)),
        ("pages", checks.pages.to_string()),
        ("looks", checks.looks.to_string()),
        ("passed", checks.passed.to_string()),
        ("violations", checks.violations.to_string()),
        ("incomplete", checks.incomplete.to_string()),
        ("undecided", named(&checks.undecided)),
        ("done", lines(checklist, |tried| tried != Tried::Nobody)),
        ("not-done", lines(checklist, |tried| tried == Tried::Nobody)),
        ("prepared", day(prepared)),
    ];
    filled.iter().fold(WORDS.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// Those lines of the checklist, as a Markdown list.
fn lines(checklist: &[Item], is_wanted: impl Fn(Tried) -> bool) -> String {
    checklist.iter().filter(|item| is_wanted(item.tried)).map(Item::line).collect::<Vec<_>>().join("\n")
}

/// Names that axe-core gives, or a dash.
fn named(names: &[String]) -> String {
    if names.is_empty() {
        return "–".to_owned();
    }
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// A day in the language of the statement.
fn day(date: Date) -> String {
    ::words::date(Locale::English, date)
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
        Item { what: what.into(), how: "So.".into(), limits: String::new(), tried }
    }

    #[test]
    fn the_files_are_read_and_leave_no_gap() {
        let (checks, checklist): (Checks, Vec<Item>) = (read(CHECKS), read(CHECKLIST));
        let text = markdown();
        assert!(!text.contains(['{', '}']), "{text}");
        for figure in [
            format!("axe-core {} looked at {} pages", checks.axe, checks.pages),
            format!("it looked {} times", checks.looks),
            format!("Rules that pages passed: {}.", checks.passed),
            format!("Faults found: {}.", checks.violations),
            format!("could not decide: {}.", checks.incomplete),
        ] {
            assert!(text.contains(&figure), "{figure} is missing");
        }
        assert!(checklist.iter().all(|item| text.contains(&item.line())), "every line of the checklist is shown");
    }

    #[test]
    fn it_is_prepared_on_the_day_of_the_last_test() {
        let mut checks: Checks = read(CHECKS);
        checks.date = date(2026, 5, 4);
        let on = |month, day| item("Paper", Tried::Person { on: date(2026, month, day) });
        assert!(statement(&checks, &[on(3, 2)]).contains("prepared on 4 May 2026."));
        assert!(statement(&checks, &[on(3, 2), on(6, 1)]).contains("prepared on 1 June 2026."));
    }

    #[test]
    fn what_nobody_tried_is_not_among_what_was_tried() {
        let on = Tried::Person { on: date(2026, 5, 4) };
        let text =
            statement(&read(CHECKS), &[item("Paper", on), item("Keys", Tried::Tests), item("Ears", Tried::Nobody)]);
        let (before, after) = text.split_once("## How it was tested").expect("a heading");
        assert!(before.contains("- **Ears**: So.") && !after.contains("Ears"));
        assert!(after.contains("- **Paper** (4 May 2026): So.\n- **Keys**: So.") && !before.contains("Keys"));
    }
}
