//! One browser, used by several people, or for several registrations: nobody finds what another typed or agreed to.

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::Person,
    registry_journey::{answers_everything, starts},
    registry_my::{ADA, registered, signs_in},
    registry_pages::{WAY, continues},
    visitor::Visitor,
    world::World,
};

const TICKED: &str = "input[name=consents][checked]";

/// Somebody who agreed to text messages, did not certify, and was refused.
async fn agrees(world: &World) -> Visitor {
    let mut visitor = answers_everything(world).await;
    visitor.fills("consents", "sms").presses("Send registration").await;
    visitor.sees_error("certification", "Confirm that");
    assert_eq!(visitor.attributes(TICKED, "value"), ["sms"]);
    visitor
}

/// That the page before sending asks everything, and says nothing is wrong.
async fn asks_anew(visitor: &mut Visitor) {
    assert_eq!(visitor.opens("/register/check").await.path, "/register/check");
    assert_eq!(visitor.attributes(TICKED, "value"), [] as [&str; 0]);
    visitor.does_not_see("There is a problem");
}

/// Comes back with a code.
async fn resumes(world: &World, visitor: &mut Visitor) {
    visitor.opens("/register/resume").await.fills("resume_email", ADA).presses("Send me a code").await;
    let code = world.code_for(ADA).await;
    visitor.fills("code", &code).presses("Continue").await;
}

async fn saves(visitor: &mut Visitor) {
    visitor.opens("/register/save").await.fills("save_email", ADA).presses("Save my answers").await;
    assert_eq!(visitor.path, "/register/saved");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_42_nobody_starts_with_what_another_agreed_to(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = agrees(&world).await;
    visitor.opens("/register").await.presses("Start a new registration").await;
    for (_, typed) in WAY {
        continues(&mut visitor, typed).await;
    }
    asks_anew(&mut visitor).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_37_whoever_comes_back_agrees_and_certifies_anew(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut saved = answers_everything(&world).await;
    saves(&mut saved).await;
    // Another registration is at hand.
    let mut visitor = agrees(&world).await;
    resumes(&world, &mut visitor).await;
    assert_eq!(visitor.path, "/register/which");
    visitor.presses("Keep the earlier answers").await;
    asks_anew(&mut visitor).await;
    // The same one is.
    visitor.fills("consents", "sms").presses("Send registration").await;
    assert_eq!(visitor.attributes(TICKED, "value"), ["sms"]);
    resumes(&world, &mut visitor).await;
    assert_eq!(visitor.path, "/register/tasks");
    asks_anew(&mut visitor).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_signs_in_next_finds_nothing_that_was_refused_or_asked_for(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    registered(&world, &Person { phone: "604 555 0199".to_owned(), ..Person::named("Grace") }).await;
    for (at, end) in ["Sign out", "Sign out everywhere"].into_iter().enumerate() {
        let mut visitor = signs_in(&world, ADA).await;
        visitor.opens("/my/email").await.fills("new_email", "ada@zq").presses("Send a code there").await;
        visitor.sees("There is a problem");
        visitor.opens("/my/withdraw").await.fills("withdrawal_reason", "other").presses("Withdraw").await;
        visitor.sees("There is a problem");
        visitor.opens("/my/erase").await.presses("Send me a code").await;
        visitor.opens("/my/registration").await.presses(end).await.sees("You have signed out");
        for left in ["select count(*) from kept_rejections", "select count(*) from email_codes"] {
            assert_eq!(world.count(left).await, 0, "{end}: {left}");
        }
        visitor.opens("/my").await.fills("sign_in_email", "grace@example.com").presses("Send me a code").await;
        let code = world.code_for("grace@example.com").await;
        visitor.fills("code", &code).presses("Sign in").await;
        assert_eq!(visitor.opens("/my/email").await.value_of("new_email"), "", "{end}");
        visitor.does_not_see("There is a problem").opens("/my/withdraw").await.does_not_see("There is a problem");
        assert_eq!(visitor.attributes("main input[checked]", "value"), [] as [&str; 0], "{end}");
        if at == 0 {
            visitor.opens("/my/registration").await.presses("Sign out").await;
        }
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_page_of_a_registration_that_was_left_behind_overwrites_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = starts(&world).await;
    for (_, typed) in &WAY[..4] {
        continues(&mut visitor, typed).await;
    }
    // More was written to it than to the next one.
    let mut behind = visitor.clone();
    behind.opens("/register/name").await;
    visitor.opens("/register").await.presses("Start a new registration").await;
    continues(&mut visitor, &[("first_name", "Grace"), ("last_name", "Hopper")]).await;
    behind.cookies.clone_from(&visitor.cookies);
    continues(&mut behind, &[]).await;
    assert_eq!(behind.path, "/register/changed");
    behind.sees("Lovelace").sees("Hopper").presses("Keep the stored answers").await;
    assert_eq!(visitor.opens("/register/name").await.value_of("last_name"), "Hopper");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_36_what_was_certified_of_another_registration_sends_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = answers_everything(&world).await;
    let mut behind = visitor.clone();
    visitor.opens("/register").await.presses("Start a new registration").await;
    for (_, typed) in WAY {
        continues(&mut visitor, typed).await;
    }
    behind.cookies.clone_from(&visitor.cookies);
    behind.fills("certification", "yes").presses("Send registration").await;
    behind.sees("This page is out of date");
    assert_eq!(world.count("select count(*) from registrations").await, 0);
}
