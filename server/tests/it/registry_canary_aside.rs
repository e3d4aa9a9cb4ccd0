//! The same as `registry_canary` on the pages beside its journey (G-P1): a code in the place of the automatic check, two
//! registrations of one address, saved or sent, and leaving by the link of a message.

use backend::registry::OwnerLink;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    conflicts::Log,
    registrants::{Person, ready, taken, unproved},
    registry_canary::{assert_unlogged, logs_into},
    registry_journey::starts,
    registry_my::signs_in,
    registry_watch::{Canary, Watch, left},
    visitor::Visitor,
    world::World,
};

const MAIL: &str = "zqmailbox@example.com";

/// What is looked for, and where it may be shown.
const CANARIES: &[Canary] = &[
    ("zqfirstname", &["/register/check", "/my/registration"]),
    ("zqsavedname", &["/register/name"]),
    ("zqheldname", &["/my/which"]),
    (
        "zqmailbox",
        &["/register/save", "/register/resume", "/register/check", "/register/human-code", "/register/done", "/my"],
    ),
    ("zqwhyileft", &["/withdraw/"]),
];

/// Somebody of that address.
fn named(first_name: &str) -> Person {
    Person { email: MAIL.to_owned(), ..Person::named(first_name) }
}

/// Begins a registration, and saves it for that address.
async fn saves(world: &World) -> Visitor {
    let mut visitor = starts(world).await;
    visitor.fills("first_name", "Zqsavedname").presses("Save and come back later").await;
    visitor.fills("save_email", MAIL).presses("Save my answers").await;
    assert_eq!(visitor.path, "/register/saved");
    visitor
}

/// Saves two, and keeps one of them.
async fn chooses_what_to_go_on_with(world: &World) {
    saves(world).await;
    world.backend.clock.advance(SignedDuration::from_hours(2));
    let mut visitor = saves(world).await;
    visitor.opens("/register/resume").await.fills("resume_email", MAIL).presses("Send me a code").await;
    let code = world.code_for(MAIL).await;
    visitor.fills("code", &code).presses("Continue").await;
    assert_eq!(visitor.path, "/register/which");
    visitor.presses("Keep the newer answers").await.opens("/register/name").await;
    assert_eq!(visitor.value_of("first_name"), "Zqsavedname");
}

/// Registers with a code in the place of the automatic check.
async fn registers(world: &World) {
    let mut visitor = unproved(world, &named("Zqfirstname")).await.browser(world);
    visitor.opens("/register/check").await.sees("Zqfirstname").presses("Send me an email code instead").await;
    assert_eq!(visitor.path, "/register/human-code");
    visitor.sees(MAIL).fills("code", world.wrong_code_for(MAIL).await).presses("Continue").await;
    assert_eq!(visitor.path, "/register/human-code");
    let code = world.code_for(MAIL).await;
    visitor.fills("code", &code).presses("Continue").await;
    visitor.fills("certification", "yes").presses("Send registration").await.sees("Registration sent");
}

/// Is asked which of two that were sent counts.
async fn chooses_what_counts(world: &World) {
    taken(ready(world, &named("Zqheldname")).await.sends(&world.backend).await);
    let mut visitor = signs_in(world, MAIL).await;
    assert_eq!(visitor.path, "/my/which");
    visitor.sees("Zqheldname").presses("Keep the old answers").await.sees("Zqfirstname");
}

/// Leaves by the link of a message, at the second try.
async fn leaves(world: &World, link: &str) {
    let mut reader = world.visitor();
    reader.opens(link).await.does_not_see("Zq");
    reader.fills("withdrawal_text", "Zqwhyileft").presses("Withdraw").await.sees("There is a problem");
    assert_eq!((reader.path.as_str(), reader.value_of("withdrawal_text").as_str()), (link, "Zqwhyileft"));
    reader.fills("withdrawal_reason", "other").presses("Withdraw").await.sees("You have withdrawn");
    reader.opens(link).await.sees("You have already withdrawn").does_not_see("Zq");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn beside_the_journey_nothing_stands_where_it_does_not_belong(_: PgPoolOptions, connect: PgConnectOptions) {
    let (watch, log) = (Watch::default(), Log::default());
    let world = watch.over(World::new(connect).await);
    let logging = logs_into(&log);
    chooses_what_to_go_on_with(&world).await;
    registers(&world).await;
    let registrant = world.text("select id::text from registrants").await.parse().expect("an id");
    let link = OwnerLink::Withdraw.path(&world.backend, registrant, MAIL).to_string();
    chooses_what_counts(&world).await;
    leaves(&world, &link).await;
    drop(logging);
    assert_unlogged(&log, CANARIES);
    let tables = left(&world, CANARIES).await;
    assert!(!tables.iter().any(|found| found.ends_with(": zqwhyileft")), "own words are encrypted: {tables:?}");
    let (answers, showing) = watch.assert_discreet(CANARIES);
    assert!(showing > 8, "of {answers} answers {showing} show something");
}
