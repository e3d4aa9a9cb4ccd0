//! The table of figures, from what was measured and counted.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path, process::Command};

use anyhow::Context;
use serde::{Deserialize, de::DeserializeOwned};

use super::{Files, today};
use crate::tools;

const BEGIN: &str = "<!-- bench:begin -->";
const END: &str = "<!-- bench:end -->";

/// Measurements: the one in the middle, with the two at the ends.
#[derive(Deserialize)]
pub struct Spread {
    pub median: f64,
    least: f64,
    most: f64,
}

impl Spread {
    fn one(value: f64) -> Self {
        Self { median: value, least: value, most: value }
    }
}

/// A row of the table; see `server/benches/src/figures.rs`.
#[derive(Deserialize)]
pub struct Figure {
    pub id: String,
    pub what: String,
    pub value: Spread,
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

/// How often a page asked the database.
#[derive(Deserialize)]
struct Asked {
    page: String,
    asked: usize,
    bound: usize,
}

/// All figures, and below them how far others are from a plain server.
pub fn of(files: &Files) -> anyhow::Result<String> {
    let mut figures: Vec<Figure> = serde_json::from_slice(&fs::read(&files.load)?)?;
    figures.extend(of_statements(&lines::<Asked>(&files.statements)?));
    figures.extend(of_pages(&lines::<PageFigure>(&files.pages)?));
    figures.extend(lines::<Figure>(&files.histories)?);
    let mut table =
        String::from("| Budget | What | Measured | Bound | Kept | Behind it |\n|---|---|---|---|---|---|\n");
    for figure in &figures {
        row(&mut table, figure)?;
    }
    today::beside(&mut table, &figures)?;
    Ok(table)
}

fn row(table: &mut String, figure: &Figure) -> anyhow::Result<()> {
    let Figure { id, what, value: Spread { median, least, most }, unit, bound, side, detail } = figure;
    let (sign, kept) = if side == "at_most" { ("≤", median <= bound) } else { ("≥", median >= bound) };
    let spread = if most > least { format!(" ({least:.2} to {most:.2})") } else { String::new() };
    let kept = if kept { "yes" } else { "**no**" };
    Ok(writeln!(table, "| {id} | {what} | {median:.2} {unit}{spread} | {sign} {bound} | {kept} | {detail} |")?)
}

/// What is measured of a page: its budget, its name, how it is called, in what, and the bound.
type Kind = (&'static str, &'static str, &'static str, &'static str, f64);

static KINDS: [Kind; 5] = [
    ("P-12", "total", "heaviest page, everything together", "KB", 170.0),
    ("P-12", "code", "scripts and WASM of the heaviest page", "KB", 130.0),
    ("P-13", "lcp", "slowest page, largest paint, CPU × 4 and slow 4G", "ms", 1_500.0),
    ("P-13", "tbt", "slowest page, blocked, CPU × 4 and slow 4G", "ms", 100.0),
    ("P-13", "cls", "most unsteady page, shift", "", 0.02),
];

/// The worst page of each kind of figure: of all, and of those of registering.
fn of_pages(pages: &[PageFigure]) -> Vec<Figure> {
    let of_registering = |kind: &Kind| worst(pages, kind, ("page of registering", "register"));
    let of_all = KINDS.iter().filter_map(|kind| worst(pages, kind, ("page", "")));
    of_all.chain(KINDS.iter().filter_map(of_registering)).collect()
}

/// The worst of the pages whose names begin like this.
fn worst(pages: &[PageFigure], kind: &Kind, (page, begins): (&str, &str)) -> Option<Figure> {
    let (id, what, words, unit, bound) = kind;
    let of_kind = || pages.iter().filter(|figure| figure.what == *what && figure.name.starts_with(begins));
    let worst = of_kind().max_by(|a, b| a.value.total_cmp(&b.value))?;
    Some(Figure {
        id: (*id).to_owned(),
        what: words.replace("page", page),
        value: Spread::one(worst.value),
        unit: (*unit).to_owned(),
        bound: *bound,
        side: "at_most".to_owned(),
        detail: format!("{}; {} pages measured", worst.name, of_kind().count()),
    })
}

/// How often pages asked, those together that asked as often and may as often; of a page that was opened more than
/// once the most.
fn of_statements(asked: &[Asked]) -> Option<Figure> {
    let mut pages = BTreeMap::<&str, (usize, usize)>::new();
    for Asked { page, asked, bound } in asked {
        let most = pages.entry(page).or_insert((*asked, *bound));
        *most = (*most).max((*asked, *bound));
    }
    let mut alike = BTreeMap::<(usize, usize), Vec<&str>>::new();
    for (page, most) in &pages {
        alike.entry(*most).or_default().push(page);
    }
    let over = pages.values().filter(|(asked, bound)| asked > bound).count();
    let detail: Vec<String> = alike
        .iter()
        .map(|((asked, bound), pages)| format!("{asked} of at most {bound}: `{}`", pages.join("`, `")))
        .collect();
    (!pages.is_empty()).then(|| Figure {
        id: "P-9".to_owned(),
        what: format!("of {} pages, answers and posts: those with more statements than they may have", pages.len()),
        value: Spread::one(u32::try_from(over).map_or(f64::INFINITY, f64::from)),
        unit: String::new(),
        bound: 0.0,
        side: "at_most".to_owned(),
        detail: format!("statements, with the one that says who comes: {}", detail.join("; ")),
    })
}

/// What was written line by line; nothing where nobody wrote.
fn lines<T: DeserializeOwned>(file: &Path) -> anyhow::Result<Vec<T>> {
    let text = fs::read_to_string(file).unwrap_or_default();
    Ok(text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

/// Puts the table between its two marks, with the machine it came from.
pub fn write_readme(table: &str) -> anyhow::Result<()> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_registering_have_rows_of_their_own() {
        let page = |name: &str, value| PageFigure { name: name.to_owned(), what: "lcp".to_owned(), value };
        let rows = of_pages(&[page("home", 900.0), page("register name", 700.0), page("register", 800.0)]);
        let rows: Vec<_> = rows.iter().map(|row| (row.what.as_str(), row.detail.as_str())).collect();
        let expected = [
            ("slowest page, largest paint, CPU × 4 and slow 4G", "home; 3 pages measured"),
            ("slowest page of registering, largest paint, CPU × 4 and slow 4G", "register; 2 pages measured"),
        ];
        assert_eq!(rows, expected);
    }

    #[test]
    fn a_page_counts_with_the_most_it_asked() {
        let asked = |page: &str, asked, bound| Asked { page: page.to_owned(), asked, bound };
        let figure = of_statements(&[asked("/", 1, 2), asked("/basket", 2, 5), asked("/basket", 6, 5)]).unwrap();
        assert!(figure.value.median > 0.5 && figure.detail.ends_with("1 of at most 2: `/`; 6 of at most 5: `/basket`"));
        let mut table = String::new();
        row(&mut table, &figure).unwrap();
        assert!(table.contains("| 1.00  | ≤ 0 | **no** |"), "{table}");
        assert!(of_statements(&[]).is_none());
    }
}
