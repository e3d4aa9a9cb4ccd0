//! What the check page shows is what is ordered, and what it says is kept is kept.

use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    order::{MEASLES, delivers_to, goes_to_check},
    visitor::Visitor,
    world::World,
};

const ORDERS: &str = "select count(*) from orders";

/// Somebody at the check page of two of three leaflets; the third cannot be ordered.
async fn shown_two_of_three(connect: PgConnectOptions) -> (World, Visitor) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    world.has(Leaflet { title: "Mumps leaflet", code: "MUM-1-EN", ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    for page in ["measles-leaflet", "flu-leaflet", "mumps-leaflet"] {
        visitor.opens(&format!("/publications/{page}")).await.fills("quantity", "1").presses("Add to basket").await;
    }
    world.run("update editions set order_end_date = '2026-11-01' where product_code = 'MUM-1-EN'").await;
    visitor.opens("/basket").await.presses("Continue with the 2 items").await;
    delivers_to(&mut visitor, "1 Some Street").await;
    visitor.fills("full_name", "Ada").fills("email", "ada@example.com").presses("Continue").await;
    let code = world.code_for("ada@example.com").await;
    visitor.fills("code", &code).presses("Continue").await;
    visitor.sees("Check your answers").does_not_see("What can be ordered has changed");
    (world, visitor)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_line_that_was_shown_is_not_left_out_in_silence(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, mut visitor) = shown_two_of_three(connect).await;
    let mut old_page = visitor.clone();
    world.run("update editions set order_end_date = '2026-11-01' where product_code = 'FLU-1-EN'").await;
    visitor.presses("Place order").await.sees("Check your answers").sees("What can be ordered has changed");
    visitor.sees("These stay in your basket").sees("Flu leaflet").sees("Mumps leaflet").does_not_see("Place order");
    assert_eq!(
        (world.count(ORDERS).await, world.count("select count(*) from outbox where kind = 'order_placed'").await),
        (0, 0)
    );
    visitor.presses("Continue with the 1 item").await.sees("Check your answers");
    visitor.does_not_see("What can be ordered has changed");
    // Whoever still looks at the two orders nothing.
    old_page.presses("Place order").await.sees("Check your answers");
    assert_eq!(world.count(ORDERS).await, 0);
    visitor.presses("Place order").await.sees("Order placed").sees("These stay in your basket").sees("Flu leaflet");
    visitor.sees("Ordering closed on 1 November 2026").sees("Limit 5, already ordered 0, asked for 1, left 5");
    assert_eq!(world.count("select count(*) from order_lines where product_code = 'MEA-1-EN'").await, 1);
    assert_eq!(world.count("select count(*) from order_lines").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_line_that_was_said_to_stay_is_not_ordered(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, mut visitor) = shown_two_of_three(connect).await;
    world.run("update editions set order_end_date = null").await;
    visitor.presses("Place order").await.sees("What can be ordered has changed");
    assert_eq!(world.count(ORDERS).await, 0);
    visitor.presses("Continue with the 3 items").await.presses("Place order").await.sees("Order placed");
    assert_eq!(world.count("select count(*) from order_lines").await, 3);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn copies_are_kept_until_the_moment_that_is_said(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { stock: 3, run_to_zero: true, ..Leaflet::default() }).await;
    let (mut visitor, mut other) = (world.visitor(), world.visitor());
    goes_to_check(&world, &mut visitor, "3", "ada@example.com", "1 Some Street").await;
    visitor.sees("kept for you until 22 November 09:15");
    world.backend.clock.advance(SignedDuration::from_mins(10));
    visitor.opens("/checkout/check").await.sees("kept for you until 22 November 09:15");
    // Whoever posts on the way keeps them for another quarter of an hour.
    visitor.opens("/checkout/delivery").await.presses("Continue").await.sees("kept for you until 22 November 09:25");
    world.backend.clock.advance(SignedDuration::from_mins(14));
    backend::jobs::tidy_up(&world.backend).await.unwrap();
    other.opens(MEASLES).await.sees("Out of stock");
    world.backend.clock.advance(SignedDuration::from_mins(2));
    backend::jobs::tidy_up(&world.backend).await.unwrap();
    other.opens(MEASLES).await.sees("Add to basket");
    visitor.opens("/checkout/check").await.sees("Place order").does_not_see("kept for you");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn where_nothing_is_kept_nothing_is_said_of_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { stock: 0, ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "2", "ada@example.com", "1 Some Street").await;
    visitor.sees("2 copies follow when they are printed").does_not_see("kept for you");
}
