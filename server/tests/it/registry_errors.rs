//! What each question of the wizard says when its answer is missing or wrong, word for word.

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registry_pages::{WAY, begins, continues, goes_to, opens},
    world::World,
};

/// What each page of the way says to nothing at all: an input of the question, and the words.
const MISSING: &[(&str, &[(&str, &str)])] = &[
    ("name", &[("first_name", "Enter your first name"), ("last_name", "Enter your last name")]),
    ("postal-code", &[("postal_code", "Enter your postal code")]),
    ("phones", &[("primary_phone", "Enter your phone number")]),
    ("email", &[("email", "Enter your email address")]),
    ("profession", &[("stream", "Select your profession")]),
    ("specialties", &[("specialties", "Select at least one specialty")]),
    ("subspecialties/RegisteredNurse", &[("subspecialties", "Select at least one subspecialty for Registered Nurse")]),
    ("registration-status", &[("registration_status", "Select your registration status")]),
    ("registration-number", &[]),
    ("employment", &[("current_employment", "Select your current employment")]),
    ("employers", &[("employers", "Select at least one place where you are employed")]),
    ("anywhere", &[("deploy_anywhere", "Select yes if you would go anywhere in British Columbia")]),
    ("locations", &[("locations", "Select at least one place you would go to")]),
    (
        "experience",
        &[
            ("has_indigenous_experience", "Select yes if you have worked with an Indigenous community"),
            ("has_remote_rural_experience", "Select yes if you have worked in a remote or rural community"),
            ("has_sanyas_training", "Select yes if you have completed San'yas Indigenous cultural safety training"),
        ],
    ),
    ("placements", &[("placement_options", "Select at least one kind of placement")]),
    (
        "immunization",
        &[("has_immunization_training", "Select yes if you have had immunization training in the past 5 years")],
    ),
    ("duration", &[("deployment_duration", "Select the longest time you could be deployed")]),
    ("hours", &[("deployment_types", "Select full-time, part-time or both")]),
    ("deployed-before", &[("has_previous_deployment", "Select whether you have been deployed before")]),
    (
        "last-deployment",
        &[
            ("last_deployment_date-day", "Enter the date of your last deployment"),
            ("last_deployed_authority", "Select the health authority you were last deployed with"),
        ],
    ),
];

/// EH-04
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_04_every_page_says_what_is_missing(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    for ((slug, typed), (same, missing)) in WAY.iter().zip(MISSING) {
        assert_eq!(slug, same);
        opens(&mut visitor, slug).await;
        if !missing.is_empty() {
            continues(&mut visitor, &[]).await;
            assert_eq!(visitor.path, format!("/register/{slug}"), "the same page");
        }
        for (name, words) in *missing {
            visitor.sees_error(name, words);
        }
        continues(&mut visitor, typed).await;
        assert_ne!(visitor.path, format!("/register/{slug}"), "{slug} is right: {}", visitor.text());
    }
}

/// Wrong answers: the page, what is typed, an input of the question, and the words.
type Wrong = (&'static str, &'static [(&'static str, &'static str)], &'static str, &'static str);

/// Every wrong answer that is not only missing or too long.
const WRONG: &[Wrong] = &[
    ("postal-code", &[("postal_code", "D8W 9W2")], "postal_code", "Enter a Canadian postal code, like V8W 9W2"),
    (
        "phones",
        &[("primary_phone", "(250)&555'1234")],
        "primary_phone",
        "Enter a 10-digit phone number, like 250 555 0142",
    ),
    (
        "phones",
        &[("primary_phone", ""), ("primary_phone_ext", "12")],
        "primary_phone_ext",
        "Enter the phone number for this extension, or remove the extension",
    ),
    (
        "phones",
        &[("primary_phone", "2505550142"), ("secondary_phone", "12")],
        "secondary_phone",
        "Enter your other phone number with 10 digits, or leave it blank",
    ),
    (
        "phones",
        &[("primary_phone", "2505550142"), ("secondary_phone", ""), ("secondary_phone_ext", "1")],
        "secondary_phone_ext",
        "Enter the other phone number for this extension, or remove the extension",
    ),
    (
        "email",
        &[("email", "ada@example")],
        "email",
        "Enter an email address in the correct format, like name@example.com",
    ),
    ("profession", &[("stream", "Nobody")], "stream", "Select a profession from the list"),
    (
        "specialties",
        &[("specialties", "Dentist")],
        "specialties",
        "Select a specialty from the list for your profession",
    ),
    (
        "subspecialties/RegisteredNurse",
        &[("subspecialties", "Urology")],
        "subspecialties",
        "Select a subspecialty from the list for Registered Nurse",
    ),
    (
        "registration-status",
        &[("registration_status", "x")],
        "registration_status",
        "Select a registration status from the list",
    ),
    ("employment", &[("current_employment", "x")], "current_employment", "Select your employment from the list"),
    ("employers", &[("employers", "x")], "employers", "Select an employer from the list"),
    ("locations", &[("locations", "Atlantis")], "locations", "Select places from the list"),
    ("placements", &[("placement_options", "x")], "placement_options", "Select placements from the list"),
    ("duration", &[("deployment_duration", "x")], "deployment_duration", "Select a length of time from the list"),
    ("deployed-before", &[("has_previous_deployment", "no")], "has_previous_deployment", "Select yes, or no or unsure"),
    (
        "last-deployment",
        &[("last_deployment_date-day", "27"), ("last_deployment_date-year", "2024")],
        "last_deployment_date-day",
        "Date of your last deployment must include a month",
    ),
    (
        "last-deployment",
        &[
            ("last_deployment_date-day", "31"),
            ("last_deployment_date-month", "2"),
            ("last_deployment_date-year", "2024"),
        ],
        "last_deployment_date-day",
        "Date of your last deployment must be a real date",
    ),
    (
        "last-deployment",
        &[("last_deployment_date-day", "1"), ("last_deployment_date-month", "2"), ("last_deployment_date-year", "24")],
        "last_deployment_date-day",
        "Year must include 4 numbers",
    ),
    (
        "last-deployment",
        &[
            ("last_deployment_date-day", "23"),
            ("last_deployment_date-month", "11"),
            ("last_deployment_date-year", "2026"),
        ],
        "last_deployment_date-day",
        "Date of your last deployment must be today or in the past",
    ),
    (
        "last-deployment",
        &[("last_deployed_authority", "privateEmployer")],
        "last_deployed_authority",
        "Select a health authority from the list",
    ),
];

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_04_every_page_says_what_is_wrong(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    goes_to(&mut visitor, "last-deployment").await;
    for (slug, right) in WAY {
        opens(&mut visitor, slug).await;
        for (_, typed, name, words) in WRONG.iter().filter(|(known, ..)| known == slug) {
            continues(&mut visitor, typed).await;
            visitor.sees_error(name, words);
        }
        continues(&mut visitor, right).await;
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn too_long_answers_are_named_as_their_questions_are(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    for (slug, name, most, label) in [
        ("name", "first_name", 255, "First name"),
        ("name", "last_name", 255, "Last name"),
        ("phones", "primary_phone_ext", 255, "Extension"),
        ("phones", "secondary_phone_ext", 255, "Extension for your other phone"),
    ] {
        opens(&mut visitor, slug).await;
        let typed = "x".repeat(most + 45);
        continues(&mut visitor, &[(name, typed.as_str())]).await;
        visitor.sees_error(name, &format!("{label} must be {most} characters or fewer"));
        assert_eq!(visitor.value_of(name), typed, "whoever typed too much shortens it");
    }
    // EH-14: 40 characters pass, 41 do not.
    opens(&mut visitor, "profession").await;
    continues(&mut visitor, &[("stream", "Nonclinical")]).await;
    assert_eq!(visitor.path, "/register/job-title");
    continues(&mut visitor, &[("non_clinical_job_title", "x".repeat(41).as_str())]).await;
    visitor.sees_error("non_clinical_job_title", "Job title must be 40 characters or fewer");
    continues(&mut visitor, &[("non_clinical_job_title", "x".repeat(40).as_str())]).await;
    continues(&mut visitor, &[("registration_status", "temp")]).await;
    continues(&mut visitor, &[("registration_number", "1".repeat(65).as_str())]).await;
    visitor.sees_error("registration_number", "Registration number must be 64 characters or fewer");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_22_a_residency_is_asked_about_in_its_own_words(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    goes_to(&mut visitor, "employment").await;
    continues(&mut visitor, &[("current_employment", "healthSectorResidency")]).await;
    visitor.sees("Where is your practicum or residency?").sees("Outside of BC");
    continues(&mut visitor, &[]).await;
    let words = "Select at least one place where you are doing your practicum or residency";
    visitor.sees_error("employers", words);
    opens(&mut visitor, "employment").await;
    continues(&mut visitor, &[("current_employment", "notHealthSectorEmployed")]).await;
    visitor.sees("What best describes you?");
    continues(&mut visitor, &[]).await;
    visitor.sees_error("employment_circumstance", "Select what best describes your situation");
}
