//! Whose registration it is: limits, addresses that have one, people who look alike, and proved addresses.

use backend::{
    FormError,
    jobs::tidy_up,
    registry::sending::{confirm_address, done, is_confirm_link},
};
use domain::{
    id::RegistrantId,
    paths,
    registry::{Step, sending::Consent},
};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::{Person, given, ready, refused, taken},
    world::World,
};

const STATES: &str = "select state from registrations order by submitted_at, id";

/// EH-44
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_44_thirty_an_hour_from_a_network_and_only_those_that_were_taken(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let backend = &world.backend;
    for n in 0..30 {
        let mut one = ready(&world, &Person::named(&format!("P{n}"))).await.sending_from("203.0.113.7");
        let right = one.form.version;
        one.form.version.0 += 1;
        assert_eq!(refused(one.sends(backend).await), "any-out-of-date", "this one is free");
        one.form.version = right;
        taken(one.sends(backend).await);
    }
    let late = ready(&world, &Person::named("Late")).await;
    let there = late.clone().sending_from("203.0.113.7");
    let outcome = there.sends(backend).await;
    assert!(matches!(outcome, Err(FormError::TooOften { seconds: 3_600 })), "{outcome:?}");
    assert_eq!(world.count("select count(*) from registration_drafts").await, 1, "the answers are kept");
    taken(late.sending_from("203.0.113.8").sends(backend).await);
    world.backend.clock.advance(SignedDuration::from_hours(1));
    taken(ready(&world, &Person::named("Later")).await.sending_from("203.0.113.7").sends(backend).await);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_44_three_a_day_for_an_address(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let backend = &world.backend;
    for email in ["ada@example.com", "Ada@example.com", "ADA@EXAMPLE.COM"] {
        let one = ready(&world, &Person { email: email.to_owned(), ..Person::named("Ada") }).await;
        taken(one.sends(backend).await);
    }
    let fourth = ready(&world, &Person::named("Ada")).await;
    let outcome = fourth.sends(backend).await;
    assert!(matches!(outcome, Err(FormError::TooOften { seconds: 54_000 })), "at midnight (UTC): {outcome:?}");
    assert_eq!(world.texts(STATES).await, ["active", "held", "held"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_second_registration_waits_for_the_owner_of_the_address(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let backend = &world.backend;
    taken(ready(&world, &Person::named("Ada")).await.agreeing(&[Consent::Campaigns]).sends(backend).await);
    assert_eq!(world.mails_to("ada@example.com").await.len(), 1);
    let other = Person { email: "ADA@example.com".to_owned(), ..Person::named("Mallory") };
    let other = ready(&world, &other).await;
    taken(other.sends(backend).await);
    let shown = done(backend, other.session).await.unwrap().expect("the same page as for anybody");
    assert_eq!((shown.email.as_str(), shown.first_name.as_str()), ("ADA@example.com", "Mallory"));
    assert_eq!(world.texts(STATES).await, ["active", "held"]);
    assert_eq!(
        world.texts("select email || locale from registrants").await,
        ["ada@example.comen"],
        "nothing of hers changed"
    );
    assert_eq!(world.count("select count(*) from consents").await, 4, "nor what she agreed to");
    let mails = world.mails_to("ada@example.com").await;
    let subjects: Vec<&str> = mails.iter().map(|mail| mail.subject.as_str()).collect();
    assert!(
        matches!(subjects[..], [first, "Your registration"] if first.starts_with("Your registration ")),
        "{subjects:?}"
    );
    assert!(
        mails[1].text.contains("made on 22 November 2026") && !mails[1].text.contains("Mallory"),
        "{}",
        mails[1].text
    );
    backend.clock.advance(SignedDuration::from_hours(24 * 14 - 1));
    tidy_up(backend).await.unwrap();
    assert_eq!(world.texts(STATES).await, ["active", "held"]);
    backend.clock.advance(SignedDuration::from_hours(2));
    world.run("update registrants set legal_hold = true").await;
    tidy_up(backend).await.unwrap();
    assert_eq!(world.texts(STATES).await, ["active", "held"], "not under a legal hold");
    world.run("update registrants set legal_hold = false").await;
    tidy_up(backend).await.unwrap();
    assert_eq!(world.texts(STATES).await, ["active"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_looks_like_somebody_is_found_and_only_that_person_is_told(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let backend = &world.backend;
    taken(ready(&world, &Person::named("Ada")).await.sends(backend).await);
    taken(ready(&world, &Person::named("Byron")).await.sends(backend).await);
    assert_eq!(world.count("select count(*) from duplicate_candidates").await, 0, "a household");
    let again = |email: &str| Person {
        first_name: "ÁDA".to_owned(),
        postal_code: "V9A 1A1".to_owned(),
        email: email.to_owned(),
        ..Person::named("Ada")
    };
    taken(ready(&world, &again("lovelace@example.org")).await.sends(backend).await);
    assert_eq!(world.texts(STATES).await, ["active", "active", "active"]);
    assert_eq!(
        world.texts("select score || array_to_string(reasons, ' ') || state from duplicate_candidates").await,
        ["75name phoneopen"]
    );
    let told = async || {
        let mails = world.mails_to("ada@example.com").await;
        mails.into_iter().filter(|mail| mail.subject == "Did you register twice?").collect::<Vec<_>>()
    };
    let mails = told().await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains("l…@example.org") && !mails[0].text.contains("lovelace@"), "{}", mails[0].text);
    let theirs = world.mails_to("lovelace@example.org").await;
    assert_eq!(theirs.len(), 1, "who sent it learns nothing");
    taken(ready(&world, &again("third@example.org")).await.sends(backend).await);
    assert_eq!(told().await.len(), 1, "at most once a week");
    backend.clock.advance(SignedDuration::from_hours(24 * 8));
    taken(ready(&world, &again("fourth@example.org")).await.sends(backend).await);
    assert_eq!(told().await.len(), 2);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn people_who_look_alike_are_found_by_whatever_they_have_in_common(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let phones = given(&[("primary_phone", "(250) 555-0142"), ("secondary_phone", "(250) 555-0143")]);
    let number = Some("RN 12".to_owned());
    let ada = Person { number, otherwise: vec![(Step::Phones, phones)], ..Person::named("Ada") };
    taken(ready(&world, &ada).await.sends(&world.backend).await);
    for (at, (first_name, phone, postal_code, number)) in [
        ("ÁDA", "(604) 555-0101", "v8w9w2", None),
        ("Byron", "(250) 555-0143", "V9A 1A1", Some("RN 12")),
        ("Cora", "(604) 555-0103", "v8w9w2", Some("RN 12")),
        ("Dora", "(604) 555-0104", "v8w9w2", None),
    ]
    .into_iter()
    .enumerate()
    {
        let other = Person {
            email: format!("other{at}@example.org"),
            phone: phone.to_owned(),
            postal_code: postal_code.to_owned(),
            number: number.map(str::to_owned),
            ..Person::named(first_name)
        };
        taken(ready(&world, &other).await.sends(&world.backend).await);
    }
    assert_eq!(
        world.texts("select score || ' ' || array_to_string(reasons, ' ') from duplicate_candidates order by 1").await,
        ["70 name postal_code", "70 registration_number postal_code", "75 phone registration_number"]
    );
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_06_an_address_is_confirmed_by_its_link(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let backend = &world.backend;
    taken(ready(&world, &Person::named("Ada")).await.sends(backend).await);
    taken(ready(&world, &Person::named("Grace")).await.sends(backend).await);
    let mail = world.mails_to("ada@example.com").await.pop().expect("a message");
    let number = world.text("select confirmation_id from registrations where first_name = 'Ada'").await;
    assert!(mail.text.contains("Thank you, Ada") && mail.text.contains(&number), "{}", mail.text);
    for answer in ["Lovelace", "555-0142", "V8W 9W2"] {
        assert!(!mail.text.contains(answer), "{answer}");
    }
    let (_, link) = mail.text.split_once("/register/confirm/").expect("a link");
    let (id, seal) = link.split_whitespace().next().and_then(|link| link.split_once('/')).expect("two parts");
    let id: RegistrantId = id.parse().expect("an id");
    let other: RegistrantId =
        world.text("select id::text from registrants where email = 'grace@example.com'").await.parse().expect("an id");
    assert!(is_confirm_link(backend, id, seal).await.unwrap() && !is_confirm_link(backend, other, seal).await.unwrap());
    assert!(matches!(confirm_address(backend, other, seal).await, Err(FormError::NotFound)));
    for _ in 0..2 {
        assert_eq!(confirm_address(backend, id, seal).await.unwrap(), paths::register_confirmed());
    }
    assert_eq!(world.texts("select email_state from registrants order by email").await, ["verified", "unverified"]);
    assert_eq!(world.count("select count(*) from audit_entries where action = 'registrant.confirm_address'").await, 1);
    // Grace did not: she is asked once more.
    backend.clock.advance(SignedDuration::from_hours(24 * 10));
    assert_eq!(world.mails_to("ada@example.com").await.len(), 1);
    let mails = world.mails_to("grace@example.com").await;
    assert_eq!(mails.len(), 2);
    assert!(mails[1].text.contains("/register/confirm/"), "{}", mails[1].text);
    assert!(is_confirm_link(backend, id, seal).await.unwrap());
    backend.clock.advance(SignedDuration::from_hours(24 * 60));
    assert!(matches!(confirm_address(backend, id, seal).await, Err(FormError::NotFound)), "it has ended");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_name_that_could_be_anything_else_is_in_no_message(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let spam = Person { email: "ada@example.com".to_owned(), ..Person::named("Win at evil.example!") };
    taken(ready(&world, &spam).await.sends(&world.backend).await);
    let mail = world.mails_to("ada@example.com").await.pop().expect("a message");
    assert!(mail.text.contains("Thank you for registering") && !mail.text.contains("evil"), "{}", mail.text);
}
