//! A message of which nobody can know whether it arrived is marked; one that was refused is not.

use std::time::Duration;

use backend::{jobs::send_due, mail::SMTP_TIMEOUT};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    mail_faults::{places, round, service},
    smtp_sink::{Manner, SmtpSink},
    world::World,
};

/// How long the service waits for an answer that does not come, and whatever leaves beside it may take.
const PATIENCE: Duration = Duration::from_secs(5);
const MARKED: &str = "select recipient || ' ' || state from outbox where ambiguous order by recipient";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn only_what_nobody_answered_is_marked_and_stays_so(_: PgPoolOptions, connect: PgConnectOptions) {
    let sink = SmtpSink::up();
    sink.is_towards("drops", Manner::Drops);
    sink.is_towards("late", Manner::Late(PATIENCE + Duration::from_millis(500)));
    sink.is_towards("notnow", Manner::NotNow);
    sink.is_towards("never", Manner::Never);
    let (world, edition) = service(connect, &sink, PATIENCE).await;
    for who in ["drops", "late", "notnow", "never", "kind"] {
        places(&world, edition, who).await;
    }
    round(&world).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(world.texts(MARKED).await, ["drops@example.com waiting", "late@example.com waiting"]);
    for who in ["drops", "late", "notnow"] {
        sink.is_towards(who, Manner::Kind);
    }
    for _ in 0..3 {
        world.backend.clock.advance(SignedDuration::from_hours(1));
        round(&world).await;
    }
    assert_eq!(world.texts(MARKED).await, ["drops@example.com sent", "late@example.com sent"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_a_worker_was_sending_when_it_ended_is_marked(_: PgPoolOptions, connect: PgConnectOptions) {
    let sink = SmtpSink::up();
    let (world, edition) = service(connect.clone(), &sink, SMTP_TIMEOUT).await;
    places(&world, edition, "ada").await;
    sink.is(Manner::Late(Duration::from_mins(10)));
    let backend = world.backend.clone();
    let sending = tokio::spawn(store::scope::job(async move { send_due(&backend).await }));
    while sink.taken().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    sending.abort();
    assert!(sending.await.is_err(), "it ended in the middle");
    sink.is(Manner::Kind);
    let next = World::of(connect, 4, world.backend.clock.clone(), sink.mailer(SMTP_TIMEOUT)).await;
    next.backend.clock.advance(SignedDuration::from_mins(3));
    assert_eq!(round(&next).await, 1);
    assert_eq!(next.texts(MARKED).await, ["ada@example.com sent"]);
}
