//! Nobody learns from an answer whether an address or an order is known (G-A9): answers are the same byte by byte,
//! after as many statements. How long they take is measured by `make timing`, as a busy machine says nothing of that;
//! here is only what no machine hides, the work on a password.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use axum::http::{Method, StatusCode, header};
use backend::secrets::Token;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::PASSWORD,
    leaks::fixed,
    neutral_ways::{Known, WAYS, Way, accounts, everything, said},
    staff_people::{accepts, invites_first_admin},
    statements::counting,
    visitor::form_urlencoded,
    world::World,
};

/// How often each password is tried; no address may try more.
const TRIES: usize = 5;

/// What is answered to a form, and on the page that it leads to, with the statements that each takes.
async fn answered(
    world: &World,
    known: &Known,
    way: &Way,
    is_known: bool,
    count: &AtomicUsize,
) -> [(String, usize); 2] {
    let typed = way.answer(known, is_known);
    count.store(0, Ordering::Relaxed);
    let mut visitor = way.posts(world, known, is_known).await;
    assert_eq!(visitor.status, StatusCode::SEE_OTHER, "{}: {}", way.what, visitor.text());
    let posted = (said(&visitor, typed), count.swap(0, Ordering::Relaxed));
    let page = visitor.headers[header::LOCATION].to_str().expect("a path").to_owned();
    visitor.once(Method::GET, &page, None).await;
    assert_eq!(visitor.status, StatusCode::OK, "{}: {page}", way.what);
    [posted, (said(&visitor, typed), count.load(Ordering::Relaxed))]
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_answer_is_the_same_byte_by_byte_after_as_many_statements(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let known = everything(&world).await;
    let (count, _counting) = counting();
    for way in &WAYS {
        // What is in memory once it was asked for makes no difference.
        answered(&world, &known, way, true, &count).await;
        let [one, other] = [true, false].map(|is_known| answered(&world, &known, way, is_known, &count));
        let (one, other) = (one.await, other.await);
        for ((said, asked), (otherwise, asked_otherwise)) in one.iter().zip(&other) {
            assert_eq!(said, otherwise, "{}", way.what);
            assert_eq!(asked, asked_otherwise, "{}: statements", way.what);
        }
        assert!(one[0].1 > 2, "{}: the counter works", way.what);
        // Each address may ask for so many links an hour only.
        world.backend.clock.advance(SignedDuration::from_hours(1));
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_invitation_that_was_used_is_answered_like_one_that_never_was(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let link = invites_first_admin(&world).await;
    accepts(&mut world.visitor(), &link, "Ada Lovelace").await;
    let used = link.rsplit('/').next().expect("a token").to_owned();
    let unknown = Token::draw().as_str().to_owned();
    let (count, _counting) = counting();
    let mut answers = Vec::new();
    // What is in memory once it was asked for makes no difference.
    for token in [&unknown, &used, &unknown] {
        count.store(0, Ordering::Relaxed);
        let typed = [("invitation_token", token.as_str()), ("full_name", "Grace Hopper"), ("new_password", PASSWORD)];
        let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let mut visitor = world.visitor();
        visitor.once(Method::POST, "/do/staff/accept", Some(form_urlencoded(&typed))).await;
        assert_eq!(visitor.status, StatusCode::GONE, "{}", visitor.text());
        let posted = fixed(&visitor).replace(token, "…");
        visitor.once(Method::GET, &format!("/staff/invitation/{token}"), None).await;
        assert_eq!(visitor.status, StatusCode::GONE, "{}", visitor.text());
        answers.push((posted, fixed(&visitor).replace(token, "…"), count.load(Ordering::Relaxed)));
    }
    assert_eq!(answers[1], answers[2]);
}

/// The one in the middle.
fn median(mut waits: Vec<Duration>) -> f64 {
    waits.sort_unstable();
    waits[waits.len() / 2].as_secs_f64()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_wrong_password_is_worked_on_whether_there_is_one_or_not(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (known, _) = accounts(&world).await;
    for way in &WAYS[..2] {
        world.backend.clock.advance(SignedDuration::from_mins(15));
        let mut waits = [Vec::new(), Vec::new()];
        for _ in 0..TRIES {
            for is_known in [true, false] {
                let began = Instant::now();
                let visitor = way.posts(&world, &known, is_known).await;
                assert_eq!(visitor.headers[header::LOCATION], "/account/sign-in/password", "{}", way.what);
                waits[usize::from(is_known)].push(began.elapsed());
            }
        }
        let [unknown, with_account] = waits.map(median);
        let ratio = with_account / unknown;
        assert!((0.5..2.0).contains(&ratio), "{}: {with_account:.4} s and {unknown:.4} s", way.what);
    }
}
