//! At the checkout one chooses among one's own addresses, or types another one (HP-50).

use axum::http::Method;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_addresses::{BOOK, ROWS, adds},
    account_people::{GRACE, ada, signs_up},
    builders::Leaflet,
    order::{MEASLES, delivers_to, goes_to_check},
    said::says_once,
    visitor::Visitor,
    world::World,
};

/// What went into the orders.
const SENT_TO: &str = "select string_agg(address #>> '{lines,0}', ', ' order by placed_at, id) from orders";

/// Puts a copy into the basket and goes to the delivery page.
async fn goes_to_delivery(visitor: &mut Visitor) {
    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await.presses("Continue").await;
    assert_eq!(visitor.path, "/checkout/delivery", "{}", visitor.text());
}

/// The address that is chosen.
fn chosen(visitor: &Visitor) -> Vec<String> {
    let ids = visitor.attributes("input[name=deliver_to][checked]", "id");
    ids.iter().flat_map(|id| visitor.all(&format!("label[for='{id}']"))).collect()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_50_an_order_goes_to_an_address_of_the_book(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    adds(&mut visitor, "1 Some Street", "LS1 4AP").await;
    adds(&mut visitor, "2 Some Street", "LS1 4AP").await;
    goes_to_delivery(&mut visitor).await;
    assert_eq!(visitor.all("label[for^='deliver_to']").len(), 3);
    assert_eq!(chosen(&visitor), ["1 Some Street, Leeds, LS1 4AP"], "the default");
    let other = visitor.attributes("input[name=deliver_to]", "value").remove(1);
    visitor.fills("deliver_to", &other).presses("Continue").await.sees("Who is ordering?");
    visitor.presses("Continue").await.sees("Check your answers").sees("2 Some Street");
    visitor.opens("/checkout/delivery").await;
    assert_eq!(chosen(&visitor), ["2 Some Street, Leeds, LS1 4AP"], "what was chosen before");
    visitor.presses("Continue").await.sees("Check your answers").presses("Place order").await.sees("Order placed");
    let order = visitor.path.clone();
    // An order keeps its address, whatever becomes of the book.
    let change = visitor.opens("/account/addresses").await.links("Change: 2 Some Street").remove(0);
    visitor.opens(&change).await.fills("address_line1", "3 Some Street").presses("Save address").await;
    visitor.presses("Remove").await.presses("Remove").await.sees("You have not saved an address yet");
    visitor.opens(&order).await.sees("2 Some Street").does_not_see("3 Some Street");
    assert_eq!(world.text(SENT_TO).await, "2 Some Street");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_50_another_address_is_typed_and_kept_by_whoever_says_so(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    goes_to_delivery(&mut visitor).await;
    visitor.sees("Save this address to my account").fills("keep_address", "yes");
    visitor.fills("city", "Leeds").presses("Continue").await.sees_error("postcode", "Enter a postcode");
    assert_eq!(visitor.attributes("input[name=keep_address][checked]", "value"), ["yes"], "what was chosen is kept");
    delivers_to(&mut visitor, "1 Some Street").await;
    visitor.sees("Who is ordering?");
    assert_eq!(world.count("select count(*) from account_addresses where is_default").await, 1);
    visitor.opens("/checkout/delivery").await;
    assert_eq!(chosen(&visitor), ["1 Some Street, Leeds, LS1 4AP"]);
    visitor.fills("deliver_to", "another").presses("Continue").await.sees("Choose one of your addresses");
    assert_eq!(visitor.value_of("address_line1"), "", "nothing of the book stands there");
    // What was refused stands there again, and the way back to the book is open.
    visitor.presses("Continue").await.sees_error("city", "Enter town or city");
    let own = visitor.links("Choose one of your addresses").remove(0);
    visitor.opens(&own).await.sees("Another address");
    visitor.fills("deliver_to", "another").presses("Continue").await;
    delivers_to(&mut visitor, "2 Some Street").await;
    visitor.sees("Who is ordering?");
    assert_eq!(world.count("select count(*) from account_addresses").await, 1, "nobody said so");
    visitor.opens("/checkout/delivery").await;
    assert_eq!(chosen(&visitor), ["Another address"]);
    visitor.presses("Continue").await;
    assert_eq!(visitor.value_of("address_line1"), "2 Some Street");
    // One that is in the book already is not kept twice.
    visitor.fills("keep_address", "yes");
    delivers_to(&mut visitor, "1, some STREET").await;
    visitor.sees("Who is ordering?");
    says_once(&mut visitor, "The order goes there. This address was saved to your account before").await;
    assert_eq!(world.count("select count(*) from account_addresses").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_50_a_full_book_stands_in_nobody_s_way_and_says_so(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    world.run(BOOK.replace("(1, 12)", "(1, 50)").leak()).await;
    goes_to_delivery(&mut visitor).await;
    visitor.fills("deliver_to", "another").presses("Continue").await.fills("keep_address", "yes");
    delivers_to(&mut visitor, "99 Some Street").await;
    visitor.sees("Who is ordering?");
    let said = "The order goes there. The address was not saved: your account has no room for more addresses";
    says_once(&mut visitor, said).await;
    assert_eq!(world.count("select count(*) from account_addresses").await, 50);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_50_nobody_orders_to_the_address_of_somebody_else(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    adds(&mut visitor, "1 Some Street", "LS1 4AP").await;
    let id = world.text("select id::text from account_addresses").await;
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    adds(&mut grace, "9 Other Street", "M1 1AE").await;
    let before = world.text(ROWS).await;
    goes_to_delivery(&mut grace).await;
    for bad in [id.as_str(), "00000000-0000-7000-8000-000000000000", "x", ""] {
        grace.opens("/checkout/delivery").await.fills("deliver_to", bad).presses("Continue").await;
        assert_eq!(grace.path, "/checkout/delivery", "{bad}");
        grace.sees("There is a problem").does_not_see("Some Street");
    }
    grace.sees_error("deliver_to", "Choose an address");
    assert_eq!(world.count("select count(*) from checkouts where address is not null").await, 0);
    let mut guest = world.visitor();
    goes_to_delivery(&mut guest).await;
    guest.does_not_see("Save this address").does_not_see("Some Street");
    guest.once(Method::POST, "/do/checkout/choose-address", Some(format!("deliver_to={id}"))).await;
    assert!(guest.status.is_client_error(), "{}", guest.status);
    guest.opens("/checkout/delivery").await.fills("keep_address", "yes");
    delivers_to(&mut guest, "7 Some Street").await;
    guest.sees("Who is ordering?");
    assert_eq!(world.text(ROWS).await, before);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_guest_types_an_address_as_before(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    adds(&mut visitor, "1 Some Street", "LS1 4AP").await;
    let mut guest = world.visitor();
    goes_to_check(&world, &mut guest, "1", "ada@example.com", "5 Some Street").await;
    guest.presses("Place order").await.sees("Order placed");
    assert_eq!(world.text(SENT_TO).await, "5 Some Street");
}
