//! What was typed by somebody who is not signed in any more: the page gives it back, and nothing of it is kept.

use axum::http::{Method, StatusCode};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::Person,
    registry_my::{ADA, ada, registered, signs_in},
    visitor::Visitor,
    world::World,
};

/// Signs in in another tab of the same browser; the page at hand stays.
async fn signs_in_beside(world: &World, visitor: &mut Visitor) {
    let mut tab = visitor.clone();
    let leads = visitor.links("Sign in again").pop().expect("the way to sign in");
    tab.opens(&leads).await.fills("sign_in_email", ADA).presses("Send me a code").await;
    let code = world.code_for(ADA).await;
    tab.fills("code", &code).presses("Sign in").await;
    assert_eq!(tab.path, "/my/registration");
    visitor.cookies.clone_from(&tab.cookies);
}

/// Nothing happens for so long that nobody is signed in.
async fn goes_away(world: &World) {
    world.backend.clock.advance(SignedDuration::from_mins(31));
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_07_what_was_typed_too_late_is_sent_again(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let person = Person { number: Some("RN 1234".to_owned()), ..Person::named("Ada") };
    registered(&world, &person).await;
    let mut visitor = signs_in(&world, ADA).await;
    for (page, name, typed) in
        [("postal-code", "postal_code", "V5K 0A1"), ("registration-number", "registration_number", "RN 77")]
    {
        visitor.opens(&format!("/my/registration/{page}")).await.fills(name, typed);
        goes_away(&world).await;
        visitor.presses("Continue").await;
        assert_eq!(visitor.status, StatusCode::FORBIDDEN);
        assert!(!visitor.headers.contains_key("location"));
        visitor.sees("You have been signed out").sees("What you sent is still on this page");
        assert_eq!(visitor.title(), "You have been signed out – Healthpost");
        assert_eq!(world.count("select count(*) from registration_updates").await, 0);
        assert_eq!(world.count("select count(*) from kept_rejections").await, 0, "the next person here finds nothing");
        // Too early: it is given back once more.
        visitor.presses("Send it again").await.sees("You have been signed out");
        signs_in_beside(&world, &mut visitor).await;
        visitor.presses("Send it again").await.sees("Your registration was updated").sees(typed);
    }
    assert_eq!(world.text("select postal_code from registrations").await, "V5K 0A1");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn own_words_come_back_and_codes_and_buttons_do_not(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    visitor
        .opens("/my/withdraw")
        .await
        .fills("withdrawal_reason", "other")
        .fills("withdrawal_text", "I moved\nfar away");
    goes_away(&world).await;
    visitor.presses("Withdraw").await.sees("You have been signed out");
    let (_, action, answers) = visitor.form_of("Send it again");
    assert_eq!(action, "/do/my/withdraw");
    assert!(answers.contains(&("withdrawal_text".to_owned(), "I moved\nfar away".to_owned())), "{answers:?}");
    for (path, body) in
        [("/do/my/erase", "code=123456"), ("/do/my/rejoin", ""), ("/do/my/choose", "keep_registration=new")]
    {
        visitor.once(Method::POST, path, Some(body.to_owned())).await;
        assert_eq!(
            (visitor.status, visitor.headers["location"].to_str().unwrap()),
            (StatusCode::SEE_OTHER, "/my"),
            "{path}"
        );
    }
    assert_eq!(world.count("select count(*) from withdrawals").await, 0);
}
