//! The journey and the whole, over made-up people.

use std::collections::BTreeSet;

use proptest::{prelude::*, sample::subsequence};

use super::{
    Draft, Journey, Next, Register, Registration, Step,
    register::{Area, Place, Region, Regulator, Specialty, Stream, Subspecialty},
    texts::{AreaId, PlaceId, RegionId, RegulatorId, SpecialtyId, StreamId, SubspecialtyId},
};
use crate::{
    form::{Answer, Answers, Declared, Kind},
    time::Day,
};

pub const TODAY: Day = Day(jiff::civil::date(2026, 11, 29));

pub fn id<T: Answer>(text: &str) -> T {
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

pub fn register() -> Register {
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
pub fn right(register: &Register, draft: &Draft, step: &Step, seed: u64) -> Answers {
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
pub fn answered(seeds: &[u64]) -> Draft {
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

pub fn seeds() -> impl Strategy<Value = Vec<u64>> {
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

    /// EH-17
    #[test]
    fn eh_17_an_answer_that_stops_applying_is_in_no_registration(seeds in seeds(), changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u64>()), 1..6)) {
        let register = register();
        let mut draft = answered(&seeds);
        for (page, other) in changes {
            let asked = draft.asked(&register);
            let step = page.get(&asked).clone();
            let answers = right(&register, &draft, &step, other);
            draft = draft.with_step(&step, &answers);
        }
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
