//! What staff may do, they may in a session that was signed in to as such, as long as it lasts, and as they may do so
//! now (G-A4).

use axum::http::{Method, StatusCode};
use domain::staff::{CatalogueRole, MINISTRY, RegistryRole};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_staff::{by_link_only, catalogue, registry, signs_in, somebody},
    visitor::{Visitor, form_urlencoded},
    world::World,
};

async fn administrator(world: &World) -> Visitor {
    let account = somebody(world, "administrator", &catalogue(CatalogueRole::Admin)).await;
    signs_in(world, account).await.0
}

/// Whether the people who are staff are shown.
async fn is_staff(visitor: &mut Visitor) -> bool {
    visitor.once(Method::GET, "/staff/people", None).await;
    visitor.status == StatusCode::OK
}

/// Whether somebody is an account holder.
async fn is_holder(visitor: &mut Visitor) -> bool {
    visitor.once(Method::GET, "/account", None).await;
    visitor.status == StatusCode::OK
}

/// Whether a form of staff is taken, right or wrong.
async fn is_taken(visitor: &mut Visitor) -> bool {
    let answers = [("account_email".to_owned(), String::new())];
    visitor.once(Method::POST, "/do/staff/invite", Some(form_urlencoded(&answers))).await;
    visitor.status == StatusCode::SEE_OTHER
}

fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_whoever_does_nothing_for_30_minutes_is_not_staff_any_more(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = administrator(&world).await;
    for _ in 0..4 {
        world.backend.clock.advance(minutes(29));
        assert!(is_staff(&mut visitor).await, "who is there stays");
    }
    world.backend.clock.advance(minutes(31));
    assert!(!is_taken(&mut visitor).await && !is_staff(&mut visitor).await);
    assert!(is_holder(&mut visitor).await, "their own account is open for longer");
    assert!(!is_staff(&mut visitor).await && !is_taken(&mut visitor).await, "being there again does not bring it back");
    assert_eq!(world.count("select count(*) from sessions where staff_since is not null").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_after_12_hours_it_ends_whatever_they_do(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = administrator(&world).await;
    for _ in 0..35 {
        world.backend.clock.advance(minutes(20));
        assert!(is_staff(&mut visitor).await);
    }
    world.backend.clock.advance(minutes(20));
    assert!(!is_taken(&mut visitor).await && !is_staff(&mut visitor).await);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_another_role_or_state_holds_from_the_next_request_on(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = administrator(&world).await;
    for (taken, given) in [
        ("update accounts set catalogue_role = 'publisher'", "update accounts set catalogue_role = 'admin'"),
        ("update accounts set catalogue_role = null", "update accounts set catalogue_role = 'admin'"),
        ("update accounts set state = 'suspended'", "update accounts set state = 'active'"),
    ] {
        assert!(is_staff(&mut visitor).await && is_taken(&mut visitor).await, "before {taken}");
        world.run(taken).await;
        assert!(!is_staff(&mut visitor).await && !is_taken(&mut visitor).await, "{taken}");
        world.run(given).await;
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_link_or_a_password_alone_makes_nobody_staff(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = by_link_only(&world).await.visitor;
    assert!(is_holder(&mut visitor).await);
    assert!(!is_staff(&mut visitor).await && !is_taken(&mut visitor).await);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn that_staff_were_there_is_written_once_a_minute_and_waits_for_nobody(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    const SEEN: &str = "select to_char(last_seen_at at time zone 'UTC', 'HH24:MI:SS') from accounts";
    let world = World::new(connect).await;
    let account = somebody(&world, "viewer", &registry(RegistryRole::Viewer, MINISTRY)).await;
    let (mut visitor, _) = signs_in(&world, account).await;
    assert_eq!(world.text(SEEN).await, "09:00:00");
    world.backend.clock.advance(SignedDuration::from_secs(59));
    visitor.opens("/staff").await;
    assert_eq!(world.text(SEEN).await, "09:00:00");
    world.backend.clock.advance(SignedDuration::from_secs(1));
    visitor.opens("/").await;
    assert_eq!(world.text(SEEN).await, "09:01:00", "on whatever page");
    let mut tx = world.backend.db.begin().await.expect("a transaction");
    sqlx::query("select from accounts for update").execute(&mut *tx).await.expect("locked");
    world.backend.clock.advance(minutes(2));
    visitor.opens("/staff").await;
    assert_eq!(visitor.status, StatusCode::OK, "whoever changes their account holds nobody up");
    tx.rollback().await.expect("let go");
    assert_eq!(world.text(SEEN).await, "09:01:00");
    assert_eq!(world.text("select to_char(last_seen_at at time zone 'UTC', 'HH24:MI') from sessions").await, "09:03");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_is_staff_is_told_before_they_are_signed_out(_: PgPoolOptions, connect: PgConnectOptions) {
    let left = |visitor: &Visitor| {
        let figures = ["data-idle", "data-whole"].map(|figure| visitor.attributes("script[data-ended]", figure));
        figures.concat().join(" ")
    };
    let world = World::new(connect).await;
    let mut visitor = administrator(&world).await;
    visitor.opens("/staff").await;
    assert_eq!(left(&visitor), "1740 43200", "29 minutes, as the 30th may be over already, and 12 hours");
    world.backend.clock.advance(SignedDuration::from_secs(59));
    visitor.opens("/publications").await;
    assert_eq!(left(&visitor), "1740 43141", "on whatever page");
    for _ in 0..24 {
        world.backend.clock.advance(minutes(29));
        visitor.opens("/staff").await;
    }
    assert_eq!(left(&visitor), "1740 1381");
    visitor
        .opens("/staff/security")
        .await
        .sees("You are signed out after 30 minutes in which you do nothing, and 12 hours");
    world.backend.clock.advance(minutes(31));
    visitor.opens("/account").await;
    assert_eq!(left(&visitor), "", "whoever is staff no more is not told");
}
