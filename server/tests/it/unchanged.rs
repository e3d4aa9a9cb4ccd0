//! What changes nothing leaves no trace, and until packing begins everything may be changed.

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    order::{MEASLES, goes_to_check, number_on},
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
        let error = sqlx::raw_sql(sql).execute(&world.db).await.expect_err("a rule refuses it");
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

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_order_may_go_to_another_country_of_the_kingdom(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, mut visitor, order) = has_ordered(connect).await;
    let page = format!("{order}/address");
    let chosen = |visitor: &Visitor| visitor.attributes("select[name='country'] option[selected]", "value");
    let offered = |visitor: &Visitor| visitor.attributes("select[name='country'] option", "value");
    assert_eq!(offered(visitor.opens(&page).await), ["england", "northern-ireland", "scotland", "wales"]);
    assert_eq!(chosen(&visitor), ["england"]);
    visitor.fills("country", "france").presses("Save the address").await;
    visitor.sees_error("country", "Choose one of the countries");
    visitor.opens(&page).await.fills("country", "scotland").presses("Save the address").await.sees("Scotland");
    assert_eq!(world.text("select address ->> 'country' from orders").await, "scotland");
    assert_eq!(chosen(visitor.opens(&page).await), ["scotland"]);
    let mail = world.mails_to("ada@example.com").await.pop().expect("a message");
    assert!(mail.text.contains("LS1 4AP\nScotland"), "{}", mail.text);
    visitor.opens(&page).await.fills("country", "scotland").presses("Save the address").await;
    assert_eq!(world.count("select revision::bigint from orders").await, 2, "the same address is no change");
    visitor.opens(&page).await.fills("country", "england").presses("Save the address").await;
    assert_eq!(world.count("select count(*) from orders where address ? 'country'").await, 0, "it goes without saying");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_checkout_asks_for_the_country(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await.presses("Continue").await;
    assert_eq!(visitor.attributes("select[name='country'] option", "value").first().unwrap(), "england");
    assert_eq!(visitor.all("label[for='country']"), ["Country"]);
    visitor.fills("address_line1", "1 Royal Mile").fills("city", "Edinburgh").fills("postcode", "EH1 1RE");
    visitor.fills("country", "scotland").presses("Continue").await.sees("Who is ordering?");
    assert_eq!(world.text("select address ->> 'country' from checkouts").await, "scotland");
    visitor.opens("/checkout/delivery").await;
    assert_eq!(visitor.attributes("select[name='country'] option[selected]", "value"), ["scotland"]);
}
