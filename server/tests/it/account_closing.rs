//! Closing an account: typed out, at once and everywhere; orders stay, and keep what is personal until they end or for 90
//! days (HP-71).

use axum::http::{Method, StatusCode};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_addresses,
    account_again::{adds, body_of},
    account_people::{PASSWORD, asks_for_link, assert_signed_out, orders, sets_password, signs_up, types_password},
    builders::Leaflet,
    changes::has_ordered,
    order::{MEASLES, delivers_to},
    registry_watch::{Canary, left},
    visitor::Visitor,
    world::World,
};

const EMAIL: &str = "zqcloser@example.com";
const STREET: &str = "9 Zqstreet Road";
const CANARIES: &[Canary] = &[("zqcloser", &[]), ("zqname", &[]), ("zqstreet", &[]), ("zqlist", &[]), ("zqwrote", &[])];
/// What an order says of a person.
const PERSONAL: &str =
    "select concat_ws('|', full_name, email, email_norm, telephone, address ->> 'lines', address_key) from orders
    order by placed_at";

/// Somebody with a password, an address in the book, a list, something in the basket, a message to the support desk, and the leaflet to order.
async fn somebody(world: &World) -> Visitor {
    world.has(Leaflet::default()).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    signs_up(world, &mut visitor, "Zqname Lovelace", EMAIL).await;
    sets_password(&mut visitor, PASSWORD).await;
    account_addresses::adds(&mut visitor, "7 Zqstreet Road", "LS1 4AP").await;
    visitor.opens("/account/lists").await.fills("list_name", "Zqlist").presses("Save the list").await;
    visitor.presses("Make a link").await.opens("/contact").await.fills("support_summary", "Zqwrote");
    visitor.fills("support_message", "Zqwrote").fills("contact_name", "Zqname").fills("contact_email", EMAIL);
    visitor.presses("Send message").await.sees("Message sent");
    world.mails_to(EMAIL).await;
    visitor
}

async fn closes(visitor: &mut Visitor) {
    visitor.opens("/account").await;
    let page = visitor.links("Close your account").remove(0);
    visitor.opens(&page).await.fills("close_confirmation", "ZQcloser@example.com").presses("Close my account").await;
    assert_eq!(visitor.path, "/account/closed", "{}", visitor.text());
}

/// Everything that was begun has ended, and the night has passed.
async fn a_night_later(world: &World, days: i64) {
    world.mails_to(EMAIL).await;
    world.backend.clock.advance(SignedDuration::from_hours(24 * days));
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    backend::accounts::erase_ended(&world.backend).await.expect("erased");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_71_closing_is_typed_out_and_ends_everything(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = somebody(&world).await;
    adds(&mut visitor, MEASLES, "1").await;
    let mut elsewhere = world.visitor();
    types_password(&mut elsewhere, EMAIL, PASSWORD).await;
    let link = asks_for_link(&world, &mut world.visitor(), EMAIL).await;
    visitor.opens("/account/close").await.presses("Close my account").await;
    visitor.sees_error("close_confirmation", "Enter the email address of your account");
    visitor.fills("close_confirmation", "other@example.com").presses("Close my account").await;
    visitor.sees_error("close_confirmation", "This is not the email address of this account");
    let mut before = visitor.clone();
    closes(&mut visitor).await;
    for gone in [&mut visitor, &mut elsewhere, &mut before] {
        assert_signed_out(gone, "everywhere").await;
    }
    let mut stranger = world.visitor();
    stranger.opens(&link).await.sees("This link does not work");
    types_password(&mut stranger, EMAIL, PASSWORD).await;
    stranger.sees("There is a problem");
    for table in ["saved_lists", "baskets", "account_links", "account_email_changes", "account_addresses"] {
        assert_eq!(world.count(format!("select count(*) from {table}").leak()).await, 0, "{table}");
    }
    assert_eq!(world.text("select state || ' ' || email || full_name from accounts").await, "closed ");
    let letters = world.mails_to(EMAIL).await;
    let last = letters.last().expect("a letter");
    assert_eq!(last.subject, "Your Healthpost account is closed");
    assert!(!last.text.contains("on its way"), "{}", last.text);
    // The address is free for another account.
    signs_up(&world, &mut world.visitor(), "Zqname Again", EMAIL).await;
    assert_eq!(world.count("select count(*) from accounts where state = 'active'").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_71_nothing_personal_is_left_in_any_column(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = somebody(&world).await;
    let number = orders(&mut visitor, "1", STREET).await;
    visitor.opens(&format!("/orders/{number}/address")).await.fills("address_line1", "8 Zqstreet Road");
    visitor.presses("Save the address").await;
    world.run("update orders set status = 'shipped'").await;
    world.mails_to(EMAIL).await;
    assert!(left(&world, CANARIES).await.len() > 8, "rows are looked at");
    closes(&mut visitor).await;
    assert_eq!(world.texts(PERSONAL).await, ["|||[]|"], "at once, as the order has ended");
    a_night_later(&world, 3).await;
    assert_eq!(left(&world, CANARIES).await, [] as [&str; 0]);
    let kept = "select number || ' ' || (address ->> 'city') from orders";
    assert_eq!(world.text(kept).await, format!("{number} Leeds"), "the order stays");
    let line = "select product_code || ' ' || quantity_ordered from order_lines";
    assert_eq!(world.text(line).await, "MEA-1-EN 1");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_71_open_orders_keep_what_they_need_until_they_end(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = somebody(&world).await;
    let number = orders(&mut visitor, "1", STREET).await;
    closes(&mut visitor).await;
    visitor.opens(&format!("/orders/{number}")).await.does_not_see("Zqstreet");
    let letters = world.mails_to(EMAIL).await;
    assert!(letters.last().expect("a letter").text.contains("1 order is on its way"), "{:?}", letters.last());
    a_night_later(&world, 3).await;
    assert!(world.texts(PERSONAL).await[0].contains("Zqstreet"), "it has to arrive");
    world.run("update orders set status = 'shipped'").await;
    a_night_later(&world, 1).await;
    assert_eq!(world.texts(PERSONAL).await, ["|||[]|"]);
    assert_eq!(left(&world, CANARIES).await, [] as [&str; 0]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_71_no_order_keeps_it_for_more_than_90_days(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = somebody(&world).await;
    orders(&mut visitor, "1", STREET).await;
    closes(&mut visitor).await;
    a_night_later(&world, 89).await;
    assert!(world.texts(PERSONAL).await[0].contains("Zqstreet"));
    a_night_later(&world, 2).await;
    assert_eq!(world.texts(PERSONAL).await, ["|||[]|"]);
    assert_eq!(left(&world, CANARIES).await, [] as [&str; 0]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_71_what_was_ordered_as_a_guest_goes_with_the_account(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = somebody(&world).await;
    has_ordered(&world, "1", EMAIL).await;
    world.run("update orders set status = 'shipped'").await;
    for email in [EMAIL, "grace@example.com"] {
        world.mails_to(email).await;
        world.backend.clock.advance(SignedDuration::from_mins(1));
        has_ordered(&world, "1", email).await;
    }
    visitor.opens("/account/close").await.sees("without signing in").sees("your registration stays");
    assert_eq!(visitor.links("Go to your registration"), ["/my"]);
    closes(&mut visitor).await;
    let personal = world.texts(PERSONAL).await;
    assert_eq!(personal[0], "|||[]|", "at once, as the order has ended");
    assert!(personal[1].contains(EMAIL), "it has to arrive: {personal:?}");
    let letters = world.mails_to(EMAIL).await;
    assert!(letters.last().expect("a letter").text.contains("1 order is on its way"), "{:?}", letters.last());
    a_night_later(&world, 91).await;
    let personal = world.texts(PERSONAL).await;
    assert_eq!(personal[..2], ["|||[]|", "|||[]|"]);
    assert!(personal[2].contains("grace@example.com"), "nobody else's: {personal:?}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_order_that_is_placed_while_its_account_is_closed_is_placed_or_not(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    for round in 0..10 {
        let mut visitor = world.visitor();
        let email = format!("zqcloser{round}@example.com");
        signs_up(&world, &mut visitor, "Zqname Lovelace", &email).await;
        adds(&mut visitor, MEASLES, "1").await;
        visitor.presses("Continue").await;
        delivers_to(&mut visitor, &format!("{round} Zqstreet Road")).await;
        visitor.presses("Continue").await.sees("Check your answers");
        let (mut placing, mut closing) = (visitor.clone(), visitor.clone());
        let key = body_of(&visitor, "Place order");
        let typed = format!("close_confirmation={}", email.replace('@', "%40"));
        tokio::join!(
            placing.once(Method::POST, "/do/checkout/place", Some(key)),
            closing.once(Method::POST, "/do/account/close", Some(typed)),
        );
        assert_eq!(closing.status, StatusCode::SEE_OTHER, "{}", closing.text());
        assert!(!placing.status.is_server_error(), "{}", placing.text());
    }
    assert_eq!(world.count("select count(*) from accounts where state <> 'closed'").await, 0);
    assert_eq!(world.count("select count(*) from orders where account_id is null or erase_after is null").await, 0);
    assert_eq!(
        world
            .count("select count(*) from orders o where not exists (select from order_lines where order_id = o.id)")
            .await,
        0
    );
    assert!(store::stock::disagreements(&world.backend.db).await.expect("levels and ledger").is_empty());
    backend::jobs::send_due(&world.backend).await.expect("messages leave");
    a_night_later(&world, 91).await;
    assert_eq!(left(&world, CANARIES).await, [] as [&str; 0]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nobody_closes_the_account_of_somebody_else(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    somebody(&world).await;
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", "grace@example.com").await;
    let id = world.text("select id::text from accounts where email_norm = 'zqcloser@example.com'").await;
    for body in [format!("close_confirmation={EMAIL}"), format!("close_confirmation={EMAIL}&account={id}&id={id}")] {
        for who in [&mut grace, &mut world.visitor()] {
            who.once(Method::POST, "/do/account/close", Some(body.replace('@', "%40"))).await;
            assert_eq!(who.cookies.get("__Host-done"), None);
        }
    }
    assert_eq!(world.count("select count(*) from accounts where state = 'active'").await, 2);
}
