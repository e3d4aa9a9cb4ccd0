//! The journey and the whole, over made-up people.

use std::collections::BTreeSet;

use proptest::{prelude::*, sample::subsequence};

use super::{
    Draft, Journey, Next, Register, Registration, Step, StepState, Task, TaskState,
    fields::{EMPLOYERS, LOCATIONS, SPECIALTIES, STREAM, SUBSPECIALTIES},
    register::{Area, Place, Region, Regulator, Specialty, Stream, Subspecialty},
    texts::{AreaId, PlaceId, RegionId, RegulatorId, SpecialtyId, StreamId, SubspecialtyId},
};
use crate::{
    form::{Answer, Answers, Declared, Kind},
    time::Day,
};

const TODAY: Day = Day(jiff::civil::date(2026, 11, 29));

fn id<T: Answer>(text: &str) -> T {
    T::read(text).unwrap_or_else(|_| panic!("{text} is an id"))
}

fn specialty(name: &str, areas: &[&str]) -> Specialty {
    let area = |area: &&str| Subspecialty { id: id::<SubspecialtyId>(area), name: (*area).to_owned() };
    Specialty { id: id::<SpecialtyId>(name), name: name.to_owned(), subspecialties: areas.iter().map(area).collect() }
}

fn stream(name: &str, asks_job_title: bool, specialties: Vec<Specialty>) -> Stream {
    Stream { id: id::<StreamId>(name), name: name.to_owned(), asks_job_title, specialties }
}

fn region(name: &str, asks_screening_questions: bool, places: &[&str]) -> Region {
    let places = places.iter().map(|place| Place { id: id::<PlaceId>(place), name: (*place).to_owned() }).collect();
    let area = Area { id: id::<AreaId>(name), name: name.to_owned(), places };
    Region { id: id::<RegionId>(name), name: name.to_owned(), asks_screening_questions, map: None, areas: vec![area] }
}

fn register() -> Register {
    let nurse = vec![specialty("Rn", &["Icu", "Er"]), specialty("Lpn", &["Icu", "Surgery"]), specialty("Aide", &[])];
    let allied = vec![specialty("Dietitian", &[]), specialty("Psychologist", &[])];
    let college = Regulator {
        id: id::<RegulatorId>("College"),
        name: "College".to_owned(),
        number_pattern: None,
        number_example: None,
    };
    Register {
        streams: vec![
            stream("Nurse", false, nurse),
            stream("Allied", false, allied),
            stream("Midwife", false, Vec::new()),
            stream("Nonclinical", true, Vec::new()),
        ],
        regions: vec![region("North", false, &["Kitimat", "Terrace"]), region("Nations", true, &["Cariboo", "Coast"])],
        regulators: vec![college],
    }
}

/// A right answer to each question, the chosen ones drawn from what is on offer.
fn right(register: &Register, draft: &Draft, step: &Step, seed: u64) -> Answers {
    let facts = register.facts(step, draft, TODAY);
    let mut answers = Answers::default();
    for (at, field) in step.fields().iter().enumerate() {
        let offered: Vec<String> = match facts.list(field.name) {
            [] => field.options.iter().map(|option| (*option).to_owned()).collect(),
            list => list.to_vec(),
        };
        for value in chosen(field, &offered, seed.rotate_right(u32::try_from(at).unwrap_or(0) * 7)) {
            answers.push(field.name, value);
        }
    }
    answers
}

fn chosen(field: &Declared, offered: &[String], seed: u64) -> Vec<String> {
    let pick = |seed: u64| offered[usize::try_from(seed).unwrap_or(0) % offered.len()].clone();
    match (field.kind, field.name) {
        (Kind::Checkboxes, _) => {
            let several: BTreeSet<usize> =
                [seed, seed >> 5].iter().map(|seed| usize::try_from(*seed).unwrap_or(0) % offered.len()).collect();
            several.into_iter().map(|at| offered[at].clone()).collect()
        }
        (Kind::Radios | Kind::Select, _) => vec![pick(seed)],
        (_, "postal_code") => vec!["v8w 9w2".to_owned()],
        (_, "primary_phone" | "secondary_phone") => vec!["(250) 555-0142".to_owned()],
        (_, "email") => vec!["ada@example.com".to_owned()],
        (_, "last_deployment_date-day") => vec!["1".to_owned()],
        (_, "last_deployment_date-month") => vec!["Feb".to_owned()],
        (_, "last_deployment_date-year") => vec!["2024".to_owned()],
        (Kind::Date, _) => Vec::new(),
        _ => vec![format!("Ada {}", seed % 7)],
    }
}

/// Somebody who answers page after page as the journey leads them.
fn answered(seeds: &[u64]) -> Draft {
    let register = register();
    let mut draft = Draft::default();
    let mut seeds = seeds.iter().copied().cycle();
    let mut next = Next::Step(Step::Name);
    while let Next::Step(step) = next {
        let seed = seeds.next().unwrap_or_default();
        let answers = right(&register, &draft, &step, seed);
        draft = draft.with_step(&step, &answers);
        next = Journey::of(&draft, &register, TODAY).next_after(&step);
    }
    draft
}

fn seeds() -> impl Strategy<Value = Vec<u64>> {
    prop::collection::vec(any::<u64>(), 8..40)
}

proptest! {
    #[test]
    fn the_journey_ends_with_a_whole_registration_that_comes_back(seeds in seeds()) {
        let (register, draft) = (register(), answered(&seeds));
        let registration = Registration::read(&draft, &register, TODAY);
        prop_assert!(registration.is_ok(), "{:?}", registration);
        let Ok(registration) = registration else { return Ok(()) };
        let written = registration.draft(&register);
        prop_assert_eq!(Registration::read(&written, &register, TODAY), Ok(registration));
        prop_assert!(Journey::of(&written, &register, TODAY).is_complete());
    }

    #[test]
    fn eh_17_an_answer_that_stops_applying_is_in_no_registration(seeds in seeds(), other in any::<u64>(), page in any::<prop::sample::Index>()) {
        let register = register();
        let mut draft = answered(&seeds);
        let asked = draft.asked(&register);
        let step = page.get(&asked).clone();
        let answers = right(&register, &draft, &step, other);
        draft = draft.with_step(&step, &answers);
        let now = draft.asked(&register);
        if let Ok(read) = Registration::read(&draft, &register, TODAY) {
            let written = read.draft(&register);
            for (key, values) in written.answers.iter().filter(|(_, values)| !values.is_empty()) {
                let applies = now.iter().any(|step| step.fields().iter().any(|field| draft.key(step, field.name) == key));
                prop_assert!(applies, "{key} = {values:?} does not apply");
            }
        } else {
            prop_assert!(!Journey::of(&draft, &register, TODAY).is_complete());
        }
    }

    #[test]
    fn eh_06_no_page_is_reached_out_of_turn(seeds in seeds(), left in any::<prop::sample::Index>(), steps in subsequence(Step::fixed().collect::<Vec<_>>(), 0..8)) {
        let register = register();
        let whole = answered(&seeds);
        let asked = whole.asked(&register);
        let mut draft = whole.clone();
        let gone = left.get(&asked);
        draft.visited.remove(&whole.mark(gone));
        for step in &steps {
            draft.visited.remove(&whole.mark(step));
        }
        let journey = Journey::of(&draft, &register, TODAY);
        prop_assert!(!journey.is_complete() && !journey.may_check());
        for (step, _) in journey.steps() {
            let Next::Step(next) = journey.next_after(step) else {
                return Err(TestCaseError::fail(format!("{step} leads to the check")));
            };
            prop_assert!(journey.may_visit(&next), "{step} leads to {next}");
        }
        for step in Step::fixed().filter(|step| !asked.contains(step)) {
            prop_assert!(!journey.may_visit(&step), "{step} is not asked");
        }
    }

    #[test]
    fn no_draft_panics(values in prop::collection::vec((any::<prop::sample::Index>(), ".{0,30}"), 0..20)) {
        let register = register();
        let mut draft = Draft::default();
        let steps: Vec<Step> = Step::fixed().collect();
        for (at, value) in values {
            let step = at.get(&steps);
            let answers = step.fields().iter().fold(Answers::default(), |answers, field| answers.with(field.name, value.as_str()));
            draft = draft.with_step(step, &answers);
        }
        let journey = Journey::of(&draft, &register, TODAY);
        let is_whole = Registration::read(&draft, &register, TODAY).is_ok();
        prop_assert!(!journey.is_complete() || is_whole);
        for (step, _) in journey.steps() {
            journey.next_after(step);
        }
    }
}

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
}
