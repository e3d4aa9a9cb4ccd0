//! What may be answered to each question, and what may not.

use super::{
    Draft, Step,
    fields::{SPECIALTIES, STREAM},
    lists::{
        Circumstance, CurrentEmployment, DeploymentType, Duration, Employer, Placement, PreviousDeployment,
        RegistrationStatus,
    },
    tests::{TODAY, id, register},
};
use crate::form::{Answers, FieldError};

/// What is wrong with answers to a page: the ids of the words.
fn wrong(step: &Step, pairs: &[(&str, &str)]) -> Vec<String> {
    let register = register();
    let draft = Draft::default().with_step(&Step::Profession, &Answers::default().with(STREAM.name(), "Nurse"));
    let answers = pairs.iter().fold(Answers::default(), |answers, (name, value)| answers.with(*name, *value));
    let facts = register.facts(step, &draft, TODAY);
    step.check(&answers, &facts).iter().map(FieldError::words_id).collect()
}

const NOTHING: [&str; 0] = [];

/// EH-08, EH-14
#[test]
fn eh_08_a_name_has_255_characters_at_most_and_eh_14_a_job_title_40() {
    let (most, more) = ("é".repeat(255), "é".repeat(256));
    assert_eq!(wrong(&Step::Name, &[("first_name", " A "), ("last_name", &most)]), NOTHING);
    assert_eq!(
        wrong(&Step::Name, &[("first_name", &more), ("last_name", " \t ")]),
        ["any-too-long", "last_name.missing"]
    );
    let title = |length: usize| wrong(&Step::JobTitle, &[("non_clinical_job_title", &"x".repeat(length))]);
    assert_eq!((title(1), title(40)), (Vec::new(), Vec::new()));
    assert_eq!(
        (title(0), title(41)),
        (vec!["non_clinical_job_title.missing".to_owned()], vec!["any-too-long".to_owned()])
    );
}

/// EH-11: the second telephone is optional, and its extension needs it.
#[test]
fn eh_11_the_other_telephone_may_be_left_out() {
    let phones = |other: &str, extension: &str| {
        let first = [("primary_phone", "2505550142"), ("primary_phone_ext", "12")];
        wrong(&Step::Phones, &[&first[..], &[("secondary_phone", other), ("secondary_phone_ext", extension)]].concat())
    };
    assert_eq!(phones("", ""), NOTHING);
    assert_eq!(phones("+1 604 555 0199", "3"), NOTHING);
    assert_eq!(phones("604 555 019", ""), ["secondary_phone.malformed"]);
    assert_eq!(phones("", "3"), ["secondary_phone_ext.orphan"]);
    assert_eq!(phones("604 555 0199", &"1".repeat(256)), ["any-too-long"]);
}

/// EH-13, EH-15: professions and specialties are those on offer, each at most once, and up to all.
#[test]
fn eh_13_a_profession_and_eh_15_its_specialties_are_on_offer() {
    assert_eq!(wrong(&Step::Profession, &[]), ["stream.missing"]);
    assert_eq!(wrong(&Step::Profession, &[("stream", "Wizard")]), ["stream.malformed"]);
    assert_eq!(wrong(&Step::Profession, &[("stream", "Nurse")]), NOTHING);
    let (rn, lpn, aide) = (("specialties", "Rn"), ("specialties", "Lpn"), ("specialties", "Aide"));
    assert_eq!(wrong(&Step::Specialties, &[]), ["specialties.missing"]);
    assert_eq!(wrong(&Step::Specialties, &[rn, ("specialties", "Dietitian")]), ["specialties.malformed"]);
    assert_eq!(wrong(&Step::Specialties, &[rn, lpn, aide]), NOTHING);
    let twice = Answers::default().with("specialties", "Rn").with("specialties", "Rn");
    let facts = register().facts(
        &Step::Specialties,
        &Draft::default().with_step(&Step::Profession, &Answers::default().with(STREAM.name(), "Nurse")),
        TODAY,
    );
    let once = super::answers::several_listed(&SPECIALTIES, &twice, &facts);
    assert_eq!(once, Ok(vec![id("Rn")]));
}

const YES_OR_NO: [&str; 2] = ["yes", "no"];

/// That a question has to be answered, by one of so many answers and by nothing else.
#[track_caller]
fn is_answered_from_a_list(step: &Step, name: &str, codes: &[&str], count: usize) {
    assert_eq!(codes.len(), count);
    assert_eq!(wrong(step, &[]), [format!("{name}.missing")]);
    assert_eq!(wrong(step, &[(name, "nothing of the list")]), [format!("{name}.malformed")]);
    for code in codes {
        assert_eq!(wrong(step, &[(name, *code)]), NOTHING, "{code}");
    }
}

/// That several of them may be given, up to all.
#[track_caller]
fn takes_several(step: &Step, name: &str, codes: &[&str]) {
    let all: Vec<_> = codes.iter().map(|code| (name, *code)).collect();
    assert_eq!(wrong(step, &all), NOTHING);
}

#[test]
fn eh_18_a_registration_status_is_one_of_four() {
    is_answered_from_a_list(&Step::RegistrationStatus, "registration_status", RegistrationStatus::CODES, 4);
}

#[test]
fn eh_20_an_employment_is_one_of_three() {
    is_answered_from_a_list(&Step::Employment, "current_employment", CurrentEmployment::CODES, 3);
}

#[test]
fn eh_21_employers_are_any_of_ten() {
    is_answered_from_a_list(&Step::Employers, "employers", Employer::CODES, 10);
    takes_several(&Step::Employers, "employers", Employer::CODES);
}

#[test]
fn eh_23_a_circumstance_is_one_of_three() {
    is_answered_from_a_list(&Step::Circumstance, "employment_circumstance", Circumstance::CODES, 3);
}

#[test]
fn eh_24_going_anywhere_is_yes_or_no() {
    is_answered_from_a_list(&Step::Anywhere, "deploy_anywhere", &YES_OR_NO, 2);
}

#[test]
fn eh_28_placements_are_any_of_seven() {
    is_answered_from_a_list(&Step::Placements, "placement_options", Placement::CODES, 7);
    takes_several(&Step::Placements, "placement_options", Placement::CODES);
}

#[test]
fn eh_29_immunization_training_is_yes_or_no() {
    is_answered_from_a_list(&Step::Immunization, "has_immunization_training", &YES_OR_NO, 2);
}

#[test]
fn eh_30_a_longest_deployment_is_one_of_five() {
    is_answered_from_a_list(&Step::Duration, "deployment_duration", Duration::CODES, 5);
}

#[test]
fn eh_31_full_or_part_time_is_any_of_two() {
    is_answered_from_a_list(&Step::Hours, "deployment_types", DeploymentType::CODES, 2);
    takes_several(&Step::Hours, "deployment_types", DeploymentType::CODES);
}

#[test]
fn eh_32_a_previous_deployment_is_one_of_two() {
    is_answered_from_a_list(&Step::DeployedBefore, "has_previous_deployment", PreviousDeployment::CODES, 2);
}

/// RP-01: one thing on a page: a list, or five inputs at most.
#[test]
fn rp_01_a_page_asks_for_one_thing() {
    for step in Step::fixed() {
        let fields = step.fields();
        let lists = fields.iter().filter(|field| field.kind == crate::form::Kind::Checkboxes).count();
        assert!(fields.len() <= 5 && (lists == 0 || fields.len() == 1), "{step}");
    }
}
