//! Tests that hold a control: built, run, and which of them failed.

use std::{
    collections::BTreeMap,
    process::{Command, Stdio},
};

use anyhow::{Context, ensure};

use super::tree::Tree;
use crate::{bundles, postgres::Postgres, sqlx_cache};

/// Where the sources of a crate lie whose tests are named.
const FOLDERS: [(&str, &str); 6] = [
    ("app", "app/src"),
    ("backend", "server/backend/src"),
    ("domain", "app/domain/src"),
    ("islands", "app/islands/src"),
    ("server", "server/src"),
    ("store", "server/store/src"),
];

/// The folder of a crate.
pub fn folder(package: &str) -> anyhow::Result<&'static str> {
    let known = FOLDERS.iter().find(|(known, _)| *known == package);
    known.map(|(_, folder)| *folder).with_context(|| format!("{package} is no crate whose tests are named"))
}

/// What became of tests.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// They ran.
    Ran {
        /// Those that did not pass.
        failed: Vec<String>,
    },
    /// What they test does not compile.
    NotBuilt,
}

/// The database that tests make theirs from gets the schema as it is here: changed statements are checked against it.
/// New databases get it from the copy, as migrations may be changed as well.
pub fn make_schema(postgres: &Postgres) -> anyhow::Result<()> {
    ensure!(postgres.is_ours(), "this makes a PostgreSQL of its own: unset DATABASE_URL");
    sqlx_cache::migrate(&postgres.database("postgres")?)
}

/// Builds and runs tests by their names, one at a time.
pub fn run(tree: &Tree, postgres: &Postgres, tests: &[&str], is_checked: bool) -> anyhow::Result<Outcome> {
    let mut groups = BTreeMap::<&str, Vec<&str>>::new();
    for test in tests {
        let (group, name) = test.split_once("::").context("a test has a module")?;
        groups.entry(group).or_default().push(name);
    }
    let mut failed = Vec::new();
    for (group, names) in groups {
        if !cargo(tree, postgres, group, is_checked)?.arg("--no-run").status()?.success() {
            return Ok(Outcome::NotBuilt);
        }
        let mut cargo = cargo(tree, postgres, group, is_checked)?;
        cargo.args(["--", "--exact", "--test-threads", "1"]).args(&names).stdout(Stdio::piped());
        let said = cargo.spawn()?.wait_with_output()?;
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        failed.extend(names.iter().filter(|name| !has_passed(&said, name)).map(|name| format!("{group}::{name}")));
    }
    Ok(Outcome::Ran { failed })
}

/// Whether the standard harness says so. A test that ends its process has not.
fn has_passed(said: &str, test: &str) -> bool {
    said.lines().any(|line| line.strip_prefix("test ").is_some_and(|line| line == format!("{test} ... ok")))
}

fn cargo(tree: &Tree, postgres: &Postgres, group: &str, is_checked: bool) -> anyhow::Result<Command> {
    let mut cargo = tree.cargo();
    // As the whole suite builds them: what a package stands on has other features where it is built by itself.
    cargo.args(["test", "--workspace"]).args(bundles::packages("--exclude"));
    match group {
        "it" => cargo.args(["--test", "it"]),
        _ => cargo.arg("--lib"),
    };
    cargo.env("DATABASE_URL", postgres.database("postgres")?);
    cargo.env("SQLX_OFFLINE", if is_checked { "false" } else { "true" });
    Ok(cargo)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_passed_has_passed() {
        let said = "\nrunning 2 tests\ntest a::one ... ok\ntest a::two ... FAILED\n\nfailures:\n";
        assert!(has_passed(said, "a::one") && !has_passed(said, "a::two") && !has_passed(said, "a::three"));
        assert!(!has_passed(said, "one") && !has_passed(said, "a::on"));
    }
}
