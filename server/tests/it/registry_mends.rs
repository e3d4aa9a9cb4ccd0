//! What the registry once let through: wrong numbers, pairs that were sent at once, nights that ended early.

use std::time::Duration;

use backend::{
    FormError,
    email_codes::{NETWORK_CODES_PER_HOUR, count_network},
    registry::{deployment, drafts, held, yearly},
};
use domain::{
    id::RegistrantId,
    paths,
    registry::{
        Step,
        deployed::ReportDeployment,
        forms::{AnswerStep, Then},
    },
};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::{Person, WRITER, given, ready, taken},
    registry_my::{ADA, registered, signs_in},
    registry_my_yearly::nights,
    registry_pages::{begins, continues, goes_to},
    world::World,
};

const STATE: &str = "select state from registrations";
const PAIRS: &str = "select count(*) from duplicate_candidates";
/// A college whose numbers have five digits.
pub const COLLEGE: &str = "insert into regulators (id, name, position, number_pattern, number_example)
                       values ('Tested', 'College of Tests', 999, '[0-9]{5}', '12345')";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_other_telephone_makes_people_look_alike(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let phones = given(&[("primary_phone", "(250) 555-0100"), ("secondary_phone", "(250) 555-0199")]);
    let ada = Person { otherwise: vec![(Step::Phones, phones)], ..Person::named("Ada") };
    taken(ready(&world, &ada).await.sends(&world.backend).await);
    let again = Person {
        email: "lovelace@example.org".to_owned(),
        phone: "(250) 555-0199".to_owned(),
        postal_code: "V9A 1A1".to_owned(),
        ..Person::named("Ada")
    };
    taken(ready(&world, &again).await.sends(&world.backend).await);
    assert_eq!(world.texts("select array_to_string(reasons, ' ') from duplicate_candidates").await, ["name phone"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn of_two_who_are_sent_at_once_the_second_sees_the_first(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for (n, last_name) in (0..).zip(["Abel", "Bell", "Cole", "Dean"]) {
        let person = |email: String| Person {
            email,
            phone: format!("(250) 555-010{n}"),
            last_name: last_name.to_owned(),
            ..Person::named("Ada")
        };
        let one = ready(&world, &person(format!("one{n}@example.com"))).await;
        let other = ready(&world, &person(format!("other{n}@example.com"))).await;
        let (first, second) = tokio::join!(one.sends(&world.backend), other.sends(&world.backend));
        taken(first);
        taken(second);
        assert_eq!(world.count(PAIRS).await, n + 1);
    }
}

/// EH-19
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_19_a_number_in_another_format_does_not_go_on(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.run(COLLEGE).await;
    let mut ada = ready(&world, &Person::named("Ada")).await;
    let draft = ada.draft;
    let answers = async |number: &str, then: Then| {
        let open = drafts::find(&world.backend, draft).await.expect("readable").expect("a draft");
        let typed = given(&[("regulator", "Tested"), ("registration_number", number)]);
        let form = AnswerStep { step: Step::RegistrationNumber, version: open.shown(), then, typed };
        drafts::answer(&world.backend, draft, &form, WRITER).await
    };
    let wrong = answers("123456", Then::Continue).await;
    assert!(matches!(wrong, Err(FormError::Refused(_))), "{wrong:?}");
    assert!(answers("123456", Then::Save).await.is_ok(), "half a page is saved without a word");
    let open = drafts::find(&world.backend, draft).await.expect("readable").expect("a draft");
    ada.form.version = open.shown();
    assert_eq!(ada.sends(&world.backend).await.expect("led on"), paths::register_check(), "nor is it sent");
    assert_eq!(world.count("select count(*) from registrations").await, 0);
    assert!(answers("12345", Then::Continue).await.is_ok());
}

/// RP-10: what numbers look like is a row of their college, whose name and example the message gives.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_10_a_college_says_what_its_numbers_look_like(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.run(COLLEGE).await;
    let mut visitor = begins(&world).await;
    goes_to(&mut visitor, "registration-number").await;
    let number = |number| [("regulator", "Tested"), ("registration_number", number)];
    continues(&mut visitor, &number("AB123")).await;
    let words = "Registration number must be in the format used by College of Tests, like";
    visitor.sees_error("registration_number", &format!("{words} 12345"));
    world
        .run("update regulators set number_pattern = '[A-Z]{2}[0-9]+', number_example = 'AB1' where id = 'Tested'")
        .await;
    continues(&mut visitor, &number("12345")).await;
    visitor.sees_error("registration_number", &format!("{words} AB1"));
    continues(&mut visitor, &number("AB123")).await;
    assert_eq!(visitor.path, "/register/employment");
}

/// EH-19
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_19_a_number_that_was_refused_is_not_saved_from_another_page(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.run(COLLEGE).await;
    let status = given(&[("registration_status", "notRegistered")]);
    registered(&world, &Person { otherwise: vec![(Step::RegistrationStatus, status)], ..Person::named("Ada") }).await;
    let mut visitor = signs_in(&world, ADA).await;
    visitor.opens("/my/registration/registration-status").await.fills("registration_status", "registered");
    visitor.presses("Continue").await;
    assert_eq!(visitor.path, "/my/registration/registration-number");
    visitor.fills("regulator", "Tested").fills("registration_number", "123456").presses("Continue").await;
    let words = "Registration number must be in the format used by College of Tests, like 12345";
    visitor.sees_error("registration_number", words);
    visitor.opens("/my/registration/registration-status").await.presses("Continue").await;
    assert_eq!(visitor.path, "/my/registration/registration-number");
    assert_eq!(world.text("select version::text from registrations").await, "1", "nothing is saved");
    visitor.fills("registration_number", "12345").presses("Continue").await.sees("Your registration was updated");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_48_another_page_leaves_what_is_not_saved_yet(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let mut visitor = signs_in(&world, ADA).await;
    visitor.opens("/my/registration/employment").await;
    visitor.fills("current_employment", "healthSectorEmployed").presses("Continue").await;
    visitor.opens("/my/registration/name").await.fills("first_name", "Augusta").presses("Continue").await;
    visitor.sees("Your registration was updated").sees("not saved yet");
    let stored = "select first_name || ' ' || current_employment from registrations";
    assert_eq!(world.text(stored).await, "Augusta notHealthSectorEmployed");
    visitor.opens("/my/registration/postal-code").await.fills("postal_code", "x").presses("Continue").await;
    visitor.opens("/my/registration/postal-code").await.fills("postal_code", "V5K 0A1").presses("Continue").await;
    visitor.opens("/my/registration/employers").await.fills("employers", "fraser").presses("Continue").await;
    visitor.sees("Your registration was updated").does_not_see("not saved yet");
    assert_eq!(world.text(stored).await, "Augusta healthSectorEmployed");
    assert_eq!(world.text("select postal_code from registrations").await, "V5K 0A1");
}

/// RP-08
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_08_nobody_lapses_and_is_erased_in_one_night(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    nights(&world, 740).await;
    for _ in 0..3 {
        nights(&world, 30).await;
    }
    assert_eq!(world.text(STATE).await, "lapsed", "asked late, told just now");
    nights(&world, 29).await;
    assert_eq!(world.text(STATE).await, "lapsed");
    nights(&world, 1).await;
    assert_eq!(world.text(STATE).await, "erased");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_08_one_persons_failure_keeps_nobody_waiting(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    registered(&world, &Person::named("Byron")).await;
    world
        .run(
            "create function fails() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
             create trigger fails before update of asked_at on registrations for each row
                 when (new.first_name = 'Ada') execute function fails()",
        )
        .await;
    world.backend.clock.advance(SignedDuration::from_hours(24 * 365));
    yearly::run(&world.backend).await.expect("the night goes on");
    let asked = "select first_name from registrations where asked_at is not null";
    assert_eq!(world.texts(asked).await, ["Byron"]);
    world.run("drop trigger fails on registrations").await;
    yearly::run(&world.backend).await.expect("the next night");
    assert_eq!(world.count("select count(*) from registrations where asked_at is not null").await, 2);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_network_asks_for_so_many_codes_an_hour(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let asks = async |from: &str| count_network(&world.backend, Some(from.parse().expect("an address"))).await;
    for _ in 0..NETWORK_CODES_PER_HOUR {
        asks("2001:db8:1:2::1").await.expect("so many are mailed");
    }
    let more = asks("2001:db8:1:2:ffff::2").await;
    assert!(matches!(more, Err(FormError::TooOften { seconds: 3_600 })), "{more:?}");
    asks("2001:db8:1:3::1").await.expect("another network");
    world.backend.clock.advance(SignedDuration::from_hours(1));
    asks("2001:db8:1:2::1").await.expect("an hour later");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nothing_is_written_of_somebody_who_is_being_erased(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let backend = &world.backend;
    let id: RegistrantId = world.text("select id::text from registrants").await.parse().expect("an id");
    let mut tx = backend.db.begin().await.expect("a transaction");
    let owner = store::registry::leaving::lock(&mut tx, id).await.expect("the database").expect("somebody");
    let erased = async move {
        tokio::time::sleep(Duration::from_millis(200)).await;
        store::registry::leaving::erase(&mut tx, &owner, &[0; 32], backend.clock.now()).await.expect("erased");
        tx.commit().await.expect("committed");
    };
    let reported = deployment::report(backend, id, ReportDeployment::NotDeployed);
    let ((), reported, agreed) = tokio::join!(erased, reported, held::consent(backend, id, &[]));
    assert!(matches!(reported, Err(FormError::NotFound)), "{reported:?}");
    assert!(matches!(agreed, Err(FormError::NotFound)), "{agreed:?}");
    assert_eq!(
        world.count("select (select count(*) from deployment_reports) + (select count(*) from consents)").await,
        0
    );
}
