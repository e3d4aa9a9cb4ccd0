//! Reading: lists, searches and publication pages.

use std::fmt::Write as _;

use crate::{
    CONNECTIONS, Options,
    client::Ask,
    figures::{Figure, Side, Spread},
    sides::{Comparison, Cpu, Pair},
};

/// Requests of a round.
const PAGES: usize = 600;

/// What people look for.
pub const WORDS: [&str; 12] = [
    "measles",
    "flu leaflet",
    "whooping cough",
    "shingles poster",
    "hepatitis",
    "meningitis guide",
    "polio",
    "pregnancy",
    "record card",
    "parents",
    "young people",
    "travellers",
];

/// Searches with words and a filter, all different from one round to the next.
pub fn searches(count: usize, seed: usize) -> Vec<Ask> {
    const LANGUAGES: [&str; 6] = ["en", "fr", "pl", "ar", "ur", "so"];
    (0..count)
        .map(|at| {
            let at = at * 7 + seed;
            let (words, language) =
                (WORDS[at % WORDS.len()].replace(' ', "+"), LANGUAGES[at / WORDS.len() % LANGUAGES.len()]);
            Ask::page(format!("/publications?language={language}&q={words}"))
        })
        .collect()
}

/// Publications, all different from one round to the next.
pub fn publications(count: usize, seed: usize, editions: usize) -> Vec<Ask> {
    (0..count)
        .map(|at| Ask::page(format!("/publications/bench-{}", 1 + (at * 13 + seed * 101) % (editions / 4))))
        .collect()
}

/// The same searches, each with a word to leave out that nobody named before: nothing of them is kept.
fn fresh_searches(count: usize, round: usize) -> Vec<Ask> {
    let mut asks = searches(count, round);
    for (at, ask) in asks.iter_mut().enumerate() {
        // Written so that both sides ask the same.
        let _ = write!(ask.path, "+-zz{round}x{at}");
    }
    asks
}

/// A list and a publication page, each beside the baseline's; and what one of each takes.
pub async fn pages(options: &Options, pair: &Pair, editions: usize) -> anyhow::Result<(Vec<Figure>, [Cpu; 2])> {
    let list = pair.compare(options.rounds, CONNECTIONS, |round| searches(PAGES, round)).await?;
    let fresh = pair.compare(options.rounds, CONNECTIONS, |round| fresh_searches(PAGES, round)).await?;
    let page = pair.compare(options.rounds, CONNECTIONS, |round| publications(PAGES, round, editions)).await?;
    let figure = |id, what: &str, bound, compared: &Comparison| Figure {
        id,
        what: format!("{what}, {editions} editions"),
        value: compared.ratio(),
        unit: "× baseline",
        bound,
        side: Side::AtMost,
        detail: compared.words(),
    };
    let cpu = [&list, &page].map(Comparison::cpu);
    let figures = vec![
        figure("P-1", "list, words and a filter", 4.0, &list),
        figure("P-1", "the same, words nobody asked for before", 4.0, &fresh),
        figure("P-2", "publication page", 6.0, &page),
    ];
    Ok((figures, cpu))
}

/// How much more of the app's CPU pages take in the largest catalogue than in the smallest; the baseline's growth lies
/// behind it.
pub fn growth(cpu: &[(usize, [Cpu; 2])]) -> Vec<Figure> {
    let (Some((few, least)), Some((many, most))) = (cpu.first(), cpu.last()) else { return Vec::new() };
    if few == many {
        return Vec::new();
    }
    [("list", 2.0), ("publication page", 1.2)]
        .into_iter()
        .enumerate()
        .map(|(at, (what, bound))| {
            let (least, most) = (least[at], most[at]);
            Figure {
                id: "P-7",
                what: format!("{what}, growth from {few} to {many} editions"),
                value: Spread::of([most.app / least.app]),
                unit: "×",
                bound,
                side: Side::AtMost,
                detail: format!(
                    "app {:.2} to {:.2} CPU-ms; baseline {:.2} to {:.2} CPU-ms, {:.2} ×",
                    least.app,
                    most.app,
                    least.baseline,
                    most.baseline,
                    most.baseline / least.baseline
                ),
            }
        })
        .collect()
}
