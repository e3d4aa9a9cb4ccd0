//! Measures the app beside a plain baseline: CPU for each request, requests a second, memory, start.
//! `make bench` builds, starts a database and calls this; see docs/OPERATIONS.md.
#![expect(clippy::cast_precision_loss, reason = "figures for people, far below 2^52")]
#![expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small shares of small counts")]

mod client;
mod data;
mod figures;
mod process;
mod sides;

use std::{
    path::PathBuf,
    process::Command,
    time::{Duration, Instant},
};

use clap::Parser;
use client::Ask;
use data::{Ready, Wanted};
use figures::{Figure, Side, Spread};
use http::StatusCode;
use process::{Server, free_address};
use sides::{Comparison, Pair, Round};

/// What to measure with.
#[derive(Debug, Parser)]
struct Options {
    /// A Postgres server where databases may be made: `postgres://user@host:port`.
    #[arg(long)]
    postgres: String,
    /// Folder of the programs.
    #[arg(long)]
    programs: PathBuf,
    /// Where the figures are written, as JSON.
    #[arg(long)]
    out: PathBuf,
    /// Sizes of the catalogue, in editions; the smallest is the one that bounds are held against.
    #[arg(long, value_delimiter = ',', default_value = "5000")]
    editions: Vec<usize>,
    /// Rounds of each side.
    #[arg(long, default_value_t = 7)]
    rounds: usize,
}

/// Connections that ask at once.
const CONNECTIONS: usize = 8;
/// Requests of a round for pages, and for orders.
const PAGES: usize = 600;
const ORDERS: usize = 300;
/// Orders that are placed before each round and not measured: preparing a round writes so many rows that
/// every connection plans its statements anew.
const WARM: usize = 128;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    let mut figures = Vec::new();
    let postmaster = data::postmaster(&options.postgres).await?;
    for editions in &options.editions {
        eprintln!("loading {editions} editions");
        let url = data::load(&options.postgres, *editions).await?;
        let pair = Pair { app: app(&options, &url)?, baseline: baseline(&options, &url)?, postmaster };
        figures.extend(pages(&options, &pair, *editions).await?);
        figures.extend(orders(&options, &pair, &url, *editions).await?);
        figures.push(searching(&pair, *editions).await?);
        drop(pair);
        if Some(editions) == options.editions.first() {
            figures.extend(memory_and_start(&options, &url).await?);
        }
    }
    println!("| id | what | measured | bound | holds | behind it |\n|---|---|---|---|---|---|");
    for figure in &figures {
        println!("{}", figure.row());
    }
    std::fs::write(&options.out, serde_json::to_vec_pretty(&figures)?)?;
    Ok(())
}

fn command(options: &Options, url: &str, address: &str) -> Command {
    let mut command = Command::new(options.programs.join("healthpost"));
    command
        .arg("serve")
        .env("DATABASE_URL", url)
        .env("HEALTHPOST_ADDR", address)
        .env("HEALTHPOST_ORIGIN", origin(address))
        .env("HEALTHPOST_SECRET", "measuring: 0123456789 abcdefghijklmnopqrstuvwxyz")
        .env("HEALTHPOST_ENVIRONMENT", "production")
        .env("HEALTHPOST_DATA", std::env::temp_dir().join("healthpost-bench"))
        .env("HEALTHPOST_LOG", "warn");
    command
}

fn origin(address: &str) -> String {
    address.replace("127.0.0.1", "http://localhost")
}

fn app(options: &Options, url: &str) -> anyhow::Result<Server> {
    let address = free_address()?;
    Server::start(command(options, url, &address).arg("--without-worker"), &address)
}

fn baseline(options: &Options, url: &str) -> anyhow::Result<Server> {
    let address = free_address()?;
    Server::start(Command::new(options.programs.join("baseline")).args([url, &address]), &address)
}

/// Searches with words and a filter, all different from one round to the next.
fn searches(count: usize, seed: usize) -> Vec<Ask> {
    const WORDS: [&str; 12] = [
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

fn publications(count: usize, seed: usize, editions: usize) -> Vec<Ask> {
    (0..count)
        .map(|at| Ask::page(format!("/publications/bench-{}", 1 + (at * 13 + seed * 101) % (editions / 4))))
        .collect()
}

async fn compare(rounds: usize, pair: &Pair, mut asks: impl FnMut(usize) -> Vec<Ask>) -> anyhow::Result<Comparison> {
    let mut compared = Comparison::default();
    // Not measured: caches fill, pools open.
    for server in [&pair.app, &pair.baseline] {
        pair.round(server, &asks(0), CONNECTIONS).await?;
    }
    for round in 1..=rounds {
        compared.app.push(pair.round(&pair.app, &asks(round), CONNECTIONS).await?);
        compared.baseline.push(pair.round(&pair.baseline, &asks(round), CONNECTIONS).await?);
    }
    Ok(compared)
}

async fn pages(options: &Options, pair: &Pair, editions: usize) -> anyhow::Result<Vec<Figure>> {
    let list = compare(options.rounds, pair, |round| searches(PAGES, round)).await?;
    let page = compare(options.rounds, pair, |round| publications(PAGES, round, editions)).await?;
    let figure = |id, what: &str, bound, compared: &Comparison| Figure {
        id,
        what: format!("{what}, {editions} editions"),
        value: compared.ratio(),
        unit: "× baseline",
        bound,
        side: Side::AtMost,
        detail: compared.words(),
    };
    Ok(vec![figure("P-1", "list, words and a filter", 4.0, &list), figure("P-2", "publication page", 6.0, &page)])
}

fn place_at_app(ready: &Ready, address: &str) -> Ask {
    let n = ready.number;
    Ask {
        method: "POST",
        path: "/do/checkout/place".to_owned(),
        headers: vec![
            ("cookie", format!("__Host-sid=bench-s-{n}; __Host-basket=bench-b-{n}")),
            ("origin", origin(address)),
            ("sec-fetch-site", "same-origin".to_owned()),
            ("content-type", "application/x-www-form-urlencoded".to_owned()),
        ],
        body: format!("key=bench-key-{n:010}"),
        expected: StatusCode::SEE_OTHER,
        leads_to: Some("/orders/HP-"),
    }
}

fn place_at_baseline(ready: &Ready) -> Ask {
    Ask {
        method: "POST",
        path: "/place".to_owned(),
        headers: Vec::new(),
        body: format!("{} {} bench-key-{:010}", ready.session, ready.basket, ready.number),
        expected: StatusCode::OK,
        leads_to: None,
    }
}

/// One side places orders of people who are prepared for it, after some that are not measured.
async fn place_round(
    pair: &Pair,
    url: &str,
    next: &mut usize,
    (is_app, wanted): (bool, Wanted),
) -> anyhow::Result<Round> {
    let ready = data::checkouts(url, *next, WARM + ORDERS, wanted).await?;
    *next += WARM + ORDERS;
    let asks: Vec<Ask> = ready
        .iter()
        .map(|ready| if is_app { place_at_app(ready, &pair.app.address) } else { place_at_baseline(ready) })
        .collect();
    let server = if is_app { &pair.app } else { &pair.baseline };
    pair.round(server, &asks[..WARM], CONNECTIONS).await?;
    pair.round(server, &asks[WARM..], CONNECTIONS).await
}

/// Orders of three lines, each by somebody else.
async fn orders(options: &Options, pair: &Pair, url: &str, editions: usize) -> anyhow::Result<Vec<Figure>> {
    let mut next = 1;
    let mut any = Comparison::default();
    let mut hot = Vec::new();
    for round in 0..=options.rounds {
        let app = place_round(pair, url, &mut next, (true, Wanted::Any)).await?;
        let baseline = place_round(pair, url, &mut next, (false, Wanted::Any)).await?;
        let same = place_round(pair, url, &mut next, (true, Wanted::Hot)).await?;
        if round > 0 {
            any.app.push(app);
            any.baseline.push(baseline);
            hot.push(same.run.per_second());
        }
    }
    let kept = Spread::of(hot.iter().zip(&any.app).map(|(hot, any)| hot / any.run.per_second()));
    Ok(vec![
        Figure {
            id: "P-3",
            what: format!("place an order of 3 lines, {editions} editions"),
            value: any.ratio(),
            unit: "× baseline",
            bound: 1.5,
            side: Side::AtMost,
            detail: any.words(),
        },
        Figure {
            id: "P-3",
            what: format!("the same, everybody the same 3 editions, {editions} editions"),
            value: kept,
            unit: "of the rate",
            bound: 0.6,
            side: Side::AtLeast,
            detail: format!("{:.0}/s", Spread::of(hot).median),
        },
    ])
}

/// One reader alone, page after page with facets and counts.
async fn searching(pair: &Pair, editions: usize) -> anyhow::Result<Figure> {
    client::run(&pair.app.address, &searches(50, 3), 1).await?;
    let run = client::run(&pair.app.address, &searches(400, 5), 1).await?;
    Ok(Figure {
        id: "P-8",
        what: format!("search with facets and counts, {editions} editions, p95"),
        value: Spread::of([run.percentile(0.95)]),
        unit: "ms",
        bound: 50.0,
        side: Side::AtMost,
        detail: format!("p50 {:.1} ms, p99 {:.1} ms", run.percentile(0.5), run.percentile(0.99)),
    })
}

/// A fresh process with its worker: how soon it answers, and what it holds idle and busy.
async fn memory_and_start(options: &Options, url: &str) -> anyhow::Result<Vec<Figure>> {
    let mut starts = Vec::new();
    for _ in 0..5 {
        let address = free_address()?;
        let began = Instant::now();
        let server = Server::start(&mut command(options, url, &address), &address)?;
        client::run(&address, &[Ask::page("/")], 1).await?;
        starts.push(began.elapsed().as_secs_f64() * 1e3);
        drop(server);
    }
    let address = free_address()?;
    let server = Server::start(&mut command(options, url, &address), &address)?;
    client::run(&address, &[Ask::page("/")], 1).await?;
    tokio::time::sleep(Duration::from_secs(3)).await;
    let idle = server.memory()?;
    let mut busy: f64 = 0.0;
    for round in 0..6 {
        client::run(&address, &searches(500, round), 64).await?;
        client::run(&address, &publications(500, round, options.editions[0]), 64).await?;
        busy = busy.max(server.memory()?);
    }
    let figure = |id, what: &str, value, unit, bound| Figure {
        id,
        what: what.to_owned(),
        value,
        unit,
        bound,
        side: Side::AtMost,
        detail: String::new(),
    };
    Ok(vec![
        figure("P-10", "memory idle", Spread::of([idle]), "MB", 40.0),
        figure("P-10", "memory under load, 64 connections", Spread::of([busy]), "MB", 80.0),
        figure("P-11", "cold start to the first page", Spread::of(starts), "ms", 300.0),
    ])
}
