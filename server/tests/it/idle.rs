//! What ends when nobody comes back: the basket's cookie, and waiting to be told.

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    order::MEASLES,
    visitor::Visitor,
    world::{ORIGIN, World},
};

/// The basket's cookie, where the last answer sets it.
fn set_basket(visitor: &Visitor) -> Option<String> {
    let cookies = visitor.headers.get_all(header::SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
    let mut baskets = cookies.filter(|cookie| cookie.starts_with("__Host-basket="));
    let basket = baskets.next().map(str::to_owned);
    assert_eq!(baskets.next(), None, "once");
    basket
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_basket_is_kept_for_60_days_after_the_last_post_that_touched_it(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    let add = "edition=MEA-1-EN&quantity=1&page=/publications/measles-leaflet";
    visitor.once(Method::POST, "/do/basket/add", Some(add.to_owned())).await;
    let first = set_basket(&visitor).expect("a cookie");
    assert!(first.contains("Max-Age=5184000"), "{first}");
    for (path, form) in [
        ("/do/basket/add", add),
        ("/do/basket/change", "edition=MEA-1-EN&line_quantity=2"),
        ("/do/basket/change", "edition=MEA-1-EN&line_quantity=900"),
        ("/do/checkout/begin", ""),
        ("/do/checkout/delivery", "address_line1=1+Some+Street&city=Leeds&postcode=LS1+4AP"),
    ] {
        visitor.once(Method::POST, path, Some(form.to_owned())).await;
        assert_eq!(set_basket(&visitor).as_ref(), Some(&first), "{path} {form}");
    }
    visitor.opens("/basket").await.sees("Measles leaflet");
    assert_eq!(set_basket(&visitor), None, "reading is no touch");
    visitor.once(Method::POST, "/do/orders/track", Some("order_number=x&order_email=y".to_owned())).await;
    assert_eq!(set_basket(&visitor), None, "nothing to do with the basket");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_basket_that_is_not_ours_is_not_kept(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    let request = Request::post("/do/basket/change")
        .header(header::HOST, "healthpost.example")
        .header(header::ORIGIN, ORIGIN)
        .header(header::COOKIE, "__Host-basket=made-up")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("edition=MEA-1-EN&line_quantity=2"))
        .expect("a request");
    visitor.sends(request).await;
    assert_eq!(visitor.headers[header::LOCATION], "/basket");
    assert_eq!(set_basket(&visitor), None);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_waits_to_be_told_waits_180_days(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = world.has(Leaflet { stock: 0, run_to_zero: true, ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    visitor.opens(MEASLES).await.fills("waiting_email", "ada@example.com").presses("Tell me").await;
    world.run("update subscriptions set confirmed_at = created_at").await;
    for (days, waiting) in [(179, 1), (1, 0)] {
        world.backend.clock.advance(SignedDuration::from_hours(24 * days));
        backend::jobs::tidy_up(&world.backend).await.unwrap();
        assert_eq!(world.count("select count(*) from subscriptions").await, waiting, "{days} days later");
    }
    backend::stock::receive(&world.backend, edition, 10, ("one", "warehouse")).await.unwrap();
    let told = world.mails_to("ada@example.com").await;
    assert!(!told.iter().any(|mail| mail.subject.contains("can be ordered again")), "{told:?}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_people_left_behind_is_forgotten(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications/measles-leaflet").await.presses("Add to basket").await.presses("Continue").await;
    visitor.fills("city", "Leeds").presses("Continue").await.sees_error("postcode", "Enter a postcode");
    assert_eq!(world.count("select count(*) from kept_rejections").await, 1);
    world.backend.clock.advance(jiff::SignedDuration::from_mins(31));
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert_eq!(world.count("select count(*) from kept_rejections").await, 0);
    assert_eq!(world.count("select count(*) from baskets").await, 1, "a basket is kept for 60 days");
    world.backend.clock.advance(jiff::SignedDuration::from_hours(24 * 91));
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    let left =
        "select (select count(*) from baskets) + (select count(*) from checkouts) + (select count(*) from sessions)";
    assert_eq!(world.count(left).await, 0);
}
