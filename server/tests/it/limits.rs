//! Limits at every level, and asking for more.

use domain::{
    id::LimitRequestId,
    limit_request::Decision,
    order::{LimitLevel, Orderer},
};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::lines::Of;

use crate::{
    builders::Leaflet,
    order::{MEASLES, delivers_to, goes_to_check},
    visitor::Visitor,
    world::World,
};

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_first_level_with_a_rule_wins_and_one_for_the_edition_beats_one_for_all(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let edition = world.has(Leaflet::default()).await;
    let ready = crate::races::ready(&world.backend, edition, 1, "ada", "1 Some Street").await;
    let levels = [
        (LimitLevel::Account, "a1"),
        (LimitLevel::Establishment, "NH|GPS"),
        (LimitLevel::Organisation, "NH"),
        (LimitLevel::Audience, "nurses"),
        (LimitLevel::Everyone, ""),
    ];
    let orderer = Orderer {
        email: None,
        address: None,
        levels: levels.iter().map(|(level, subject)| (*level, (*subject).to_owned())).collect(),
        organisation: Some("NH".to_owned()),
    };
    let (now, today) = (world.backend.clock.now(), world.backend.clock.today());
    let rule = || async {
        let lines = store::lines::find(&world.backend.db, Of::Basket(ready.guest.basket), &orderer, now, today).await;
        let allowance = lines.unwrap().remove(0).facts.allowance;
        let alone = store::lines::of_edition(&world.backend.db, edition, &orderer, now, today).await.unwrap();
        assert_eq!(alone.unwrap().facts.allowance, allowance, "page and basket ask one engine");
        (allowance.level, allowance.limit, allowance.rule.map(|id| id.to_string()))
    };
    assert_eq!(rule().await, (LimitLevel::Default, 500, None), "the default table by organisation");
    for (at, (level, subject)) in levels.iter().rev().enumerate() {
        let quantity = 10 * (i32::try_from(at).unwrap() + 1);
        for (quantity, edition) in [(quantity, None), (quantity + 1, Some(edition))] {
            let sql = format!(
                "insert into order_limits (id, level, subject, edition_id, quantity) values (gen_random_uuid(), '{level}', '{subject}', {}, {quantity})",
                edition.map_or("null".to_owned(), |id| format!("'{id}'"))
            );
            world.run(sql.leak()).await;
            let id = format!("select id::text from order_limits where level = '{level}' and quantity = {quantity}");
            assert_eq!(rule().await, (*level, quantity.into(), Some(world.text(id.leak()).await)));
        }
    }
    let guest = Orderer::guest(None, None);
    let lines = store::lines::find(&world.backend.db, Of::Basket(ready.guest.basket), &guest, now, today).await;
    assert_eq!(lines.unwrap()[0].facts.allowance.limit, 11, "a guest has the rule for everyone only");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_request_for_more_is_taken_decided_and_used_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications/measles-leaflet").await;
    let ask = visitor.links("Ask for more copies").remove(0);
    asks_in_vain(&mut visitor, &ask).await;
    asks_once(&world, &mut visitor, &ask).await;

    world.run("update editions set access_type = 'download-only'").await;
    visitor.opens(&ask).await;
    assert_eq!(visitor.status, axum::http::StatusCode::NOT_FOUND, "there is nothing to ask for");
    world.run("update editions set access_type = 'download-or-order'").await;

    is_decided_once(&world).await;

    // Ordinary 5 and 20 granted; the grant is for whoever proves the address.
    let mut buyer = world.visitor();
    goes_to_check(&world, &mut buyer, "5", "ada@example.com", "1 Some Street").await;
    let granted = "20 more copies are granted to you. You have ordered none in the last 24 hours, so 25 are left.";
    for page in [MEASLES, "/checkout/check", "/basket"] {
        buyer.opens(page).await.sees(granted);
    }
    buyer.fills("line_quantity", "25").presses("Update").await;
    buyer
        .opens("/basket")
        .await
        .presses("Continue")
        .await
        .presses("Place order")
        .await
        .sees("Order placed")
        .sees("25 copies");
    assert_eq!(world.count("select used::bigint from limit_requests").await, 20);
    assert_eq!(world.count("select quantity_granted::bigint from order_lines").await, 20);
    buyer.opens("/publications/measles-leaflet").await.fills("quantity", "1").presses("Add to basket").await;
    buyer.sees_error("quantity", "You have ordered as many as you can for now");

    the_grant_follows_the_order(&world, &mut buyer).await;
}

async fn asks_in_vain(visitor: &mut Visitor, ask: &str) {
    let short = "</b>&lt;";
    visitor.opens(ask).await.fills("asked_quantity", "40").fills("reason", short).presses("Send my request").await;
    visitor.sees_error("full_name", "Enter your full name");
    assert_eq!(visitor.value_of("reason"), short, "what was typed is kept as it was, and as text");
    assert!(visitor.all(".error-summary, [role=alert]").concat().contains("Say in 10 characters or more"));
    let inside = "</textarea><img src=x>";
    visitor.fills("reason", inside).presses("Send my request").await;
    assert_eq!((visitor.value_of("reason").as_str(), visitor.all("img[src=x]").len()), (inside, 0));
}

async fn asks_once(world: &World, visitor: &mut Visitor, ask: &str) {
    visitor
        .fills("asked_quantity", "40")
        .fills("reason", "A health fair for forty families")
        .fills("full_name", "Ada Lovelace")
        .fills("asker_email", "Ada@example.com")
        .presses("Send my request")
        .await
        .sees("Request sent");
    let mails = world.mails_to("Ada@example.com").await;
    assert!(mails.iter().any(|mail| mail.text.contains("40 copies of Measles leaflet")));
    let is_quoted = |words: &str| words.contains("Lovelace") || words.contains("forty families");
    assert!(!mails.iter().any(|mail| is_quoted(&mail.text) || is_quoted(&mail.html)), "nobody proved the address");
    assert!(world.mails_to("support@healthpost.example").await.iter().any(|mail| mail.text.contains("forty families")));
    visitor
        .opens(ask)
        .await
        .fills("asked_quantity", "9")
        .fills("reason", "One more fair for people")
        .fills("full_name", "Ada");
    visitor.fills("asker_email", "ada@example.com").presses("Send my request").await;
    visitor.sees("Request sent").does_not_see("already");
    assert_eq!(world.count("select count(*) from outbox where kind = 'limit_referred'").await, 1);
    assert_eq!(world.count("select count(*) from outbox where kind = 'limit_asked'").await, 2);
}

async fn is_decided_once(world: &World) {
    let id: LimitRequestId = world.text("select id::text from limit_requests").await.parse().unwrap();
    let decision = Decision { granted: 20, note: Some("Half of it".to_owned()) };
    assert!(backend::limit_requests::decide(&world.backend, "staff", id, &decision).await.unwrap());
    assert!(!backend::limit_requests::decide(&world.backend, "staff", id, &decision).await.unwrap(), "decided once");
    let mail = world.mails_to("Ada@example.com").await.pop().unwrap();
    assert!(mail.text.contains("20 beyond your limit") && mail.text.contains("Half of it"), "{}", mail.text);
}

async fn the_grant_follows_the_order(world: &World, buyer: &mut Visitor) {
    // A grant follows the order: fewer copies give it back, more use it again, and calling off gives all of it.
    let used = "select used::bigint from limit_requests";
    let order = format!("/orders/{}", world.text("select number from orders").await);
    for (copies, granted) in [("15", 10), ("25", 20)] {
        buyer.opens(&format!("{order}/change")).await.fills("line_quantity", copies).presses("Update").await;
        assert_eq!((buyer.value_of("line_quantity").as_str(), world.count(used).await), (copies, granted));
        assert_eq!(world.count("select quantity_granted::bigint from order_lines").await, granted);
    }
    buyer.fills("line_quantity", "26").presses("Update").await.sees_error("line_quantity", "You can have up to 25");
    buyer.opens(&format!("{order}/cancel")).await.presses("Yes, cancel").await;
    assert_eq!(world.count(used).await, 0, "a grant comes back with the copies");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_proved_an_address_sees_on_each_page_what_is_left_and_when_copies_come_back(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    let rule = "You can order up to 5 copies in 24 hours (the usual limit).";
    visitor.opens(MEASLES).await.sees(rule).does_not_see("You have ordered");
    visitor.fills("quantity", "3").presses("Add to basket").await.sees(rule).does_not_see("You have ordered");
    visitor.presses("Continue").await;
    delivers_to(&mut visitor, "1 Some Street").await;
    visitor.fills("full_name", "Ada").fills("email", "ada@example.com").presses("Continue").await;
    let code = world.code_for("ada@example.com").await;
    visitor.fills("code", &code).presses("Continue").await;
    visitor.sees("You have ordered none in the last 24 hours, so 5 are left.").presses("Place order").await;

    world.backend.clock.advance(SignedDuration::from_hours(5));
    let left = format!("{rule} You have ordered 3 in the last 24 hours, so 2 are left. 3 more from 23 November 09:00.");
    visitor.opens(MEASLES).await.sees(&left).fills("quantity", "2").presses("Add to basket").await.sees(&left);
    visitor.presses("Continue").await;
    delivers_to(&mut visitor, "1 Some Street").await;
    visitor.fills("full_name", "Ada").fills("email", "ada@example.com").presses("Continue").await.sees(&left);
    visitor.presses("Place order").await.sees("Order placed");
    visitor.opens(MEASLES).await.sees("You have ordered 5 in the last 24 hours, so none are left. 3 more from");
    world.backend.clock.advance(SignedDuration::from_hours(19));
    visitor
        .opens(MEASLES)
        .await
        .sees("You have ordered 2 in the last 24 hours, so 3 are left. 2 more from 23 November 14:00.");

    // A stranger who types that address is told nothing of what went there.
    let mut stranger = world.visitor();
    stranger.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await.presses("Continue").await;
    delivers_to(&mut stranger, "1 Some Street").await;
    stranger.opens("/basket").await.sees(rule).does_not_see("You have ordered");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_rule_for_each_order_and_one_for_all_orders_hold_and_are_put_into_words(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.run("insert into order_limits (id, level, quantity, window_kind) values (gen_random_uuid(), 'everyone', 3, 'per_order')").await;
    let mut visitor = world.visitor();
    for _ in 0..2 {
        visitor.opens(MEASLES).await.sees("You can order up to 3 copies in one order (the limit for everyone).");
        visitor.fills("quantity", "4").presses("Add to basket").await.sees_error("quantity", "You can order 3 more");
        visitor.fills("quantity", "3").presses("Add to basket").await.presses("Continue").await;
        delivers_to(&mut visitor, "1 Some Street").await;
        visitor.fills("full_name", "Ada").fills("email", "ada@example.com").presses("Continue").await;
        if visitor.text().contains("Check your email") {
            let code = world.code_for("ada@example.com").await;
            visitor.fills("code", &code).presses("Continue").await;
        }
        visitor.presses("Place order").await.sees("Order placed");
    }
    world.run("update order_limits set quantity = 7, window_kind = 'lifetime'").await;
    world.backend.clock.advance(SignedDuration::from_hours(1_000));
    visitor
        .opens(MEASLES)
        .await
        .sees("You can order up to 7 copies in all (the limit for everyone). You have ordered 6 so far, so 1 is left.");
    visitor.fills("quantity", "2").presses("Add to basket").await.sees_error("quantity", "You can order 1 more");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_line_over_the_limit_stays_behind_with_its_figures(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let flu = world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    world.has(Leaflet { unit_of_issue: 2, ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications/flu-leaflet").await.fills("quantity", "2").presses("Add to basket").await;
    goes_to_check(&world, &mut visitor, "4", "ada@example.com", "1 Some Street").await;
    visitor.sees("2 packs of 2");
    store::limits::set_for_everyone(&world.backend.db, flu, 1).await.unwrap();
    visitor.opens("/basket").await.presses("Continue with the 1 item").await.sees("These stay in your basket");
    visitor.sees("Limit 1, already ordered 0, asked for 2, left 1");
}
