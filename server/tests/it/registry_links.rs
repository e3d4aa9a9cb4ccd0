//! Coming back to a registration, two windows, two registrations of one address, and links that only show a button.

use axum::http::StatusCode;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registry_journey::{sends, starts},
    registry_pages::{continues, opens},
    visitor::Visitor,
    world::{ORIGIN, World},
};

const ADA: &str = "ada@example.com";

/// Everything that a link could change.
const WRITTEN: &str =
    "select (select count(*) from outbox) + (select count(*) from email_codes) + (select count(*) from sessions)
    + (select count(*) from registration_drafts) + (select count(*) from registrants where email_state = 'verified')";

/// The newest link to a page among the messages to Ada.
async fn link(world: &World, page: &str) -> String {
    let mails = world.mails_to(ADA).await;
    let text = &mails.iter().rev().find(|mail| mail.text.contains(page)).expect("a message with the link").text;
    let line = text.lines().find(|line| line.contains(page)).expect("a link");
    line.trim().trim_start_matches(ORIGIN).to_owned()
}

/// Begins a registration with a name, and saves it for Ada's address.
async fn saves(world: &World, name: &str) -> Visitor {
    let mut visitor = starts(world).await;
    visitor.fills("first_name", name).presses("Save and come back later").await;
    assert_eq!(visitor.path, "/register/save");
    visitor.fills("save_email", "no address").presses("Save my answers").await;
    visitor.sees_error("save_email", "Enter an email address in the correct format");
    visitor.fills("save_email", ADA).presses("Save my answers").await;
    assert_eq!(visitor.path, "/register/saved");
    visitor.sees("If ada@example.com is right, we have emailed you");
    visitor
}

/// Types the newest code.
async fn types_the_code(world: &World, visitor: &mut Visitor) {
    assert_eq!(visitor.path, "/register/resume/code");
    let code = world.code_for(ADA).await;
    visitor.fills("code", &code).presses("Continue").await;
}

/// RP-02
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_02_a_saved_registration_goes_on_in_another_browser(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    saves(&world, "Ada").await;
    let link = link(&world, "/register/resume/").await;
    let before = world.count(WRITTEN).await;
    let mut elsewhere = world.visitor();
    elsewhere.opens(&link).await.opens(&link).await.sees("Continue your registration").does_not_see("Ada");
    assert_eq!(world.count(WRITTEN).await, before, "RP-53: programs that read mail change nothing");
    elsewhere.presses("Send me a code").await;
    types_the_code(&world, &mut elsewhere).await;
    assert_eq!(elsewhere.path, "/register/tasks");
    opens(&mut elsewhere, "name").await;
    assert_eq!(elsewhere.value_of("first_name"), "Ada");
    // Or by the address.
    let mut third = world.visitor();
    third.opens("/register").await.opens("/register/resume").await;
    third.fills("resume_email", ADA).presses("Send me a code").await;
    types_the_code(&world, &mut third).await;
    assert_eq!(third.path, "/register/tasks");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_fresh_code_to_come_back_with_is_met_with_no_word_of_the_one_before(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    saves(&world, "Ada").await;
    let link = link(&world, "/register/resume/").await;
    let ways: [(&str, &[(&str, &str)]); 2] = [(link.as_str(), &[]), ("/register/resume", &[("resume_email", ADA)])];
    for (page, answers) in ways {
        let mut visitor = world.visitor();
        for _ in 0..2 {
            visitor.opens(page).await;
            for (name, value) in answers {
                visitor.fills(name, value);
            }
            visitor.presses("Send me a code").await.sees("Check your email").does_not_see("The code is not right");
            let wrong = world.wrong_code_for(ADA).await;
            visitor.fills("code", wrong).presses("Continue").await.sees_error("code", "The code is not right");
        }
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_link_that_leads_nowhere_says_so(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    saves(&world, "Ada").await;
    let link = link(&world, "/register/resume/").await;
    let mut visitor = world.visitor();
    let nobody = "0198c0de-0000-7000-8000-000000000000";
    for page in ["resume", "discard", "confirm"] {
        for path in [format!("/register/{page}/{nobody}/1.x"), format!("/register/{page}/x/y")] {
            visitor.opens(&path).await.sees("This link does not work");
            assert_eq!(visitor.status, StatusCode::GONE, "{path}");
        }
    }
    world.backend.clock.advance(SignedDuration::from_hours(24 * 31));
    visitor.opens(&link).await.sees("This link does not work");
    assert_eq!(visitor.status, StatusCode::GONE);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn of_two_saved_registrations_the_owner_keeps_one(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for (keep, kept) in [("Keep the earlier answers", "Ada"), ("Keep the newer answers", "Grace")] {
        world.run("delete from registration_drafts").await;
        saves(&world, "Ada").await;
        world.backend.clock.advance(SignedDuration::from_hours(2));
        let mut visitor = saves(&world, "Grace").await;
        visitor.opens("/register/resume").await;
        visitor.fills("resume_email", ADA).presses("Send me a code").await;
        types_the_code(&world, &mut visitor).await;
        assert_eq!(visitor.path, "/register/which");
        visitor.sees("1 question answered").presses(keep).await;
        assert_eq!(visitor.path, "/register/tasks");
        opens(&mut visitor, "name").await;
        assert_eq!(visitor.value_of("first_name"), kept);
        assert_eq!(world.count("select count(*) from registration_drafts").await, 1);
        visitor.opens("/register/which").await;
        assert_eq!(visitor.path, "/register/tasks", "there is nothing to choose any more");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn two_windows_with_different_answers_are_settled(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for (keep, kept) in [("Use what I typed here", "Grace"), ("Keep the stored answers", "Ada")] {
        let mut first = starts(&world).await;
        let mut second = first.clone();
        continues(&mut first, &[("first_name", "Ada"), ("last_name", "Lovelace")]).await;
        continues(&mut second, &[("first_name", "Grace"), ("last_name", "Hopper")]).await;
        assert_eq!((second.path.as_str(), second.status), ("/register/changed", StatusCode::CONFLICT));
        second.sees("Your answers were changed in another window").sees("What is your name?");
        for name in ["Ada", "Lovelace", "Grace", "Hopper"] {
            second.sees(name);
        }
        second.presses(keep).await;
        opens(&mut second, "name").await;
        assert_eq!(second.value_of("first_name"), kept);
        second.opens("/register/changed").await;
        assert_eq!(second.path, "/register/tasks", "it is settled");
    }
}

/// RP-06
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_06_an_address_is_confirmed_by_a_button_and_not_by_its_link(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    sends(&world).await;
    // The code of the last page proved the address already; here it is as if the automatic check had been solved.
    world.run("update registrants set email_state = 'unverified', email_verified_at = null").await;
    let link = link(&world, "/register/confirm/").await;
    let before = world.count(WRITTEN).await;
    let mut reader = world.visitor();
    reader.opens(&link).await.opens(&link).await.sees("Confirm your email address").does_not_see("Lovelace");
    assert_eq!(world.count(WRITTEN).await, before);
    reader.presses("Confirm my address").await;
    assert_eq!(reader.path, "/register/confirmed");
    reader.sees("Your email address is confirmed");
    assert_eq!(world.texts("select email_state from registrants").await, ["verified"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_draft_is_deleted_by_a_button_and_not_by_its_link(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    saves(&world, "Ada").await;
    world.backend.clock.advance(SignedDuration::from_hours(24 * 25));
    backend::registry::saving::remind(&world.backend).await.expect("reminded");
    let link = link(&world, "/register/discard/").await;
    let mut visitor = world.visitor();
    visitor.opens(&link).await.sees("Delete your answers");
    assert_eq!(world.count("select count(*) from registration_drafts").await, 1);
    visitor.presses("Delete my answers").await;
    assert_eq!((visitor.path.as_str(), visitor.status), ("/register/discarded", StatusCode::OK));
    assert_eq!(world.count("select count(*) from registration_drafts").await, 0);
}
