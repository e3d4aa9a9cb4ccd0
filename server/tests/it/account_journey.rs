//! From no account to an order without a code, and back to it.

use axum::http::{Method, StatusCode};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{
        ADA, ada, asks_for_account, is_signed_in, link_to, orders, signs_in_by_link, signs_up, token_of, types_password,
    },
    builders::Leaflet,
    order::{MEASLES, delivers_to, goes_to_check, number_on},
    said::says_once,
    world::World,
};

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn somebody_signs_up_orders_without_a_code_and_finds_the_order(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    visitor.opens("/").await;
    assert_eq!(visitor.links("Sign in"), ["/account/sign-in"]);
    visitor.opens("/account/sign-in").await;
    assert_eq!(visitor.links("Create an account"), ["/account/sign-up"]);
    visitor.opens("/account/sign-up").await.presses("Create my account").await;
    visitor.sees_error("full_name", "Enter your full name").sees_error("account_email", "Enter an email address");
    signs_up(&world, &mut visitor, "Ada Lovelace", ADA).await;
    visitor.sees("Where do you work?").fills("establishment", "NH:GPS").presses("Save").await;
    assert_eq!(visitor.path, "/account");
    says_once(&mut visitor, "Your details were changed").await;
    visitor.sees("GP Surgeries / Health Centres").sees("NHS").sees("Ada Lovelace").sees(ADA);
    visitor.sees("You have not ordered anything yet");

    // More than the five copies of a guest, and nothing is asked that the account knows.
    visitor.opens(MEASLES).await.sees("You can order up to 500 copies in 24 hours");
    visitor.fills("quantity", "60").presses("Add to basket").await.presses("Continue").await;
    delivers_to(&mut visitor, "1 Some Street").await;
    assert_eq!((&*visitor.value_of("full_name"), &*visitor.value_of("email")), ("Ada Lovelace", ADA));
    visitor.presses("Continue").await.sees("Check your answers").sees("60 copies");
    assert_eq!(visitor.path, "/checkout/check", "without a code");
    visitor.presses("Place order").await.sees("Order placed");
    let number = number_on(&visitor);
    let subjects: Vec<String> = world.mails_to(ADA).await.into_iter().map(|mail| mail.subject).collect();
    assert_eq!(subjects.last(), Some(&format!("Your order {number}")));
    assert!(!subjects.iter().any(|subject| subject.contains("Healthpost code")), "{subjects:?}");
    let row = "select o.origin || ' ' || o.company_key from orders o join accounts a on a.id = o.account_id";
    assert_eq!(world.text(row).await, "by_user NH|GPS");

    visitor.opens("/account").await.sees(&format!("Order {number}")).sees("Placed").sees("1 item").sees("60 copies");
    visitor.sees("1 Some Street");
    visitor.opens("/account/orders").await;
    let order = visitor.links(&format!("Order {number}")).remove(0);
    visitor.opens(&order).await.sees("Some Street").sees("Measles leaflet");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn signing_out_leaves_nothing_to_the_next_person_at_the_browser(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    let number = orders(&mut visitor, "2", "1 Some Street").await;
    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await.presses("Continue").await;
    let before = visitor.clone();
    visitor.opens("/").await.presses("Sign out").await.sees("You have signed out");
    assert_eq!(visitor.path, "/account/signed-out");
    assert!(!is_signed_in(&visitor));
    visitor.opens(&format!("/orders/{number}")).await.does_not_see("Some Street");
    assert_eq!(visitor.path, "/track");
    visitor.opens("/basket").await.sees("Your basket is empty");
    visitor.opens("/checkout/delivery").await.does_not_see("Some Street");
    let mut thief = before;
    thief.opens("/account").await;
    assert_eq!(thief.path, "/account/sign-in", "a copy of the cookies is worth nothing");
    thief.opens(&format!("/orders/{number}")).await.does_not_see("Some Street");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_account_is_the_same_in_every_browser(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    let number = orders(&mut visitor, "2", "1 Some Street").await;
    visitor.opens(MEASLES).await.fills("quantity", "3").presses("Add to basket").await.sees("Your basket");
    let mut phone = world.visitor();
    signs_in_by_link(&world, &mut phone, ADA).await;
    phone.opens("/account").await.sees(&number);
    phone.opens(&format!("/orders/{number}")).await.sees("Some Street");
    phone.opens("/basket").await.sees("Measles leaflet");
    assert_eq!(phone.value_of("line_quantity"), "3");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn who_is_signed_in_orders_to_the_address_of_the_account(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await.presses("Continue").await;
    delivers_to(&mut visitor, "1 Some Street").await;
    visitor.fills("email", "eve@example.com").presses("Continue").await;
    visitor.sees_error("email", "You are signed in with another email address");
    visitor.fills("email", "ADA@Example.com").presses("Continue").await.sees("Check your answers");
    assert!(world.mails_to("eve@example.com").await.is_empty(), "nobody else is written to");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_guest_still_orders_with_a_code(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    ada(&world).await;
    let mut guest = world.visitor();
    goes_to_check(&world, &mut guest, "1", ADA, "1 Some Street").await;
    guest.presses("Place order").await.sees("Order placed");
    assert_eq!(world.text("select origin from orders where account_id is null").await, "guest");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn who_is_signed_in_is_not_asked_again(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    for page in ["/account/sign-in", "/account/sign-in/password", "/account/sign-up"] {
        assert_eq!(visitor.opens(page).await.path, "/account", "{page}");
    }
    let mut stranger = world.visitor();
    let own = ["", "/orders", "/name", "/telephone", "/establishment", "/audience", "/password", "/devices", "/alerts"];
    for page in own {
        stranger.opens(&format!("/account{page}")).await;
        assert_eq!(stranger.path, "/account/sign-in", "{page}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_name_and_a_place_of_work_are_changed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/account/name").await;
    assert_eq!(visitor.value_of("full_name"), "Ada Lovelace");
    visitor.fills("full_name", "").presses("Save").await.sees_error("full_name", "Enter your full name");
    visitor.fills("full_name", "Augusta King").presses("Save").await;
    says_once(&mut visitor, "Your details were changed").await;
    visitor.sees("Augusta King").does_not_see("Lovelace");
    for bad in ["NH:NOPE", "NH"] {
        visitor.opens("/account/establishment").await.fills("establishment", bad).presses("Save").await;
        visitor.sees_error("establishment", "Choose one from the list");
    }
    visitor.fills("establishment", "ED:COL").presses("Save").await.sees("Colleges Of Further Education");
    visitor.opens("/account/establishment").await;
    assert_eq!(visitor.attributes("option[selected]", "value"), ["ED:COL"]);
    let offered = visitor.all("select[name=establishment] option");
    let names: std::collections::BTreeSet<&String> = offered.iter().collect();
    assert_eq!((names.len(), offered.len() > 86), (offered.len(), true), "each by a name of its own");
    visitor.sees("GP Surgeries / Health Centres (NHS, GPS)").sees("GP Surgeries / Health Centres (NHS, HEC)");
    visitor.sees("Hospitals (NHS)");
    visitor.fills("establishment", "").presses("Save").await.does_not_see("Colleges").sees("Not provided");
    assert_eq!(visitor.opens("/account/establishment").await.links("Not now"), ["/account"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn of_several_links_for_the_same_the_newest_works(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada(&world).await;
    world.backend.clock.advance(jiff::SignedDuration::from_hours(1));
    let mut links = Vec::new();
    for page in ["/account/sign-in", "/account/password/forgotten", "/account/sign-in"] {
        let mut visitor = world.visitor();
        visitor.opens(page).await.fills("account_email", ADA).presses("Email me a link").await;
        links.push(link_to(&world, ADA).await);
    }
    for (link, words) in links.iter().zip(["This link does not work", "choose a new password", "Press the button"]) {
        world.visitor().opens(link).await.sees(words);
    }
    // Nor does the one before when the newest is used up.
    for (link, is_in) in [(&links[0], false), (&links[2], true), (&links[0], false)] {
        let mut visitor = world.visitor();
        let body = format!("account_token={}", token_of(link));
        visitor.once(Method::POST, "/do/account/open-link", Some(body)).await;
        assert_eq!(visitor.status == StatusCode::SEE_OTHER, is_in, "{}", visitor.status);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn who_signs_up_twice_has_one_account(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut first = world.visitor();
    asks_for_account(&mut first, "Ada Lovelace", ADA).await;
    let one = link_to(&world, ADA).await;
    asks_for_account(&mut first, "Ada King", "Ada@Example.com").await;
    let other = link_to(&world, "Ada@Example.com").await;
    assert_ne!(one, other);
    for link in [one, other] {
        let mut browser = world.visitor();
        browser.opens(&link).await.presses("Open my account").await;
        assert!(is_signed_in(&browser), "{}", browser.text());
    }
    assert_eq!(world.texts("select full_name from accounts").await, ["Ada Lovelace"], "the first one counts");
    let mut nobody = world.visitor();
    types_password(&mut nobody, ADA, "").await;
    nobody.sees_error("password", "Enter your password");
    assert_eq!(nobody.path, "/account/sign-in/password");
    assert_eq!(nobody.value_of("account_email"), ADA, "what was typed is kept");
}
