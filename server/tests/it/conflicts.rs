//! Transactions that the database makes give way to others: whoever ordered or changes an order does not
//! learn of it, unless it goes on and on.

use std::{
    io,
    sync::{Arc, Mutex},
};

use axum::http::StatusCode;
use backend::orders;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use tracing::instrument::WithSubscriber;

use crate::{
    builders::Leaflet,
    order::{goes_to_check, number_on},
    races::ready,
    world::World,
};

/// What was logged.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

const PLACED: &str = "select count(*) from orders o join order_lines l on l.order_id = o.id
    join outbox m on m.order_id = o.id join order_events e on e.order_id = o.id where l.quantity_reserved = 1";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_order_that_loses_a_deadlock_is_placed_all_the_same(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = world.has(Leaflet::default()).await;
    let ready = ready(&world.backend, edition, 1, "ada", "1 Some Street").await;
    let (log, backend) = (Log::default(), world.backend.clone());
    let kept = log.clone();
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || kept.clone()).finish();
    // The placing has its basket, and is held up before it asks for stock.
    let mut gate = world.db.begin().await.unwrap();
    sqlx::raw_sql("lock table order_events in exclusive mode").execute(&mut *gate).await.unwrap();
    // Stock first, then the basket: the other way round than everybody else. Only the placing looks for a deadlock in
    // time, and so it is the one that gives way.
    let mut other = world.db.begin().await.unwrap();
    let patient = "set local deadlock_timeout = '1min'; set local lock_timeout = '1min'";
    sqlx::raw_sql(patient).execute(&mut *other).await.unwrap();
    sqlx::raw_sql("select from stock_levels for update").execute(&mut *other).await.unwrap();
    let placing = async move { orders::place(&backend, ready.guest, &ready.form).await };
    let placing = tokio::spawn(store::scope::job(placing).with_subscriber(subscriber));
    world.sees_waiting(1).await;
    let wants_the_basket = async {
        sqlx::raw_sql("update baskets set touched_at = touched_at").execute(&mut *other).await.unwrap();
        other.commit().await.unwrap();
    };
    // Whoever comes to wait last closes the circle, and looks for it a second later: the placing.
    let lets_go = async {
        world.sees_waiting(2).await;
        gate.rollback().await.unwrap();
    };
    tokio::join!(wants_the_basket, lets_go);
    placing.await.unwrap().expect("an order");
    assert_eq!(log.text().matches("gave way to another").count(), 1, "{}", log.text());
    assert_eq!(world.count(PLACED).await, 1);
    assert_eq!(world.count("select count(*) from basket_lines").await, 0);
    assert!(store::stock::disagreements(&world.backend.db).await.unwrap().is_empty());
}

impl World {
    /// Transactions that write to an order's timeline give way from now on, all but one in as many as the
    /// trigger is told. Numbers that a sequence gave stay given, whatever became of the transaction.
    async fn gives_way(&self, trigger: &'static str) {
        self.run(
            "create sequence tries;
             create function gives_way() returns trigger language plpgsql as $$ begin
                 if nextval('tries') % tg_argv[0]::bigint <> 0 then
                     raise exception 'this one gives way' using errcode = '40001';
                 end if;
                 return new;
             end $$",
        )
        .await;
        self.run(trigger).await;
    }
}

const TRIES: &str = "select last_value from tries";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn placing_changing_and_calling_off_are_tried_four_times(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "2", "ada@example.com", "1 Some Street").await;
    world
        .gives_way(
            "create trigger gives_way before insert on order_events for each row execute function gives_way('4')",
        )
        .await;
    visitor.presses("Place order").await.sees("Order placed");
    assert_eq!(world.count(TRIES).await, 4);
    let order = format!("/orders/{}", number_on(&visitor));
    visitor.opens(&format!("{order}/change")).await.fills("line_quantity", "4").presses("Update").await;
    assert_eq!(visitor.value_of("line_quantity"), "4");
    assert_eq!(world.count(TRIES).await, 8);
    visitor.opens(&format!("{order}/address")).await.fills("address_line1", "2 Other Street");
    visitor.presses("Save the address").await.sees("2 Other Street");
    assert_eq!(world.count(TRIES).await, 12);
    visitor.opens(&format!("{order}/cancel")).await.presses("Yes, cancel").await.sees("This order was cancelled");
    assert_eq!(world.count(TRIES).await, 16);
    assert_eq!(world.count("select count(*) from order_events").await, 4);
    assert_eq!(world.count("select count(*) from outbox where order_id is not null").await, 4);
    assert_eq!(world.count("select count(*) from audit_entries where subject like 'order:%'").await, 4);
    assert_eq!(world.count("select sum(reserved)::bigint from stock_levels").await, 0);
    assert!(store::stock::disagreements(&world.backend.db).await.unwrap().is_empty());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_gives_way_again_and_again_leaves_nothing_and_may_be_repeated(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "1", "ada@example.com", "1 Some Street").await;
    world
        .gives_way(
            "create trigger gives_way before insert on order_events for each row execute function gives_way('1000')",
        )
        .await;
    visitor.presses("Place order").await.sees("Sorry");
    assert_eq!(visitor.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!((world.count(TRIES).await, world.count("select count(*) from orders").await), (4, 0));
    world.run("drop trigger gives_way on order_events").await;
    visitor.opens("/checkout/check").await.presses("Place order").await.sees("Order placed");
    assert_eq!(world.count(PLACED).await, 1);
}
