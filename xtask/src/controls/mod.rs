//! What keeps people out, each shown to be tested: `cargo xtask controls` takes one after the other away in a copy of
//! the sources, and expects that the tests which are said to hold it fail.
//!
//! A new control is one more entry of a list below. Where a source changes that an entry names, the rules of the house
//! say so ([`prove`]).

mod access;
mod answers;
mod approval;
mod claims;
mod database;
mod limits;
mod owners;
mod page;
mod people;
mod provider;
mod races;
mod secrets;
mod sessions;
mod staff;
mod steps;
mod tests_of;
mod tree;

use std::{fs, path::Path};

use anyhow::{Context, ensure};

use crate::{
    postgres::{Care, Postgres},
    rules::sources,
};
use page::Row;
use tests_of::Outcome;
use tree::Tree;

/// A text of a source, and what stands in its place where something is taken away.
pub struct Edit {
    file: &'static str,
    /// Stands there once.
    from: &'static str,
    to: &'static str,
}

const fn edit(file: &'static str, from: &'static str, to: &'static str) -> Edit {
    Edit { file, from, to }
}

/// Something that keeps people out.
pub struct Control {
    /// The goal that it is for.
    goal: &'static str,
    /// What it does, in words.
    name: &'static str,
    /// How it is taken away. More than one edit where each of them alone changes nothing.
    edits: &'static [Edit],
    /// What fails then, all of it: `it::{module}::{test}` is one of `server/tests/it`, `{crate}::{path}` one beside the
    /// code of a crate.
    tests: &'static [&'static str],
}

/// The lists. Entries stand in the page in their order.
const LISTS: [&[Control]; 14] = [
    access::CONTROLS,
    sessions::CONTROLS,
    answers::CONTROLS,
    secrets::CONTROLS,
    limits::CONTROLS,
    staff::CONTROLS,
    owners::CONTROLS,
    steps::CONTROLS,
    races::CONTROLS,
    people::CONTROLS,
    provider::CONTROLS,
    claims::CONTROLS,
    approval::CONTROLS,
    database::CONTROLS,
];

fn all() -> impl Iterator<Item = &'static Control> {
    LISTS.into_iter().flatten()
}

impl Control {
    /// Whether somebody who looks for one of some texts, with `|` between them, means this one.
    fn is_meant(&self, texts: &str) -> bool {
        texts.split('|').any(|text| {
            self.goal == text || self.name.contains(text) || self.edits.iter().any(|edit| edit.file.contains(text))
        })
    }

    /// Whether checked statements change: they are checked against a database then, as `.sqlx` does not know them.
    fn changes_statements(&self) -> bool {
        self.edits.iter().any(|edit| edit.file.starts_with("server/store/"))
    }

    /// Whether each text stands where it is said to, and each test is there.
    fn prove(&self) -> anyhow::Result<()> {
        for Edit { file, from, to } in self.edits {
            let text = fs::read_to_string(file).with_context(|| format!("{:?} names {file}", self.name))?;
            let found = text.matches(from).count();
            ensure!(found == 1 && from != to, "{:?}: {from:?} stands {found} times in {file}, not once", self.name);
        }
        for test in self.tests {
            ensure!(is_there(test)?, "{:?} names the test {test}, which is not there", self.name);
        }
        ensure!(!self.edits.is_empty() && !self.tests.is_empty(), "{:?} takes nothing away", self.name);
        Ok(())
    }
}

/// Proves that the lists are of the sources that are here, so that none of them goes stale.
pub fn prove() -> anyhow::Result<()> {
    for control in all() {
        control.prove()?;
        let alike = all().filter(|other| other.name == control.name).count();
        ensure!(alike == 1, "{:?} is there {alike} times", control.name);
    }
    Ok(())
}

/// Whether there is a test of this name.
fn is_there(test: &str) -> anyhow::Result<bool> {
    let (module, name) = test.rsplit_once("::").context("a test has a module")?;
    let (group, module) = module.split_once("::").unwrap_or((module, ""));
    let says = |text: &str| text.contains(&format!("fn {name}("));
    if group == "it" {
        let file = format!("server/tests/it/{module}.rs");
        return Ok(says(&fs::read_to_string(&file).with_context(|| format!("no {file}"))?));
    }
    Ok(sources(Path::new(tests_of::folder(group)?))?.iter().any(|(_, text)| says(text)))
}

/// Takes away what somebody means by texts, one after the other, and writes down what failed. An empty text means
/// everything.
pub fn run(meant: &str) -> anyhow::Result<()> {
    prove()?;
    let chosen: Vec<&Control> = all().filter(|control| control.is_meant(meant)).collect();
    ensure!(!chosen.is_empty(), "nothing is called so");
    let (tree, postgres) = (Tree::copied()?, Postgres::start(Care::Tests)?);
    tests_of::make_schema(&postgres)?;
    let mut tests: Vec<&str> = chosen.iter().flat_map(|control| control.tests).copied().collect();
    tests.sort_unstable();
    tests.dedup();
    let whole = tests_of::run(&tree, &postgres, &tests, false)?;
    ensure!(whole == Outcome::Ran { failed: Vec::new() }, "nothing is taken away yet, and: {whole:?}");
    let mut rows = Vec::new();
    for (at, control) in chosen.iter().enumerate() {
        eprintln!("{} of {}: {}", at + 1, chosen.len(), control.name);
        tree.takes_away(control.edits)?;
        let outcome = tests_of::run(&tree, &postgres, control.tests, control.changes_statements());
        tree.puts_back(control.edits)?;
        rows.push(Row::of(control, &outcome?));
        // What was found so far is kept, whatever comes.
        page::write(&rows)?;
    }
    println!("\n{}", page::table(&rows));
    let survived: Vec<&str> = rows.iter().filter(|row| !row.is_held()).map(Row::name).collect();
    ensure!(survived.is_empty(), "nothing is seen of it when these are taken away: {survived:?}");
    Ok(())
}
