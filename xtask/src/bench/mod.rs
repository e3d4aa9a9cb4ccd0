//! Measuring: a release build beside the plain baseline, every page in a browser, and what tests count; one table,
//! in `target/bench/` and in the README.

mod table;
mod today;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, ensure};

use crate::{
    Build,
    postgres::{Care, Postgres},
    site, suite, tools,
};

/// The test that looks at many clients in long histories.
const HISTORIES: &str = "history::every_long_history_keeps_every_promise";

/// The tests that count the statements of pages and of answers to programs.
const STATEMENTS: [&str; 5] = [
    "statements::pages_stay_within_their_budgets",
    "statements::programs_are_told_many_records_in_as_many_statements_as_one",
    "statements_aside::what_leads_nowhere_or_elsewhere_stays_within_its_budget",
    "statements_registry::pages_of_the_wizard_stay_within_their_budgets",
    "statements_registry::pages_of_ones_own_registration_stay_within_their_budgets",
];

/// Builds, measures, writes. `SCALE=full` adds the large catalogue and registry and makes histories long.
pub fn run() -> anyhow::Result<()> {
    tools::setup(tools::Need::Everything)?;
    site::build(Build::Release)?;
    tools::build_programs(Build::Release, &["server", "benches"])?;
    let files = Files::fresh()?;
    load(&files)?;
    let settings = [("HEALTHPOST_BUDGETS", "1"), ("HEALTHPOST_BUDGETS_OUT", files.pages.to_str().context("a path")?)];
    let in_browser =
        suite::browser(Build::Release, &["budgets", "--project", "javascript-on", "--workers", "1"], &settings);
    let counted = counting(Build::Development, &STATEMENTS, &files.folder, &files.statements);
    // Histories take longer than all the rest, so there is a table before them.
    write(&files)?;
    let in_histories = counting(Build::Release, &[HISTORIES], &files.folder, &files.histories);
    let table = write(&files)?;
    in_browser.context("a page is over its budget")?;
    counted.context("a page asks too often")?;
    in_histories.context("a promise is not kept")?;
    ensure!(!table.contains("**no**"), "a budget is not kept");
    Ok(())
}

/// Writes the table of what was measured so far.
fn write(files: &Files) -> anyhow::Result<String> {
    let table = table::of(files)?;
    println!("\n{table}");
    fs::write(files.folder.join("table.md"), &table)?;
    table::write_readme(&table)?;
    Ok(table)
}

/// Where figures are written until they stand in the table.
struct Files {
    folder: PathBuf,
    /// By the load driver: JSON.
    load: PathBuf,
    /// By the browser's budget spec: a line of JSON for each page and kind of figure.
    pages: PathBuf,
    /// By the checker of histories: a line of JSON.
    histories: PathBuf,
    /// By the counter of statements: a line of JSON for each page, as often as it was opened.
    statements: PathBuf,
}

impl Files {
    /// None of them is there yet.
    fn fresh() -> anyhow::Result<Self> {
        let folder = std::env::current_dir()?.join("target/bench");
        fs::create_dir_all(&folder)?;
        let files = Self {
            load: folder.join("load.json"),
            pages: folder.join("pages.jsonl"),
            histories: folder.join("histories.jsonl"),
            statements: folder.join("statements.jsonl"),
            folder,
        };
        for file in [&files.load, &files.pages, &files.histories, &files.statements] {
            let _ = fs::remove_file(file);
        }
        Ok(files)
    }
}

fn load(files: &Files) -> anyhow::Result<()> {
    let (editions, registrations) = match std::env::var("SCALE").as_deref() {
        Ok("full") => ("5000,50000", "1000000"),
        _ => ("5000", "5000"),
    };
    let postgres = Postgres::start(Care::Measurements)?;
    let mut bench = Command::new("target/release/bench");
    bench.args(["--postgres", postgres.url(), "--programs", "target/release"]);
    bench.args(["--editions", editions, "--registrations", registrations, "--out"]).arg(&files.load);
    if let Some(log) = postgres.log() {
        bench.arg("--postgres-log").arg(log);
    }
    tools::run(&mut bench)
}

/// Runs tests that keep figures, in this file of a folder; they say how far they have come.
pub fn counting(build: Build, names: &[&str], folder: &Path, file: &Path) -> anyhow::Result<()> {
    let postgres = Postgres::start(Care::Tests)?;
    let mut tests = tools::cargo(build);
    tests.arg("test").args((build == Build::Release).then_some("--release"));
    tests.args(["--package", "server", "--test", "it", "--", "--exact", "--include-ignored", "--nocapture"]);
    tests.args(["--test-threads", "1"]).args(names);
    tests.env("DATABASE_URL", postgres.database("postgres")?).env("HEALTHPOST_FIGURES", folder);
    tools::run(&mut tests)?;
    // A test that was given another name would be looked for in vain, and nobody would notice.
    ensure!(file.exists(), "no test wrote {}", file.display());
    Ok(())
}
