//! Measuring: a release build beside the plain baseline, and every page in a browser; one table, in
//! `target/bench/` and in the README.

use std::{fmt::Write as _, fs, path::Path, process::Command};

use anyhow::{Context, ensure};
use serde::Deserialize;

use crate::{
    Build,
    postgres::{Care, Postgres},
    site, suite, tools,
};

const FOLDER: &str = "target/bench";
const BEGIN: &str = "<!-- bench:begin -->";
const END: &str = "<!-- bench:end -->";

/// Builds, measures, writes. `SCALE=full` adds the large catalogue.
pub fn run() -> anyhow::Result<()> {
    tools::setup(tools::Need::Everything)?;
    site::build(Build::Release)?;
    tools::build_programs(Build::Release, &["server", "benches"])?;
    fs::create_dir_all(FOLDER)?;
    let editions = match std::env::var("SCALE").as_deref() {
        Ok("full") => "5000,50000",
        _ => "5000",
    };
    let load = Path::new(FOLDER).join("load.json");
    {
        let postgres = Postgres::start(Care::Measurements)?;
        let mut bench = Command::new("target/release/bench");
        bench.args(["--postgres", postgres.url(), "--programs", "target/release", "--editions", editions, "--out"]);
        bench.arg(&load);
        if let Some(log) = postgres.log() {
            bench.arg("--postgres-log").arg(log);
        }
        tools::run(&mut bench)?;
    }
    let pages = Path::new(FOLDER).join("pages.jsonl");
    let _ = fs::remove_file(&pages);
    let to = std::env::current_dir()?.join(&pages);
    let settings = [("HEALTHPOST_BUDGETS", "1"), ("HEALTHPOST_BUDGETS_OUT", to.to_str().context("a plain path")?)];
    let in_browser =
        suite::browser(Build::Release, &["budgets", "--project", "javascript-on", "--workers", "1"], &settings);
    let table = table(&load, &pages)?;
    println!("\n{table}");
    fs::write(Path::new(FOLDER).join("table.md"), &table)?;
    write_readme(&table)?;
    in_browser.context("a page is over its budget")?;
    ensure!(!table.contains("**no**"), "a budget is not kept");
    Ok(())
}

#[derive(Deserialize)]
struct Spread {
    median: f64,
    least: f64,
    most: f64,
}

/// What the load driver wrote; see `server/benches/src/figures.rs`.
#[derive(Deserialize)]
struct Figure {
    id: String,
    what: String,
    value: Spread,
    unit: String,
    bound: f64,
    side: String,
    detail: String,
}

/// What the browser's budget spec wrote, a line for each page and kind of figure.
#[derive(Deserialize)]
struct PageFigure {
    name: String,
    what: String,
    value: f64,
}

fn table(load: &Path, pages: &Path) -> anyhow::Result<String> {
    let figures: Vec<Figure> = serde_json::from_slice(&fs::read(load)?)?;
    let mut table =
        String::from("| Budget | What | Measured | Bound | Kept | Behind it |\n|---|---|---|---|---|---|\n");
    for figure in &figures {
        let at_most = figure.side == "at_most";
        let kept = if at_most { figure.value.median <= figure.bound } else { figure.value.median >= figure.bound };
        let Spread { median, least, most } = figure.value;
        let spread = if most > least { format!(" ({least:.2} to {most:.2})") } else { String::new() };
        writeln!(
            table,
            "| {} | {} | {median:.2} {}{spread} | {} {} | {} | {} |",
            figure.id,
            figure.what,
            figure.unit,
            if at_most { "≤" } else { "≥" },
            figure.bound,
            if kept { "yes" } else { "**no**" },
            figure.detail
        )?;
    }
    let pages: Vec<PageFigure> =
        fs::read_to_string(pages).unwrap_or_default().lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    for (id, what, words, unit, bound) in [
        ("P-12", "total", "heaviest page, everything together", "KB", 170.0),
        ("P-12", "code", "scripts and WASM of the heaviest page", "KB", 130.0),
        ("P-13", "lcp", "slowest page, largest paint, CPU × 4 and slow 4G", "ms", 1_500.0),
        ("P-13", "tbt", "slowest page, blocked, CPU × 4 and slow 4G", "ms", 100.0),
        ("P-13", "cls", "most unsteady page, shift", "", 0.02),
    ] {
        let of_kind = || pages.iter().filter(|figure| figure.what == what);
        let Some(worst) = of_kind().max_by(|a, b| a.value.total_cmp(&b.value)) else { continue };
        let kept = if worst.value <= bound { "yes" } else { "**no**" };
        let (count, value) = (of_kind().count(), worst.value);
        writeln!(
            table,
            "| {id} | {words} | {value:.2} {unit} | ≤ {bound} | {kept} | {}; {count} pages measured |",
            worst.name
        )?;
    }
    Ok(table)
}

/// Puts the table between its two marks, with the machine it came from.
fn write_readme(table: &str) -> anyhow::Result<()> {
    let readme = fs::read_to_string("README.md")?;
    let (before, rest) = readme.split_once(BEGIN).context("README has no place for the table")?;
    let (_, after) = rest.split_once(END).context("the place for the table has no end")?;
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        cpu.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or("").trim_matches([' ', '\t', ':']);
    let cores = std::thread::available_parallelism()?;
    let day = tools::output(Command::new("date").arg("+%-d %B %Y"))?;
    let words = format!(
        "Measured on {} by `make bench` with {cores} cores ({model}), load generator and PostgreSQL on the same machine. \
         “Baseline” is plain axum that runs the same statements and writes its answer with `format!`; a ratio is CPU \
         of program and PostgreSQL for one request, median of all rounds, with the smallest and the largest.",
        day.trim()
    );
    Ok(fs::write("README.md", format!("{before}{BEGIN}\n{words}\n\n{table}{END}{after}"))?)
}
