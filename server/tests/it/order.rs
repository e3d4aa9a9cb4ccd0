//! From a publication to an order and its mail.

use axum::http::{Method, StatusCode};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, visitor::Visitor, world::World};

pub const MEASLES: &str = "/publications/measles-leaflet";

/// Puts copies of the leaflet into the basket and goes to the check page.
pub async fn goes_to_check(world: &World, visitor: &mut Visitor, copies: &str, email: &str, house: &str) {
    visitor.opens(MEASLES).await.fills("quantity", copies).presses("Add to basket").await;
    visitor.sees("Your basket").presses("Continue").await;
    delivers_to(visitor, house).await;
    visitor.sees("Who is ordering?");
    visitor.fills("full_name", "Ada Lovelace").fills("email", email).presses("Continue").await;
    visitor.sees("Check your email");
    let code = world.code_for(email).await;
    visitor.fills("code", &code).presses("Continue").await;
    visitor.sees("Check your answers");
}

pub async fn delivers_to(visitor: &mut Visitor, house: &str) {
    visitor.sees("Where should we send it?");
    visitor.fills("address_line1", house).fills("city", "Leeds").fills("postcode", "ls14ap").presses("Continue").await;
}

pub fn number_on(visitor: &Visitor) -> String {
    visitor.all(".order-number").concat()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_guest_orders_a_leaflet_and_reads_the_mail(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "2", "ada@example.com", "1 Some Street").await;
    visitor.sees("2 copies").sees("LS1 4AP").sees("Ada Lovelace");
    visitor.presses("Place order").await;
    visitor.sees("Order placed");
    let number = number_on(&visitor);
    assert!(number.starts_with("HP-"), "{number}");

    let path = visitor.path.clone();
    visitor.opens(&path).await.sees("Order placed").sees(&number);
    let mails = world.mails_to("ada@example.com").await;
    let mail = mails.last().expect("a confirmation");
    assert_eq!(mail.subject, format!("Your order {number}"));
    for words in [number.as_str(), "1. Measles leaflet", "MEA-1-EN", "Copies in all: 2", "1 Some Street", "LS1 4AP"] {
        assert!(mail.text.contains(words), "{words:?} is not in:\n{}", mail.text);
    }
    assert!(mail.html.contains("<strong lang=\"en\" dir=\"auto\">Measles leaflet</strong>"), "{}", mail.html);
    assert_eq!(world.count("select count(*) from orders").await, 1);
    assert_eq!(world.count("select sum(quantity)::bigint from stock_movements where kind = 'reserved'").await, 2);
    assert_eq!(world.count("select reserved::bigint from stock_levels").await, 2);
    assert_eq!(world.count("select count(*) from basket_lines").await, 0);
    assert_eq!(world.count("select count(*) from audit_entries where action = 'order.place'").await, 1);
    assert_eq!(world.count("select count(*) from usage_events where kind = 'order_completion'").await, 1);
    assert!(store::stock::disagreements(&world.backend.db).await.unwrap().is_empty());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_guest_may_order_five_copies_in_24_hours_by_address_and_by_email(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut first = world.visitor();
    first
        .opens(MEASLES)
        .await
        .fills("quantity", "6")
        .presses("Add to basket")
        .await
        .sees_error("quantity", "You can order 5 more");
    assert_eq!(first.value_of("quantity"), "6", "what was typed is kept");
    goes_to_check(&world, &mut first, "4", "ada@example.com", "1 Some Street").await;
    first.presses("Place order").await.sees("Order placed");

    // The same address under another name, written otherwise.
    let mut second = world.visitor();
    second.opens(MEASLES).await.fills("quantity", "2").presses("Add to basket").await.presses("Continue").await;
    delivers_to(&mut second, "1, some street").await;
    second.fills("full_name", "Grace").fills("email", "grace@example.com").presses("Continue").await;
    let code = world.code_for("grace@example.com").await;
    second.fills("code", &code).presses("Continue").await;
    second.sees("Your basket").sees_error("line_quantity", "You can order 1 more until 23 November 09:00");
    second
        .presses("Change to 1 copy")
        .await
        .presses("Continue")
        .await
        .presses("Place order")
        .await
        .sees("Order placed");

    world.backend.clock.advance(SignedDuration::from_hours(24));
    let mut third = world.visitor();
    goes_to_check(&world, &mut third, "5", "ada@example.com", "1 Some Street").await;
    third.presses("Place order").await.sees("Order placed");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_cannot_be_ordered_is_refused_with_its_reason(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { unit_of_issue: 2, ..Leaflet::default() }).await;
    let closed = Some(jiff::civil::date(2026, 11, 21));
    world.has(Leaflet { title: "Closed leaflet", code: "CLO-1", order_end: closed, ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    visitor.opens(MEASLES).await.fills("quantity", "3").presses("Add to basket").await;
    visitor.sees_error("quantity", "Order 2 or 4: it comes in packs of 2");
    for (typed, words) in [
        ("", "Enter how many copies"),
        ("two", "must be a whole number"),
        ("0", "must be 1 or more"),
        ("10001", "must be 10,000 or fewer"),
    ] {
        visitor
            .opens(MEASLES)
            .await
            .fills("quantity", typed)
            .presses("Add to basket")
            .await
            .sees_error("quantity", words);
    }
    visitor
        .opens("/publications/closed-leaflet")
        .await
        .sees("Ordering closed on 21 November 2026")
        .does_not_see("Add to basket");
    let form = "edition=CLO-1&quantity=1&page=/publications/closed-leaflet";
    visitor.once(axum::http::Method::POST, "/do/basket/add", Some(form.to_owned())).await;
    assert_eq!(world.count("select count(*) from basket_lines").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_basket_line_is_changed_and_removed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await;
    visitor.fills("line_quantity", "3").presses("Update").await.sees("3 copies in all");
    visitor.fills("line_quantity", "9").presses("Update").await.sees_error("line_quantity", "You can order 5 more");
    assert_eq!(visitor.value_of("line_quantity"), "9");
    visitor.presses("Remove").await.sees("Your basket is empty");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_order_without_stock_waits_for_the_reprint(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { stock: 2, ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "5", "ada@example.com", "1 Some Street").await;
    visitor.sees("3 copies follow when they are printed").presses("Place order").await.sees("Order placed");
    assert_eq!(world.count("select quantity_reserved::bigint from order_lines").await, 2);
    let mail = world.mails_to("ada@example.com").await.pop().expect("a confirmation");
    for words in ["3 copies follow when they are printed", "follow as soon as they are printed"] {
        assert!(mail.text.contains(words), "{}", mail.text);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn copies_at_the_check_page_are_kept_for_fifteen_minutes(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { stock: 3, run_to_zero: true, ..Leaflet::default() }).await;
    let mut first = world.visitor();
    goes_to_check(&world, &mut first, "3", "ada@example.com", "1 Some Street").await;
    let mut second = world.visitor();
    second.opens(MEASLES).await.sees("Out of stock");
    world.backend.clock.advance(SignedDuration::from_mins(16));
    second.opens(MEASLES).await.sees("Fewer than 50 left");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nothing_is_ordered_that_was_not_on_the_check_page(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "1", "ada@example.com", "1 Some Street").await;
    let mut other_tab = visitor.clone();
    other_tab.opens("/basket").await.fills("line_quantity", "4").presses("Update").await.sees("4 copies in all");
    visitor.presses("Place order").await.sees("Check your answers").sees("4 copies");
    assert_eq!(world.count("select count(*) from orders").await, 0);
    visitor.presses("Place order").await.sees("Order placed");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_saw_a_whole_order_does_not_place_part_of_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "1", "ada@example.com", "1 Some Street").await;
    let mut other_tab = visitor.clone();
    other_tab.once(Method::POST, "/do/checkout/begin-partial", Some(String::new())).await;
    assert_eq!(other_tab.status, StatusCode::SEE_OTHER);
    visitor.presses("Place order").await.sees("Check your answers");
    assert_eq!(world.count("select count(*) from orders").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_same_post_again_shows_the_order_only_to_whoever_placed_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "1", "ada@example.com", "1 Some Street").await;
    let mut again = visitor.clone();
    let mut stranger = visitor.clone();
    stranger.forgets("__Host-sid");
    visitor.presses("Place order").await.sees("Order placed");
    again.presses("Place order").await.sees("Order placed");
    stranger.presses("Place order").await.sees("Track an order").does_not_see("Some Street");
    assert_eq!(world.count("select count(*) from orders").await, 1);
}
