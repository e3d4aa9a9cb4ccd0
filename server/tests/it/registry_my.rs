//! Signing in to one's registration, and changing what it says.

use axum::http::{Method, StatusCode};
use domain::registry::sending::Consent;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::{Person, ready, taken},
    visitor::Visitor,
    world::{ORIGIN, World},
};

pub const ADA: &str = "ada@example.com";
const CHANGES: &str = "select field || ':' || coalesce(array_to_string(old_values, ','), '-') || '>' || \
                       coalesce(array_to_string(new_values, ','), '-') from registration_changes where version > 1 order by 1";
const VERSION: &str = "select version::text from registrations where state = 'active'";

/// Somebody registered.
pub async fn registered(world: &World, person: &Person) {
    taken(ready(world, person).await.agreeing(&[Consent::Campaigns]).sends(&world.backend).await);
    world.mails_to(&person.email).await;
}

/// Asks for a code and enters it.
pub async fn signs_in(world: &World, email: &str) -> Visitor {
    let mut visitor = world.visitor();
    visitor.opens("/my").await.fills("sign_in_email", email).presses("Send me a code").await;
    let code = world.code_for(email).await;
    visitor.fills("code", &code).presses("Sign in").await;
    visitor
}

/// Ada, registered and signed in.
pub async fn ada(world: &World) -> Visitor {
    registered(world, &Person::named("Ada")).await;
    signs_in(world, ADA).await
}

/// The path of the newest link in a mail, under its words.
pub fn link_in(mail: &backend::mail::Mail, words: &str) -> String {
    let after = mail.text.split(&format!("{words}:")).nth(1).unwrap_or_else(|| panic!("no {words:?}:\n{}", mail.text));
    let address = after.split_whitespace().next().expect("an address");
    address.strip_prefix(ORIGIN).expect("an address of ours").to_owned()
}

/// RP-07
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_07_signing_in_says_the_same_to_everybody(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    assert_eq!(visitor.path, "/my/registration");
    visitor.sees("Your registration").sees("Active").sees("Ada").sees("V8W 9W2").sees("Midwife");
    let mut pages = Vec::new();
    for email in [ADA, "nobody@example.com"] {
        let mut visitor = world.visitor();
        visitor.opens("/my").await.fills("sign_in_email", email).presses("Send me a code").await;
        visitor.sees("We have emailed");
        pages.push(visitor.text().replace(email, "…"));
    }
    assert_eq!(pages[0], pages[1]);
    let mails = world.mails_to("nobody@example.com").await;
    assert_eq!(
        mails.iter().map(|mail| mail.subject.as_str()).collect::<Vec<_>>(),
        ["No registration uses this address"]
    );
    visitor.opens("/my").await;
    assert_eq!(visitor.path, "/my/registration", "who is signed in goes on");
    let mut stranger = world.visitor();
    for page in ["/my/registration", "/my/registration/name", "/my/data", "/my/erase", "/my/withdraw", "/my/data.json"]
    {
        stranger.opens(page).await;
        assert_eq!(stranger.path, "/my", "{page}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_53_the_link_of_a_message_signs_in_where_it_was_asked_for(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let mut visitor = world.visitor();
    visitor.opens("/my").await.fills("sign_in_email", ADA).presses("Send me a code").await;
    let mails = world.mails_to(ADA).await;
    let link = link_in(mails.last().expect("a code"), "Enter it here");
    let mut elsewhere = world.visitor();
    elsewhere.opens(&link).await.sees("This browser did not ask for the code");
    visitor.opens(&link).await;
    assert_eq!(world.count("select count(*) from registrant_sessions").await, 0, "a scanner signs nobody in");
    let before = visitor.cookie("__Host-sid").cloned();
    visitor.presses("Sign in").await.sees("Your registration");
    assert_ne!(visitor.cookie("__Host-sid").cloned(), before, "the session has another token");
    visitor.presses("Sign out").await.opens(&link).await.presses("Sign in").await;
    assert_eq!(visitor.path, "/my", "it works once");
    visitor.sees_error("sign_in_email", "The code has expired. Request a new one");
    world.backend.clock.advance(SignedDuration::from_mins(29));
    visitor.opens(&link).await.sees("Press the button");
    world.backend.clock.advance(SignedDuration::from_mins(2));
    visitor.opens(&link).await.sees("This link has expired");
    assert_eq!(visitor.status, StatusCode::GONE);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_07_nobody_stays_signed_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    for _ in 0..17 {
        world.backend.clock.advance(SignedDuration::from_mins(28));
        visitor.opens("/my/registration").await;
        assert_eq!(visitor.path, "/my/registration");
    }
    world.backend.clock.advance(SignedDuration::from_mins(5));
    visitor.opens("/my/registration").await;
    assert_eq!(visitor.path, "/my", "8 hours are over");
    let mut visitor = signs_in(&world, ADA).await;
    world.backend.clock.advance(SignedDuration::from_mins(31));
    visitor.opens("/my/registration").await;
    assert_eq!(visitor.path, "/my", "30 minutes of nothing");
    let (mut one, mut other) = (signs_in(&world, ADA).await, signs_in(&world, ADA).await);
    one.opens("/my/registration").await.presses("Sign out everywhere").await.sees("You have signed out");
    other.opens("/my/registration").await;
    assert_eq!(other.path, "/my");
}

/// EH-48
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_48_a_page_is_filled_in_and_saved_at_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/my/registration/phones").await;
    assert_eq!(visitor.value_of("primary_phone"), "(250) 555-0142");
    visitor.fills("secondary_phone", "250 555 0143").presses("Continue").await;
    visitor.sees("Your registration was updated").sees("250 555 0143");
    assert_eq!(world.texts(CHANGES).await, ["secondary_phone:->250 555 0143"]);
    let mails = world.mails_to(ADA).await;
    let mail = mails.last().expect("a letter");
    assert_eq!(mail.subject, "Your registration was updated");
    assert!(mail.text.contains("Contact") && !mail.text.contains("555 0143"), "sections, not values:\n{}", mail.text);
    visitor.opens("/my/registration/phones").await.presses("Continue").await;
    visitor.does_not_see("Your registration was updated");
    assert_eq!(world.text(VERSION).await, "2", "nothing changed");
    visitor.opens("/my/registration/phones").await.fills("secondary_phone", "").presses("Continue").await;
    assert_eq!(world.count("select count(*) from registrations where secondary_phone is null").await, 1, "emptied");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_50_what_is_not_sent_stays(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let person = Person { number: Some("RN 1234".to_owned()), ..Person::named("Ada") };
    registered(&world, &person).await;
    let mut visitor = signs_in(&world, ADA).await;
    let body = "step=name&shown_version=1&last_name=Byron&postal_code=V5K0A1&state=withdrawn&primary_phone=";
    visitor.once(Method::POST, "/do/my/change", Some(body.to_owned())).await;
    assert_eq!(world.texts(CHANGES).await, ["last_name:Lovelace>Byron"]);
    let row =
        "select first_name || last_name || postal_code || state || (number_sealed is not null) from registrations";
    assert_eq!(world.text(row).await, "AdaByronV8W 9W2activetrue");
    visitor.opens("/my/registration/registration-number").await;
    assert_eq!(visitor.value_of("registration_number"), "RN 1234");
    visitor.fills("registration_number", "RN 9").presses("Continue").await.sees("RN 9");
    let sealed = "select count(*) from registration_changes where field = 'registration_number' and version = 3 \
                  and old_sealed is not null and new_sealed is not null and new_values is null";
    assert_eq!(world.count(sealed).await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_48_what_is_newly_asked_comes_before_saving(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/my/registration/employment").await;
    visitor.fills("current_employment", "healthSectorEmployed").presses("Continue").await;
    assert_eq!(visitor.path, "/my/registration/employers");
    assert_eq!(world.text(VERSION).await, "1", "nothing is saved yet");
    visitor.opens("/my/registration").await.sees("not saved yet");
    visitor.opens("/my/registration/employers").await.presses("Continue").await.sees("There is a problem");
    visitor.fills("employers", "fraser").presses("Continue").await.sees("Your registration was updated");
    assert_eq!(world.text("select string_agg(employer, ',') from registration_employers").await, "fraser");
    assert_eq!(world.text(VERSION).await, "2", "once");
    assert_eq!(world.count("select count(*) from registration_updates").await, 0);
    visitor.opens("/my/registration/employment").await;
    visitor.fills("current_employment", "notHealthSectorEmployed").presses("Continue").await;
    visitor.opens("/my/registration").await.presses("Forget these changes").await.does_not_see("not saved yet");
    visitor.opens("/my/registration/name").await.fills("first_name", "Augusta").presses("Continue").await;
    assert_eq!(world.count("select count(*) from registration_employers").await, 1, "what was forgotten is gone");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_48_two_windows_are_told_apart(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut one = ada(&world).await;
    let mut other = signs_in(&world, ADA).await;
    one.opens("/my/registration/name").await.fills("first_name", "Augusta");
    other.opens("/my/registration/name").await.fills("first_name", "Adele").presses("Continue").await;
    one.presses("Continue").await.sees("Your answers were changed in another window").sees("Augusta").sees("Adele");
    assert_eq!((one.path.as_str(), one.status), ("/my/changed", StatusCode::CONFLICT));
    assert_eq!(world.text("select first_name from registrations").await, "Adele");
    one.presses("Use what I typed here").await.sees("Your registration was updated");
    assert_eq!(world.text("select first_name from registrations").await, "Augusta");
    other.opens("/my/registration/postal-code").await.fills("postal_code", "V5K 0A1");
    one.opens("/my/registration/name").await.fills("first_name", "Ada").presses("Continue").await;
    other.presses("Continue").await.presses("Keep the stored answers").await;
    assert_eq!(world.text("select postal_code from registrations").await, "V8W 9W2");
}

/// EH-53
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_53_that_a_registration_was_updated_is_said_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/my/registration/name").await.fills("first_name", "Augusta").presses("Continue").await;
    assert_eq!(visitor.path, "/my/registration");
    visitor.sees("Your registration was updated").sees("Augusta");
    visitor.opens("/my/registration").await.does_not_see("Your registration was updated").sees("Augusta");
}
