//! How soon a process answers, and the memory it holds.

use std::time::{Duration, Instant};

use crate::{
    Options,
    client::{self, Ask},
    figures::{Figure, Side, Spread},
    pages::{publications, searches},
    process::{Server, free_address},
    programs::command,
};

/// A fresh process with its worker: how soon it answers, and what it holds idle and busy.
pub async fn memory_and_start(options: &Options, url: &str) -> anyhow::Result<Vec<Figure>> {
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
