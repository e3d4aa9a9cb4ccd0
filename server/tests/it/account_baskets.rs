//! What lies in a guest's basket when they sign in goes into that of their account; they are told, and can undo it
//! (CP-21).

use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, PASSWORD, ada_with_password, asks_for_link, is_signed_in, signs_in, types_password},
    builders::Leaflet,
    order::MEASLES,
    said::says_once,
    visitor::Visitor,
    world::World,
};

const FLU: &str = "/publications/flu-leaflet";
const LINES: &str =
    "select e.product_code || ' ' || l.quantity from basket_lines l join editions e on e.id = l.edition_id
    join baskets b on b.id = l.basket_id where b.account_id is not null order by 1";

/// Ada, whose basket holds two measles leaflets, and a catalogue with a flu leaflet besides.
async fn ada_with_a_basket(world: &World) -> Visitor {
    world.has(Leaflet::default()).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    let mut visitor = ada_with_password(world).await;
    adds(&mut visitor, MEASLES, "2").await;
    visitor
}

async fn adds(visitor: &mut Visitor, page: &str, copies: &str) {
    visitor.opens(page).await.fills("quantity", copies).presses("Add to basket").await.sees("Your basket");
}

/// A guest with a measles leaflet and a flu leaflet.
async fn guest(world: &World) -> Visitor {
    let mut visitor = world.visitor();
    adds(&mut visitor, MEASLES, "1").await;
    adds(&mut visitor, FLU, "3").await;
    visitor
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_21_a_guest_s_basket_is_added_and_can_be_taken_out_again(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut before = ada_with_a_basket(&world).await;
    let mut visitor = guest(&world).await;
    types_password(&mut visitor, ADA, PASSWORD).await;
    assert_eq!(visitor.path, "/basket", "what happened is shown where it happened");
    visitor.sees("We added 2 items from your earlier basket");
    assert_eq!(world.texts(LINES).await, ["FLU-1-EN 3", "MEA-1-EN 3"], "quantities are summed");
    before.opens("/basket").await.sees("Flu leaflet").sees("We added 2 items");
    assert!(is_signed_in(&before), "in every browser");
    visitor.presses("Undo").await;
    says_once(&mut visitor, "The items from your earlier basket were taken out").await;
    visitor.does_not_see("We added").does_not_see("Flu leaflet");
    assert_eq!(world.texts(LINES).await, ["MEA-1-EN 2"]);
    before.presses("Undo").await;
    assert_eq!(world.texts(LINES).await, ["MEA-1-EN 2"], "once");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_21_undoing_leaves_what_was_added_since(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada_with_a_basket(&world).await;
    let mut visitor = guest(&world).await;
    types_password(&mut visitor, ADA, PASSWORD).await;
    adds(&mut visitor, FLU, "1").await;
    visitor.sees("We added 2 items").presses("Undo").await;
    assert_eq!(world.texts(LINES).await, ["FLU-1-EN 1", "MEA-1-EN 2"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_21_it_can_be_undone_for_a_day(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada_with_a_basket(&world).await;
    let mut visitor = guest(&world).await;
    types_password(&mut visitor, ADA, PASSWORD).await;
    let mut late = visitor.clone();
    world.backend.clock.advance(SignedDuration::from_hours(25));
    // The page is old by now, and nobody is signed in any more.
    late.presses("Undo").await;
    let mut visitor = signs_in(&world).await;
    visitor.opens("/basket").await.sees("Flu leaflet").does_not_see("We added");
    assert_eq!(world.texts(LINES).await, ["FLU-1-EN 3", "MEA-1-EN 3"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_21_a_link_leads_to_the_basket_as_well_and_nothing_is_said_of_nothing(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    ada_with_a_basket(&world).await;
    let mut visitor = world.visitor();
    adds(&mut visitor, FLU, "1").await;
    let link = asks_for_link(&world, &mut visitor, ADA).await;
    visitor.opens(&link).await.presses("Sign in").await;
    assert_eq!(visitor.path, "/basket");
    visitor.sees("We added 1 item from your earlier basket");
    let mut other = signs_in(&world).await;
    assert_eq!(other.path, "/account", "there was nothing to add");
    other.opens("/basket").await.sees("Flu leaflet");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_basket_of_before_is_nobody_s_after_it_was_merged(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada_with_a_basket(&world).await;
    let mut visitor = guest(&world).await;
    let mut copy = visitor.clone();
    types_password(&mut visitor, ADA, PASSWORD).await;
    copy.opens("/basket").await.sees("Your basket is empty");
    // Whoever comes next at this browser begins with nothing.
    visitor.opens("/").await.presses("Sign out").await;
    visitor.opens("/basket").await.sees("Your basket is empty");
    adds(&mut visitor, FLU, "1").await;
    assert_eq!(world.texts(LINES).await, ["FLU-1-EN 3", "MEA-1-EN 3"], "nothing of it is Ada's");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_cannot_be_had_any_more_is_merged_and_says_so(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada_with_a_basket(&world).await;
    let mut visitor = guest(&world).await;
    world.run("update editions set maximum_order_quantity = 2 where product_code = 'MEA-1-EN'").await;
    types_password(&mut visitor, ADA, PASSWORD).await;
    visitor.sees("We added 2 items").sees("Order 2 or fewer at a time");
}
