//! Whoever owns stock is told once each time it falls to its minimum, and when it has run out.

use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, changes::has_ordered, order::goes_to_check, visitor::Visitor, world::World};

const OWNER: &str = "stock@example.com";
const WRITTEN: &str = "select count(*) from outbox where kind = 'low_stock'";

/// So many copies of a leaflet whose owner is told from 8 on.
async fn watched(connect: PgConnectOptions, stock: i32) -> World {
    let world = World::new(connect).await;
    world.has(Leaflet { stock, ..Leaflet::default() }).await;
    world.run("update editions set stock_owner_email = 'stock@example.com', minimum_stock_level = 8").await;
    world
}

async fn orders(world: &World, copies: &str, who: &str) -> (Visitor, String) {
    has_ordered(world, copies, &format!("{who}@example.com")).await
}

/// What the owner was told, oldest first.
async fn told(world: &World) -> Vec<String> {
    world.mails_to(OWNER).await.into_iter().map(|mail| format!("{}\n{}", mail.subject, mail.text)).collect()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn each_fall_to_the_minimum_is_told_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = watched(connect, 10).await;
    let (mut ada, order) = orders(&world, "1", "ada").await;
    assert_eq!(told(&world).await, [] as [&str; 0], "9 are left");
    orders(&world, "1", "grace").await;
    let first = told(&world).await;
    assert_eq!(first.len(), 1);
    assert!(first[0].starts_with("Few copies of Measles leaflet are left\n"), "{}", first[0]);
    assert!(first[0].contains("8 copies of Measles leaflet (MEA-1-EN) are left"), "{}", first[0]);
    orders(&world, "5", "mary").await;
    assert_eq!(told(&world).await.len(), 1, "it was low before");
    // Copies that come in bring it above, and a line that is raised down again.
    let edition = world.text("select id::text from editions").await.parse().unwrap();
    backend::stock::receive(&world.backend, edition, 7, ("one", "warehouse")).await.unwrap();
    assert_eq!(told(&world).await.len(), 1, "10 are left");
    ada.opens(&format!("{order}/change")).await.fills("line_quantity", "5").presses("Update").await;
    let second = told(&world).await;
    assert_eq!(second.len(), 2, "it fell again");
    assert!(second[1].contains("6 copies of Measles leaflet"), "{}", second[1]);
    // Copies of an order that is called off do the same.
    let cancel = ada.opens(&order).await.links("Cancel the order").remove(0);
    ada.opens(&cancel).await.presses("Yes, cancel").await;
    orders(&world, "5", "rosa").await;
    assert_eq!(told(&world).await.len(), 3, "from 11 to 6");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_runs_out_is_told_and_nobody_s_stock_is_not(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { stock: 3, run_to_zero: true, ..Leaflet::default() }).await;
    orders(&world, "1", "ada").await;
    world.run("update editions set minimum_stock_level = 1").await;
    orders(&world, "1", "grace").await;
    assert_eq!(world.count(WRITTEN).await, 0, "it has no owner");
    world.run("update editions set stock_owner_email = 'stock@example.com'").await;
    orders(&world, "1", "mary").await;
    let told = told(&world).await;
    assert_eq!(told.len(), 1, "it was at its minimum, and ran out");
    assert!(told[0].starts_with("No copies of Measles leaflet are left\n"), "{}", told[0]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn orders_at_once_are_one_fall(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = watched(connect, 10).await;
    let mut at_check = Vec::new();
    for who in ["ada", "grace", "mary"] {
        let mut visitor = world.visitor();
        goes_to_check(&world, &mut visitor, "1", &format!("{who}@example.com"), &format!("1 {who} Street")).await;
        at_check.push(visitor);
    }
    let [first, second, third] = &mut at_check[..] else { panic!("three of them") };
    tokio::join!(first.presses("Place order"), second.presses("Place order"), third.presses("Place order"));
    assert_eq!(world.count("select sum(reserved)::bigint from stock_levels").await, 3);
    assert_eq!(told(&world).await.len(), 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn copies_that_a_basket_stops_keeping_may_be_the_last_ones(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = watched(connect, 9).await;
    world.run("insert into order_limits (id, level, quantity) values (gen_random_uuid(), 'everyone', 50)").await;
    let mut keeps = world.visitor();
    goes_to_check(&world, &mut keeps, "9", "ada@example.com", "1 ada Street").await;
    orders(&world, "2", "grace").await;
    assert_eq!(world.count(WRITTEN).await, 0, "what is kept for a while may come back");
    keeps.opens("/basket").await.presses("Remove").await;
    assert_eq!(world.count("select sum(reserved)::bigint from stock_levels").await, 2);
    let told = told(&world).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("7 copies of"), "{}", told[0]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_comes_in_gives_on_what_a_basket_kept_too_long(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = watched(connect, 9).await;
    world.run("insert into order_limits (id, level, quantity) values (gen_random_uuid(), 'everyone', 50)").await;
    goes_to_check(&world, &mut world.visitor(), "9", "ada@example.com", "1 ada Street").await;
    orders(&world, "3", "grace").await;
    assert_eq!(world.count(WRITTEN).await, 0, "what is kept for a while may come back");
    // Before the worker frees what was kept.
    world.backend.clock.advance(SignedDuration::from_mins(backend::checkout::HOLD_MINUTES));
    let edition = world.text("select id::text from editions").await.parse().unwrap();
    backend::stock::receive(&world.backend, edition, 1, ("one", "warehouse")).await.unwrap();
    assert_eq!(world.count("select sum(reserved)::bigint from stock_levels").await, 3);
    let told = told(&world).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("7 copies of"), "{}", told[0]);
}
