//! What staff are given to sign in with has an end of its own: setting up the first second step, an authenticator that is
//! being set up, and recovery codes that are shown (CP-46).

use axum::http::{Method, StatusCode};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, PASSWORD},
    staff_passkeys::posts,
    staff_people::{
        App, Colleague, accepts, first_admin, invites_first_admin, recovery_codes, signs_in, types_password,
    },
    visitor::Visitor,
    world::World,
};

const SECURITY: &str = "/staff/security";
const BEING_SET_UP: &str = "select count(*) from staff_authenticators where next_secret is not null";
const GIVE_CODES: &str = "select encode(secret, 'hex') from staff_authenticators";

fn passes(world: &World, minutes: i64, seconds: i64) {
    world.backend.clock.advance(SignedDuration::from_secs(minutes * 60 + seconds));
}

/// Proves once more who is at work, half a minute later.
async fn confirms(world: &World, ada: &mut Colleague) {
    let code = ada.app.fresh(world);
    ada.visitor.opens("/staff/confirm").await.fills("password", PASSWORD).fills("staff_code", &code);
    ada.visitor.presses("Confirm").await;
    assert_eq!(ada.visitor.path, "/staff", "{}", ada.visitor.text());
}

/// Makes recovery codes, and does not go where that leads.
async fn makes_codes(visitor: &mut Visitor) {
    visitor.once(Method::POST, "/do/staff/recovery-codes", Some(String::new())).await;
    assert_eq!(visitor.headers["location"], SECURITY, "{}", visitor.text());
}

/// That the page shows how many there are, and none of them.
async fn assert_hidden(visitor: &mut Visitor, why: &str) {
    visitor.opens(SECURITY).await.sees("You have 10 left");
    assert_eq!(recovery_codes(visitor), [] as [&str; 0], "{why}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_an_authenticator_is_set_up_within_a_quarter_of_an_hour(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    let before = world.text(GIVE_CODES).await;
    ada.visitor.opens(SECURITY).await.presses("Set up another app in its place").await;
    let new = App::told(ada.visitor.sees("within 15 minutes"));
    passes(&world, 9, 0);
    confirms(&world, &mut ada).await;
    passes(&world, 5, 29);
    ada.visitor.opens(SECURITY).await;
    assert_eq!(App::told(&ada.visitor).code_in(&world, 0), new.code_in(&world, 0), "the last second of it");
    passes(&world, 0, 1);
    ada.visitor.opens(SECURITY).await.sees("Set up another app in its place").does_not_see("Finish");
    assert_eq!(ada.visitor.opens("/staff/authenticator.svg").await.status, StatusCode::NOT_FOUND);
    posts(&mut ada.visitor, "authenticator-confirm", &[("staff_code", &new.code_in(&world, 0))]).await;
    assert_eq!((ada.visitor.path.as_str(), world.text(GIVE_CODES).await), (SECURITY, before.clone()), "it is too late");
    assert_eq!(world.count(BEING_SET_UP).await, 1);
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert_eq!((world.count(BEING_SET_UP).await, world.text(GIVE_CODES).await), (0, before), "what ended is forgotten");
    // Begun anew it has as long again.
    ada.visitor.opens(SECURITY).await.presses("Set up another app in its place").await;
    let new = App::told(&ada.visitor);
    passes(&world, 3, 0);
    let code = new.fresh(&world);
    ada.visitor.fills("staff_code", &code).presses("Finish").await.sees("Your authenticator app is set up");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_first_authenticator_that_nobody_finished_is_forgotten(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (link, mut visitor) = (invites_first_admin(&world).await, world.visitor());
    accepts(&mut visitor, &link, "Ada Lovelace").await;
    visitor.opens(SECURITY).await.presses("Set up an authenticator app").await;
    passes(&world, 14, 59);
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert_eq!(world.count(BEING_SET_UP).await, 1);
    passes(&world, 0, 1);
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert_eq!(world.count("select count(*) from staff_authenticators").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_recovery_codes_are_shown_once_and_only_where_they_were_made(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    assert_hidden(&mut ada.visitor, "they were shown when the app was set up").await;
    let mut elsewhere = signs_in(&world, &ada).await;
    makes_codes(&mut ada.visitor).await;
    assert_hidden(&mut elsewhere, "another session of the same account").await;
    ada.visitor.once(Method::HEAD, SECURITY, None).await;
    let codes = recovery_codes(ada.visitor.opens(SECURITY).await);
    assert_eq!(codes.len(), 10, "whoever only asked for the headers has seen nothing: {}", ada.visitor.text());
    assert_hidden(&mut ada.visitor, "whoever comes to the same browser later").await;
    assert!(!ada.visitor.body.contains(&codes[0]));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_recovery_codes_are_shown_to_whoever_proved_just_now_who_they_are(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    passes(&world, 9, 0);
    makes_codes(&mut ada.visitor).await;
    passes(&world, 1, 0);
    assert_hidden(&mut ada.visitor, "ten minutes after they proved it").await;
    confirms(&world, &mut ada).await;
    let codes = recovery_codes(ada.visitor.opens(SECURITY).await);
    assert_eq!(codes.len(), 10, "nothing was lost: {}", ada.visitor.text());
    makes_codes(&mut ada.visitor).await;
    passes(&world, 9, 0);
    confirms(&world, &mut ada).await;
    passes(&world, 0, 30);
    assert_hidden(&mut ada.visitor, "ten minutes after they were made").await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_the_first_second_step_is_set_up_within_a_day_of_accepting(_: PgPoolOptions, connect: PgConnectOptions) {
    const REFUSED: &str = "The email address or the password is not right";
    let world = World::new(connect).await;
    let (link, mut left) = (invites_first_admin(&world).await, world.visitor());
    accepts(&mut left, &link, "Ada Lovelace").await;
    passes(&world, 24 * 60 - 1, 59);
    let mut visitor = world.visitor();
    types_password(&mut visitor, ADA, PASSWORD).await;
    assert_eq!(visitor.path, SECURITY, "{}", visitor.text());
    passes(&world, 0, 1);
    for mut late in [world.visitor(), left] {
        types_password(&mut late, ADA, PASSWORD).await;
        late.sees_error("password", REFUSED);
        assert_eq!(late.opens(SECURITY).await.path, "/staff/sign-in");
    }
    assert_eq!(world.count("select count(*) from staff_authenticators").await, 0);
}
