//! Everything that is held of somebody is downloaded five times an hour (G-A10): of each account, and each registration.

use axum::http::{StatusCode, header};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{GRACE, ada, signs_up},
    registrants::Person,
    registry_my::{ADA, registered, signs_in},
    visitor::Visitor,
    world::World,
};

/// Downloads it until that is too often.
async fn downloads(visitor: &mut Visitor, path: &str) {
    for at in 0..5 {
        visitor.opens(path).await;
        assert_eq!(visitor.headers[header::CONTENT_TYPE], "application/json", "{at}: {}", visitor.text());
    }
    visitor.opens(path).await;
    assert_eq!(visitor.status, StatusCode::TOO_MANY_REQUESTS, "{path}");
    let seconds: i64 = visitor.headers[header::RETRY_AFTER].to_str().expect("text").parse().expect("seconds");
    assert!((1..=3_600).contains(&seconds), "{seconds}");
    visitor.sees("You have tried too often");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a10_an_account_is_downloaded_five_times_an_hour(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    downloads(&mut visitor, "/account/data.json").await;
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    grace.opens("/account/data.json").await;
    assert_eq!(grace.status, StatusCode::OK, "each on their own");
    world.backend.clock.advance(SignedDuration::from_hours(1));
    visitor.opens("/account/data.json").await;
    assert_eq!(visitor.headers[header::CONTENT_TYPE], "application/json", "{}", visitor.text());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a10_a_registration_is_downloaded_five_times_an_hour(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let mut visitor = signs_in(&world, ADA).await;
    downloads(&mut visitor, "/my/data.json").await;
}
