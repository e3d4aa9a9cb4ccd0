//! The page that says what was taken away and what failed then.

use std::fs;

use super::{Control, Edit, all, tests_of::Outcome};

const PAGE: &str = "docs/controls.md";

const HEAD: &str = "# What keeps people out, and the tests that see it gone

Written by `make controls`: in a copy of the sources each of these is taken away by itself, and the tests beside it fail. A row is of the last time that its control was tried; `cargo xtask controls G-A4`, or a part of a name or of a file, tries some of them. The lists are in `xtask/src/controls`; `cargo xtask rules` proves that what they name is still there.

";

const COLUMNS: &str = "| Control | Goal | What was taken away | What failed |\n|---|---|---|---|\n";

/// What became of a control.
pub struct Row {
    name: &'static str,
    line: String,
    is_held: bool,
}

impl Row {
    /// It is held where every test failed that is said to hold it.
    pub fn of(control: &Control, outcome: &Outcome) -> Self {
        let (seen, is_held) = match outcome {
            Outcome::NotBuilt => ("**it does not compile**".to_owned(), false),
            Outcome::Ran { failed } if failed.is_empty() => ("**nothing**".to_owned(), false),
            Outcome::Ran { failed } => {
                let is_held = failed.len() == control.tests.len();
                let tests = failed.iter().map(|test| format!("`{test}`")).collect::<Vec<_>>().join(", ");
                (if is_held { tests } else { format!("{tests} **and no other**") }, is_held)
            }
        };
        let taken = control.edits.iter().map(taken).collect::<Vec<_>>().join("; ");
        let line = format!("{} {} | {taken} | {seen} |\n", begins(control.name), control.goal);
        Self { name: control.name, line, is_held }
    }

    /// What the control does.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Whether tests saw it gone.
    pub fn is_held(&self) -> bool {
        self.is_held
    }
}

/// How the row of a control begins.
fn begins(name: &str) -> String {
    format!("| {name} |")
}

/// An edit in one line.
fn taken(Edit { file, from, to }: &Edit) -> String {
    let code = |text: &str| {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|");
        if words.is_empty() { "nothing".to_owned() } else { format!("`{words}`") }
    };
    format!("{file}: {} → {}", code(from), code(to))
}

/// The rows alone.
pub fn table(rows: &[Row]) -> String {
    COLUMNS.chars().chain(rows.iter().flat_map(|row| row.line.chars())).collect()
}

/// Puts rows into the page; those of other controls stay as they were.
pub fn write(rows: &[Row]) -> anyhow::Result<()> {
    let before = fs::read_to_string(PAGE).unwrap_or_default();
    Ok(fs::write(PAGE, page(&before, rows))?)
}

fn page(before: &str, rows: &[Row]) -> String {
    let lines = all().filter_map(|control| {
        let begins = begins(control.name);
        let known = || before.lines().find(|line| line.starts_with(&begins)).map(|line| format!("{line}\n"));
        rows.iter().find(|row| row.name == control.name).map(|row| row.line.clone()).or_else(known)
    });
    format!("{HEAD}{COLUMNS}{}", lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_saw_stands_out_and_what_was_not_tried_stays() {
        let mut controls = all();
        let (first, second) = (controls.next().unwrap(), controls.next().unwrap());
        let failed = first.tests.iter().map(|test| (*test).to_owned()).collect();
        let (held, lost) = (Row::of(first, &Outcome::Ran { failed }), Row::of(second, &Outcome::NotBuilt));
        assert!(held.is_held() && !lost.is_held() && lost.line.contains("**it does not compile**"));
        assert!(!Row::of(first, &Outcome::Ran { failed: Vec::new() }).is_held());
        let before = page("", &[held, lost]);
        let after = page(&before, &[]);
        assert_eq!(before, after, "nothing was tried");
        assert!(before.contains(&format!("{} {} |", begins(first.name), first.goal)), "{before}");
    }

    #[test]
    fn an_edit_is_one_line() {
        let edit = super::super::edit("a.rs", "a(|x|\n    x)", "");
        assert_eq!(taken(&edit), "a.rs: `a(\\|x\\| x)` → nothing");
    }
}
