//! The automatic check that a person sends a registration.

use backend::registry::sending::challenge;
use domain::registry::human_check::Solution;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::{Person, ready, refused, solve, taken, unproved},
    world::World,
};

/// EH-37
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_37_the_server_checks_the_automatic_check(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let backend = &world.backend;
    let ada = unproved(&world, &Person::named("Ada")).await;
    assert_eq!(refused(ada.sends(backend).await), "any-human-check-missing");
    let right = solve(&challenge(backend, ada.draft, None).await.unwrap());
    let wrong = Solution { number: right.number.wrapping_add(1), ..right.clone() };
    assert_eq!(refused(ada.clone().with_check(wrong).sends(backend).await), "any-human-check-wrong");
    world.backend.clock.advance(SignedDuration::from_mins(21));
    assert_eq!(refused(ada.clone().with_check(right).sends(backend).await), "any-human-check-expired");
    let right = solve(&challenge(backend, ada.draft, None).await.unwrap());
    world.run("create table kept as table registration_drafts; create table kept_answers as table draft_answers").await;
    let ada = ada.with_check(right.clone());
    taken(ada.sends(backend).await);
    world.run("insert into registration_drafts table kept; insert into draft_answers table kept_answers").await;
    assert_eq!(refused(ada.sends(backend).await), "any-human-check-expired", "each counts once");
    let grace = unproved(&world, &Person::named("Grace")).await;
    let of_another = solve(&challenge(backend, ada.draft, None).await.unwrap());
    assert_eq!(refused(grace.clone().with_check(of_another).sends(backend).await), "any-human-check-wrong");
    let again = grace.clone().with_check(right);
    assert_eq!(refused(again.sends(backend).await), "any-human-check-wrong", "each opens one draft");
    assert_eq!(world.count("select count(*) from registrations").await, 1);
    // A mailbox that was proved does as well.
    store::sessions::confirm_email(&backend.db, grace.session, "grace@example.com").await.unwrap();
    taken(grace.sends(backend).await);
    assert_eq!(world.texts("select email_state from registrants order by email").await, ["unverified", "verified"]);
    assert_eq!(world.count("select count(*) from outbox where kind = 'address_reminder'").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_37_a_busy_network_gets_harder_sums(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let backend = &world.backend;
    let from = "2001:db8:1:2::1".parse().ok();
    let ada = unproved(&world, &Person::named("Ada")).await.sending_from("2001:db8:1:2::77");
    let easy = challenge(backend, ada.draft, from).await.unwrap();
    for n in 0..11 {
        let one = ready(&world, &Person::named(&format!("P{n}"))).await.sending_from(&format!("2001:db8:1:2::{n}"));
        taken(one.sends(backend).await);
    }
    assert_eq!(refused(ada.clone().with_check(solve(&easy)).sends(backend).await), "any-human-check-wrong");
    let elsewhere = challenge(backend, ada.draft, "2001:db8:1:3::1".parse().ok()).await.unwrap();
    assert!(elsewhere.max == easy.max, "others are not meant");
    let harder = challenge(backend, ada.draft, from).await.unwrap();
    assert!(harder.max > easy.max);
    taken(ada.with_check(solve(&harder)).sends(backend).await);
}
