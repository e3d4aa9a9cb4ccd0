//! One reader alone on an idle machine: how long an answer takes.

use crate::{
    Options,
    client::{self, Ask},
    data,
    figures::{Figure, Side, Spread},
    pages::{WORDS, searches},
    programs,
    sides::Pair,
};

/// Requests of a round.
const ASKED: usize = 400;
/// Editions of the catalogue that suggestions are measured in: 3,000 publications.
const SUGGESTED_FROM: usize = 12_000;
/// What people mistype: nothing begins like it, and what is spelt alike is looked for.
const MISTYPED: [&str; 3] = ["measels", "flu measels", "measels poster"];
/// The longest that either may take for 95 of 100, in milliseconds.
const BOUND: f64 = 50.0;

/// Page after page of results with facets and counts, beside the baseline.
pub async fn searching(options: &Options, pair: &Pair, editions: usize) -> anyhow::Result<Figure> {
    let compared = pair.compare(options.rounds, 1, |round| searches(ASKED, round)).await?;
    let ((app, baseline), (middle, middle_there)) = (compared.waits(0.95), compared.waits(0.5));
    Ok(Figure {
        id: "P-8",
        what: format!("search with facets and counts, {editions} editions, p95"),
        value: app,
        unit: "ms",
        bound: BOUND,
        side: Side::AtMost,
        detail: format!(
            "{:.2} × baseline, whose p95 is {:.2} ms ({:.2} to {:.2}); p50 {:.2} and {:.2} ms; {}",
            app.median / baseline.median,
            baseline.median,
            baseline.least,
            baseline.most,
            middle.median,
            middle_there.median,
            compared.words()
        ),
    })
}

/// What a search box suggests, letter by letter, over HTTP.
pub async fn suggesting(options: &Options) -> anyhow::Result<Figure> {
    eprintln!("loading {SUGGESTED_FROM} editions for suggestions");
    let url = data::load(&options.postgres, SUGGESTED_FROM).await?;
    let app = programs::app(options, &url)?;
    let asks = typed();
    client::run(&app.address, &asks, 1).await?;
    let (mut p95, mut p99) = (Vec::new(), Vec::new());
    for _ in 0..options.rounds {
        let run = client::run(&app.address, &asks, 1).await?;
        p95.push(run.percentile(0.95));
        p99.push(run.percentile(0.99));
    }
    Ok(Figure {
        id: "HP-06",
        what: format!("suggestions, {} publications, p95", SUGGESTED_FROM / data::EDITIONS_OF_ONE),
        value: Spread::of(p95),
        unit: "ms",
        bound: BOUND,
        side: Side::AtMost,
        detail: format!("p99 {:.2} ms; {} requests a round, letter by letter", Spread::of(p99).median, asks.len()),
    })
}

/// What a search box asks while these words are typed: after each letter, once more.
fn typed() -> Vec<Ask> {
    let words = [&WORDS[..], &MISTYPED[..]].concat();
    let typed = words.iter().flat_map(|words| (1..=words.len()).map(move |letters| &words[..letters]));
    let typed: Vec<Ask> = typed.map(|text| Ask::page(format!("/suggestions?q={}", text.replace(' ', "+")))).collect();
    typed.iter().cycle().take(ASKED).cloned().collect()
}
