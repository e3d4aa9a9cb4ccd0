//! An order knows the number of the place that it goes to, as long as its address is the one that a look-up found (HP-64).

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::ada,
    address_service::{AddressService, Manner},
    builders::Leaflet,
    order::{MEASLES, delivers_to},
    visitor::Visitor,
    world::{LONG, World},
};

/// Where the order goes, and the number of that place.
const GOES_TO: &str = "select concat_ws(' ', address #>> '{lines,0}', coalesce(uprn, 'unknown')) from orders";
/// The same of its earlier versions.
const WENT_TO: &str =
    "select concat_ws(' ', address #>> '{lines,0}', coalesce(uprn, 'unknown')) from order_revisions order by revision";

/// Types an address into the book as the look-up lists it, and goes to the checkout.
async fn has_it_in_the_book(world: &World) -> Visitor {
    world.has(Leaflet::default()).await;
    let mut visitor = ada(world).await;
    visitor.opens("/account/addresses/add").await.fills("address_line1", "1 Some Street").fills("city", "Leeds");
    visitor.fills("postcode", "LS1 4AP").presses("Save").await.sees("Checked");
    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await.presses("Continue").await;
    visitor
}

/// Orders what was chosen. The order's page.
async fn places(visitor: &mut Visitor) -> String {
    visitor.sees("Who is ordering?").presses("Continue").await.sees("Check your answers");
    visitor.presses("Place order").await.sees("Order placed");
    visitor.path.clone()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_64_an_order_keeps_the_number_of_its_place_until_another_is_typed(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let service = AddressService::up(Manner::Kind).await;
    let world = World::new(connect).await.looks_up(service.lookup(LONG));
    let mut visitor = has_it_in_the_book(&world).await;
    visitor.presses("Continue").await;
    assert_eq!(world.text("select uprn from checkouts").await, "100000000001");
    let order = places(&mut visitor).await;
    assert_eq!(world.text(GOES_TO).await, "1 Some Street 100000000001");
    // Whatever becomes of the book, the order keeps it.
    visitor.opens("/account/addresses").await.presses("Remove").await;
    assert_eq!(world.text(GOES_TO).await, "1 Some Street 100000000001");
    visitor.opens(&format!("{order}/address")).await.fills("address_line1", "2 Some Street");
    visitor.presses("Save the address").await;
    assert_eq!(world.text(GOES_TO).await, "2 Some Street unknown", "it was changed by hand");
    assert_eq!(world.texts(WENT_TO).await, ["1 Some Street 100000000001"]);
    visitor.opens("/account/data.json").await;
    let own: serde_json::Value = serde_json::from_str(&visitor.body).expect("JSON");
    assert_eq!(own["orders"][0]["earlier_versions"][0]["uprn"], "100000000001");
    // Nothing of it is left when the order may keep nothing personal.
    world.run("update orders set uprn = '1', status = 'shipped'").await;
    world.mails_to("ada@example.com").await;
    visitor.opens("/account/close").await.fills("close_confirmation", "ada@example.com");
    visitor.presses("Close my account").await;
    assert_eq!(world.text(GOES_TO).await, "unknown");
    assert_eq!(world.texts(WENT_TO).await, ["unknown"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_64_an_address_that_is_typed_at_the_checkout_has_no_number(_: PgPoolOptions, connect: PgConnectOptions) {
    let service = AddressService::up(Manner::Kind).await;
    let world = World::new(connect).await.looks_up(service.lookup(LONG));
    let mut visitor = has_it_in_the_book(&world).await;
    visitor.presses("Continue").await;
    visitor.opens("/checkout/delivery?to=another").await;
    delivers_to(&mut visitor, "99 Some Street").await;
    assert_eq!(world.count("select count(*) from checkouts where uprn is null").await, 1, "nor that of the one before");
    // One that is kept is checked, and its number goes with the order.
    visitor.opens("/checkout/delivery?to=another").await.fills("keep_address", "yes");
    delivers_to(&mut visitor, "21 Some Street").await;
    let order = places(&mut visitor).await;
    assert_eq!(world.text(GOES_TO).await, "21 Some Street 100000000021");
    // The number is known of an address of one's own book, and of nobody else's.
    visitor.opens(&format!("{order}/address")).await.fills("address_line1", "1 Some Street");
    visitor.presses("Save the address").await;
    assert_eq!(world.text(GOES_TO).await, "1 Some Street 100000000001");
    world.run("delete from account_addresses").await;
    visitor.opens(&format!("{order}/address")).await.fills("address_line1", "21 Some Street");
    visitor.presses("Save the address").await;
    assert_eq!(world.text(GOES_TO).await, "21 Some Street unknown");
}
