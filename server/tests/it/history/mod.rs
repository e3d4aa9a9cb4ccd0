//! Histories: many clients do everything with few products at once, some leave in the middle, and in the end every
//! promise of ordering is checked.
//!
//! The clients call the use cases of `backend`, as the server functions do: pages would take most of the time, and
//! are proved elsewhere. What each of them does is drawn from a seed ([`workload`]); each call is logged as begun,
//! done, refused, unknown or broken ([`log`]). Then queries look for broken invariants in what is there
//! ([`checks`], with what `recorder.sql` kept of the order of commits), and the log is held against it ([`rules`]).
//! [`planted`] shows that the checker sees what it looks for.
//!
//! `make test` looks at five histories, `make bench` at longer ones of more clients, in a release build: the same code,
//! with other sizes ([`report`] says what they came to). Each history has a database of its own, so that it is the
//! same whichever came before.
//!
//! A seed repeats what everybody tries and when they leave; which of two calls comes first is the database's choice.
//! Who comes first in a race may thus differ, so one that failed may take some runs to fail again.

mod checks;
mod client;
mod log;
mod planted;
mod report;
mod rules;
mod shop;
mod workload;

use std::{
    fmt::Write,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use checks::Violation;
use client::Client;
use report::{Ended, Report};
use shop::Shop;
use sqlx::{
    PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::filter::LevelFilter;

use crate::{
    disconnects::quiet,
    statements::counting_what,
    world::{LONG, World},
};

/// How many there are, how much each of them does, and how many histories of that.
#[derive(Clone, Copy, Debug)]
struct Size {
    clients: usize,
    operations: usize,
    seeds: u64,
}

/// What every change has to pass.
const EVERY_CHANGE: Size = Size { clients: 16, operations: 500, seeds: 5 };
/// What `make bench` looks at.
const MEASURED: Size = Size { clients: 64, operations: 500, seeds: 3 };
/// What `make bench SCALE=full` looks at: more than two million operations, which take an hour or more.
const FULL: Size = Size { clients: 64, operations: 2_000, seeds: 20 };

/// The seeds to look at: the one that somebody wants to see again, or all.
fn seeds(size: Size) -> Vec<u64> {
    let one = std::env::var("SEED").ok();
    one.map_or_else(|| (1..=size.seeds).collect(), |seed| vec![seed.parse().expect("SEED is a whole number")])
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_history_keeps_every_promise(_: PgPoolOptions, connect: PgConnectOptions) {
    Box::pin(histories(&connect, EVERY_CHANGE)).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
#[ignore = "takes from minutes to an hour: `make bench` runs it"]
async fn every_long_history_keeps_every_promise(_: PgPoolOptions, connect: PgConnectOptions) {
    let is_full = std::env::var("SCALE").is_ok_and(|scale| scale == "full");
    Box::pin(histories(&connect, if is_full { FULL } else { MEASURED })).await;
}

/// One history for each seed, up to the first that breaks a promise.
async fn histories(connect: &PgConnectOptions, size: Size) {
    let mut report = Report::begins(size);
    let mut told = String::new();
    for seed in seeds(size) {
        let own = own_database(connect, seed);
        // A connection for each client, and some to look at what they do.
        let connections = u32::try_from(size.clients).expect("few clients") + 8;
        make_database(connect, &own).await;
        let world = begins(own.clone(), connections).await;
        let (gave_way, counting) = giving_way();
        let (shop, broken) = Box::pin(history(&world, seed, size)).await;
        drop(counting);
        world.backend.db.close().await;
        world.db.close().await;
        let deadlocks = deadlocks(connect, &own).await;
        let ended = Ended::of(&shop.log.entries(), gave_way.load(Ordering::Relaxed), deadlocks);
        report.adds(seed, ended, &broken);
        if !broken.is_empty() {
            told = story(&shop, size, &broken);
            break;
        }
        drop_database(connect, &own).await;
        ended.assert_is_lively();
    }
    report.keeps();
    assert!(told.is_empty(), "{told}");
}

/// Beside the database of the test, one for each of its histories.
fn own_database(connect: &PgConnectOptions, seed: u64) -> PgConnectOptions {
    let of_test = connect.get_database().expect("a database of its own");
    // Names of databases are no longer than the one of the test; its end tells it from other tests'.
    let end: String = of_test.chars().rev().take(20).collect();
    connect.clone().database(&format!("history_{end}_{seed}"))
}

async fn make_database(connect: &PgConnectOptions, own: &PgConnectOptions) {
    drop_database(connect, own).await;
    store::ensure_database(own).await.expect("a database");
    let owner = store::connect_as_owner(own.clone()).await.expect("the database");
    store::migrate(&owner).await.expect("a schema");
    owner.close().await;
}

/// A connection to the database of the test.
async fn beside(connect: &PgConnectOptions) -> PgPool {
    PgPoolOptions::new().max_connections(1).connect_with(connect.clone()).await.expect("the test database")
}

/// The deadlocks that a database broke up. What its connections know of them is counted when they end, at the latest.
async fn deadlocks(connect: &PgConnectOptions, own: &PgConnectOptions) -> usize {
    let (pool, name) = (beside(connect).await, own.get_database().expect("a name"));
    let connected = "select count(*) from pg_stat_activity where datname = $1 and backend_type = 'client backend'
        and pid <> pg_backend_pid()";
    for _ in 0..100 {
        let connected: i64 = sqlx::query_scalar(connected).bind(name).fetch_one(&pool).await.expect("a count");
        if connected == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let counted = "select deadlocks from pg_stat_database where datname = $1";
    let counted: i64 = sqlx::query_scalar(counted).bind(name).fetch_one(&pool).await.expect("a count");
    pool.close().await;
    usize::try_from(counted).expect("a count")
}

async fn drop_database(connect: &PgConnectOptions, own: &PgConnectOptions) {
    let (pool, began) = (beside(connect).await, Instant::now());
    let sql = format!("drop database if exists \"{}\" with (force)", own.get_database().expect("a name"));
    // PostgreSQL waits five seconds for those whom it throws out, which may be too few for a busy machine.
    while let Err(error) = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.clone())).execute(&pool).await {
        assert!(began.elapsed() < LONG, "the database is not gone: {error}");
    }
    pool.close().await;
}

/// Counts the transactions of this thread that the service tries again, as long as the guard is held.
fn giving_way() -> (Arc<AtomicUsize>, DefaultGuard) {
    counting_what(LevelFilter::WARN, |event| event.metadata().target() == "backend::orders::conflicts")
}

/// A service whose database keeps what the checker needs.
async fn begins(connect: PgConnectOptions, connections: u32) -> World {
    let world = World::crowded(connect, connections).await;
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
        everybody.spawn(store::scope::job(async move {
            for step in workload::plan(seed, number, size.operations) {
                client.does(&step).await;
            }
        }));
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
fn story(shop: &Shop, size: Size, broken: &[Violation]) -> String {
    let (seed, Size { clients, operations, .. }) = (shop.seed, size);
    let mut story = format!(
        "SEED={seed} with {clients} clients × {operations} operations breaks promises. Once more, with SCALE=full where \
         that was set:\n  SEED={seed} cargo test --package server --test it history::every -- --include-ignored \
         --nocapture\n"
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
