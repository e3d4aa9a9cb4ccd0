//! Days and moments of the registry, which has a time zone of its own.

use backend::{Clock, Mailer};
use domain::{paths, registry::Step};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    registrants::{Person, given, ready, taken},
    registry_journey::starts,
    registry_my::{ADA, ada, registered, signs_in},
    registry_pages::{begins, continues, goes_to, opens},
    world::World,
};

/// Five in the morning of 2 March in London, in the evening of 1 March in Vancouver.
const MARCH: &str = "2027-03-02T05:00:00Z";
/// Six in the morning of 2 July in London, ten in the evening of 1 July in Vancouver.
const JULY: &str = "2027-07-02T05:00:00Z";
const TO_COME: &str = "Date of your last deployment must be today or in the past";

async fn at(connect: PgConnectOptions, moment: &str) -> World {
    let clock = Clock::fixed(moment.parse().expect("a moment"));
    World::of(connect, 12, clock, Mailer::memory()).await
}

/// Answers of whoever was last deployed on a day of March 2027.
fn deployed_on(day: &'static str) -> [(&'static str, &'static str); 4] {
    [
        ("last_deployment_date-day", day),
        ("last_deployment_date-month", "3"),
        ("last_deployment_date-year", "2027"),
        ("last_deployed_authority", "fraser"),
    ]
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_day_is_to_come_in_the_wizard_until_it_begins_in_vancouver(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = at(connect, MARCH).await;
    let mut visitor = begins(&world).await;
    goes_to(&mut visitor, "last-deployment").await;
    continues(&mut visitor, &deployed_on("1")).await;
    assert_eq!(visitor.path, "/register/check", "today is not to come");
    opens(&mut visitor, "last-deployment").await;
    continues(&mut visitor, &deployed_on("2")).await;
    visitor.sees_error("last_deployment_date-day", TO_COME);
    world.backend.clock.advance(SignedDuration::from_hours(3));
    continues(&mut visitor, &deployed_on("2")).await;
    assert_eq!(visitor.path, "/register/check", "it has begun");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_day_to_come_is_neither_sent_nor_saved_before_it_begins_in_vancouver(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = at(connect, MARCH).await;
    let deployed = |day| {
        let before = (Step::DeployedBefore, given(&[("has_previous_deployment", "yes")]));
        let otherwise = vec![before, (Step::LastDeployment, given(&deployed_on(day)))];
        Person { otherwise, ..Person::named("Ada") }
    };
    let early = ready(&world, &deployed("2")).await;
    assert_eq!(early.sends(&world.backend).await.expect("an answer"), paths::register_check());
    registered(&world, &deployed("1")).await;
    assert_eq!(world.text("select sent_on::text from registering_times").await, "2027-03-01");
    let mut visitor = signs_in(&world, ADA).await;
    visitor.opens("/my/registration/last-deployment").await;
    continues(&mut visitor, &deployed_on("2")).await;
    visitor.sees_error("last_deployment_date-day", TO_COME);
    assert_eq!(world.text("select last_deployment_date::text from registrations").await, "2027-03-01");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn pages_show_the_days_and_times_of_vancouver(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = at(connect, JULY).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/my/registration/name").await.fills("first_name", "Augusta").presses("Continue").await;
    let again = Person { postal_code: "V5K 0A1".to_owned(), ..Person::named("Ada") };
    taken(ready(&world, &again).await.sends(&world.backend).await);
    visitor.opens("/my/registration").await.sees("Last confirmed on 1 July 2027").sees("1 July 22:00, by you");
    visitor.does_not_see("2 July");
    visitor.opens("/my/data").await.sees("1 July 22:00").sees("sent on 1 July 2027").does_not_see("2 July");
    visitor.opens("/my/which").await.sees("sent on 1 July 2027");
    // Of the catalogue they are those of London.
    world.has(Leaflet::default()).await;
    visitor.opens("/publications/measles-leaflet").await.sees("2 July 2027").does_not_see("1 July");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn letters_tell_the_days_and_times_of_vancouver(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = at(connect, JULY).await;
    let mut saving = starts(&world).await;
    saving.opens("/register/save").await.fills("save_email", ADA).presses("Save my answers").await;
    let mut visitor = ada(&world).await;
    visitor.opens("/my/registration/name").await.fills("first_name", "Augusta").presses("Continue").await;
    taken(ready(&world, &Person::named("Ada")).await.sends(&world.backend).await);
    world.mails_to(ADA).await;
    visitor.opens("/my/withdraw").await.fills("withdrawal_reason", "leave_registry").presses("Withdraw").await;
    visitor.sees("You have withdrawn");
    let letters: Vec<String> = world.mails_to(ADA).await.into_iter().map(|mail| mail.text).collect();
    for words in [
        "kept until 31 July 2027",
        "for this code on 1 July 22:00",
        "You changed these parts on 1 July 22:00",
        "made on 1 July 2027 and last changed on 1 July 2027",
        "Your data will be erased on 31 July 2027",
    ] {
        assert!(letters.iter().any(|letter| letter.contains(words)), "no letter says {words:?}: {letters:#?}");
    }
}
