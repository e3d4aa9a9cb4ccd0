//! An address is looked up on the way to an order, and for one that goes elsewhere (HP-63); whoever finds one goes back to
//! where they wanted it. Nobody is offered the addresses of somebody else (HP-50).

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_addresses::adds,
    account_people::{GRACE, ada, orders, signs_up},
    address_service::{AddressService, Manner},
    builders::Leaflet,
    order::MEASLES,
    visitor::Visitor,
    world::{LONG, World},
};

const FIND: &str = "Find an address by its postcode";

/// The shop with a look-up.
async fn looks_up(connect: PgConnectOptions) -> (World, AddressService) {
    let service = AddressService::up(Manner::Kind).await;
    let world = World::new(connect).await.looks_up(service.lookup(LONG));
    world.has(Leaflet::default()).await;
    (world, service)
}

async fn goes_to_delivery(visitor: &mut Visitor) {
    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await.presses("Continue").await;
}

/// Follows the link to the look-up, and chooses the address of a building.
async fn finds(visitor: &mut Visitor, building: &str) {
    let find = visitor.links(FIND).remove(0);
    visitor.opens(&find).await.fills("postcode", "ls14ap").fills("building", building).presses("Find addresses").await;
    let found = visitor.attributes("input[name=found_address]", "value").remove(0);
    visitor.fills("found_address", &found).presses("Use this address").await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_63_an_address_is_looked_up_on_the_way_to_an_order(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, _service) = looks_up(connect).await;
    let mut visitor = ada(&world).await;
    goes_to_delivery(&mut visitor).await;
    // Whatever is wrong is said on the same page, which still knows what for.
    let find = visitor.links(FIND).remove(0);
    visitor.opens(&find).await.presses("Find addresses").await.sees_error("postcode", "Enter a postcode");
    visitor.fills("postcode", "ls14ap").fills("building", "1").presses("Find addresses").await;
    visitor.presses("Use this address").await.sees_error("found_address", "Choose an address, or enter it below");
    let found = visitor.attributes("input[name=found_address]", "value").remove(0);
    visitor.fills("found_address", &found).presses("Use this address").await.sees("Where should we send it?");
    visitor.presses("Continue").await.sees("Who is ordering?");
    let goes_to = "select (address #>> '{lines,0}') || ' ' || uprn from checkouts";
    assert_eq!(world.text(goes_to).await, "1 Some Street 100000000001");
    // Whoever has a book finds another one, which is then the one that is chosen.
    visitor.opens("/checkout/delivery").await;
    finds(&mut visitor, "21").await;
    visitor.sees("Where should we send it?").presses("Continue").await.sees("Who is ordering?");
    assert_eq!(world.text(goes_to).await, "21 Some Street 100000000021");
    // One that is in the book already is used all the same.
    visitor.opens("/checkout/delivery").await;
    finds(&mut visitor, "1").await;
    visitor.sees_error("found_address", "You have this address already");
    let on = visitor.links("Use the one you have").remove(0);
    visitor.opens(&on).await.presses("Continue").await;
    assert_eq!(world.text(goes_to).await, "1 Some Street 100000000001");
    assert_eq!(world.count("select count(*) from account_addresses").await, 2);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_50_an_order_is_sent_to_another_address_of_the_book(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, _service) = looks_up(connect).await;
    let mut visitor = ada(&world).await;
    let number = orders(&mut visitor, "1", "99 Some Street").await;
    let page = format!("/orders/{number}/address");
    let goes_to = "select concat_ws(' ', address #>> '{lines,0}', coalesce(uprn, 'unknown')) from orders";
    visitor.opens(&page).await.does_not_see("Choose one of your addresses");
    finds(&mut visitor, "1").await;
    assert_eq!(visitor.value_of("address_line1"), "1 Some Street");
    visitor.presses("Save the address").await;
    assert_eq!(world.text(goes_to).await, "1 Some Street 100000000001");
    adds(&mut visitor, "21 Some Street", "LS1 4AP").await;
    // What was refused before does not stand in the way of what is chosen since.
    visitor.opens(&page).await.sees("Choose one of your addresses").fills("address_line1", "");
    visitor.presses("Save the address").await.sees_error("address_line1", "Enter address line 1");
    let other = visitor.links("21 Some Street, Leeds, LS1 4AP").remove(0);
    visitor.opens(&other).await.does_not_see("There is a problem");
    assert_eq!(visitor.value_of("address_line1"), "21 Some Street");
    visitor.presses("Save the address").await;
    assert_eq!(world.text(goes_to).await, "21 Some Street 100000000021");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_50_nobody_is_offered_what_is_somebody_else_s(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, _service) = looks_up(connect).await;
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    adds(&mut grace, "9 Other Street", "M1 1AE").await;
    let id = world.text("select id::text from account_addresses").await;
    let mut visitor = ada(&world).await;
    let number = orders(&mut visitor, "1", "99 Some Street").await;
    for to in [id.as_str(), "another", "x"] {
        visitor.opens(&format!("/orders/{number}/address?to={to}")).await.does_not_see("Other Street");
        assert_eq!(visitor.value_of("address_line1"), "99 Some Street", "{to}");
    }
    // Whoever comes from elsewhere is led to their book.
    for elsewhere in ["https://elsewhere.example", "//elsewhere.example", "HP-00000-0000", ""] {
        world.run("delete from account_addresses").await;
        visitor.opens(&format!("/account/addresses/add?for={elsewhere}")).await.fills("address_line1", "1 Some Street");
        visitor.fills("city", "Leeds").fills("postcode", "LS1 4AP").presses("Save").await;
        assert_eq!(visitor.path, "/account/addresses", "{elsewhere}");
    }
    let mut guest = world.visitor();
    goes_to_delivery(&mut guest).await;
    assert!(guest.sees("Where should we send it?").links(FIND).is_empty(), "guests type theirs");
}
