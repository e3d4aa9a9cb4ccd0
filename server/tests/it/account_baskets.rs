//! What lies in a guest's basket when they sign in goes into that of their account; they are told, and can undo it
//! (CP-21).

use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{
        ADA, GRACE, PASSWORD, ada_with_password, asks_for_link, is_signed_in, link_to, signs_in, signs_up,
        types_password,
    },
    basket_edges::OLD_VERSIONS,
    builders::Leaflet,
    order::{MEASLES, delivers_to},
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

/// Orders what lies in the basket.
async fn orders_all(visitor: &mut Visitor) {
    visitor.opens("/basket").await.presses("Continue").await;
    delivers_to(visitor, "1 Some Street").await;
    visitor.sees("Who is ordering?").presses("Continue").await;
    visitor.sees("Check your answers").presses("Place order").await.sees("Order placed");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_21_what_was_ordered_since_is_not_taken_out(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada_with_a_basket(&world).await;
    let mut visitor = guest(&world).await;
    types_password(&mut visitor, ADA, PASSWORD).await;
    let mut stale = visitor.clone();
    orders_all(&mut visitor).await;
    adds(&mut visitor, FLU, "2").await;
    visitor.does_not_see("We added").does_not_see("could not be added");
    stale.presses("Undo").await.does_not_see("were taken out");
    assert_eq!(world.texts(LINES).await, ["FLU-1-EN 2"], "it was chosen after the order");
    visitor.opens("/").await.presses("Sign out").await;
    visitor.opens("/basket").await.sees("Your basket is empty");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_21_what_was_removed_or_lowered_since_is_not_taken_out(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada_with_a_basket(&world).await;
    let mut visitor = guest(&world).await;
    types_password(&mut visitor, ADA, PASSWORD).await;
    visitor.fills("line_quantity", "1").presses("Update Flu").await.sees("We added 2 items");
    adds(&mut visitor, FLU, "2").await;
    visitor.presses("Undo").await;
    assert_eq!(world.texts(LINES).await, ["FLU-1-EN 2", "MEA-1-EN 2"], "one copy of three had been left");
    visitor.opens("/").await.presses("Sign out").await;
    visitor.opens("/basket").await.sees("Flu leaflet").sees("2 copies in all");
    types_password(&mut visitor, ADA, PASSWORD).await;
    visitor.sees("We added 2 items").presses("Remove Flu").await.sees("We added 1 item");
    adds(&mut visitor, FLU, "1").await;
    visitor.sees("We added 1 item").presses("Undo").await;
    assert_eq!(world.texts(LINES).await, ["FLU-1-EN 1", "MEA-1-EN 2"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_21_whoever_signs_up_or_forgot_their_password_is_told_where_they_land(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    ada_with_a_basket(&world).await;
    let mut grace = guest(&world).await;
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    grace.sees("We added 2 items from your earlier basket");
    grace.opens("/account").await.sees("We added 2 items").presses("Undo").await;
    says_once(&mut grace, "The items from your earlier basket were taken out").await;
    grace.opens("/account").await.does_not_see("We added");
    let mut visitor = guest(&world).await;
    visitor.opens("/account/password/forgotten").await.fills("account_email", ADA).presses("Email me a link").await;
    let link = link_to(&world, ADA).await;
    visitor.opens(&link).await.presses("Continue").await;
    assert_eq!(visitor.path, "/account/password", "{}", visitor.text());
    visitor.opens("/account").await.sees("We added 2 items");
}

/// Ada's basket has a hundred lines, one of them with room for a copy; a guest's has two copies of that.
const FULL: &str = "insert into basket_lines (basket_id, edition_id, quantity, added_at)
    select b.id, e.id, 1, b.created_at from baskets b cross join editions e
    where b.account_id is not null and (e.product_code like 'OLD-%' or e.product_code = 'MUM-1-EN');
    update basket_lines l set quantity = case when b.account_id is null then 2 else 9999 end
    from baskets b, editions e where b.id = l.basket_id and e.id = l.edition_id and e.product_code = 'MEA-1-EN'";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_21_what_had_no_room_is_told(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada_with_a_basket(&world).await;
    world.has(Leaflet { title: "Mumps leaflet", code: "MUM-1-EN", ..Leaflet::default() }).await;
    let mut visitor = guest(&world).await;
    world.run(OLD_VERSIONS).await;
    world.run(FULL).await;
    types_password(&mut visitor, ADA, PASSWORD).await;
    visitor.sees("We added 1 item from your earlier basket").sees("2 items could not be added, or only in part");
    visitor.presses("Undo").await.does_not_see("We added").does_not_see("could not be added");
    visitor.opens("/").await.presses("Sign out").await;
    visitor.opens("/basket").await.sees("Flu leaflet").sees("5 copies in all");
}
