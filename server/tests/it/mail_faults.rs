//! A mail server that is away, slow or refuses: orders do not notice, and no message is lost.

use std::time::{Duration, Instant};

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use backend::{jobs::send_due, mail::SMTP_TIMEOUT};
use domain::id::EditionId;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use tower::ServiceExt;

use crate::{
    builders::Leaflet,
    order::{MEASLES, delivers_to},
    races::ready,
    running::{Data, url_of},
    smtp_sink::{Manner, SmtpSink},
    world::{LONG, ORIGIN, World},
};

/// How long the service waits for a mail server that says nothing, where nothing else is to leave.
const PATIENCE: Duration = Duration::from_secs(2);

/// A service whose mails go to that server, which it gives so much time for each, and a leaflet. What is to leave gets
/// as much time as in production: a busy machine is slow as well.
pub async fn service(connect: PgConnectOptions, sink: &SmtpSink, patience: Duration) -> (World, EditionId) {
    let world = World::of(connect, 12, World::sunday(), sink.mailer(patience)).await;
    let edition = world.has(Leaflet { stock: 10_000, ..Leaflet::default() }).await;
    (world, edition)
}

/// Somebody at the check page presses "Place order".
pub async fn places(world: &World, edition: EditionId, who: &str) {
    let ready = ready(&world.backend, edition, 1, who, &format!("1 {who} Street")).await;
    let request = Request::post("/do/checkout/place")
        .header(header::HOST, "healthpost.example")
        .header(header::ORIGIN, ORIGIN)
        .header(header::COOKIE, ready.cookies)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(format!("key={}", ready.form.key.as_str())))
        .expect("a request");
    let answer = world.router.clone().oneshot(request).await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let location = answer.headers()[header::LOCATION].to_str().expect("a path");
    assert!(location.starts_with("/orders/HP-"), "{location}");
}

/// One round of the worker; how many messages left.
pub async fn round(world: &World) -> usize {
    send_due(&world.backend).await.expect("the database")
}

const TRIED: &str = "select coalesce(sum(attempts), 0)::bigint from outbox";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn orders_do_not_wait_for_the_mail_server(_: PgPoolOptions, connect: PgConnectOptions) {
    let sink = SmtpSink::up();
    let (world, edition) = service(connect, &sink, PATIENCE).await;
    let late = Duration::from_secs(30);
    let manners = [Manner::Away, Manner::NotNow, Manner::Never, Manner::Slow(late), Manner::Drops, Manner::Late(late)];
    for (at, manner) in manners.into_iter().enumerate() {
        sink.is(manner);
        places(&world, edition, &format!("first{at}")).await;
        let backend = world.backend.clone();
        let sending = tokio::spawn(store::scope::job(async move { send_due(&backend).await }));
        let began = Instant::now();
        for n in 0..10 {
            places(&world, edition, &format!("ada{at}x{n}")).await;
        }
        assert!(began.elapsed() < Duration::from_secs(10), "{manner:?}: {:?}", began.elapsed());
        sending.await.unwrap().unwrap();
    }
    assert_eq!(world.count("select count(*) from orders").await, 66);
    assert_eq!(world.count("select count(*) from outbox").await, 66);
    let sent = "select count(*) from outbox where state = 'sent'";
    assert_eq!(world.count(sent).await, 0, "nobody said that a message was taken");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nothing_else_waits_for_a_silent_mail_server(_: PgPoolOptions, connect: PgConnectOptions) {
    let sink = SmtpSink::up();
    sink.is(Manner::Slow(Duration::from_mins(2)));
    let world = World::of(connect, 12, World::sunday(), sink.mailer(SMTP_TIMEOUT)).await;
    let edition = world.has(Leaflet::default()).await;
    places(&world, edition, "ada").await;
    world
        .run(
            "select graphile_worker.add_job('send_messages') from generate_series(1, 8);
             insert into rate_counters (subject, window_start, used) values ('old', '2026-11-01', 1)",
        )
        .await;
    let is_soon = async |sql: &'static str, count: i64| {
        let soon = async {
            while world.count(sql).await != count {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        // The jobs that wait for the mail server, two at once and each for half a minute, take longer.
        tokio::time::timeout(LONG, soon).await.unwrap_or_else(|_| panic!("{sql}: {count}"));
    };
    let others = async {
        is_soon("select count(*) from graphile_worker._private_jobs where locked_at is not null", 2).await;
        world.run("select graphile_worker.add_job('tidy_up', 'null'::json)").await;
        is_soon("select count(*) from rate_counters where subject = 'old'", 0).await;
        assert_eq!(world.count("select count(*) from outbox where state = 'waiting'").await, 1, "the mail still waits");
    };
    tokio::select! {
        () = server::work::forever(&world.backend) => panic!("it works without end"),
        () = others => {}
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whatever_waited_for_the_mail_server_leaves_with_the_first_round(_: PgPoolOptions, connect: PgConnectOptions) {
    let sink = SmtpSink::down();
    let (world, edition) = service(connect.clone(), &sink, PATIENCE).await;
    for n in 0..30 {
        places(&world, edition, &format!("ada{n}")).await;
    }
    // Hours without a mail server cost no message a try, however it is away.
    for manner in [Manner::Kind, Manner::Away, Manner::Slow(Duration::from_secs(30))] {
        if manner == Manner::Away {
            sink.comes_up();
        }
        sink.is(manner);
        for _ in 0..2 {
            let began = Instant::now();
            assert_eq!(round(&world).await, 0);
            // Thirty messages that each wait would take a minute.
            assert!(began.elapsed() < 10 * PATIENCE, "{manner:?}: a round ends, and leaves the worker to others");
            world.backend.clock.advance(SignedDuration::from_hours(5));
        }
        assert_eq!(world.count(TRIED).await, 0, "{manner:?}");
    }
    sink.is(Manner::Kind);
    let world = World::of(connect, 4, world.backend.clock.clone(), sink.mailer(SMTP_TIMEOUT)).await;
    assert_eq!(round(&world).await, 30);
    assert_eq!((sink.taken().len(), sink.times().len()), (30, 30));
    assert_eq!(world.count(TRIED).await, 30);
    assert_eq!(world.count("select count(*) from outbox where state = 'sent'").await, 30);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_thousand_messages_leave_within_two_minutes(_: PgPoolOptions, connect: PgConnectOptions) {
    let sink = SmtpSink::down();
    let (world, edition) = service(connect, &sink, SMTP_TIMEOUT).await;
    places(&world, edition, "ada").await;
    world
        .run(
            "insert into outbox (id, kind, recipient, order_id, next_try_at, created_at)
             select gen_random_uuid(), 'order_placed', 'p' || n || '@example.com', o.id, o.placed_at, o.placed_at
             from orders o cross join generate_series(1, 999) n",
        )
        .await;
    assert_eq!(round(&world).await, 0);
    world.backend.clock.advance(SignedDuration::from_hours(3));
    sink.is(Manner::Slow(Duration::from_millis(2)));
    sink.comes_up();
    let began = Instant::now();
    // As many as there are turns in one worker.
    let (one, other) = tokio::join!(round(&world), round(&world));
    assert!(began.elapsed() < Duration::from_mins(2), "{:?}", began.elapsed());
    assert_eq!(one + other, 1_000);
    assert_eq!((sink.taken().len(), sink.times().len()), (1_000, 1_000), "each of them once");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn who_is_refused_for_good_is_given_up_and_shown_to_the_operator(_: PgPoolOptions, connect: PgConnectOptions) {
    let (sink, url) = (SmtpSink::up(), url_of(&connect));
    sink.is_towards("nobody", Manner::Never);
    let (world, edition) = service(connect, &sink, SMTP_TIMEOUT).await;
    for who in ["ada", "nobody", "grace"] {
        places(&world, edition, who).await;
    }
    assert_eq!(round(&world).await, 2, "everybody else gets theirs");
    world.backend.clock.advance(SignedDuration::from_hours(5));
    assert_eq!(round(&world).await, 0);
    let given_up =
        world.text("select recipient || ' ' || attempts || ' ' || last_error from outbox where state = 'failed'");
    let given_up = given_up.await;
    assert!(given_up.starts_with("nobody@example.com 1 ") && given_up.contains("550"), "{given_up}");
    let data = Data::new();
    let doctor = data.program(&["doctor"]).env("DATABASE_URL", url).output().unwrap();
    let said = String::from_utf8_lossy(&doctor.stdout).into_owned();
    assert!(said.contains("messages waiting: 0, given up: 1"), "{said}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn who_is_refused_for_now_is_tried_again_and_holds_nobody_up(_: PgPoolOptions, connect: PgConnectOptions) {
    let (sink, url) = (SmtpSink::up(), url_of(&connect));
    sink.is_towards("ada", Manner::NotNow);
    let (world, edition) = service(connect, &sink, SMTP_TIMEOUT).await;
    for who in ["ada", "grace", "mary"] {
        places(&world, edition, who).await;
    }
    assert_eq!(round(&world).await, 2);
    assert_eq!(round(&world).await, 0, "not before its time");
    world.backend.clock.advance(SignedDuration::from_mins(1));
    assert_eq!(round(&world).await, 0);
    assert_eq!(world.count("select max(attempts)::bigint from outbox where state = 'waiting'").await, 2);
    // A message that nobody tries any more is an alarm.
    let data = Data::new();
    let doctor = |said: &str| {
        let output = data.program(&["doctor"]).env("DATABASE_URL", &url).output().unwrap();
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(text.contains(said), "{text}");
    };
    world.run("update outbox set next_try_at = now() - interval '20 minutes' where state = 'waiting'").await;
    doctor("1 messages should have been tried by now");
    world.run("update outbox set next_try_at = now() + interval '20 minutes' where state = 'waiting'").await;
    doctor("messages waiting: 1, given up: 0");
    sink.is_towards("ada", Manner::Kind);
    world.run("update outbox set next_try_at = created_at where state = 'waiting'").await;
    assert_eq!(round(&world).await, 1);
    assert_eq!((sink.taken().len(), sink.times().len()), (3, 3));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_code_that_waited_too_long_is_not_sent(_: PgPoolOptions, connect: PgConnectOptions) {
    let sink = SmtpSink::down();
    let (world, _) = service(connect, &sink, SMTP_TIMEOUT).await;
    let mut visitor = world.visitor();
    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await.presses("Continue").await;
    delivers_to(&mut visitor, "1 Some Street").await;
    visitor.fills("full_name", "Ada").fills("email", "ada@example.com").presses("Continue").await;
    visitor.sees("Check your email");
    assert_eq!(round(&world).await, 0);
    world.backend.clock.advance(SignedDuration::from_mins(31));
    backend::jobs::tidy_up(&world.backend).await.unwrap();
    sink.comes_up();
    visitor.presses("Send a new code").await.sees("Check your email");
    assert_eq!((round(&world).await, sink.taken().len()), (1, 1), "only the new one");
    assert_eq!(world.count("select count(*) from outbox where state = 'failed' and detail = '{}'").await, 1);
}
