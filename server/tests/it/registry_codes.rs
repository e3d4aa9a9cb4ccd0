//! Codes of messages about a registration: that one was sent is said, another one can be asked for, and the link beside
//! it leads on in every browser.

use axum::http::Method;
use backend::sealing::Place;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::paths;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::Person,
    registry_my::{ADA, ada, link_in, registered},
    said::says_once,
    visitor::{Visitor, form_urlencoded},
    world::World,
};

const NEW: &str = "ada@example.org";
const SENT: &str = "We have sent you an email. Only the newest one counts";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_53_that_a_code_was_sent_is_said_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/my/erase").await.presses("Send me a code").await;
    says_once(&mut visitor, SENT).await;
    visitor.opens("/my/email").await.fills("new_email", NEW).presses("Send a code there").await;
    visitor.fills("code", world.wrong_code_for(NEW).await).presses("Change my address").await;
    visitor.sees_error("code", "The code is not right");
    visitor.presses("Send a new code").await.does_not_see("The code is not right");
    assert_eq!(visitor.path, "/my/email/code");
    says_once(&mut visitor, SENT).await;
    // As many as an address gets in an hour, and one more.
    for _ in 0..4 {
        visitor.presses("Send a new code").await;
    }
    visitor.sees_error("code", "too many codes").does_not_see(SENT);
    let code = world.code_for(NEW).await;
    visitor.fills("code", &code).presses("Change my address").await.sees("Your email address was changed");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_53_that_a_code_was_sent_says_nothing_of_an_address(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada(&world).await;
    let ways = [("/my", "sign_in_email"), ("/register/resume", "resume_email")];
    for (page, question) in ways {
        for email in ["ada@example.com", "nobody@example.com"] {
            let mut visitor = world.visitor();
            visitor.opens(page).await.fills(question, email).presses("Send me a code").await;
            visitor.does_not_see(SENT).presses("Send a new code").await;
            says_once(&mut visitor, SENT).await;
        }
    }
}

/// Asks for a code, mistypes it, and asks for another one at the same page: nothing is said of the one before.
async fn starts_over(
    world: &World,
    visitor: &mut Visitor,
    (page, question, email): (&str, &str, &str),
    [ask, send]: [&str; 2],
) {
    for _ in 0..2 {
        visitor.opens(page).await.fills(question, email).presses(ask).await;
        visitor.sees("Check your email").does_not_see("The code is not right");
        let wrong = world.wrong_code_for(email).await;
        visitor.fills("code", wrong).presses(send).await.sees_error("code", "The code is not right");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_53_a_fresh_code_is_met_with_no_word_of_the_one_before(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    let (email, sign_in) = (("/my/email", "new_email", NEW), ("/my", "sign_in_email", ADA));
    starts_over(&world, &mut visitor, email, ["Send a code there", "Change my address"]).await;
    starts_over(&world, &mut world.visitor(), sign_in, ["Send me a code", "Sign in"]).await;
}

/// Asks for a code to sign in with. Gives who asked, the link of the message, and its code.
async fn asks(world: &World) -> (Visitor, String, String) {
    let mut visitor = world.visitor();
    visitor.opens("/my").await.fills("sign_in_email", ADA).presses("Send me a code").await;
    let link = link_in(world.mails_to(ADA).await.last().expect("a code"), "Enter it here");
    (visitor, link, world.code_for(ADA).await)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_53_a_link_that_is_opened_in_another_browser_asks_for_the_code_beside_it(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let (mut asked, link, code) = asks(&world).await;
    let mut phone = world.visitor();
    phone.opens(&link).await.does_not_see("Ada").presses("Sign in").await;
    assert_eq!(phone.path, link);
    phone.sees_error("code", "Enter the 6-digit code");
    let wrong = if code == "000000" { "000001" } else { "000000" };
    phone.fills("code", wrong).presses("Sign in").await.sees_error("code", "The code is not right");
    assert_eq!(world.count("select count(*) from registrant_sessions").await, 0);
    let before = phone.cookie("__Host-sid").cloned();
    phone.fills("code", &code).presses("Sign in").await.sees("Your registration");
    assert_eq!(phone.path, "/my/registration");
    assert_ne!(phone.cookie("__Host-sid").cloned(), before, "the session has another token");
    let proved = "select count(*) from sessions where confirmed_email = 'ada@example.com'";
    assert_eq!(world.count(proved).await, 1, "who asked has proved nothing");
    asked.opens("/my/registration").await;
    assert_eq!(asked.path, "/my", "nor is signed in");
    // It is used.
    let mut late = world.visitor();
    late.opens(&link).await.fills("code", &code);
    world.backend.clock.advance(SignedDuration::from_secs(11));
    late.presses("Sign in").await.sees_error("code", "The code has expired. Request a new one");
    assert_eq!(late.links("Ask for a new code"), ["/my"]);
    assert_eq!(world.count("select count(*) from registrant_sessions").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_53_what_was_refused_of_one_link_is_not_said_of_the_next(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let ((_, first, _), (_, second, _)) = (asks(&world).await, asks(&world).await);
    let mut phone = world.visitor();
    phone.opens(&first).await.fills("code", "12345").presses("Sign in").await;
    phone.opens(&second).await.sees("This browser did not ask for the code").does_not_see("There is a problem");
    assert_eq!(phone.value_of("code"), "");
    phone.opens(&first).await.sees_error("code", "Code must be 6 numbers");
    assert_eq!(phone.value_of("code"), "12345");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_53_whoever_has_the_link_alone_may_guess_five_times(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let (_, link, code) = asks(&world).await;
    let mut stranger = world.visitor();
    stranger.opens(&link).await;
    for guess in (100_000..).filter(|guess| guess.to_string() != code).take(5) {
        stranger.fills("code", &guess.to_string()).presses("Sign in").await;
        stranger.sees_error("code", "The code is not right");
    }
    stranger
        .fills("code", &code)
        .presses("Sign in")
        .await
        .sees_error("code", "Too many wrong codes. Request a new one");
    assert_eq!(world.count("select count(*) from registrant_sessions").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_53_a_second_press_in_another_browser_lands_signed_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let (_, link, code) = asks(&world).await;
    let token = link.rsplit('/').next().expect("a token").to_owned();
    let body = form_urlencoded(&[("sign_in_token".to_owned(), token), ("code".to_owned(), code)]);
    let mut phone = world.visitor();
    for _ in 0..2 {
        // Both presses come from the page that was opened without a cookie.
        let mut pressed = world.visitor();
        pressed.once(Method::POST, "/do/my/link-code", Some(body.clone())).await;
        assert_eq!(pressed.headers.get_all("set-cookie").iter().count(), 1);
        phone.cookies.extend(pressed.cookies);
        phone.opens("/my/registration").await;
        assert_eq!(phone.path, "/my/registration");
    }
    assert_eq!(world.count("select count(*) from registrant_sessions").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_link_that_a_program_of_before_wrote_leads_to_where_its_code_is_typed(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let (mut asked, _, code) = asks(&world).await;
    let ends = (world.backend.clock.now() + SignedDuration::from_mins(30)).as_second();
    let place = Place { table: "mail", column: "sign_in_link", row: "" };
    let sealed = world.backend.sealing.seal(place, &format!("{ends} {code}")).expect("sealed");
    let link = paths::my_link(&BASE64_URL_SAFE_NO_PAD.encode(sealed)).to_string();
    assert_eq!(world.visitor().opens(&link).await.path, "/my", "it was asked for elsewhere");
    assert_eq!(asked.opens(&link).await.path, "/my/code");
    asked.fills("code", &code).presses("Sign in").await.sees("Your registration");
}
