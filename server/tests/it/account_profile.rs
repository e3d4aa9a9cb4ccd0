//! What an account says of its owner besides name and place of work: a telephone number and an audience; and what they
//! wait for (HP-70).

use axum::http::{Method, StatusCode};
use serde_json::Value;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, GRACE, ada, orders, signs_up},
    builders::Leaflet,
    order::{MEASLES, delivers_to},
    said::says_once,
    visitor::Visitor,
    world::World,
};

const NUMBER: &str = "+44 (0)1632 960 001";
/// Ada waits for every edition there is, of which one is waited for too long already.
const WAITS: &str =
    "insert into subscriptions (id, kind, edition_id, email, email_norm, locale, expires_at, created_at)
    select gen_random_uuid(), 'back_in_stock', id, 'Ada@Example.com', 'ada@example.com', 'en',
        case product_code when 'FLU-1-EN' then timestamptz '2026-11-22 08:00:00+00' else '2027-05-19 09:00:00+00' end,
        '2026-11-20 09:00:00+00' from editions";
const ALERTS: &str = "/account/alerts";
/// What says which audiences somebody chose.
const CHOSEN: &str = "select coalesce(detail ->> 'audience', 'none') from audit_entries
    where action = 'account.belong_to' order by id";
const OF_CARERS: &str = "insert into order_limits (id, level, subject, quantity)
    values (gen_random_uuid(), 'audience', 'carers', 2)";
const OF_ORGANISATION: &str = "insert into order_limits (id, level, subject, quantity)
    values (gen_random_uuid(), 'organisation', 'NH', 9)";
const OF_EVERYONE: &str = "insert into order_limits (id, level, quantity) values (gen_random_uuid(), 'everyone', 4)";

async fn says_number(visitor: &mut Visitor, number: &str) {
    visitor.opens("/account/telephone").await.fills("telephone", number).presses("Save").await;
}

async fn chooses(visitor: &mut Visitor, audience: &str) {
    visitor.opens("/account/audience").await.fills("account_audience", audience).presses("Save").await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_70_a_telephone_number_is_filled_in_at_the_checkout_and_may_be_taken_away(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    says_number(&mut visitor, "12").await;
    visitor.sees_error("telephone", "Enter a phone number");
    assert_eq!(visitor.value_of("telephone"), "12", "what was typed is kept");
    says_number(&mut visitor, NUMBER).await;
    assert_eq!(visitor.path, "/account");
    says_once(&mut visitor, "Your details were changed").await;
    visitor.sees(NUMBER);
    assert_eq!(visitor.opens("/account/telephone").await.value_of("telephone"), NUMBER);

    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await.presses("Continue").await;
    delivers_to(&mut visitor, "1 Some Street").await;
    assert_eq!(visitor.value_of("telephone"), NUMBER);
    visitor.fills("telephone", "07700 900 982").presses("Continue").await.sees("Check your answers");
    visitor.presses("Place order").await.sees("Order placed");
    assert_eq!(world.text("select telephone from orders").await, "07700 900 982");
    assert_eq!(world.text("select telephone from accounts").await, NUMBER, "an order changes no account");

    says_number(&mut visitor, "").await;
    visitor.sees("Your details were changed").does_not_see(NUMBER);
    assert_eq!(world.count("select count(*) from accounts where telephone is null").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_70_an_audience_is_one_of_those_there_are_or_none(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    for bad in ["sailors", "young people"] {
        chooses(&mut visitor, bad).await;
        visitor.sees_error("account_audience", "Choose one from the list");
    }
    chooses(&mut visitor, "young-people").await;
    assert_eq!(visitor.path, "/account");
    says_once(&mut visitor, "Your details were changed").await;
    visitor.sees("Young people");
    visitor.opens("/account/audience").await;
    assert_eq!(visitor.attributes("option[selected]", "value"), ["young-people"]);
    visitor.language = "fr";
    visitor.opens("/account").await;
    assert!(visitor.all("main span[lang=en]").contains(&"Young people".to_owned()), "{}", visitor.text());
    visitor.language = "en";
    chooses(&mut visitor, "").await;
    visitor.sees("Your details were changed").does_not_see("Young people");
    assert_eq!(world.texts(CHOSEN).await, ["young-people", "none"], "it says how much one may order");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_70_the_limit_of_an_audience_holds_for_whoever_belongs_to_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.run(OF_CARERS).await;
    let (mut carer, mut grace) = (ada(&world).await, world.visitor());
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    let usual = "You can order up to 5 copies in 24 hours (the usual limit).";
    carer.opens(MEASLES).await.sees(usual);
    chooses(&mut carer, "carers").await;
    chooses(&mut grace, "students").await;
    let theirs = "You can order up to 2 copies in 24 hours (the limit for the audience you belong to).";
    carer.opens(MEASLES).await.sees(theirs);
    carer.fills("quantity", "3").presses("Add to basket").await.sees_error("quantity", "You can order 2 more");
    let number = orders(&mut carer, "2", "1 Some Street").await;
    carer.opens(MEASLES).await.sees("so none are left");
    carer.opens(&format!("/orders/{number}/change")).await.fills("line_quantity", "3").presses("Update").await;
    carer.sees_error("line_quantity", "You can have up to 2");

    for mut other in [grace, world.visitor()] {
        other.opens(MEASLES).await.sees(usual).fills("quantity", "5").presses("Add to basket").await;
        other.sees("Your basket");
    }
    world.run(OF_ORGANISATION).await;
    carer.opens("/account/establishment").await.fills("establishment", "NH:GPS").presses("Save").await;
    carer.opens(MEASLES).await.sees("You can order up to 9 copies");
    world.run("delete from order_limits where level = 'organisation'").await;
    world.run(OF_EVERYONE).await;
    carer.opens(MEASLES).await.sees("You can order up to 2 copies");
    chooses(&mut carer, "").await;
    carer.opens(MEASLES).await.sees("You can order up to 4 copies");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_70_what_somebody_waits_for_is_listed_and_ended(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = world.has(Leaflet { stock: 0, run_to_zero: true, ..Leaflet::default() }).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/account").await;
    assert_eq!(visitor.links("What you are waiting for"), [ALERTS]);
    visitor.opens(ALERTS).await.sees("You are not waiting for anything");
    world.run(WAITS).await;
    visitor.opens(ALERTS).await.sees("Measles leaflet").sees("MEA-1-EN").does_not_see("Flu leaflet");
    visitor.sees("Since 20 November 2026").sees("Until 19 May 2027 at the latest").sees("Not confirmed");
    world.run("update subscriptions set confirmed_at = created_at").await;
    visitor.opens(ALERTS).await.sees("We will tell you").does_not_see("Not confirmed");
    let page = visitor.links("Measles leaflet").remove(0);
    visitor.opens(&page).await.sees("Out of stock").opens(ALERTS).await;

    let mut twice = visitor.clone();
    visitor.presses("Stop waiting").await;
    assert_eq!(visitor.path, ALERTS);
    says_once(&mut visitor, "You are not waiting for it any more").await;
    visitor.sees("You are not waiting for anything").does_not_see("Measles leaflet");
    twice.presses("Stop waiting").await;
    assert_eq!((twice.path.as_str(), twice.status), (ALERTS, StatusCode::OK), "pressed twice");
    assert_eq!(world.count("select count(*) from subscriptions").await, 1, "the other one");
    backend::stock::receive(&world.backend, edition, 10, ("one", "warehouse")).await.expect("stock");
    let told = world.mails_to("Ada@Example.com").await;
    assert!(!told.iter().any(|mail| mail.subject.contains("can be ordered again")), "nobody waits");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_70_nobody_sees_or_ends_what_somebody_else_waits_for(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    world.run(WAITS).await;
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    grace.opens(ALERTS).await.sees("You are not waiting for anything").does_not_see("Measles leaflet");
    let alert = format!("alert={}", world.text("select id::text from subscriptions").await);
    grace.once(Method::POST, "/do/account/end-alert", Some(alert.clone())).await;
    assert_eq!(grace.headers["location"], ALERTS);
    let mut stranger = world.visitor();
    stranger.once(Method::POST, "/do/account/end-alert", Some(alert)).await;
    assert!(stranger.status.is_redirection() || stranger.status.is_client_error(), "{}", stranger.status);
    assert_eq!(stranger.opens(ALERTS).await.path, "/account/sign-in");
    visitor.opens(ALERTS).await.sees("Measles leaflet");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_70_it_is_in_the_download_and_goes_with_the_account(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    says_number(&mut visitor, NUMBER).await;
    chooses(&mut visitor, "carers").await;
    world.run(WAITS).await;
    visitor.opens("/account/data").await.sees(NUMBER).sees("carers");
    visitor.opens("/account/data.json").await;
    let own: Value = serde_json::from_str(&visitor.body).expect("JSON");
    assert_eq!(own["account"]["telephone"], NUMBER);
    assert_eq!(own["account"]["audience"], "carers");
    assert_eq!(own["waiting"][0]["code"], "MEA-1-EN");
    visitor.opens("/account/close").await.fills("close_confirmation", ADA).presses("Close my account").await;
    assert_eq!(visitor.path, "/account/closed", "{}", visitor.text());
    let left = "select concat_ws('|', state, telephone, audience) from accounts";
    assert_eq!(world.texts(left).await, ["closed"]);
    assert_eq!(world.count("select count(*) from subscriptions").await, 0);
}
