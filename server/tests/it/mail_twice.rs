//! Where nobody can know whether a message arrived: it goes out once more, under the same Message-ID.

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
const TRIED: &str = "select sum(attempts)::bigint from outbox";

/// Some rounds over some hours.
async fn for_hours(world: &World) {
    for _ in 0..5 {
        world.backend.clock.advance(SignedDuration::from_hours(1));
        round(world).await;
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_message_that_was_taken_without_a_word_goes_out_once_more(_: PgPoolOptions, connect: PgConnectOptions) {
    let sink = SmtpSink::up();
    let (world, edition) = service(connect, &sink, SMTP_TIMEOUT).await;
    places(&world, edition, "ada").await;
    sink.is(Manner::Drops);
    assert_eq!((round(&world).await, sink.taken().len()), (0, 1));
    assert_eq!(world.count("select count(*) from outbox where state = 'waiting' and last_error <> ''").await, 1);
    sink.is(Manner::Kind);
    assert_eq!((round(&world).await, sink.taken().len()), (0, 1), "not before its time");
    for_hours(&world).await;
    assert_eq!((sink.taken().len(), sink.times().len()), (2, 1), "one more, with the same Message-ID");
    assert_eq!(world.count(TRIED).await, 2, "which is on record");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_late_answer_is_not_taken_for_that_to_another_message(_: PgPoolOptions, connect: PgConnectOptions) {
    let sink = SmtpSink::up();
    sink.is_towards("ada", Manner::Late(PATIENCE + Duration::from_millis(500)));
    sink.is_towards("nobody", Manner::Never);
    let (world, edition) = service(connect, &sink, PATIENCE).await;
    places(&world, edition, "ada").await;
    assert_eq!((round(&world).await, sink.taken().len()), (0, 1), "nobody waits longer than the service's patience");
    // By now the answer has come, on a connection that nobody uses any more.
    tokio::time::sleep(Duration::from_secs(1)).await;
    places(&world, edition, "nobody").await;
    places(&world, edition, "grace").await;
    assert_eq!(round(&world).await, 1);
    let states = "select recipient || ' ' || state from outbox order by created_at, recipient";
    let states = world.texts(states).await;
    assert_eq!(states, ["ada@example.com waiting", "grace@example.com sent", "nobody@example.com failed"]);
    sink.is_towards("ada", Manner::Kind);
    for_hours(&world).await;
    let to_ada = sink.taken().iter().filter(|taken| taken.to == "ada@example.com").count();
    assert_eq!((to_ada, sink.times().len()), (2, 2), "once more, with the same Message-ID");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_worker_that_ends_before_the_record_is_followed_by_one_that_sends_once_more(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
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
    next.backend.clock.advance(SignedDuration::from_mins(1));
    assert_eq!(round(&next).await, 0, "the first may still be at it");
    for_hours(&next).await;
    assert_eq!((sink.taken().len(), sink.times().len()), (2, 1), "one more, with the same Message-ID");
    let recorded = "select count(*) from outbox where state = 'sent' and attempts = 2";
    assert_eq!(next.count(recorded).await, 1);
}
