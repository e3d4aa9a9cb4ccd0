//! What changes nothing leaves no trace, and until packing begins everything may be changed.

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    order::{goes_to_check, number_on},
    visitor::Visitor,
    world::World,
};

async fn has_ordered(connect: PgConnectOptions) -> (World, Visitor, String) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "2", "ada@example.com", "1 Some Street").await;
    visitor.presses("Place order").await.sees("Order placed");
    let order = format!("/orders/{}", number_on(&visitor));
    (world, visitor, order)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_same_quantity_and_the_same_address_are_no_change(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, mut visitor, order) = has_ordered(connect).await;
    visitor.opens(&format!("{order}/change")).await.fills("line_quantity", "2").presses("Update").await;
    assert_eq!(visitor.value_of("line_quantity"), "2");
    visitor.opens(&format!("{order}/address")).await.presses("Save the address").await.sees("1 Some Street");
    assert_eq!(world.count("select revision::bigint from orders").await, 1);
    assert_eq!(world.count("select count(*) from order_events").await, 1);
    assert_eq!(world.count("select count(*) from outbox where kind = 'order_amended'").await, 0);
    // Another spelling is one, though it is the same place.
    visitor.opens(&format!("{order}/address")).await.fills("address_line1", "1, some street");
    visitor.presses("Save the address").await.sees("1, some street");
    assert_eq!(world.count("select revision::bigint from orders").await, 2);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_order_that_the_warehouse_has_may_be_changed_and_called_off(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, mut visitor, order) = has_ordered(connect).await;
    world.run("update orders set status = 'accepted'").await;
    visitor.opens(&format!("{order}/change")).await.fills("line_quantity", "4").presses("Update").await;
    assert_eq!(visitor.value_of("line_quantity"), "4");
    visitor.opens(&format!("{order}/cancel")).await.presses("Yes, cancel").await.sees("This order was cancelled");
    assert_eq!(world.count("select sum(reserved)::bigint from stock_levels").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rows_keep_the_rules_of_quantities_and_reasons(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, _, _) = has_ordered(connect).await;
    let refuses = async |sql: &'static str, rule: &str| {
        let error = sqlx::raw_sql(sql).execute(&world.backend.db).await.expect_err("a rule refuses it");
        let broken = error.as_database_error().and_then(|error| error.constraint().map(str::to_owned));
        assert_eq!(broken.as_deref(), Some(rule), "{error}");
    };
    refuses("update order_lines set quantity_ordered = 10001", "order_lines_quantity_at_most").await;
    world.run("update order_lines set quantity_ordered = 10000").await;
    for reason in ["null", "' '"] {
        for kind in ["adjusted", "written_off"] {
            let sql = format!(
                "insert into stock_movements (id, edition_id, kind, quantity, reason, actor, source_key, at)
                 select gen_random_uuid(), id, '{kind}', 1, {reason}, 'staff', 'count', now() from editions"
            );
            let sql: &'static str = sql.leak();
            refuses(sql, "stock_movements_reason").await;
        }
    }
}
