//! The yearly question whether everything is still right, and what becomes of whoever does not answer.

use axum::http::StatusCode;
use backend::registry::{OwnerLink, yearly};
use domain::id::RegistrantId;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::Person,
    registry_my::{ADA, ada, link_in, registered},
    world::World,
};

const STATE: &str = "select state from registrations";

/// Lets days pass, and has the night after them twice.
pub async fn nights(world: &World, days: i64) {
    world.backend.clock.advance(SignedDuration::from_hours(24 * days));
    yearly::run(&world.backend).await.expect("the nightly job");
    yearly::run(&world.backend).await.expect("the nightly job, once more");
}

async fn subjects(world: &World) -> Vec<String> {
    world.mails_to(ADA).await.into_iter().skip(1).map(|mail| mail.subject).collect()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_08_who_does_not_answer_lapses_and_is_erased(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let (asked, again) = ("Are your details still right?", "Reminder: are your details still right?");
    nights(&world, 364).await;
    assert!(!subjects(&world).await.contains(&asked.to_owned()), "not before a year");
    nights(&world, 1).await;
    nights(&world, 30).await;
    nights(&world, 30).await;
    nights(&world, 29).await;
    assert_eq!(world.text(STATE).await, "active");
    nights(&world, 1).await;
    assert_eq!(world.text(STATE).await, "lapsed");
    let sent = subjects(&world).await;
    let yearly: Vec<&str> =
        sent.iter().map(String::as_str).filter(|subject| *subject != "Confirm your email address").collect();
    assert!(yearly.ends_with(&[asked, again, again, "You are no longer matched"]), "each once: {yearly:?}");
    world.run("update registrants set legal_hold = true").await;
    nights(&world, 730 - 455).await;
    assert_eq!(world.text(STATE).await, "lapsed", "a legal hold stops it");
    world.run("update registrants set legal_hold = false").await;
    nights(&world, 1).await;
    assert_eq!(world.text(STATE).await, "erased");
}

/// EH-47
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_47_the_link_shows_next_to_nothing_and_one_press_answers(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    nights(&world, 365).await;
    let mails = world.mails_to(ADA).await;
    let link = link_in(mails.last().expect("the question"), "Yes, still right");
    nights(&world, 30).await;
    nights(&world, 30).await;
    nights(&world, 30).await;
    assert_eq!(world.text(STATE).await, "lapsed");
    let mut visitor = world.visitor();
    visitor.opens(&link).await.sees("Ada").sees("Midwife").sees("22 November 2026");
    visitor.does_not_see("Lovelace").does_not_see("V8W 9W2").does_not_see("555-0142").does_not_see(ADA);
    assert_eq!(world.text(STATE).await, "lapsed", "a scanner answers nothing");
    visitor.presses("Yes, still right").await.sees("confirmed and active");
    assert_eq!(world.text(STATE).await, "active");
    let confirmed = "select count(*) from registrations where last_confirmed_at > '2027-11-01' and asked_at is null";
    assert_eq!(world.count(confirmed).await, 1);
    let forged = link.replace("/still-right/", "/still-right/x");
    visitor.opens(&forged).await;
    assert_eq!(visitor.status, StatusCode::GONE);
    let id: RegistrantId = world.text("select id::text from registrants").await.parse().expect("an id");
    visitor.opens(&format!("/still-right/{id}/{}", "1.x")).await;
    assert_eq!(visitor.status, StatusCode::GONE, "an id alone opens nothing");
    let path = OwnerLink::StillRight.path(&world.backend, id, ADA).to_string();
    visitor.opens(&path).await;
    let withdraw = visitor.links("I am no longer interested").first().expect("a way out").clone();
    visitor.opens(&withdraw).await.sees("Why are you withdrawing?");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn who_withdrew_is_erased_after_30_days(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/my/withdraw").await.fills("withdrawal_reason", "leave_registry").presses("Withdraw").await;
    nights(&world, 29).await;
    assert_eq!(world.text(STATE).await, "withdrawn");
    nights(&world, 1).await;
    assert_eq!(world.text(STATE).await, "erased");
}

/// EH-51
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_51_a_deployment_is_reported(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/my/deployment").await.fills("deployed", "yes").presses("Save").await;
    visitor.sees_error("deployed_from-day", "Enter the date your deployment started");
    visitor.fills("deployed", "yes").fills("deployed_from-day", "3").fills("deployed_from-month", "8");
    visitor.fills("deployed_from-year", "2026").presses("Save").await;
    visitor.sees("Thank you for telling us").sees("Deployed since 3 August 2026");
    visitor.opens("/my/deployment").await.fills("deployed", "no").presses("Save").await.sees("Not deployed");
    let kept = "select string_agg(deployed || coalesce(start_date::text, ''), ',' order by reported_at, id) from deployment_reports";
    assert_eq!(world.text(kept).await, "true2026-08-03,false");
}

/// EH-49: one press says that everything is still right; whoever is not interested any more leaves, with a reason.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_49_who_is_not_interested_any_more_says_why(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    nights(&world, 365).await;
    let mails = world.mails_to(ADA).await;
    let link = link_in(mails.last().expect("the question"), "Yes, still right");
    let mut visitor = world.visitor();
    visitor.opens(&link).await.presses("Yes, still right").await.sees("confirmed and active");
    visitor.opens(&link).await;
    let leave = visitor.links("I am no longer interested").concat();
    visitor.opens(&leave).await.presses("Withdraw").await;
    visitor.sees_error("withdrawal_reason", "Select why you are withdrawing");
    visitor.fills("withdrawal_reason", "no_longer_relevant").presses("Withdraw").await.sees("You have withdrawn");
    assert_eq!(world.text(STATE).await, "withdrawn");
    assert_eq!(world.text("select reason::text from withdrawals").await, "no_longer_relevant");
    visitor.opens(&link).await.does_not_see("I am no longer interested");
}

/// EH-57: whoever left is reminded of nothing and asked nothing more.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_57_whoever_left_is_written_to_no_more(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    registered(&world, &Person { phone: "604 555 0199".to_owned(), ..Person::named("Byron") }).await;
    let id: RegistrantId =
        world.text("select id::text from registrants where email = 'ada@example.com'").await.parse().expect("an id");
    let link = OwnerLink::Withdraw.path(&world.backend, id, ADA).to_string();
    let mut visitor = world.visitor();
    visitor.opens(&link).await.fills("withdrawal_reason", "leave_registry").presses("Withdraw").await;
    nights(&world, 3).await;
    let reminder = "Confirm your email address".to_owned();
    let to_byron = world.mails_to("byron@example.com").await;
    assert!(to_byron.iter().any(|mail| mail.subject == reminder), "who stays is reminded");
    assert!(!subjects(&world).await.contains(&reminder));
    let state = "select state from registrations where first_name = 'Ada'";
    assert_eq!(world.text(state).await, "withdrawn");
    nights(&world, 26).await;
    assert_eq!(subjects(&world).await, ["You have withdrawn from the registry"]);
}
