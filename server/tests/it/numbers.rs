//! Numbers of orders: drawn again where one is taken, and not to be guessed.

use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    order::{goes_to_check, number_on},
    visitor::Visitor,
    world::World,
};

const ORDERS: &str = "select count(*) from orders";

/// The first so many draws of orders from now on give the number of the order that is there.
async fn draws_the_same(world: &World, times: usize) {
    let sql = format!(
        "create sequence draws;
         create function draws_the_same() returns trigger language plpgsql as $$ begin
             if nextval('draws') <= {times} then
                 new.number := (select number from orders order by placed_at limit 1);
             end if;
             return new;
         end $$;
         create trigger draws_the_same before insert on orders for each row execute function draws_the_same()"
    );
    world.run(sql.leak()).await;
}

async fn first_order(connect: PgConnectOptions) -> (World, Visitor) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut first = world.visitor();
    goes_to_check(&world, &mut first, "1", "ada@example.com", "1 Some Street").await;
    first.presses("Place order").await.sees("Order placed");
    (world, first)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_number_that_is_taken_is_drawn_again(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, first) = first_order(connect).await;
    let mut second = world.visitor();
    goes_to_check(&world, &mut second, "1", "grace@example.com", "2 Some Street").await;
    draws_the_same(&world, 4).await;
    second.presses("Place order").await.sees("Order placed");
    assert_ne!(number_on(&first), number_on(&second));
    assert_eq!(world.count("select last_value from draws").await, 5);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn after_five_draws_the_order_fails_as_a_whole(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, _) = first_order(connect).await;
    let mut second = world.visitor();
    goes_to_check(&world, &mut second, "1", "grace@example.com", "2 Some Street").await;
    draws_the_same(&world, 5).await;
    let mut again = second.clone();
    second.presses("Place order").await;
    assert_eq!(second.status, axum::http::StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!((world.count(ORDERS).await, world.count("select last_value from draws").await), (1, 5));
    assert_eq!(world.count("select count(*) from outbox where kind = 'order_placed'").await, 1);
    assert_eq!(world.count("select count(*) from basket_lines").await, 1);
    assert_eq!(world.count("select sum(reserved)::bigint from stock_levels").await, 1);
    again.presses("Place order").await.sees("Order placed");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn many_browsers_cannot_guess_at_one_number(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, first) = first_order(connect).await;
    let number = number_on(&first);
    let tries = async |email: &str| {
        let mut visitor = world.visitor();
        visitor.opens("/track").await.fills("order_number", &number).fills("order_email", email);
        visitor.presses("Find my order").await;
        visitor
    };
    for guess in 0..10 {
        tries(&format!("guess{guess}@example.com")).await.sees_error("order_number", "We could not find an order");
    }
    // Even the right address gets the neutral answer now, from a browser that never tried.
    tries("ada@example.com").await.sees_error("order_number", "We could not find an order");
    world.backend.clock.advance(SignedDuration::from_mins(15));
    tries("ada@example.com").await.sees("Order placed");
}
