//! Passwords: long ones are taken as they are typed, easy ones are not, and nobody tries many.

use axum::http::{Method, StatusCode, header};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{
        ADA, GRACE, PASSWORD, ada, ada_with_password, asks_for_link, assert_signed_out, is_signed_in, link_to,
        sets_password, signs_in, signs_up, types_password,
    },
    said::says_once,
    visitor::Visitor,
    world::World,
};

const NEW: &str = "quite different words";
const WRONG: &str = "The email address or the password is not right";
const HASH: &str = "select password_hash from accounts";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_password_is_long_and_not_among_the_first_that_others_try(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    let long = "x".repeat(201);
    for (typed, said) in [
        ("", "Enter a new password"),
        ("elevenchars", "Password must be 12 characters or more"),
        ("éééééééééé", "Password must be 12 characters or more"),
        ("passwordpassword", "This password is easy to guess"),
        ("PasswordPassword", "This password is easy to guess"),
        ("aaaaaaaaaaaaaaaa", "This password is easy to guess"),
        ("123456789012", "This password is easy to guess"),
        (long.as_str(), "New password must be 200 characters or fewer"),
    ] {
        sets_password(&mut visitor, typed).await;
        visitor.sees_error("new_password", said);
        assert_eq!(visitor.value_of("new_password"), "", "{typed} is not shown again");
    }
    let typed = "select count(*) from kept_rejections where answers::text ~ 'elevenchars|asswordPassword|xxxx'";
    assert_eq!(world.count(typed).await, 0, "nor is any of them stored");
    assert_eq!(world.count("select count(*) from accounts where password_hash is not null").await, 0);
    sets_password(&mut visitor, PASSWORD).await;
    assert_eq!(visitor.path, "/account");
    says_once(&mut visitor, "Your password is set").await;
    let hash = world.text(HASH).await;
    assert!(hash.starts_with("$argon2id$v=19$m=") && !hash.contains(PASSWORD), "{hash}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_password_is_the_same_however_its_letters_are_put_together(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    // One keyboard sends é as a letter, another one as a letter and a sign.
    sets_password(&mut visitor, "café crème brûlée").await;
    visitor.sees("Your password is set");
    for typed in ["cafe\u{301} cre\u{300}me bru\u{302}le\u{301}e", "café crème brûlée"] {
        let mut browser = world.visitor();
        types_password(&mut browser, ADA, typed).await;
        assert!(is_signed_in(&browser), "{}", browser.text());
    }
    let mut other = world.visitor();
    types_password(&mut other, ADA, "cafe creme brulee").await;
    other.sees_error("password", WRONG);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_wrong_password_says_the_same_as_an_unknown_address(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada_with_password(&world).await;
    // Grace has an account and no password.
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace", GRACE).await;
    let mut pages = Vec::new();
    for email in [ADA, GRACE, "nobody@example.com"] {
        let mut visitor = world.visitor();
        types_password(&mut visitor, email, "not the right one").await;
        visitor.sees_error("password", WRONG);
        assert_eq!((visitor.value_of("account_email").as_str(), visitor.value_of("password")), (email, String::new()));
        pages.push(visitor.text());
    }
    assert!(pages.iter().all(|page| *page == pages[0]), "{pages:?}");
    let mut visitor = world.visitor();
    types_password(&mut visitor, "ADA@example.com", PASSWORD).await;
    assert!(is_signed_in(&visitor));
}

/// Tries a password, and expects that nobody looks at it any more.
async fn waits(visitor: &mut Visitor, email: &str, password: &str) {
    types_password(visitor, email, password).await;
    assert_eq!(visitor.status, StatusCode::TOO_MANY_REQUESTS, "{}", visitor.text());
    let seconds: u64 = visitor.headers[header::RETRY_AFTER].to_str().unwrap().parse().expect("seconds");
    assert!((1..=900).contains(&seconds), "{seconds}");
    visitor.sees("You have tried too often").does_not_see(password);
    assert!(!visitor.body.contains(password), "a password is not given back");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn who_tries_many_passwords_waits_and_the_owner_still_gets_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada_with_password(&world).await;
    let mut stranger = world.visitor();
    for at in 0..5 {
        types_password(&mut stranger, ADA, &format!("a guess number {at}")).await;
        stranger.sees_error("password", WRONG);
    }
    waits(&mut stranger, ADA, "a guess number 6").await;
    waits(&mut world.visitor(), "Ada@Example.com", PASSWORD).await;
    // Whoever reads her mail is not kept out, nor is anybody else.
    let mut owner = world.visitor();
    let link = asks_for_link(&world, &mut owner, ADA).await;
    owner.opens(&link).await.presses("Sign in").await;
    assert!(is_signed_in(&owner));
    let mut other = world.visitor();
    types_password(&mut other, GRACE, PASSWORD).await;
    other.sees_error("password", WRONG);
    world.backend.clock.advance(SignedDuration::from_mins(16));
    signs_in(&world).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn another_password_needs_the_one_before_and_ends_every_other_session(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut first = ada_with_password(&world).await;
    let mut here = signs_in(&world).await;
    here.opens("/account/password").await.fills("current_password", "not the right one").fills("new_password", NEW);
    here.presses("Save my password").await;
    here.sees_error("current_password", "The current password is not right");
    here.fills("current_password", PASSWORD).fills("new_password", "short").presses("Save my password").await;
    here.sees_error("new_password", "Password must be 12 characters or more");
    here.fills("current_password", PASSWORD).fills("new_password", NEW).presses("Save my password").await;
    says_once(&mut here, "Your password is set").await;
    assert_signed_out(&mut first, "on the very next request").await;
    assert!(is_signed_in(here.opens("/account").await), "here one stays");
    let letters = world.mails_to(ADA).await;
    assert!(!letters.last().expect("a letter").text.contains(NEW), "she is told, and not what");
    let mut again = world.visitor();
    types_password(&mut again, ADA, PASSWORD).await;
    again.sees_error("password", WRONG);
    types_password(&mut again, ADA, NEW).await;
    assert!(is_signed_in(&again));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_forgotten_password_is_replaced_by_whoever_reads_the_mail(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut first = ada_with_password(&world).await;
    let mut visitor = world.visitor();
    visitor.opens("/account/sign-in").await;
    assert_eq!(visitor.links("I have forgotten my password"), ["/account/password/forgotten"]);
    visitor.opens("/account/password/forgotten").await.fills("account_email", ADA).presses("Email me a link").await;
    assert_eq!(visitor.path, "/account/mailed");
    let hash = world.text(HASH).await;
    let link = link_to(&world, ADA).await;
    visitor.opens(&link).await.sees("choose a new password").presses("Continue").await;
    assert_eq!(visitor.path, "/account/password");
    assert_eq!(world.text(HASH).await, hash, "nothing is changed by a link");
    assert!(visitor.attributes("main input", "name").iter().all(|name| name != "current_password"));
    visitor.fills("new_password", NEW).presses("Save my password").await.sees("Your password is set");
    assert_signed_out(&mut first, "who was signed in elsewhere").await;
    let mut browser = world.visitor();
    types_password(&mut browser, ADA, NEW).await;
    assert!(is_signed_in(&browser));
    // Later, and in a browser that knows the password only, it is asked for.
    world.backend.clock.advance(SignedDuration::from_mins(16));
    for visitor in [&mut visitor, &mut browser] {
        visitor.opens("/account/password").await;
        assert!(visitor.attributes("main input", "name").contains(&"current_password".to_owned()));
        visitor.once(Method::POST, "/do/account/set-password", Some("new_password=yet+another+one".to_owned())).await;
        assert_ne!(visitor.headers.get("location").map(|to| to.to_str().unwrap()), Some("/account"));
    }
    let mut other = world.visitor();
    types_password(&mut other, ADA, NEW).await;
    assert!(is_signed_in(&other), "it holds still");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_was_hashed_with_less_is_hashed_anew_by_whoever_signs_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada_with_password(&world).await;
    // As an earlier release may have stored it.
    world
        .run(
            "update accounts set password_hash =
                 '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'",
        )
        .await;
    let mut browser = world.visitor();
    types_password(&mut browser, ADA, "not the right one").await;
    browser.sees_error("password", WRONG);
    assert!(world.text(HASH).await.contains("$m=256,"), "a guess changes nothing");
    for _ in 0..2 {
        let mut browser = world.visitor();
        types_password(&mut browser, ADA, "password").await;
        assert!(is_signed_in(&browser), "{}", browser.text());
        assert!(world.text(HASH).await.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    }
    assert_eq!(
        world.count("select count(*) from sessions where account_id is not null").await,
        3,
        "nobody is signed out"
    );
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn one_can_do_without_a_password_again(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada_with_password(&world).await;
    let mut visitor = signs_in(&world).await;
    visitor.opens("/account/password").await.fills("current_password", "not the right one");
    visitor.presses("Remove my password").await.sees_error("current_password", "The current password is not right");
    assert_eq!(visitor.attributes("input[aria-invalid]", "id"), ["remove-current_password"], "at its own form");
    visitor.fills("current_password", PASSWORD).presses("Remove my password").await;
    says_once(&mut visitor, "Your password was removed. You sign in with links by email now").await;
    assert_eq!(world.count("select count(*) from accounts where password_hash is null").await, 1);
    visitor.sees("None: you sign in with a link");
    let mut other = world.visitor();
    types_password(&mut other, ADA, PASSWORD).await;
    other.sees_error("password", WRONG);
}
