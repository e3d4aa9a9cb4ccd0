//! A worker of its own, killed again and again while it sends: every message leaves, under one Message-ID.

use std::{
    process::Child,
    time::{Duration, Instant},
};

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    killed::{SEED, Scene, draw, every_mail_left},
    smtp_sink::Manner,
    world::LONG,
};

const ROUNDS: usize = 12;
/// How long a worker has until it sends something. What a killed one had in hand is left alone for a while.
const PATIENCE: Duration = Duration::from_secs(5);
/// Within so many microseconds after its first message it is killed: a round of messages takes about as long.
const LONGEST: u64 = 80_000;
const SENT: &str = "select count(*) from outbox where state = 'sent'";

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
    /// Waits until one message is known to have left.
    async fn has_sent_one(&self) {
        let began = Instant::now();
        while self.world.count(SENT).await == 0 {
            assert!(began.elapsed() < LONG, "no message left");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

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
        if round + 1 == ROUNDS {
            // The last one is never told that a message was taken, so that some are left in any case.
            scene.sink.is(Manner::Late(Duration::from_mins(10)));
        }
        let working = Working(scene.program(&["work"]).spawn().unwrap());
        if round == 0 {
            // And the first one lives until one has left.
            scene.has_sent_one().await;
        } else {
            scene.takes_more_than(before).await;
        }
        tokio::time::sleep(Duration::from_micros(draw(&mut chance) % LONGEST)).await;
        drop(working);
    }
    assert_eq!(scene.orders().await, placed);
    let sent = scene.world.count(SENT).await;
    assert!(0 < sent && sent < i64::try_from(placed).unwrap(), "kills came in the middle: {sent} of {placed} left");
    every_mail_left(&scene, connect).await;
}
