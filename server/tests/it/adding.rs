//! Orders that something is added to until picking begins.

use axum::http::Method;
use domain::catalogue::edition::{AccessType, EditionStatus};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    changes::{assert_whole, has_ordered},
    said::says_once,
    visitor::Visitor,
    world::World,
};

const OPEN: &str = "select sum(quantity_ordered - quantity_cancelled)::bigint from order_lines";
const RESERVED: &str = "select coalesce(sum(reserved), 0)::bigint from stock_levels";

const FLU: Leaflet = Leaflet {
    title: "Flu leaflet",
    code: "FLU-1-EN",
    stock: 1_000,
    unit_of_issue: 1,
    maximum: None,
    run_to_zero: false,
    access: AccessType::DownloadOrOrder,
    status: EditionStatus::Live,
    order_end: None,
};

async fn adds(visitor: &mut Visitor, order: &str, code: &str, copies: &str) {
    visitor.opens(&format!("{order}/change")).await.fills("added_code", code).fills("quantity", copies);
    visitor.presses("Add to this order").await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_line_is_added_and_the_order_before_stays_readable(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.has(FLU).await;
    let (mut visitor, order) = has_ordered(&world, "2", "ada@example.com").await;
    adds(&mut visitor, &order, "flu 1 en", "3").await;
    says_once(&mut visitor, "Your order was changed. We have emailed you what it is now").await;
    visitor.sees("Change your order").sees("Flu leaflet");
    assert_eq!((world.count(OPEN).await, world.count(RESERVED).await), (5, 5));
    assert_eq!(world.count("select revision::bigint from orders").await, 2);
    assert_eq!(world.count("select count(distinct position) from order_lines").await, 2);
    visitor.opens(&order).await.sees("Flu leaflet").sees("Order changed");
    let earlier = visitor.all("details > ol > li");
    assert!(earlier[0].contains("Measles leaflet, MEA-1-EN: 2 copies"), "{earlier:?}");
    assert!(earlier[0].contains("Flu leaflet, FLU-1-EN: 3 copies – added"), "{earlier:?}");
    let mail = world.mails_to("ada@example.com").await.pop().expect("a message");
    assert!(mail.subject.contains("was changed") && mail.text.contains("Flu leaflet"), "{}", mail.text);
    adds(&mut visitor, &order, "FLU-1-EN", "1").await;
    visitor.sees_error("added_code", "This order has it already");
    assert_whole(&world).await;
}

/// Leaflets of every kind that an order may not have, or not as many of; the limit is 5 for one, else 50.
async fn has_every_kind(world: &World) {
    world.has(Leaflet::default()).await;
    world.has(FLU).await;
    let closed = Some(jiff::civil::date(2026, 11, 21));
    let (title, code) = ("Closed leaflet", "CLO-1");
    world.has(Leaflet { title, code, order_end: closed, ..FLU }).await;
    world.has(Leaflet { title: "Pack leaflet", code: "PAC-1", unit_of_issue: 2, maximum: Some(4), ..FLU }).await;
    world.has(Leaflet { title: "Few leaflet", code: "FEW-1", stock: 1, run_to_zero: true, ..FLU }).await;
    world.has(Leaflet { title: "Gone leaflet", code: "OUT-1", stock: 0, run_to_zero: true, ..FLU }).await;
    world.has(Leaflet { title: "Old leaflet", code: "WIT-1", status: EditionStatus::Withdrawn, ..FLU }).await;
    world.has(Leaflet { title: "Draft leaflet", code: "DRA-1", status: EditionStatus::Draft, ..FLU }).await;
    world.has(Leaflet { title: "Files leaflet", code: "DOW-1", access: AccessType::DownloadOnly, ..FLU }).await;
    world.has(Leaflet { title: "Restricted leaflet", code: "RES-1", ..FLU }).await;
    world
        .run("update publications set restricted_to = array['organisation:NH'] where slug = 'restricted-leaflet'")
        .await;
    world
        .run(
            "insert into order_limits (id, level, quantity) values (gen_random_uuid(), 'everyone', 50);
             insert into order_limits (id, level, edition_id, quantity)
             select gen_random_uuid(), 'everyone', id, 5 from editions where product_code = 'FLU-1-EN'",
        )
        .await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_any_order_may_not_have_is_not_added(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    has_every_kind(&world).await;
    let (mut visitor, order) = has_ordered(&world, "2", "ada@example.com").await;
    let cannot = "This cannot be ordered now";
    for (code, copies, question, words) in [
        ("FLU-1-EN", "6", "quantity", "You can have up to 5 of this in this order"),
        ("PAC-1", "3", "quantity", "Order 2 or 4: it comes in packs of 2"),
        ("PAC-1", "6", "quantity", "Order 4 or fewer at a time"),
        ("PAC-1", "7", "quantity", "Order 6 or 8: it comes in packs of 2"),
        ("PAC-1", "7", "quantity", "Order 4 or fewer at a time"),
        ("FEW-1", "2", "quantity", "Only 1 is left"),
        ("FLU-1-EN", "0", "quantity", "must be 1 or more"),
        ("", "1", "added_code", "Enter the product code"),
        ("XXX-9", "1", "added_code", "We have nothing with this product code"),
        ("DRA-1", "1", "added_code", "We have nothing with this product code"),
        ("OUT-1", "1", "added_code", cannot),
        ("CLO-1", "1", "added_code", cannot),
        ("WIT-1", "1", "added_code", cannot),
        ("DOW-1", "1", "added_code", cannot),
        ("RES-1", "1", "added_code", cannot),
    ] {
        adds(&mut visitor, &order, code, copies).await;
        visitor.sees_error(question, words);
        assert_eq!(visitor.value_of("added_code"), code, "what was typed is kept");
        let is_over = words.starts_with("You can have up to");
        assert_eq!(visitor.links("Ask for more copies").len(), usize::from(is_over), "{words}");
    }
    assert_eq!((world.count(OPEN).await, world.count(RESERVED).await), (2, 2));
    assert_eq!(world.count("select count(*) from orders where revision = 1").await, 1);
    assert_eq!(world.count("select count(*) from order_revisions").await, 0);
    assert_whole(&world).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_added_counts_with_other_orders_even_at_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.has(FLU).await;
    let (mut first, one) = has_ordered(&world, "1", "ada@example.com").await;
    let (mut second, other) = has_ordered(&world, "1", "ada@example.com").await;
    tokio::join!(adds(&mut first, &one, "FLU-1-EN", "3"), adds(&mut second, &other, "FLU-1-EN", "3"));
    let flu = "select sum(quantity_ordered)::bigint from order_lines where product_code = 'FLU-1-EN'";
    assert_eq!(world.count(flu).await, 3, "one of them");
    let texts = [first.text(), second.text()];
    let refused = texts.iter().filter(|text| text.contains("up to 2 of this in this order until 23 November 09:00"));
    assert_eq!(refused.count(), 1, "{texts:?}");
    assert_whole(&world).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_line_that_was_taken_out_comes_back(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.has(FLU).await;
    let (mut visitor, order) = has_ordered(&world, "2", "ada@example.com").await;
    adds(&mut visitor, &order, "FLU-1-EN", "3").await;
    visitor.presses("Remove Flu leaflet").await;
    assert_eq!((world.count(OPEN).await, world.count(RESERVED).await), (2, 2));
    adds(&mut visitor, &order, "FLU-1-EN", "4").await;
    assert_eq!((world.count(OPEN).await, world.count(RESERVED).await), (6, 6));
    assert_eq!(world.count("select count(*) from order_lines").await, 2);
    visitor.opens(&order).await.sees("Flu leaflet").sees("4 copies");
    assert_whole(&world).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_not_in_stock_is_added_and_waits(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let edition = world.has(Leaflet { stock: 0, ..FLU }).await;
    let (mut visitor, order) = has_ordered(&world, "2", "ada@example.com").await;
    adds(&mut visitor, &order, "FLU-1-EN", "3").await;
    assert_eq!((world.count(OPEN).await, world.count(RESERVED).await), (5, 2));
    assert!(backend::stock::receive(&world.backend, edition, 10, ("delivery 1", "warehouse")).await.unwrap());
    assert_eq!(world.count(RESERVED).await, 5);
    assert_whole(&world).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nothing_is_added_once_picking_has_begun_or_by_strangers(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.has(FLU).await;
    let (mut visitor, order) = has_ordered(&world, "2", "ada@example.com").await;
    let number = order.trim_start_matches("/orders/");
    let mut stranger = world.visitor();
    let body = format!("order={number}&added_code=FLU-1-EN&quantity=1");
    stranger.once(Method::POST, "/do/orders/add-line", Some(body)).await;
    assert_eq!(stranger.headers["location"], "/track");
    visitor.opens(&format!("{order}/change")).await;
    world.run("update orders set status = 'picking'").await;
    visitor.fills("added_code", "FLU-1-EN").fills("quantity", "1").presses("Add to this order").await;
    visitor.sees("We have begun to pack this order").does_not_see("Flu leaflet");
    assert_eq!(world.count("select count(*) from order_lines").await, 1);
    assert_eq!(world.count("select count(*) from orders where revision = 1").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_cannot_be_ordered_any_more_is_not_raised_in_words_of_the_basket(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let (mut visitor, order) = has_ordered(&world, "2", "ada@example.com").await;
    for (happens, is_undone) in [
        ("update editions set order_end_date = '2026-11-21'", "update editions set order_end_date = null"),
        ("update editions set access_type = 'download-only'", "update editions set access_type = 'download-or-order'"),
        (
            "update publications set restricted_to = array['organisation:NH']",
            "update publications set restricted_to = null",
        ),
    ] {
        world.run(happens).await;
        visitor.opens(&format!("{order}/change")).await.fills("line_quantity", "3").presses("Update").await;
        visitor.sees_error("line_quantity", "No more copies of this can be ordered now");
        visitor.does_not_see("from your basket");
        world.run(is_undone).await;
    }
    world.run("update editions set order_end_date = '2026-11-21'").await;
    visitor.opens(&format!("{order}/change")).await.fills("line_quantity", "1").presses("Update").await;
    assert_eq!((world.count(OPEN).await, world.count(RESERVED).await), (1, 1), "fewer are always fine");
    assert_whole(&world).await;
}
