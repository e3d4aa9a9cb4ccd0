//! A mail server that is down, refuses, dawdles or falls silent while registrations are sent: whoever sends one sees that
//! it was sent, it is stored, and its message leaves once the mail server is well.

use std::time::{Duration, Instant};

use axum::http::{Method, StatusCode};
use backend::jobs::send_due;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    mail_faults::{PATIENCE, round},
    registrants::{Person, ready},
    smtp_sink::{Manner, SmtpSink},
    world::World,
};

/// What a registration writes with it.
const CONFIRMATIONS: &str = "select count(*) from outbox where kind = 'registration_confirmation'";

/// Somebody presses "Send registration" and reads that it was sent.
async fn sends(world: &World, name: &str) {
    let person = ready(world, &Person::named(name)).await;
    let mut browser = person.browser(world);
    browser.once(Method::POST, "/do/register/send", Some(person.body())).await;
    assert_eq!(browser.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.headers["location"], "/register/done");
    browser.opens("/register/done").await.sees("Registration sent").sees(&person_address(name));
}

fn person_address(name: &str) -> String {
    Person::named(name).email
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_43_whatever_the_mail_server_does_a_registration_is_sent_and_its_message_leaves_later(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let sink = SmtpSink::down();
    let world = World::of(connect, 12, World::sunday(), sink.mailer(PATIENCE)).await;
    let faults = [
        ("Ada", Manner::Kind),
        ("Byron", Manner::Away),
        ("Clara", Manner::NotNow),
        ("Dora", Manner::Slow(Duration::from_secs(30))),
        ("Edith", Manner::Drops),
    ];
    for (name, manner) in faults {
        // The first one finds its port closed.
        if manner == Manner::Away {
            sink.comes_up();
        }
        sink.is(manner);
        // A round that waits for the mail server is under way.
        let backend = world.backend.clone();
        let sending = tokio::spawn(async move { send_due(&backend).await });
        let began = Instant::now();
        sends(&world, name).await;
        assert!(began.elapsed() < PATIENCE, "{manner:?}: {:?}", began.elapsed());
        sending.await.unwrap().unwrap();
        assert_eq!(round(&world).await, 0, "{manner:?}: nobody said that a message was taken");
        world.backend.clock.advance(SignedDuration::from_hours(5));
    }
    assert_eq!(world.count("select count(*) from registrations where state = 'active'").await, 5);
    assert_eq!(world.count(CONFIRMATIONS).await, 5);
    sink.is(Manner::Kind);
    let before = sink.times();
    for _ in 0..3 {
        round(&world).await;
        world.backend.clock.advance(SignedDuration::from_hours(5));
    }
    assert_eq!(
        world.count("select count(*) from outbox where kind = 'registration_confirmation' and state = 'sent'").await,
        5
    );
    for (name, _) in faults {
        let to = person_address(name);
        let ids = world.text(format!("select string_agg(id::text, ',') from outbox where recipient = '{to}' and kind = 'registration_confirmation'").leak()).await;
        let taken = sink.times()[&ids] - before.get(&ids).copied().unwrap_or_default();
        assert_eq!(taken, 1, "{name}: once, now that it is well");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_address_that_nobody_has_costs_nobody_a_registration(_: PgPoolOptions, connect: PgConnectOptions) {
    let sink = SmtpSink::up();
    sink.is(Manner::Never);
    let world = World::of(connect, 12, World::sunday(), sink.mailer(PATIENCE)).await;
    sends(&world, "Ada").await;
    assert_eq!(round(&world).await, 0);
    assert_eq!(world.text("select state from registrations").await, "active");
    let given_up = "select state from outbox where kind = 'registration_confirmation'";
    assert_eq!(world.text(given_up).await, "failed", "the operator is told");
}
