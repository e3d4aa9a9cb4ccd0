//! Answers of the registry as they are stored, and what stays of those that are not sent again.

use axum::http::Method;
use domain::registry::Step;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::{Person, given, ready, taken},
    registry_my::{ADA, ada, registered, signs_in},
    registry_pages::{begins, continues, goes_to, opens},
    visitor::Visitor,
    world::World,
};

/// Answers to the three questions about communities.
fn experience(indigenous: &str, remote: &str, sanyas: &str) -> (Step, domain::form::Answers) {
    let answers = given(&[
        ("has_indigenous_experience", indigenous),
        ("has_remote_rural_experience", remote),
        ("has_sanyas_training", sanyas),
    ]);
    (Step::Experience, answers)
}

/// Somebody who would go anywhere.
fn anywhere() -> Person {
    let otherwise = vec![
        (Step::Anywhere, given(&[("deploy_anywhere", "yes")])),
        (Step::Locations, given(&[("locations", "Abbotsford")])),
        experience("yes", "no", "yes"),
    ];
    Person { otherwise, ..Person::named("Ada") }
}

/// A nurse who answers whatever can be answered.
fn nurse() -> Person {
    let phones = [
        ("primary_phone", "(250) 555-0142"),
        ("primary_phone_ext", "12"),
        ("secondary_phone", "604.555.0199"),
        ("secondary_phone_ext", "3"),
    ];
    let areas = Step::from_slug("subspecialties/RegisteredNurse").expect("a page of areas");
    let otherwise = vec![
        (Step::Name, given(&[("first_name", " Ada "), ("last_name", "O’Brien")])),
        (Step::Phones, given(&phones)),
        (Step::Profession, given(&[("stream", "Nurse")])),
        (Step::Specialties, given(&[("specialties", "RegisteredNurse"), ("specialties", "RegisteredNurse")])),
        (areas, given(&[("subspecialties", "Cardiovascular")])),
        (Step::RegistrationStatus, given(&[("registration_status", "temp")])),
        (Step::Employment, given(&[("current_employment", "healthSectorEmployed")])),
        (Step::Employers, given(&[("employers", "fraser"), ("employers", "outsideBC")])),
        (Step::DeployedBefore, given(&[("has_previous_deployment", "yes")])),
        (
            Step::LastDeployment,
            given(&[
                ("last_deployment_date-day", "27"),
                ("last_deployment_date-month", "March"),
                ("last_deployment_date-year", "2024"),
                ("last_deployed_authority", "fraser"),
            ]),
        ),
    ];
    Person { otherwise, ..Person::named("Ada") }
}

/// EH-08, EH-09, EH-10, EH-11, EH-13, EH-15, EH-16, EH-18, EH-20, EH-21, EH-28, EH-29, EH-30, EH-31, EH-32: what a nurse
/// answers is what is stored.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_08_to_eh_32_every_answer_is_stored(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    taken(ready(&world, &nurse()).await.sends(&world.backend).await);
    let row = "select concat_ws('|', first_name, last_name, postal_code, primary_phone, primary_phone_e164,
            primary_phone_ext, secondary_phone, secondary_phone_e164, secondary_phone_ext, stream_id, registration_status,
            current_employment, deploy_anywhere, has_immunization_training, deployment_duration, has_previous_deployment,
            last_deployment_date, last_deployed_authority) from registrations";
    let expected = "Ada|O’Brien|V8W 9W2|(250) 555-0142|+12505550142|12|604.555.0199|+16045550199|3|Nurse|temp|\
                    healthSectorEmployed|f|t|twoWeeks|yes|2024-03-27|fraser";
    assert_eq!(world.text(row).await, expected);
    let lists = "select concat_ws('|', (select string_agg(specialty_id, ',') from registration_specialties),
            (select string_agg(subspecialty_id, ',') from registration_subspecialties),
            (select string_agg(employer, ',' order by employer) from registration_employers),
            (select string_agg(place_id, ',') from registration_locations),
            (select string_agg(placement, ',' order by placement) from registration_placements),
            (select string_agg(deployment_type, ',') from registration_deployment_types))";
    let expected = "RegisteredNurse|Cardiovascular|fraser,outsideBC|Abbotsford|anywhere,homeSupport|partTime";
    assert_eq!(world.text(lists).await, expected);
}

/// EH-24, EH-33: whoever would go anywhere is asked for no places, and about communities.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_24_who_would_go_anywhere_has_no_places(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &anywhere()).await;
    assert_eq!(world.count("select count(*) from registrations where deploy_anywhere").await, 1);
    assert_eq!(world.count("select count(*) from registration_locations").await, 0);
    assert_eq!(world.text(EXPERIENCE).await, "yes no yes");
    let mut visitor = signs_in(&world, ADA).await;
    visitor.opens("/my/registration/locations").await;
    assert_eq!(visitor.path, "/my/registration", "a page that is not asked leads to what is");
}

const EXPERIENCE: &str = "select concat_ws(' ', case when has_indigenous_experience then 'yes' else 'no' end,
    case when has_remote_rural_experience then 'yes' else 'no' end, case when has_sanyas_training then 'yes' else 'no' end)
    from registration_cultural_experience";

/// Sends a page of one's registration as no browser would, and says where that leads.
async fn sends(visitor: &mut Visitor, body: &str) -> String {
    visitor.once(Method::POST, "/do/my/change", Some(body.to_owned())).await;
    visitor.headers.get("location").and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned()
}

/// EH-50: answers are checked, and those that are not sent stay.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_50_a_choice_that_is_not_sent_stays(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &anywhere()).await;
    let mut visitor = signs_in(&world, ADA).await;
    let version = "select version::text from registrations";
    let to = sends(&mut visitor, "step=experience&shown_version=1&has_indigenous_experience=no").await;
    assert_eq!((to.as_str(), world.text(EXPERIENCE).await.as_str()), ("/my/registration", "no no yes"));
    let to = sends(&mut visitor, "step=duration&shown_version=2").await;
    assert_eq!((to.as_str(), world.text(version).await.as_str()), ("/my/registration", "2"), "nothing is refused");
    let to = sends(&mut visitor, "step=experience&shown_version=2&has_sanyas_training=maybe").await;
    assert_eq!((to.as_str(), world.text(EXPERIENCE).await.as_str()), ("/my/registration/experience", "no no yes"));
    visitor.opens(&to).await;
    visitor.sees_error(
        "has_sanyas_training",
        "Select yes if you have completed San'yas Indigenous cultural safety training",
    );
}

/// EH-08, EH-14: texts are put together before they are counted, and come back as they were typed.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_14_a_letter_of_two_signs_counts_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    goes_to(&mut visitor, "profession").await;
    continues(&mut visitor, &[("stream", "Nonclinical")]).await;
    let letters = |count: usize| "e\u{301}".repeat(count);
    continues(&mut visitor, &[("non_clinical_job_title", &letters(41))]).await;
    visitor.sees_error("non_clinical_job_title", "Job title must be 40 characters or fewer");
    assert_eq!(visitor.value_of("non_clinical_job_title"), letters(41));
    continues(&mut visitor, &[("non_clinical_job_title", &letters(40))]).await;
    assert_eq!(visitor.path, "/register/registration-status");
    opens(&mut visitor, "job-title").await;
    assert_eq!(visitor.value_of("non_clinical_job_title"), letters(40));
    let mut owner = ada(&world).await;
    owner.opens("/my/deployment").await.fills("deployed", "yes").fills("deployed_from-day", "1");
    owner.fills("deployed_from-month", "Fe\u{301}vrier").fills("deployed_from-year", "2026").presses("Save").await;
    owner.does_not_see("There is a problem");
    owner.opens("/my/registration/name").await.fills("first_name", &letters(255)).presses("Continue").await;
    owner.sees("Your registration was updated");
    assert_eq!(world.text("select first_name from registrations").await, "\u{e9}".repeat(255));
    owner.opens("/my/withdraw").await.fills("withdrawal_reason", "other").fills("withdrawal_text", &letters(501));
    owner.presses("Withdraw").await.sees_error("withdrawal_text", "Reason must be 500 characters or fewer");
    assert_eq!(owner.value_of("withdrawal_text"), letters(501));
    owner.fills("withdrawal_text", &letters(500)).presses("Withdraw").await.sees("You have withdrawn");
}
