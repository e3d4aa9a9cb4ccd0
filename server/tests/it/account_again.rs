//! An order is put into the basket once more: newer editions swapped, quantities cut, the rest left out, each with its
//! reason; once for each press, and by its owner (HP-58, CP-30).

use axum::http::{Method, StatusCode};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{GRACE, ada, orders, signs_up},
    builders::Leaflet,
    order::MEASLES,
    visitor::{Visitor, form_urlencoded},
    world::World,
};

const FLU: &str = "/publications/flu-leaflet";
/// The first version of the measles leaflet gives way to a second one.
pub const SECOND_VERSION: &str = "update editions set status = 'archived' where code_normalised = 'MEA1EN';
    insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised,
        resource_type, access_type, status, published_at, unit_of_issue, created_at, updated_at)
    select gen_random_uuid(), publication_id, language, format, 2, 'MEA-2-EN', 'MEA2EN', resource_type, access_type,
        'live', published_at, 1, created_at, updated_at from editions where code_normalised = 'MEA1EN'";
/// What lies in the baskets of accounts.
pub const LINES: &str =
    "select e.product_code || ' ' || l.quantity from basket_lines l join editions e on e.id = l.edition_id
    join baskets b on b.id = l.basket_id where b.account_id is not null order by 1";
const AGAIN: &str = "select count(*) from order_events where kind = 'reordered'";

pub async fn adds(visitor: &mut Visitor, page: &str, copies: &str) {
    visitor.opens(page).await.fills("quantity", copies).presses("Add to basket").await.sees("Your basket");
}

/// Posts a form many times at the same moment; the status of each.
pub async fn posts_at_once(visitor: &Visitor, path: &'static str, body: &str, times: usize) -> Vec<StatusCode> {
    let posts = (0..times).map(|_| {
        let (mut visitor, body) = (visitor.clone(), body.to_owned());
        tokio::spawn(async move {
            visitor.once(Method::POST, path, Some(body)).await;
            visitor.status
        })
    });
    let mut answers = Vec::new();
    for post in posts.collect::<Vec<_>>() {
        answers.push(post.await.expect("an answer"));
    }
    answers
}

/// The answers of the form with a button, as it is posted.
pub fn body_of(visitor: &Visitor, button: &str) -> String {
    form_urlencoded(&visitor.form_of(button).2)
}

async fn with_an_order(world: &World, copies: &str) -> (Visitor, String) {
    world.has(Leaflet::default()).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    let mut visitor = ada(world).await;
    adds(&mut visitor, FLU, "1").await;
    let number = orders(&mut visitor, copies, "1 Some Street").await;
    (visitor, number)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_30_newer_editions_are_swapped_and_what_cannot_be_had_is_left_out(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let (mut visitor, number) = with_an_order(&world, "2").await;
    world.run(SECOND_VERSION).await;
    world.run("update editions set status = 'withdrawn' where code_normalised = 'FLU1EN'").await;
    visitor.opens(&format!("/orders/{number}")).await;
    let again = visitor.links("Order this again").remove(0);
    visitor.opens(&again).await.sees("1 of 2 has a newer edition: swapped. 1 item cannot be had: left out.");
    visitor.sees("In the place of MEA-1-EN").sees("MEA-2-EN").sees("This is no longer available");
    assert_eq!(world.count(AGAIN).await, 0, "looking is not ordering");
    visitor.presses("Put into my basket").await.sees("Some of it cannot be had now");
    assert_eq!(visitor.path, "/basket");
    assert_eq!(world.texts(LINES).await, ["MEA-2-EN 2"]);
    visitor.opens(&format!("/orders/{number}")).await.sees("Ordered again");
    assert_eq!(world.count("select count(*) from usage_events where kind = 'reorder'").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_58_quantities_are_cut_to_what_is_allowed_beside_the_basket(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut visitor, number) = with_an_order(&world, "3").await;
    adds(&mut visitor, MEASLES, "1").await;
    visitor.opens(&format!("/orders/{number}/again")).await;
    visitor.sees("1 item with another number of copies").sees("Into your basket: 1 copy");
    visitor.presses("Put into my basket").await;
    assert_eq!(world.texts(LINES).await, ["FLU-1-EN 1", "MEA-1-EN 2"], "five in a day: three, one and one more");
    visitor.opens(&format!("/orders/{number}/again")).await.sees("Left out").presses("Put into my basket").await;
    assert_eq!(world.texts(LINES).await, ["FLU-1-EN 2", "MEA-1-EN 2"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_58_an_order_that_was_called_off_can_be_had_again(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut visitor, number) = with_an_order(&world, "5").await;
    visitor.opens(&format!("/orders/{number}/cancel")).await.presses("Yes, cancel the order").await;
    visitor.opens(&format!("/orders/{number}/again")).await.sees("All of it can be put into your basket");
    visitor.presses("Put into my basket").await.sees("All of it lies in your basket");
    assert_eq!(world.texts(LINES).await, ["FLU-1-EN 1", "MEA-1-EN 5"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_same_page_pressed_many_times_at_once_is_one(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut visitor, number) = with_an_order(&world, "2").await;
    // A basket of the account is there.
    adds(&mut visitor, FLU, "1").await;
    visitor.opens(&format!("/orders/{number}/again")).await;
    let body = body_of(&visitor, "Put into my basket");
    let answers = posts_at_once(&visitor, "/do/orders/again", &body, 8).await;
    assert!(answers.iter().all(|status| *status == StatusCode::SEE_OTHER), "{answers:?}");
    assert_eq!(world.texts(LINES).await, ["FLU-1-EN 2", "MEA-1-EN 2"]);
    assert_eq!(world.count(AGAIN).await, 1);
    world.backend.clock.advance(jiff::SignedDuration::from_hours(25));
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert_eq!(world.count("select count(*) from basket_refills").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nobody_orders_again_what_somebody_else_ordered(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (_, number) = with_an_order(&world, "2").await;
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    let before = world.count("select count(*) from baskets").await;
    for number in [number.as_str(), "HP-00000-00000"] {
        let body = format!("order={number}&key=0123456789abcdef&account_id=x&quantity=50&session_id=x");
        let (mut stranger, mut nobody) = (grace.clone(), world.visitor());
        stranger.once(Method::POST, "/do/orders/again", Some(body.clone())).await;
        assert_eq!(stranger.status, StatusCode::NOT_FOUND, "{number}");
        nobody.once(Method::POST, "/do/orders/again", Some(body)).await;
        assert_eq!(nobody.headers["location"], "/track", "{number}");
        grace.opens(&format!("/orders/{number}/again")).await.does_not_see("Measles");
        assert_eq!(grace.status, StatusCode::NOT_FOUND, "{number}");
    }
    let mut guest = world.visitor();
    guest.opens(&format!("/orders/{number}/again")).await.does_not_see("Measles");
    assert_eq!(guest.path, "/track");
    assert_eq!((world.count("select count(*) from baskets").await, world.count(AGAIN).await), (before, 0));
}
