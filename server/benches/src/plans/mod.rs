//! The plan of every statement that the program ran over a catalogue and a registry in use: no large table is read
//! whole.

mod log;
mod walk;

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::Path,
    time::{Duration, Instant},
};

use anyhow::ensure;

use self::log::Planned;
use crate::{
    Options, data,
    figures::{Figure, Side, Spread},
    process::{Server, free_address},
    programs,
};

/// Rows from which on a table is large.
const LARGE: f32 = 10_000.0;
/// Rows that a service in use has of everything that grows with people.
const ROWS: usize = 50_000;
/// What the worker asks last when it tidies up, once a minute.
const TIDIED: &str = "\"Query Text\": \"with rejections as (delete";
/// How long to wait for that: the first time it ends every hold of the loaded baskets and warns of every loaded draft.
const WORKER: Duration = Duration::from_mins(10);
/// Statements that may read a large table whole: how they begin, and why.
const EXCUSED: &str = include_str!("../whole_tables.txt");

/// A statement, as it was planned whenever it ran.
#[derive(Debug, Default)]
struct Statement {
    whole: BTreeSet<String>,
    cost: f64,
}

/// Walks through everything with plans written to the log of the database, and reads them there.
pub async fn plans(options: &Options, url: &str, log: &Path, editions: usize) -> anyhow::Result<Figure> {
    data::in_use(url, ROWS).await?;
    let people = walk::People::prepared(url).await?;
    let rows = data::rows(url).await?;
    data::log_plans(url).await?;
    let known = std::fs::metadata(log)?.len();
    let address = free_address()?;
    let server = Server::start(&mut programs::command(options, url, &address), &address)?;
    walk::everything(&address, &people).await?;
    let began = Instant::now();
    while !log::since(log, known)?.contains(TIDIED) {
        ensure!(began.elapsed() < WORKER, "the worker did not tidy up");
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
    drop(server);
    let planned = log::plans(&log::since(log, known)?)?;
    ensure!(!planned.is_empty(), "no plan was logged");
    Ok(figure(&planned, &rows, (editions, options.registrations)))
}

fn figure(planned: &[Planned], rows: &HashMap<String, f32>, (editions, registrations): (usize, usize)) -> Figure {
    let (mut statements, mut tables) = (BTreeMap::<&str, Statement>::new(), BTreeSet::<&String>::new());
    for plan in planned {
        let statement = statements.entry(&plan.text).or_default();
        let is_large = |table: &&String| rows.get(*table).is_some_and(|rows| *rows > LARGE);
        statement.whole.extend(plan.whole.iter().filter(is_large).cloned());
        statement.cost = statement.cost.max(plan.cost);
        tables.extend(&plan.tables);
    }
    let (excused, others): (Vec<_>, Vec<_>) = statements.iter().partition(|(text, _)| is_excused(text));
    let wrong: Vec<_> = others.iter().filter(|(_, statement)| !statement.whole.is_empty()).collect();
    for (text, statement) in &wrong {
        eprintln!("{} read whole: {text}", listed(&statement.whole));
    }
    let worst = others.iter().max_by(|a, b| a.1.cost.total_cmp(&b.1.cost));
    let worst = worst.map(|(text, statement)| format!("dearest: {} (cost {:.0})", beginning(text), statement.cost));
    let named: Vec<String> =
        wrong.iter().map(|(text, statement)| format!("{}: {}", listed(&statement.whole), beginning(text))).collect();
    Figure {
        id: "P-8",
        what: format!(
            "Plans at {editions} editions and {registrations} registrations: statements that read a large table whole"
        ),
        value: Spread::of([wrong.len() as f64]),
        unit: "",
        bound: 0.0,
        side: Side::AtMost,
        detail: format!(
            "{} statements over {} tables, {} of them excused; {}",
            statements.len(),
            tables.len(),
            excused.len(),
            if named.is_empty() { worst.unwrap_or_default() } else { named.join("; ") }
        ),
    }
}

fn is_excused(statement: &str) -> bool {
    EXCUSED.lines().filter_map(|line| line.split_once(" | ")).any(|(start, _)| statement.starts_with(start))
}

fn listed(tables: &BTreeSet<String>) -> String {
    tables.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// So much of a statement as fits into a table.
fn beginning(statement: &str) -> String {
    format!("`{}…`", statement.chars().take(60).collect::<String>().replace(['|', '`'], "/"))
}
