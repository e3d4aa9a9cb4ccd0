//! How often one network or one address may sign up, ask for links and try passwords (G-A10): beyond, 429 with the time
//! to wait, or words at the address, whatever somebody writes into `X-Forwarded-For`, and at every program over one
//! database.

use axum::http::{StatusCode, header};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, PASSWORD, ada_with_password, link_to, token_of},
    registry_limits::posts,
    visitor::{Visitor, form_urlencoded},
    world::World,
};

const BUSY: &str = "203.0.113.7";
const QUIET: &str = "203.0.113.8";

fn body(answers: &[(&str, &str)]) -> String {
    form_urlencoded(&answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Vec<_>>())
}

/// That it was refused as too often, and says when to come back.
#[track_caller]
fn assert_waits(visitor: &mut Visitor, within: u64) {
    assert_eq!(visitor.status, StatusCode::TOO_MANY_REQUESTS, "{}", visitor.text());
    let seconds: u64 = visitor.headers[header::RETRY_AFTER].to_str().unwrap().parse().expect("seconds");
    assert!((1..=within).contains(&seconds), "{seconds}");
    assert!(!visitor.headers.contains_key(header::LOCATION));
    visitor.sees("You have tried too often");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_network_signs_up_five_times_an_hour(_: PgPoolOptions, connect: PgConnectOptions) {
    // Two programs over one database.
    let worlds = [World::new(connect.clone()).await, World::new(connect).await];
    let path = "/do/account/sign-up";
    for at in 0..5 {
        let email = format!("person{at}@example.com");
        let person = body(&[("full_name", "Somebody"), ("account_email", email.as_str())]);
        let mut visitor = worlds[at % 2].visitor();
        let status = posts(&mut visitor, (BUSY, Some("198.51.100.1")), path, &person).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{at}");
    }
    let person = body(&[("full_name", "Somebody"), ("account_email", "one.more@example.com")]);
    for (at, said) in [None, Some("198.51.100.2"), Some("203.0.113.99, 10.0.0.1")].into_iter().enumerate() {
        let mut visitor = worlds[at % 2].visitor();
        posts(&mut visitor, (BUSY, said), path, &person).await;
        assert_waits(&mut visitor, 3_600);
        let (_, action, answers) = visitor.form_of("Send it again");
        assert!(action == path && answers.contains(&("account_email".to_owned(), "one.more@example.com".to_owned())));
    }
    assert!(worlds[0].mails_to("one.more@example.com").await.is_empty(), "nobody is written to");
    let mut visitor = worlds[0].visitor();
    assert_eq!(posts(&mut visitor, (QUIET, None), path, &person).await, StatusCode::SEE_OTHER, "another network");
    for world in &worlds {
        world.backend.clock.advance(SignedDuration::from_hours(1));
    }
    let person = body(&[("full_name", "Somebody"), ("account_email", "later@example.com")]);
    let mut visitor = worlds[1].visitor();
    assert_eq!(posts(&mut visitor, (BUSY, None), path, &person).await, StatusCode::SEE_OTHER, "an hour later");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a10_a_network_that_many_share_signs_up_sixty_times_an_hour(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await.is_shared_by("203.0.113.0/29, 2001:db8::/32");
    let path = "/do/account/sign-up";
    // What somebody says of themselves makes no other network theirs.
    for (from, said, most) in [(BUSY, None, 60), ("198.51.100.9", Some(BUSY), 5), (QUIET, None, 5)] {
        for at in 0..=most {
            let email = format!("person{at}.of.{from}@example.com");
            let person = body(&[("full_name", "Somebody"), ("account_email", email.as_str())]);
            let mut visitor = world.visitor();
            let status = posts(&mut visitor, (from, said), path, &person).await;
            let expected = if at < most { StatusCode::SEE_OTHER } else { StatusCode::TOO_MANY_REQUESTS };
            assert_eq!(status, expected, "{from}: {at}");
        }
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_address_gets_three_links_an_hour_known_or_not(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada_with_password(&world).await;
    world.backend.clock.advance(SignedDuration::from_hours(1));
    let mut pages = Vec::new();
    for email in [ADA, "nobody@example.com"] {
        let before = world.mails_to(email).await.len();
        let mut visitor = world.visitor();
        for page in ["/account/sign-in", "/account/password/forgotten", "/account/sign-in"] {
            visitor.opens(page).await.fills("account_email", email).presses("Email me a link").await;
            assert_eq!(visitor.path, "/account/mailed");
        }
        for (page, spelled) in [("/account/sign-in", email.to_owned()), ("/account/sign-in", email.to_uppercase())] {
            visitor.opens(page).await.fills("account_email", &spelled).presses("Email me a link").await;
            visitor.sees_error("account_email", "We have sent too many links to this address");
            assert_eq!(visitor.value_of("account_email"), spelled);
        }
        pages.push(visitor.text());
        assert_eq!(world.mails_to(email).await.len(), before + 3, "{email}");
    }
    assert_eq!(pages[0], pages[1], "it says the same of an address that has no account");
    let mut other = world.visitor();
    other.opens("/account/sign-in").await.fills("account_email", "grace@example.com").presses("Email me a link").await;
    assert_eq!(other.path, "/account/mailed", "another address");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_network_tries_ten_passwords_in_ten_minutes(_: PgPoolOptions, connect: PgConnectOptions) {
    let worlds = [World::new(connect.clone()).await, World::new(connect).await];
    ada_with_password(&worlds[0]).await;
    let path = "/do/account/sign-in";
    for at in 0..10 {
        let email = format!("person{at}@example.com");
        let guess = body(&[("account_email", email.as_str()), ("password", "the same guess")]);
        let mut visitor = worlds[at % 2].visitor();
        let status = posts(&mut visitor, (BUSY, None), path, &guess).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{at}: back to the form");
        assert_eq!(visitor.headers[header::LOCATION], "/account/sign-in/password");
    }
    let right = body(&[("account_email", ADA), ("password", PASSWORD)]);
    for (at, said) in [None, Some("198.51.100.2")].into_iter().enumerate() {
        let mut visitor = worlds[at].visitor();
        posts(&mut visitor, (BUSY, said), path, &right).await;
        assert_waits(&mut visitor, 600);
        assert!(!visitor.body.contains(PASSWORD));
    }
    let mut owner = worlds[0].visitor();
    posts(&mut owner, (QUIET, None), path, &right).await;
    assert_eq!(owner.headers[header::LOCATION], "/account", "the owner comes from elsewhere");
    for world in &worlds {
        world.backend.clock.advance(SignedDuration::from_mins(11));
    }
    let mut visitor = worlds[1].visitor();
    posts(&mut visitor, (BUSY, None), path, &right).await;
    assert_eq!(visitor.headers[header::LOCATION], "/account", "and so may this network, later");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_network_that_guesses_at_links_waits(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada_with_password(&world).await;
    let path = "/do/account/open-link";
    let mut visitor = world.visitor();
    for at in 0..60 {
        let guess = format!("account_token=guess{at}");
        let status = posts(&mut visitor, (BUSY, None), path, &guess).await;
        assert_eq!(status, StatusCode::GONE, "{at}");
    }
    visitor.opens("/account/sign-in").await.fills("account_email", ADA).presses("Email me a link").await;
    let real = format!("account_token={}", token_of(&link_to(&world, ADA).await));
    posts(&mut visitor, (BUSY, None), path, &real).await;
    assert_waits(&mut visitor, 3_600);
    let mut owner = world.visitor();
    posts(&mut owner, (QUIET, None), path, &real).await;
    assert_eq!(owner.headers[header::LOCATION], "/account", "it still works elsewhere");
}
