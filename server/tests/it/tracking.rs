//! Finding an order again, by its number or from a message.

use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    order::{goes_to_check, number_on},
    world::World,
};

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_order_is_found_by_number_and_email_and_nobody_else_reads_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "1", "ada@example.com", "1 Some Street").await;
    visitor.presses("Place order").await;
    let (number, path) = (number_on(&visitor), visitor.path.clone());

    let mut stranger = world.visitor();
    stranger.opens(&path).await.sees("Track an order").does_not_see("Some Street");
    let spoken = number.to_lowercase().replace('-', " ");
    stranger.fills("order_number", &spoken).fills("order_email", "eve@example.com").presses("Find my order").await;
    stranger.sees_error("order_number", "We could not find an order");
    stranger.fills("order_number", &spoken).fills("order_email", "ADA@example.com").presses("Find my order").await;
    stranger.sees("Order placed").sees(&number);

    let mail = world.mails_to("ada@example.com").await.pop().expect("a confirmation");
    let link = mail
        .text
        .lines()
        .find(|line| line.contains("/track/"))
        .expect("a link")
        .trim_start_matches(crate::world::ORIGIN)
        .to_owned();
    let mut elsewhere = world.visitor();
    elsewhere.opens(&link).await.sees("View your order").does_not_see("Some Street");
    elsewhere.presses("View my order").await.sees(&number);
    let mut slow = world.visitor();
    slow.opens(&link).await.sees("View your order");
    world.backend.clock.advance(SignedDuration::from_hours(24 * 91));
    let mut late = world.visitor();
    late.opens(&link).await.sees("This link has expired");
    assert_eq!(late.status, axum::http::StatusCode::GONE);
    let track = late.links("Track an order").pop().expect("the way on");
    late.opens(&track).await.sees("Find my order");
    slow.presses("View my order").await.sees("This link has expired");
    assert_eq!((slow.status, slow.path.as_str()), (axum::http::StatusCode::GONE, link.trim()));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_imported_order_is_found_by_the_number_it_had(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "1", "ada@example.com", "1 Some Street").await;
    visitor.presses("Place order").await;
    world.run("update orders set number = 'FHR01234'").await;
    let mut later = world.visitor();
    later.opens("/track").await.fills("order_number", "FHR01235").fills("order_email", "ada@example.com");
    later.presses("Find my order").await.sees_error("order_number", "We could not find an order");
    later.fills("order_number", "fhr o1234").fills("order_email", "ada@example.com").presses("Find my order").await;
    later.sees("FHR01234").sees("Some Street");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn tracking_ends_after_ten_tries(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    for _ in 0..10 {
        visitor
            .opens("/track")
            .await
            .fills("order_number", "HP-00000-00000")
            .fills("order_email", "eve@example.com")
            .presses("Find my order")
            .await;
        visitor.sees_error("order_number", "We could not find an order");
    }
    visitor
        .fills("order_number", "HP-00000-00000")
        .fills("order_email", "eve@example.com")
        .presses("Find my order")
        .await;
    visitor.sees_error("order_number", "You have tried too often");
}
