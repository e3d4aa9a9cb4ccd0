//! What was typed by somebody who is not signed in any more, or whose registration is not open in their browser any more:
//! the page gives it back, and nothing of it is kept.

use axum::http::{Method, StatusCode};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::Person,
    registry_journey::starts,
    registry_my::{ADA, ada, registered, signs_in},
    registry_pages::{begins, opens},
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

/// Types a name into the page at hand, which says that it is not open any more and gives the name back.
async fn types_in_vain(world: &World, visitor: &mut Visitor) {
    visitor.fills("first_name", "Ada").fills("last_name", "Lovelace").presses("Continue").await;
    assert_eq!((visitor.status, visitor.headers.contains_key("location")), (StatusCode::FORBIDDEN, false));
    visitor.sees("Your answers are not open here any more").sees("What you sent is still on this page");
    let (_, action, answers) = visitor.form_of("Send it again");
    assert!(action == "/do/register/answer" && answers.contains(&("last_name".to_owned(), "Lovelace".to_owned())));
    assert_eq!(world.count("select count(*) from kept_rejections").await, 0, "the next person here finds nothing");
    // Too early: it is given back once more.
    visitor.presses("Send it again").await.sees("Your answers are not open here any more");
}

/// Sends it again with the cookies of another tab, where a registration was opened meanwhile.
async fn sends_again(visitor: &mut Visitor, tab: &Visitor) {
    visitor.cookies.clone_from(&tab.cookies);
    visitor.presses("Send it again").await;
}

/// The name that was typed in vain is stored, and the next page is asked.
async fn is_stored(visitor: &mut Visitor) {
    assert_eq!(visitor.path, "/register/postal-code");
    opens(visitor, "name").await;
    assert_eq!((&*visitor.value_of("first_name"), &*visitor.value_of("last_name")), ("Ada", "Lovelace"));
}

/// Comes back to the registration that is saved for Ada's address.
async fn comes_back(world: &World, visitor: &mut Visitor) {
    visitor.opens("/register/resume").await.fills("resume_email", ADA).presses("Send me a code").await;
    let code = world.code_for(ADA).await;
    visitor.fills("code", &code).presses("Continue").await;
    assert_eq!(visitor.path, "/register/tasks");
}

/// RP-02
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_02_what_is_typed_where_it_was_open_before_is_sent_again(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut first = starts(&world).await;
    first.presses("Save and come back later").await.fills("save_email", ADA).presses("Save my answers").await;
    opens(&mut first, "name").await;
    let mut elsewhere = world.visitor();
    comes_back(&world, &mut elsewhere).await;
    types_in_vain(&world, &mut first).await;
    assert_eq!(world.count("select count(*) from draft_answers where typed = array['Ada']").await, 0);
    let mut tab = first.clone();
    let leads = first.links("Continue a saved registration (opens in a new tab)");
    assert_eq!(leads, ["/register/resume"]);
    comes_back(&world, &mut tab).await;
    sends_again(&mut first, &tab).await;
    is_stored(&mut first).await;
}

/// EH-05
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_05_what_is_typed_after_12_hours_is_sent_into_a_new_registration(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    opens(&mut visitor, "name").await;
    world.backend.clock.advance(SignedDuration::from_hours(12));
    types_in_vain(&world, &mut visitor).await;
    for (path, body) in [("/do/register/settle", "settle=typed"), ("/do/register/human-code", "")] {
        let mut button = visitor.clone();
        button.once(Method::POST, path, Some(body.to_owned())).await;
        assert_eq!(button.headers["location"], "/register", "{path}: a button has nothing to give back");
    }
    let mut tab = visitor.clone();
    tab.opens("/register").await.presses("Start now").await;
    sends_again(&mut visitor, &tab).await;
    // The registration may be somebody else's: it takes the answers when its owner says so.
    assert_eq!(visitor.path, "/register/changed");
    assert_eq!(world.count("select count(*) from draft_answers where typed = array['Ada']").await, 0);
    visitor.presses("Use what I typed here").await;
    is_stored(&mut visitor).await;
}
