//! Whether strangers learn from the time of an answer that an address or an order is known: measured by a test that has
//! the machine to itself, and written down.

use std::{fmt::Write as _, fs, path::Path, process::Command};

use anyhow::Context;
use serde::Deserialize;

use crate::{Build, bench, tools};

/// The test that measures.
const TEST: &str = "neutral_timing::no_answer_takes_longer_where_anything_is_known";
/// Where people read what it came to.
const PAGE: &str = "docs/timing.md";

/// A form, measured once; see `server/tests/it/neutral_timing.rs`.
#[derive(Deserialize)]
struct Measured {
    what: String,
    run: usize,
    pairs: usize,
    known: f64,
    unknown: f64,
    difference: f64,
    chance: f64,
    odds: f64,
    is_neutral: bool,
}

/// Measures every form, in a release build, and writes the page.
pub fn run() -> anyhow::Result<()> {
    let folder = std::env::current_dir()?.join("target/timing");
    fs::create_dir_all(&folder)?;
    let file = folder.join("timing.jsonl");
    let _ = fs::remove_file(&file);
    let outcome = bench::counting(Build::Release, &[TEST], &folder, &file);
    let written = fs::read_to_string(&file).unwrap_or_default();
    let measured: Vec<Measured> = written.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let table = table(&measured)?;
    println!("\n{table}");
    if outcome.is_ok() {
        write(Path::new(PAGE), &measured, &table)?;
    }
    outcome.context("an answer tells by its time whether something is known")
}

fn table(measured: &[Measured]) -> anyhow::Result<String> {
    let mut table = String::from(
        "| Form | Run | Known | Not known | Middles apart | By chance | Odds of the longer wait | Neutral |\n\
         |---|---|---|---|---|---|---|---|\n",
    );
    for Measured { what, run, known, unknown, difference, chance, odds, is_neutral, .. } in measured {
        let (apart, is_neutral) = (100.0 * difference, if *is_neutral { "yes" } else { "**no**" });
        writeln!(
            table,
            "| {what} | {run} | {known:.3} ms | {unknown:.3} ms | {apart:.2} % | {chance:.3} | {odds:.3} | {is_neutral} |"
        )?;
    }
    Ok(table)
}

fn write(page: &Path, measured: &[Measured], table: &str) -> anyhow::Result<()> {
    let day = tools::output(Command::new("date").arg("+%-d %B %Y"))?;
    let pairs = measured.first().map_or(0, |first| first.pairs);
    let text = format!(
        "# How long strangers wait\n\n\
         Written by `make timing`; measured on {} in a release build, without a network between. Each form is posted \
         {pairs} times with an address (or a number of an order) that is known and as often with one that is not, in turn. \
         Nobody learns anything where the middles are less than 5 % apart, and the difference is one that chance brings \
         about (Mann–Whitney, p > 0.01) or the odds that the one wait is longer than the other are even \
         (Vargha–Delaney, 0.5 ± 0.05). A form that does not seem neutral is measured once more. What is answered is the \
         same byte by byte, after as many statements: `server/tests/it/neutral_answers.rs`.\n\n{table}",
        day.trim()
    );
    Ok(fs::write(page, text)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_that_tells_stands_out() {
        let line = r#"{"what":"sign up","run":1,"pairs":1000,"known":2.5,"unknown":2.0,"difference":0.25,"chance":0.0,
            "odds":0.9,"is_neutral":false}"#;
        let table = table(&[serde_json::from_str(line).unwrap()]).unwrap();
        let row = "| sign up | 1 | 2.500 ms | 2.000 ms | 25.00 % | 0.000 | 0.900 | **no** |\n";
        assert!(table.ends_with(row), "{table}");
    }
}
