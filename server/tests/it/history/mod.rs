//! Histories: many clients do everything with few products at once, some leave in the middle, and in the end every
//! promise of ordering is checked.
//!
//! The clients call the use cases of `backend`, as the server functions do: pages would take most of the time, and
//! are proved elsewhere. What each of them does is drawn from a seed ([`workload`]); each call is logged as begun,
//! done, refused, unknown or broken ([`log`]). Then queries look for broken invariants in what is there
//! ([`checks`], with what `recorder.sql` kept of the order of commits), and the log is held against it ([`rules`]).
//! [`planted`] shows that the checker sees what it looks for.
//!
//! A seed repeats what everybody tries and when they leave; which of two calls comes first is the database's choice.
//! Who comes first in a race may thus differ, so one that failed may take some runs to fail again.

mod checks;
mod client;
mod log;
mod planted;
mod rules;
mod shop;
mod workload;

use std::{fmt::Write, sync::Arc};

use checks::Violation;
use client::Client;
use shop::Shop;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{disconnects::quiet, world::World};

/// How many there are, and how much each of them does.
#[derive(Clone, Copy, Debug)]
struct Size {
    clients: usize,
    operations: usize,
}

/// What every change has to pass.
const FULL: Size = Size { clients: 16, operations: 500 };
const SEEDS: [u64; 5] = [1, 2, 3, 4, 5];

/// The seeds to look at: the one that somebody wants to see again, or all.
#[expect(clippy::disallowed_methods, reason = "a seed is no setting of the service")]
fn seeds() -> Vec<u64> {
    let one = std::env::var("SEED").ok();
    one.map_or_else(|| SEEDS.to_vec(), |seed| vec![seed.parse().expect("SEED is a whole number")])
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_history_keeps_every_promise(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = begins(connect, 24).await;
    for seed in seeds() {
        let began = std::time::Instant::now();
        let (shop, broken) = Box::pin(history(&world, seed, FULL)).await;
        let took = began.elapsed().as_secs_f32();
        println!("seed {seed}: {} lines of log, {took:.1} s", shop.log.entries().len());
        assert!(broken.is_empty(), "{}", story(&shop, &broken));
        assert_is_lively(&shop);
    }
}

/// A history in which little happens proves little.
fn assert_is_lively(shop: &Shop) {
    let entries = shop.log.entries();
    let ended = |wanted: fn(&log::Outcome) -> bool| entries.iter().filter(|entry| wanted(&entry.outcome)).count();
    let orders = ended(|outcome| matches!(outcome, log::Outcome::Done(Some(_))));
    let refused = ended(|outcome| matches!(outcome, log::Outcome::Refused(_)));
    let unknown = ended(|outcome| matches!(outcome, log::Outcome::Unknown(_)));
    assert!(orders >= 200 && refused >= 200 && unknown >= 50, "{orders} orders, {refused} refused, {unknown} unknown");
}

/// A service whose database keeps what the checker needs.
async fn begins(connect: PgConnectOptions, connections: u32) -> World {
    let world = World::with_connections(connect, connections).await;
    world.run(include_str!("recorder.sql")).await;
    world
}

/// Lets everybody do what the seed says, waits for the end of all of it, sends the mail, and checks.
async fn history(world: &World, seed: u64, size: Size) -> (Arc<Shop>, Vec<Violation>) {
    world.run("truncate recorded_lines, recorded_commits").await;
    let shop = Arc::new(Shop::opens(world, seed).await);
    let mut everybody = tokio::task::JoinSet::new();
    for number in 0..size.clients {
        let mut client = Client::comes(&shop, number).await;
        everybody.spawn(async move {
            for step in workload::plan(seed, number, size.operations) {
                client.does(&step).await;
            }
        });
    }
    while let Some(ended) = everybody.join_next().await {
        ended.expect("no client fails");
    }
    quiet(world).await;
    // Two senders at once must not send anything twice.
    let (one, other) = tokio::join!(backend::jobs::send_due(&world.backend), backend::jobs::send_due(&world.backend));
    one.and(other).expect("messages leave");
    let mut broken = checks::broken(world).await;
    broken.extend(rules::broken(world, &shop.log.entries()).await);
    (shop, broken)
}

/// What is broken, what was logged about it, and how to see it again.
fn story(shop: &Shop, broken: &[Violation]) -> String {
    let seed = shop.seed;
    let mut story = format!(
        "SEED={seed} breaks promises. Once more:\n  SEED={seed} cargo test --package server --test it \
         history::every_history_keeps_every_promise -- --exact --nocapture\n"
    );
    for Violation { invariant, rows } in broken {
        let _ = writeln!(story, "\n{invariant}: {} rows", rows.len());
        for row in rows.iter().take(5) {
            let _ = writeln!(story, "  {row}");
            for line in shop.log.about(row, 8) {
                let _ = writeln!(story, "      {line}");
            }
        }
    }
    story
}
