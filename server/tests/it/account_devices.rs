//! Where somebody is signed in, and that it ends: at once, in every browser, on the very next request.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{
        ADA, GRACE, PASSWORD, ada, ada_with_password, asks_for_link, assert_signed_out, is_signed_in, signs_in,
        signs_up, token_of, types_password,
    },
    said::says_once,
    visitor::{Visitor, form_urlencoded},
    world::{ORIGIN, World},
};

const PHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) \
                     Version/18.0 Mobile/15E148 Safari/604.1";

/// Signs in with Ada's password in a browser that says what it is.
async fn signs_in_on_a_phone(world: &World) -> Visitor {
    let mut phone = world.visitor();
    let answers = [("account_email".to_owned(), ADA.to_owned()), ("password".to_owned(), PASSWORD.to_owned())];
    let request = Request::post("/do/account/sign-in")
        .header(header::HOST, "healthpost.example")
        .header(header::ORIGIN, ORIGIN)
        .header(header::USER_AGENT, PHONE)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form_urlencoded(&answers)));
    phone.sends(request.expect("a request")).await;
    assert_eq!(phone.status, StatusCode::SEE_OTHER, "{}", phone.text());
    phone
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn one_sees_where_one_is_signed_in_and_ends_it_there(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada_with_password(&world).await;
    let mut phone = signs_in_on_a_phone(&world).await;
    visitor.opens("/account").await;
    let page = visitor.links("Where you are signed in").remove(0);
    visitor.opens(&page).await.sees("This browser").sees("Safari on iPhone or iPad");
    visitor.sees("Signed in on 22 November 09:00");
    assert_eq!(visitor.all("main li").len(), 2);
    let stored = world.texts("select coalesce(to_jsonb(s)::text, '') from sessions s").await.join(" ");
    assert!(!stored.contains("Mozilla"), "what tells one machine from another is not stored");
    visitor.presses("Sign out there").await;
    says_once(&mut visitor, "That browser is signed out").await;
    assert_eq!(visitor.all("main li").len(), 1);
    assert_signed_out(&mut phone, "on the very next request").await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn signing_out_everywhere_holds_on_the_very_next_request(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut here = ada_with_password(&world).await;
    let mut others = [signs_in(&world).await, signs_in(&world).await];
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    // A page that was opened before is pressed after.
    others[0].opens("/account/name").await.fills("full_name", "Eve");
    let link = asks_for_link(&world, &mut world.visitor(), ADA).await;
    here.opens("/account/devices").await.presses("Sign out everywhere").await.sees("You have signed out");
    others[0].presses("Save").await;
    assert_eq!(others[0].status, StatusCode::FORBIDDEN);
    others[0].sees("You have been signed out");
    assert_eq!(world.texts("select full_name from accounts order by 1").await, ["Ada Lovelace", "Grace Hopper"]);
    for visitor in others.iter_mut().chain([&mut here]) {
        assert_signed_out(visitor, "everywhere").await;
    }
    assert!(is_signed_in(grace.opens("/account").await), "others stay");
    world.visitor().opens(&link).await.sees("This link does not work");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_was_typed_too_late_is_sent_again(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada_with_password(&world).await;
    visitor.opens("/account/name").await.fills("full_name", "Augusta King");
    world.backend.clock.advance(SignedDuration::from_hours(9));
    visitor.presses("Save").await.sees("You have been signed out").sees("What you sent is still on this page");
    assert_eq!(visitor.status, StatusCode::FORBIDDEN);
    let mut tab = visitor.clone();
    types_password(&mut tab, ADA, PASSWORD).await;
    visitor.cookies.clone_from(&tab.cookies);
    visitor.presses("Send it again").await.sees("Your details were changed").sees("Augusta King");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nobody_stays_signed_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada_with_password(&world).await;
    world.backend.clock.advance(SignedDuration::from_mins(7 * 60 + 59));
    assert!(is_signed_in(visitor.opens("/account").await), "8 hours are not over");
    world.backend.clock.advance(SignedDuration::from_mins(4 * 60));
    assert!(is_signed_in(visitor.opens("/account").await), "nor are 12");
    world.backend.clock.advance(SignedDuration::from_mins(2));
    assert_signed_out(&mut visitor, "12 hours are over, whatever was done").await;
    let mut visitor = signs_in(&world).await;
    world.backend.clock.advance(SignedDuration::from_hours(8));
    assert_signed_out(&mut visitor, "8 hours of nothing").await;
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert_eq!(world.count("select count(*) from sessions where account_id is not null").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_is_suspended_is_out_at_once_and_stays_out(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada_with_password(&world).await;
    let link = asks_for_link(&world, &mut world.visitor(), ADA).await;
    world.run("update accounts set state = 'suspended'").await;
    assert_signed_out(&mut visitor, "on the very next request").await;
    let mut other = world.visitor();
    types_password(&mut other, ADA, PASSWORD).await;
    other.sees_error("password", "The email address or the password is not right");
    other.opens(&link).await.sees("This link does not work");
    let body = format!("account_token={}", token_of(&link));
    other.once(Method::POST, "/do/account/open-link", Some(body)).await;
    assert_eq!(other.status, StatusCode::GONE);
    assert_signed_out(&mut other, "by a link of before").await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_session_that_somebody_planted_is_worth_nothing_after_signing_in(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    ada_with_password(&world).await;
    // Somebody begins a session, and has Ada's browser use it.
    let mut planted = world.visitor();
    planted.opens("/track").await.presses("Find my order").await;
    let known = planted.cookie("__Host-sid").cloned().expect("a session");
    let mut by_password = planted.clone();
    types_password(&mut by_password, ADA, PASSWORD).await;
    let mut by_link = planted.clone();
    let link = asks_for_link(&world, &mut world.visitor(), ADA).await;
    assert!(is_signed_in(&by_password));
    assert_ne!(by_password.cookie("__Host-sid"), Some(&known), "the session has another token");
    by_link.opens(&link).await.presses("Sign in").await;
    assert!(is_signed_in(&by_link));
    assert_ne!(by_link.cookie("__Host-sid"), Some(&known));
    assert_signed_out(&mut planted, "whoever planted it").await;
    let mut again = world.visitor();
    again.cookies.insert("__Host-sid".to_owned(), known);
    assert_signed_out(&mut again, "the token of before").await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nobody_ends_the_session_of_somebody_else(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut ada = ada(&world).await;
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    let session = "select s.id::text from sessions s join accounts a on a.id = s.account_id where a.email_norm = ";
    let session = world.text(format!("{session}'{ADA}'").leak()).await;
    grace.once(Method::POST, "/do/account/end-device", Some(format!("device={session}"))).await;
    assert!(grace.status.is_redirection() || grace.status.is_client_error(), "{}", grace.status);
    assert!(is_signed_in(ada.opens("/account").await), "it is hers");
    grace.opens("/account/devices").await.does_not_see("Sign out there");
    let mut stranger = world.visitor();
    stranger.once(Method::POST, "/do/account/end-device", Some(format!("device={session}"))).await;
    assert!(is_signed_in(ada.opens("/account").await));
}
