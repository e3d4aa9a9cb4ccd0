//! What is said of a line that cannot be ordered: all of it at once, nothing that gives nothing, and nothing of
//! anybody else's orders.

use axum::http::Method;
use domain::catalogue::edition::AccessType;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    order::{MEASLES, delivers_to, goes_to_check, number_on},
    visitor::Visitor,
    world::World,
};

/// The sentences of the summary.
fn summary(visitor: &Visitor) -> Vec<String> {
    visitor.all("[role=alert] li")
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_only_typed_an_address_is_told_nothing_of_what_went_there(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut first = world.visitor();
    goes_to_check(&world, &mut first, "3", "ada@example.com", "1 Some Street").await;
    first.presses("Place order").await.sees("Order placed");

    let mut stranger = world.visitor();
    stranger.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await.presses("Continue").await;
    delivers_to(&mut stranger, "1 Some Street").await;
    stranger.opens("/basket").await.fills("line_quantity", "5").presses("Update").await.sees("5 copies in all");
    assert!(!stranger.title().starts_with("Error"), "what is left there is told to nobody");
    stranger.fills("line_quantity", "1").presses("Update").await.sees("1 copy in all");
    stranger.opens(MEASLES).await.fills("quantity", "4").presses("Add to basket").await.sees("5 copies in all");
    stranger.opens("/basket").await.does_not_see("23 November");

    // It is counted all the same, once there is a confirmed address to count by.
    stranger.presses("Continue").await.sees("Who is ordering?");
    stranger.fills("full_name", "Eve").fills("email", "eve@example.com").presses("Continue").await;
    let code = world.code_for("eve@example.com").await;
    stranger.fills("code", &code).presses("Continue").await;
    stranger.sees_error("line_quantity", "You can order 2 more until 23 November 09:00");
    assert_eq!(world.count("select count(*) from orders").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn everything_wrong_is_said_at_once_on_page_basket_and_order(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { unit_of_issue: 2, maximum: Some(4), ..Leaflet::default() }).await;
    let all = ["Order 6 or 8: it comes in packs of 2", "Order 4 or fewer at a time", "You can order 4 more."];
    let of_order = [all[0], all[1], "You can have up to 4 of this in this order."];
    let mut visitor = world.visitor();
    visitor.opens(MEASLES).await.fills("quantity", "7").presses("Add to basket").await;
    assert_eq!(summary(&visitor).len(), 3);
    for words in all {
        visitor.sees_error("quantity", words);
    }
    visitor.opens(MEASLES).await.fills("quantity", "2").presses("Add to basket").await;
    visitor.fills("line_quantity", "7").presses("Update").await;
    for words in all {
        visitor.sees_error("line_quantity", words);
    }
    goes_to_check(&world, &mut visitor, "2", "ada@example.com", "1 Some Street").await;
    visitor.presses("Place order").await.sees("Order placed").sees("2 packs of 2");
    let change = format!("/orders/{}/change", number_on(&visitor));
    visitor.opens(&change).await.sees("2 packs of 2").fills("line_quantity", "7").presses("Update").await;
    for words in of_order {
        visitor.sees_error("line_quantity", words);
    }
    let mail = world.mails_to("ada@example.com").await.pop().expect("a confirmation");
    for words in ["4 copies, 2 packs of 2", "Placed on 22 November 2026"] {
        assert!(mail.text.contains(words), "{words:?} is not in:\n{}", mail.text);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn all_reasons_why_a_line_stays_are_given(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications/flu-leaflet").await.fills("quantity", "3").presses("Add to basket").await;
    goes_to_check(&world, &mut visitor, "2", "ada@example.com", "1 Some Street").await;
    world
        .run("update editions set unit_of_issue = 2, maximum_order_quantity = 2 where product_code = 'FLU-1-EN'")
        .await;
    visitor.opens("/basket").await.presses("Continue with the 1 item").await.sees("These stay in your basket");
    visitor.sees("Order 2 or 4: it comes in packs of 2. Order 2 or fewer at a time");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_added_is_told_from_what_lies_in_the_basket(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    for (copies, words) in [
        ("4", None),
        ("2", Some("You can add 1 more: you have 4 in your basket already")),
        ("1", None),
        ("1", Some("You have everything in your basket that you can order: 5")),
    ] {
        visitor.opens(MEASLES).await.fills("quantity", copies).presses("Add to basket").await;
        match words {
            Some(words) => visitor.sees_error("quantity", words),
            None => visitor.sees("Added to your basket"),
        };
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nobody_is_promised_copies_that_do_not_come_back(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    for copies in ["1", "4"] {
        visitor.opens(MEASLES).await.fills("quantity", copies).presses("Add to basket").await.presses("Continue").await;
        delivers_to(&mut visitor, "1 Some Street").await;
        visitor.fills("full_name", "Ada").fills("email", "ada@example.com").presses("Continue").await;
        if visitor.text().contains("Check your email") {
            let code = world.code_for("ada@example.com").await;
            visitor.fills("code", &code).presses("Continue").await;
        }
        visitor.presses("Place order").await.sees("Order placed");
        world.backend.clock.advance(SignedDuration::from_hours(1));
    }
    let adds = async |visitor: &mut Visitor| {
        visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await;
        summary(visitor)
    };
    let used = "You have ordered as many as you can for now (5). You can order more from 23 November 09:00";
    assert_eq!(adds(&mut visitor).await, [used]);
    store::limits::set_for_everyone(&world.backend.db, edition, 4).await.unwrap();
    assert_eq!(adds(&mut visitor).await, ["You have ordered as many as you can for now (4)"], "4 are counted still");
    world.run("update order_limits set quantity = 5, window_kind = 'lifetime'").await;
    assert_eq!(adds(&mut visitor).await, ["You have ordered as many as you can of this (5)"]);
    world.run("update order_limits set quantity = 0, window_kind = 'rolling'").await;
    assert_eq!(adds(&mut visitor).await, ["You cannot order copies of this unless we agree. Ask for more copies"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_its_page_does_not_offer_is_refused_when_it_is_posted(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { maximum: Some(3), ..Leaflet::default() }).await;
    let access = AccessType::DownloadOnly;
    world.has(Leaflet { title: "Files leaflet", code: "FIL-1", access, ..Leaflet::default() }).await;
    world.has(Leaflet { title: "Early leaflet", code: "EAR-1", ..Leaflet::default() }).await;
    world.run("update editions set order_from_date = '2026-12-03' where product_code = 'EAR-1'").await;
    let mut visitor = world.visitor();
    for (code, page, key) in [
        ("MEA-1-EN", "measles-leaflet", "any-line-over-maximum"),
        ("FIL-1", "files-leaflet", "any-line-download-only"),
        ("EAR-1", "early-leaflet", "any-line-opens-later"),
    ] {
        let form = format!("edition={code}&quantity=4&page=/publications/{page}");
        visitor.once(Method::POST, "/do/basket/add", Some(form)).await;
        let kept = format!("select errors::text from kept_rejections where answers::text like '%{code}%'");
        let kept = world.texts(kept.leak()).await.concat();
        assert!(kept.contains(&format!("\"{key}\"")), "{code}: {kept}");
        assert_eq!(world.count("select count(*) from basket_lines").await, 0, "{code}");
    }
}
