//! One's orders: one's own, the newest first, twenty on a page (HP-54, HP-55).

use axum::http::{Method, StatusCode};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, GRACE, ada, orders, signs_up},
    builders::Leaflet,
    changes::has_ordered,
    order::{goes_to_check, number_on},
    world::World,
};

/// Copies the only order, once for each minute before it, under the numbers that imported orders have.
pub const COPIES: &str = "insert into orders select (jsonb_populate_record(o, jsonb_build_object(
        'id', gen_random_uuid(), 'number', 'FHR' || lpad(n::text, 5, '0'), 'idempotency_key', 'copy ' || n,
        'placed_at', o.placed_at - n * interval '1 minute'))).* from orders o, generate_series(1, 44) n";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_54_orders_are_listed_newest_first_twenty_on_a_page(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    let newest = orders(&mut visitor, "2", "1 Some Street").await;
    visitor.opens("/account").await.sees(&newest);
    world.run(COPIES).await;
    visitor.opens("/account").await;
    assert_eq!(visitor.links("Order ").len(), 5, "the newest ones");
    let all = visitor.links("All your orders").remove(0);
    let (mut seen, mut path, mut pages) = (Vec::new(), all, Vec::new());
    let mut before = Vec::new();
    loop {
        visitor.opens(&path).await;
        let listed = visitor.links("Order ");
        pages.push(listed.len());
        seen.extend(listed);
        assert_eq!(visitor.links("←Previous"), before, "the page they came from");
        assert!(
            visitor.title().starts_with(&format!("Your orders (page {} of 3)", pages.len())),
            "{}",
            visitor.title()
        );
        let Some(next) = visitor.links("Next").pop() else { break };
        before = vec![std::mem::replace(&mut path, next)];
    }
    assert_eq!(pages, [20, 20, 5]);
    let expected = std::iter::once(newest).chain((1..=44).map(|n| format!("FHR{n:05}")));
    assert_eq!(seen, expected.map(|number| format!("/orders/{number}")).collect::<Vec<_>>());
    for strange in ["?before=", "?before=x", "?before=HP-00000-00000", "?before=%00", "?after=1"] {
        visitor.opens(&format!("/account/orders{strange}")).await;
        assert_eq!((visitor.status, visitor.links("Order ").len()), (StatusCode::OK, 20), "{strange}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_54_each_order_says_where_it_went_and_how_far_it_is(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    let number = orders(&mut visitor, "2", "1 Some Street").await;
    for (status, said) in [
        ("placed", "Placed"),
        ("picking", "Being packed"),
        ("part_shipped", "Partly sent"),
        ("shipped", "Sent"),
        ("cancelled", "Cancelled"),
    ] {
        world.run(format!("update orders set status = '{status}'").leak()).await;
        visitor.opens("/account/orders").await.sees("22 November 2026").sees("1 item").sees("2 copies");
        assert_eq!(visitor.all("main .tag"), [said]);
        visitor.sees("To 1 Some Street, Leeds, LS1 4AP");
    }
    world.run("update orders set status = 'placed'").await;
    // The order keeps where it goes, whatever is changed elsewhere, and is changed on its own page.
    visitor.opens(&format!("/orders/{number}/address")).await.fills("address_line1", "2 Other Street");
    visitor.presses("Save the address").await.sees("The delivery address was changed");
    visitor.opens("/account/orders").await.sees("To 2 Other Street, Leeds, LS1 4AP").does_not_see("Some Street");
    visitor.opens(&format!("/orders/{number}/change")).await.fills("line_quantity", "3").presses("Update").await;
    visitor.opens(&format!("/orders/{number}")).await.sees("3 copies").sees("Order changed").sees("Kept for you");
    visitor.opens(&format!("/orders/{number}/cancel")).await.presses("Yes, cancel the order").await;
    visitor.sees("This order was cancelled");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_55_a_line_says_how_many_copies_are_how_far(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    let number = orders(&mut visitor, "5", "1 Some Street").await;
    let order = format!("/orders/{number}");
    visitor.opens(&order).await.sees("5 copies").sees("Kept for you").does_not_see("Kept for you: 5 copies");
    world
        .run(
            "update order_lines set quantity_ordered = 12, quantity_shipped = 4, quantity_cancelled = 1,
                 quantity_reserved = 4, quantity_in_progress = 1",
        )
        .await;
    visitor.opens(&order).await.sees("11 copies").sees("Partly sent").sees("Sent: 4 copies").sees("Cancelled: 1 copy");
    visitor.sees("Being packed: 1 copy").sees("Kept for you: 3 copies").sees("3 copies follow when they are printed");
    world.run("update order_lines set quantity_ordered = 5, quantity_reserved = 0, quantity_in_progress = 0").await;
    visitor.opens(&order).await.sees("4 copies").sees("Sent: 4 copies").sees("Cancelled: 1 copy");
    visitor.does_not_see("Partly").does_not_see("Kept for you:").does_not_see("copies follow");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_54_nobody_reads_or_changes_the_orders_of_somebody_else(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    let number = orders(&mut visitor, "2", "1 Some Street").await;
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    grace.opens("/account/orders").await.sees("You have not ordered anything yet").does_not_see(&number);
    let mut guest = world.visitor();
    for page in ["", "/change", "/address", "/cancel"] {
        let path = format!("/orders/{number}{page}");
        grace.opens(&path).await.sees("Page not found").does_not_see("Some Street");
        assert_eq!(grace.status, StatusCode::NOT_FOUND, "{path}");
        guest.opens(&path).await.sees("Track an order").does_not_see("Some Street");
        assert_eq!(guest.path, "/track", "{path}");
    }
    // An order that is there and one that is not get the same answer.
    grace.opens(&format!("/orders/{number}")).await;
    let there = grace.text();
    assert_eq!(grace.opens("/orders/HP-00000-00000").await.text(), there);
    for (form, body) in [
        ("cancel", format!("order={number}")),
        ("change-line", format!("order={number}&edition=MEA-1-EN&line_quantity=1")),
        ("add-line", format!("order={number}&added_code=MEA-1-EN&quantity=1")),
        ("redirect", format!("order={number}&address_line1=9+Evil+Street&city=Leeds&postcode=LS1+4AP&country=england")),
    ] {
        for stranger in [&mut grace, &mut guest] {
            stranger.once(Method::POST, &format!("/do/orders/{form}"), Some(body.clone())).await;
            assert!(stranger.status.is_redirection() || stranger.status.is_client_error(), "{form}");
        }
    }
    let row = "select status || ' ' || revision || ' ' || (address #>> '{lines,0}') from orders";
    assert_eq!(world.texts(row).await, ["placed 1 1 Some Street"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_order_of_a_guest_is_not_claimed_by_its_address(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut guest = world.visitor();
    goes_to_check(&world, &mut guest, "1", ADA, "1 Some Street").await;
    guest.presses("Place order").await.sees("Order placed");
    let number = number_on(&guest);
    let mut visitor = ada(&world).await;
    visitor.opens("/account/orders").await.does_not_see(&number);
    // Its number and address open it, as for anybody.
    visitor.opens("/track").await.fills("order_number", &number).fills("order_email", ADA);
    visitor.presses("Find my order").await.sees(&number).sees("Some Street");
}

/// Who did what was done with orders of accounts, and with those of guests.
const BY: &str = "select distinct (o.account_id is null) || ' ' || a.actor from (
        select order_id, actor from order_events
        union all select l.order_id, m.actor from stock_movements m join order_lines l on l.id = m.order_line_id
        union all select split_part(subject, ':', 2)::uuid, actor from audit_entries where subject like 'order:%') a
    join orders o on o.id = a.order_id order by 1";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn who_ordered_stands_in_the_timeline_the_ledger_and_the_audit(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    let number = orders(&mut visitor, "2", "1 Some Street").await;
    visitor.opens(&format!("/orders/{number}/address")).await.fills("address_line1", "2 Other Street");
    visitor.presses("Save the address").await;
    visitor.opens(&format!("/orders/{number}/cancel")).await.presses("Yes, cancel").await;
    visitor.sees("This order was cancelled");
    has_ordered(&world, "1", GRACE).await;
    let account = world.text("select 'account:' || id from accounts").await;
    assert_eq!(world.texts(BY).await, [format!("false {account}"), "true guest".to_owned()]);
}
