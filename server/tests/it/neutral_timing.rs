//! Nobody learns from the time that an answer takes whether an address or an order is known (G-A9). A machine that does
//! anything else says nothing of that: `make timing` runs this alone, in a release build, and writes `docs/timing.md`.

use std::time::Instant;

use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    figures::keeps,
    neutral_ways::{Known, WAYS, Way, everything},
    ranks::Compared,
    world::World,
};

/// Answers with what is known and without, in turn.
const PAIRS: usize = 1_000;
/// Pairs that are not measured: caches fill, statements are planned.
const WARM: usize = 25;
/// Times that a way is measured: chance may be against it once.
const RUNS: usize = 2;
/// Minutes from one pair to the next: as often as an address may ask for links, three times an hour.
const APART: i64 = 21;

/// What so many pairs took, in milliseconds: with what is known, and without. Which of them comes first changes with
/// each pair.
async fn waits(world: &World, known: &Known, way: &Way, pairs: usize) -> [Vec<f64>; 2] {
    let mut waits = [Vec::with_capacity(pairs), Vec::with_capacity(pairs)];
    for pair in 0..pairs {
        world.backend.clock.advance(SignedDuration::from_mins(APART));
        for at in [pair % 2, 1 - pair % 2] {
            let began = Instant::now();
            let visitor = way.posts(world, known, at == 0).await;
            waits[at].push(began.elapsed().as_secs_f64() * 1e3);
            assert_eq!(visitor.status, StatusCode::SEE_OTHER, "{}: {}", way.what, visitor.text());
        }
    }
    waits
}

/// Goes back to a moment: nothing that was asked for since counts, and nothing has ended.
async fn rewinds(world: &World, to: Timestamp) {
    let clock = &world.backend.clock;
    clock.advance(to.duration_since(clock.now()));
    world.run("delete from rate_counters").await;
}

/// Measures a way, and once more where it does not seem neutral. Whether it is.
async fn measures(world: &World, known: &Known, way: &Way) -> bool {
    let began = world.backend.clock.now();
    let mut is_neutral = false;
    for run in 1..=RUNS {
        rewinds(world, began).await;
        waits(world, known, way, WARM).await;
        let [with, without] = waits(world, known, way, PAIRS).await;
        let compared = Compared::of(&with, &without);
        is_neutral = compared.is_neutral();
        println!("{}, run {run}: {compared:?}", way.what);
        let Compared { medians, chance, odds } = compared;
        let figure = json!({ "what": way.what, "run": run, "pairs": PAIRS, "known": medians[0], "unknown": medians[1],
            "difference": compared.difference(), "chance": chance, "odds": odds, "is_neutral": is_neutral });
        keeps("timing.jsonl", &figure);
        if is_neutral {
            break;
        }
    }
    rewinds(world, began).await;
    is_neutral
}

#[sqlx::test(migrator = "store::MIGRATOR")]
#[ignore = "takes minutes, and the machine to itself: `make timing` runs it"]
async fn no_answer_takes_longer_where_anything_is_known(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let known = everything(&world).await;
    let mut told = Vec::new();
    for way in &WAYS {
        if !measures(&world, &known, way).await {
            told.push(way.what);
        }
    }
    assert_eq!(told, [] as [&str; 0], "these tell by their time whether something is known");
}
