//! A worker of its own, killed again and again while it sends: every message leaves, under one Message-ID.

use std::{
    process::Child,
    time::{Duration, Instant},
};

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::killed::{SEED, Scene, draw, every_mail_left};

const ROUNDS: usize = 12;
/// How long a worker has until it sends something. What a killed one had in hand is left alone for a while.
const PATIENCE: Duration = Duration::from_secs(5);
/// Within so many microseconds after its first message it is killed: a round of messages takes about as long.
const LONGEST: u64 = 80_000;

/// A worker that does not outlive its test.
struct Working(Child);

impl Drop for Working {
    /// SIGKILL: it ends in the middle of what it does.
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Scene {
    /// Waits until the mail server took more messages than before, as long as it may take.
    async fn takes_more_than(&self, before: usize) {
        let began = Instant::now();
        while self.sink.taken().len() == before && began.elapsed() < PATIENCE {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_message_of_a_killed_worker_leaves(_: PgPoolOptions, connect: PgConnectOptions) {
    let scene = Scene::new(&connect).await;
    let (mut chance, mut placed) = (SEED, 0);
    for round in 0..ROUNDS {
        for ready in scene.people(round).await {
            backend::orders::place(&scene.world.backend, ready.guest, &ready.form).await.expect("an order");
            placed += 1;
        }
        let before = scene.sink.taken().len();
        let working = Working(scene.program(&["work"]).spawn().unwrap());
        scene.takes_more_than(before).await;
        // The last one at its first message, so that some are left in any case.
        let longest = if round + 1 < ROUNDS { LONGEST } else { 1 };
        tokio::time::sleep(Duration::from_micros(draw(&mut chance) % longest)).await;
        drop(working);
    }
    assert_eq!(scene.orders().await, placed);
    let sent = scene.world.count("select count(*) from outbox where state = 'sent'").await;
    assert!(0 < sent && sent < i64::try_from(placed).unwrap(), "kills came in the middle: {sent} of {placed} left");
    every_mail_left(&scene, connect).await;
}
