//! A letter tells of the change it was written for, however late it leaves, and leads to its order.

use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    order::{goes_to_check, number_on},
    visitor::Visitor,
    world::World,
};

const ADA: &str = "ada@example.com";

/// Somebody who has just ordered two copies, and the path of the order; no letter has left yet.
async fn has_ordered(connect: PgConnectOptions) -> (World, Visitor, String) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "2", ADA, "1 Some Street").await;
    visitor.presses("Place order").await.sees("Order placed");
    let order = format!("/orders/{}", number_on(&visitor));
    (world, visitor, order)
}

fn link_in(text: &str) -> String {
    let line = text.lines().find(|line| line.contains("/track/")).expect("a link");
    line.trim().trim_start_matches(crate::world::ORIGIN).to_owned()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn letters_that_leave_late_tell_what_was_then(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, mut visitor, order) = has_ordered(connect).await;
    visitor.opens(&format!("{order}/change")).await.fills("line_quantity", "1").presses("Update").await;
    visitor.opens(&format!("{order}/address")).await.fills("address_line1", "2 Other Street");
    visitor.presses("Save the address").await.sees("2 Other Street");
    visitor.opens(&format!("{order}/cancel")).await.presses("Yes, cancel").await.sees("This order was cancelled");
    let mails = world.mails_to(ADA).await;
    let letters: Vec<&str> =
        mails.iter().filter(|mail| mail.subject.contains("order")).map(|mail| mail.text.as_str()).collect();
    let says = |text: &str, words: [&str; 2]| words.iter().all(|words| text.contains(words));
    assert_eq!(letters.len(), 4, "{letters:?}");
    for (copies, house) in [
        ("Copies in all: 2", "1 Some Street"),
        ("Copies in all: 1", "1 Some Street"),
        ("Copies in all: 1", "2 Other Street"),
    ] {
        assert!(letters.iter().any(|text| says(text, [copies, house])), "{copies} to {house}: {letters:?}");
    }
    assert!(letters.iter().all(|text| text.contains("/track/")), "each leads to the order: {letters:?}");
    assert_eq!(world.count("select count(*) from outbox where detail <> '{}'").await, 0, "what is sent is forgotten");
    let cancelled = letters.iter().find(|text| text.contains("nothing of this order will be sent")).expect("the last");
    let mut later = world.visitor();
    later.opens(&link_in(cancelled)).await.presses("View my order").await.sees("This order was cancelled");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn copies_that_wait_are_told_as_they_were(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = world.has(Leaflet { stock: 0, ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "2", ADA, "1 Some Street").await;
    visitor.presses("Place order").await.sees("Order placed");
    backend::stock::receive(&world.backend, edition, 10, ("one", "warehouse")).await.unwrap();
    let mail = world.mails_to(ADA).await.pop().expect("a confirmation");
    assert!(mail.text.contains("2 copies follow when they are printed"), "{}", mail.text);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_link_works_for_90_days_from_its_letter(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, _, _) = has_ordered(connect).await;
    world.backend.clock.advance(SignedDuration::from_hours(24 * 30));
    let mail = world.mails_to(ADA).await.pop().expect("a confirmation");
    world.backend.clock.advance(SignedDuration::from_hours(24 * 89));
    world.visitor().opens(&link_in(&mail.text)).await.sees("View your order");
    world.backend.clock.advance(SignedDuration::from_hours(24 * 2));
    let mut late = world.visitor();
    late.opens(&link_in(&mail.text)).await.sees("This link has expired").does_not_see("View your order");
    assert_eq!(late.status, axum::http::StatusCode::GONE);
}
