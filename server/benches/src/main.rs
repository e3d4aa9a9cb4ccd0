//! Measures the app beside a plain baseline: CPU for each request, requests a second, memory, start.
//! `make bench` builds, starts a database and calls this; see docs/OPERATIONS.md.
#![expect(clippy::cast_precision_loss, reason = "figures for people, far below 2^52")]
#![expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small shares of small counts")]

mod alone;
mod client;
mod data;
mod figures;
mod orders;
mod pages;
mod plans;
mod process;
mod programs;
mod registering;
mod sides;
mod start;

use std::path::PathBuf;

use clap::Parser;
use sides::Pair;

/// What to measure with.
#[derive(Debug, Parser)]
struct Options {
    /// A Postgres server where databases may be made: `postgres://user@host:port`.
    #[arg(long)]
    postgres: String,
    /// The log of that server, in which plans are read; without it they are not.
    #[arg(long)]
    postgres_log: Option<PathBuf>,
    /// Folder of the programs.
    #[arg(long)]
    programs: PathBuf,
    /// Where the figures are written, as JSON.
    #[arg(long)]
    out: PathBuf,
    /// Sizes of the catalogue, in editions; the smallest is the one that bounds are held against.
    #[arg(long, value_delimiter = ',', default_value = "5000")]
    editions: Vec<usize>,
    /// Registrations in the registry that is held against an empty one.
    #[arg(long, default_value_t = 5_000)]
    registrations: usize,
    /// Rounds of each side.
    #[arg(long, default_value_t = 7)]
    rounds: usize,
}

/// Connections that ask at once.
const CONNECTIONS: usize = 8;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    let (mut figures, mut cpu) = (Vec::new(), Vec::new());
    let postmaster = data::postmaster(&options.postgres).await?;
    for editions in &options.editions {
        eprintln!("loading {editions} editions");
        let url = data::load(&options.postgres, *editions).await?;
        let pair =
            Pair { app: programs::app(&options, &url)?, baseline: programs::baseline(&options, &url)?, postmaster };
        let (of_pages, of_both) = pages::pages(&options, &pair, *editions).await?;
        figures.extend(of_pages);
        cpu.push((*editions, of_both));
        figures.extend(orders::orders(&options, &pair, &url, *editions).await?);
        figures.push(alone::searching(&options, &pair, *editions).await?);
        drop(pair);
        keep(&options, &figures)?;
        if Some(editions) == options.editions.first() {
            figures.extend(start::memory_and_start(&options, &url).await?);
        }
        // The largest catalogue goes on with a registry beside it.
        if Some(editions) == options.editions.last() {
            figures.extend(registering::registering(&options, postmaster, &url).await?);
            keep(&options, &figures)?;
            match &options.postgres_log {
                Some(log) => figures.push(plans::plans(&options, &url, log, *editions).await?),
                None => eprintln!("plans are not looked at: they stand in the log of a server that is not ours"),
            }
        }
    }
    figures.push(alone::suggesting(&options).await?);
    figures.extend(pages::growth(&cpu));
    println!("| id | what | measured | bound | holds | behind it |\n|---|---|---|---|---|---|");
    for figure in &figures {
        println!("{}", figure.row());
    }
    keep(&options, &figures)
}

/// Writes what was measured so far: whatever fails later costs no figure.
fn keep(options: &Options, figures: &[figures::Figure]) -> anyhow::Result<()> {
    Ok(std::fs::write(&options.out, serde_json::to_vec_pretty(figures)?)?)
}
