//! Rules of the wizard, each on its own.

use super::{
    Draft, Journey, Registration, Step, StepState, Task, TaskState,
    fields::{EMPLOYERS, LOCATIONS, SPECIALTIES, STREAM, SUBSPECIALTIES},
    tests::{TODAY, answered, id, register},
};
use crate::form::Answers;

fn one(name: &str, value: &str) -> Answers {
    Answers::default().with(name, value)
}

#[test]
fn changing_ones_mind_twice_finds_the_specialties_again() {
    let register = register();
    let draft = Draft::default()
        .with_step(&Step::Profession, &one(STREAM.name(), "Nurse"))
        .with_step(&Step::Specialties, &one(SPECIALTIES.name(), "Rn"))
        .with_step(&Step::Subspecialties(id("Rn")), &one(SUBSPECIALTIES.name(), "Icu"))
        .with_step(&Step::Profession, &one(STREAM.name(), "Allied"));
    assert!(draft.of_step(&Step::Specialties).first(SPECIALTIES.name()).is_empty(), "another profession's");
    let journey = Journey::of(&draft, &register, TODAY);
    assert_eq!(journey.state(&Step::Specialties), Some(&StepState::Untouched));
    assert_eq!(journey.state(&Step::Subspecialties(id("Rn"))), None);
    let back = draft.with_step(&Step::Profession, &one(STREAM.name(), "Nurse"));
    let journey = Journey::of(&back, &register, TODAY);
    assert_eq!(journey.state(&Step::Subspecialties(id("Rn"))), Some(&StepState::Done));
}

#[test]
fn a_profession_with_blanks_around_it_is_the_profession() {
    let register = register();
    let draft = Draft::default()
        .with_step(&Step::Profession, &one(STREAM.name(), " Nurse "))
        .with_step(&Step::Specialties, &one(SPECIALTIES.name(), "Rn"))
        .with_step(&Step::Profession, &one(STREAM.name(), "Nurse"));
    let journey = Journey::of(&draft, &register, TODAY);
    assert_eq!(journey.state(&Step::Specialties), Some(&StepState::Done));
}

#[test]
fn eh_16_a_subspecialty_of_another_specialty_is_refused() {
    let register = register();
    let rn = Step::Subspecialties(id("Rn"));
    let draft = Draft::default()
        .with_step(&Step::Profession, &one(STREAM.name(), "Nurse"))
        .with_step(&Step::Specialties, &one(SPECIALTIES.name(), "Rn"))
        .with_step(&rn, &one(SUBSPECIALTIES.name(), "Surgery"));
    assert!(matches!(Journey::of(&draft, &register, TODAY).state(&rn), Some(StepState::Wrong(_))));
}

#[test]
fn eh_33_the_screening_questions_follow_the_places() {
    let register = register();
    let asks = |anywhere: &str, place: &str| {
        let draft = Draft::default()
            .with_step(&Step::Anywhere, &one("deploy_anywhere", anywhere))
            .with_step(&Step::Locations, &one(LOCATIONS.name(), place));
        draft.asked(&register).contains(&Step::Experience)
    };
    assert!(asks("yes", "") && asks("no", "Coast") && asks("yes", "Kitimat"));
    assert!(!asks("no", "Kitimat") && !asks("", "Coast") && !asks("no", ""));
}

#[test]
fn eh_23_the_circumstance_is_kept_for_those_who_are_asked() {
    let register = register();
    let seeds = [2, 5, 9];
    let draft = answered(&seeds)
        .with_step(&Step::Employment, &one("current_employment", "notHealthSectorEmployed"))
        .with_step(&Step::Employers, &one(EMPLOYERS.name(), "fraser"))
        .with_step(&Step::Circumstance, &one("employment_circumstance", "retired"));
    let registration = Registration::read(&draft, &register, TODAY).expect("everything is answered");
    assert_eq!(registration.employment.circumstance().map(|it| it.as_str()), Some("retired"));
    assert!(registration.employment.employers().is_empty());
}

#[test]
fn eh_03_parts_say_how_far_they_are() {
    let register = register();
    let state = |draft: &Draft, task| Journey::of(draft, &register, TODAY).task(task);
    let draft = Draft::default();
    assert_eq!(
        (state(&draft, Task::Primary), state(&draft, Task::Check)),
        (TaskState::NotStarted, TaskState::CannotStart)
    );
    let draft = draft.with_step(&Step::Name, &one("first_name", "Ada").with("last_name", "L"));
    assert_eq!(state(&draft, Task::Primary), TaskState::InProgress);
    let wrong = draft.clone().with_step(&Step::PostalCode, &one("postal_code", "90210"));
    assert_eq!(state(&wrong, Task::Primary), TaskState::Wrong);
    let right = draft.with_step(&Step::PostalCode, &one("postal_code", "V8W 9W2"));
    assert_eq!(state(&right, Task::Primary), TaskState::Completed);
    assert_eq!(state(&answered(&[3]), Task::Check), TaskState::NotStarted);
}

#[test]
fn eh_32_a_deployment_to_come_is_none() {
    let register = register();
    let on = |day: &str, month: &str, year: &str| {
        let answers = one("last_deployment_date-day", day)
            .with("last_deployment_date-month", month)
            .with("last_deployment_date-year", year)
            .with("last_deployed_authority", "fraser");
        let facts = register.facts(&Step::LastDeployment, &Draft::default(), TODAY);
        let wrong = Step::LastDeployment.check(&answers, &facts);
        wrong.iter().map(|error| error.problem.key.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(on("29", "November", "2026"), [] as [&str; 0], "today");
    assert_eq!(on("30", "11", "2026"), ["future"]);
    assert_eq!(on("31", "2", "2024"), ["malformed"]);
    assert_eq!(on("1", "", "2024"), ["incomplete"]);
    assert_eq!(on("", "", ""), ["missing"]);
    assert_eq!(on("1", "1", "24"), ["year"]);
    assert_eq!(on("31", "2", "24"), ["malformed"], "what is no day is said before");
}
