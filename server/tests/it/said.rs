//! What was done is said once, on the page that follows; and whom to ask is named where nothing more can be done.

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    order::{MEASLES, goes_to_check, number_on},
    visitor::Visitor,
    world::World,
};

/// The page says that something was done, at the top, where it is read out and takes the focus; and the same page
/// does not when it is loaded again.
#[track_caller]
fn says(visitor: &Visitor, words: &str) {
    let said = visitor.all("main .notification[role=alert][tabindex='-1'][autofocus] p");
    assert_eq!(said, [words], "on {}", visitor.path);
}

pub async fn says_once(visitor: &mut Visitor, words: &str) {
    says(visitor, words);
    let path = visitor.path.clone();
    visitor.opens(&path).await;
    assert!(visitor.all(".notification").is_empty(), "{words:?} is said again");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_was_done_is_said_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    visitor.opens("/basket").await;
    assert!(visitor.all(".notification").is_empty(), "nothing was done");
    visitor.opens(MEASLES).await.fills("quantity", "9").presses("Add to basket").await;
    visitor.sees_error("quantity", "You can order 5 more");
    visitor.opens("/basket").await;
    assert!(visitor.all(".notification").is_empty(), "what was refused is not done");

    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await;
    says_once(&mut visitor, "Added to your basket").await;
    visitor.fills("line_quantity", "2").presses("Update").await;
    says_once(&mut visitor, "Your basket was updated").await;
    visitor.presses("Remove").await;
    says_once(&mut visitor, "Taken out of your basket").await;

    goes_to_check(&world, &mut visitor, "2", "ada@example.com", "1 Some Street").await;
    visitor.presses("Place order").await.sees("Order placed");
    let order = format!("/orders/{}", number_on(&visitor));
    visitor.opens(&format!("{order}/change")).await.fills("line_quantity", "3").presses("Update").await;
    says_once(&mut visitor, "Your order was changed. We have emailed you what it is now").await;
    visitor.opens(&format!("{order}/address")).await.fills("address_line1", "2 Other Street");
    visitor.presses("Save the address").await;
    says_once(&mut visitor, "The delivery address was changed. We have emailed you where your order goes now").await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_page_that_says_what_is_wrong_says_only_that(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications/flu-leaflet").await.fills("quantity", "1").presses("Add to basket").await;
    world.run("update editions set order_end_date = '2026-11-01' where product_code = 'FLU-1-EN'").await;
    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await;
    visitor.sees_error("line_quantity", "Ordering closed on 1 November 2026");
    assert!(visitor.all(".notification").is_empty());
    visitor.opens("/basket").await;
    world.run("update editions set order_end_date = null").await;
    visitor.opens("/basket").await;
    assert!(visitor.all(".notification").is_empty(), "nor is it said later");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_order_names_whom_to_ask_and_one_on_its_way_does_not_say_it_is_packed(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "2", "ada@example.com", "1 Some Street").await;
    visitor.presses("Place order").await.sees("It usually arrives within 5 working days");
    let order = format!("/orders/{}", number_on(&visitor));
    let packed = "We have begun to pack this order";
    let sent = "We have sent this order";
    for (status, said) in [
        ("placed", None),
        ("picking", Some(packed)),
        ("part_shipped", Some(packed)),
        ("shipped", Some(sent)),
        ("cancelled", None),
    ] {
        world.run(format!("update orders set status = '{status}'").leak()).await;
        visitor.opens(&order).await;
        assert_eq!(visitor.all("main a[href='/contact']"), ["Contact us"], "{status}");
        for words in [packed, sent] {
            assert_eq!(visitor.text().contains(words), said == Some(words), "{status}: {words}");
        }
    }
}
