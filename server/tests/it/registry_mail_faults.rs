//! A mail server that is down, refuses, dawdles or falls silent while registrations are sent: whoever sends one sees that
//! it was sent, it is stored, and its message leaves once the mail server is well.

use std::time::{Duration, Instant};

use axum::http::{Method, StatusCode};
use backend::{jobs::send_due, mail::SMTP_TIMEOUT};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    mail_faults::round,
    registrants::{Person, Ready, ready},
    smtp_sink::{Manner, SmtpSink},
    world::World,
};

/// How long the service waits for a mail server that says nothing: longer than a busy machine takes over a registration.
const PATIENCE: Duration = Duration::from_secs(10);
/// The messages that registrations are written with.
const CONFIRMATIONS: &str = "from outbox where kind = 'registration_confirmation'";

/// Somebody presses "Send registration" and reads that it was sent.
async fn sends(world: &World, person: &Ready, name: &str) {
    let mut browser = person.browser(world);
    browser.once(Method::POST, "/do/register/send", Some(person.body())).await;
    assert_eq!(browser.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.headers["location"], "/register/done");
    browser.opens("/register/done").await.sees("Registration sent").sees(&Person::named(name).email);
}

/// What the mail server does while each of them registers. It is down for the first one.
const FAULTS: [(&str, Manner); 5] = [
    ("Ada", Manner::Kind),
    ("Byron", Manner::Away),
    ("Clara", Manner::NotNow),
    ("Dora", Manner::Slow(Duration::from_secs(30))),
    ("Edith", Manner::Drops),
];

/// Sends a registration while a round of the worker waits for the mail server.
async fn sends_beside_a_round(world: &World, name: &str) {
    let person = ready(world, &Person::named(name)).await;
    let backend = world.backend.clone();
    let sending = tokio::spawn(store::scope::job(async move { send_due(&backend).await }));
    let began = Instant::now();
    sends(world, &person, name).await;
    assert!(began.elapsed() < PATIENCE, "{name}: {:?}", began.elapsed());
    sending.await.unwrap().unwrap();
    assert_eq!(round(world).await, 0, "{name}: nobody said that a message was taken");
    world.backend.clock.advance(SignedDuration::from_hours(5));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_43_whatever_the_mail_server_does_a_registration_is_sent_and_its_message_leaves_later(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let sink = SmtpSink::down();
    let world = World::of(connect.clone(), 12, World::sunday(), sink.mailer(PATIENCE)).await;
    for (name, manner) in FAULTS {
        if manner == Manner::Away {
            sink.comes_up();
        }
        sink.is(manner);
        sends_beside_a_round(&world, name).await;
    }
    assert_eq!(world.count("select count(*) from registrations where state = 'active'").await, 5);
    assert_eq!(world.count(format!("select count(*) {CONFIRMATIONS}").leak()).await, 5);
    sink.is(Manner::Kind);
    let world = World::of(connect, 12, world.backend.clock.clone(), sink.mailer(SMTP_TIMEOUT)).await;
    let before = sink.times();
    for _ in 0..3 {
        round(&world).await;
        world.backend.clock.advance(SignedDuration::from_hours(5));
    }
    let sent = format!("select id::text {CONFIRMATIONS} and state = 'sent'");
    let sent = world.texts(sent.leak()).await;
    assert_eq!(sent.len(), 5);
    for id in sent {
        let taken = sink.times()[&id] - before.get(&id).copied().unwrap_or_default();
        assert_eq!(taken, 1, "once, now that it is well");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_address_that_nobody_has_costs_nobody_a_registration(_: PgPoolOptions, connect: PgConnectOptions) {
    let sink = SmtpSink::up();
    sink.is(Manner::Never);
    let world = World::of(connect, 12, World::sunday(), sink.mailer(SMTP_TIMEOUT)).await;
    let ada = ready(&world, &Person::named("Ada")).await;
    sends(&world, &ada, "Ada").await;
    assert_eq!(round(&world).await, 0);
    assert_eq!(world.text("select state from registrations").await, "active");
    assert_eq!(world.text(format!("select state {CONFIRMATIONS}").leak()).await, "failed", "the operator is told");
}
