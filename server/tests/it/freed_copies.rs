//! Copies that a basket stops keeping go to whoever waits for them, at once.

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    order::{MEASLES, goes_to_check},
    visitor::Visitor,
    world::World,
};

/// Copies of the leaflet that are reserved for orders.
const RESERVED: &str = "select sum(reserved)::bigint from stock_levels s join editions e on e.id = s.edition_id
    where e.product_code = 'MEA-1-EN'";

async fn is_at_check(world: &World, copies: &str, who: &str) -> Visitor {
    let mut visitor = world.visitor();
    goes_to_check(world, &mut visitor, copies, &format!("{who}@example.com"), &format!("1 {who} Street")).await;
    visitor
}

async fn orders(world: &World, copies: &str, who: &str) {
    is_at_check(world, copies, who).await.presses("Place order").await.sees("Order placed");
}

/// Three copies, which somebody at the check page keeps; an order waits for two.
async fn one_keeps_one_waits(connect: PgConnectOptions) -> (World, Visitor) {
    let world = World::new(connect).await;
    world.has(Leaflet { stock: 3, ..Leaflet::default() }).await;
    let keeps = is_at_check(&world, "3", "ada").await;
    orders(&world, "2", "grace").await;
    assert_eq!(world.count(RESERVED).await, 0, "all copies are kept");
    (world, keeps)
}

async fn assert_given_on(world: &World, reserved: i64, held: i64) {
    assert_eq!(world.count(RESERVED).await, reserved);
    assert_eq!(world.count("select coalesce(sum(quantity), 0)::bigint from stock_holds").await, held);
    assert!(store::stock::disagreements(&world.backend.db).await.unwrap().is_empty());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn fewer_copies_in_the_basket_are_fewer_kept(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, mut keeps) = one_keeps_one_waits(connect).await;
    keeps.opens("/basket").await.fills("line_quantity", "9").presses("Update").await;
    assert_given_on(&world, 0, 3).await;
    keeps.fills("line_quantity", "2").presses("Update").await;
    assert_given_on(&world, 1, 2).await;
    keeps.fills("line_quantity", "1").presses("Update").await;
    assert_given_on(&world, 2, 1).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_line_that_is_taken_out_keeps_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, mut keeps) = one_keeps_one_waits(connect).await;
    keeps.opens("/basket").await.presses("Remove").await.sees("Your basket is empty");
    assert_given_on(&world, 2, 0).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_answer_that_leaves_nothing_to_order_keeps_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { stock: 8, ..Leaflet::default() }).await;
    orders(&world, "5", "mary").await;
    let mut keeps = is_at_check(&world, "3", "ada").await;
    orders(&world, "2", "grace").await;
    assert_given_on(&world, 5, 3).await;
    // The limit of that house is used up.
    keeps.opens("/checkout/delivery").await.fills("address_line1", "1 mary Street").presses("Continue").await;
    keeps.sees("Your basket").sees("You have ordered as many as you can for now");
    assert_given_on(&world, 7, 0).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_order_frees_what_its_basket_kept_of_other_things(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { stock: 3, ..Leaflet::default() }).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    let mut keeps = world.visitor();
    keeps.opens("/publications/flu-leaflet").await.fills("quantity", "1").presses("Add to basket").await;
    goes_to_check(&world, &mut keeps, "3", "ada@example.com", "1 Some Street").await;
    orders(&world, "2", "grace").await;
    // As a row goes of which nobody told the stock.
    world
        .run("delete from basket_lines where edition_id = (select id from editions where product_code = 'MEA-1-EN')")
        .await;
    keeps.presses("Place order").await.sees("Order placed");
    assert_given_on(&world, 2, 0).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_asked_to_be_told_is_told_of_freed_copies(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { stock: 2, run_to_zero: true, ..Leaflet::default() }).await;
    let mut keeps = is_at_check(&world, "2", "ada").await;
    let mut waits = world.visitor();
    waits.opens(MEASLES).await.sees("Out of stock").fills("waiting_email", "grace@example.com");
    waits.presses("Tell me").await.sees("Check your email");
    world.run("update subscriptions set confirmed_at = created_at").await;
    keeps.opens("/basket").await.presses("Remove").await;
    let mails = world.mails_to("grace@example.com").await;
    assert_eq!(mails.iter().filter(|mail| mail.subject.contains("can be ordered again")).count(), 1);
    waits.opens(MEASLES).await.sees("Add to basket");
}
