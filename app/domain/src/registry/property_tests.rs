//! Whatever people answer, and in whatever order: no page out of turn, and nothing lost between a page and its form.

use proptest::{prelude::*, sample::Index};

use super::{
    Draft, Journey, Next, Register, Registration, Step, Task,
    forms::{AnswerStep, SHOWN_VERSION, STEP},
    tests::{TODAY, answered, id, register, right, seeds},
};
use crate::form::{Answers, Facts, Form};

/// Every page there is with what is on offer here.
fn every_page() -> Vec<Step> {
    let of_specialties = ["Rn", "Lpn", "Aide"].map(|specialty| Step::Subspecialties(id(specialty)));
    Step::fixed().chain(of_specialties).collect()
}

/// The pages that are open, told without the journey: of each part those up to the first that nobody left.
fn open(draft: &Draft, register: &Register) -> Vec<Step> {
    let asked = draft.asked(register);
    let mut open = Vec::new();
    for task in Task::ALL {
        for step in asked.iter().filter(|step| step.task() == *task) {
            open.push(step.clone());
            if !draft.visited.contains(&draft.mark(step)) {
                break;
            }
        }
    }
    open
}

/// Answers one after the other: to which page, drawn from what, and whether rightly or not at all.
fn turns() -> impl Strategy<Value = Vec<(Index, u64, bool)>> {
    prop::collection::vec((any::<Index>(), any::<u64>(), prop::bool::weighted(0.8)), 1..30)
}

/// Texts as people type them: a name, a postal code, another telephone number, the number of a college.
fn texts() -> impl Strategy<Value = [String; 4]> {
    let name = " ?[\\p{L}' -]{0,20}\\p{L} ?";
    let code = "[ABCEGHJKLMNPRSTVXYv][0-9][ABCEGHJKLMNPRSTVWXYZw][ -]?[0-9][ABCEGHJKLMNPRSTVWXYZ][0-9] ?";
    let phone = prop::sample::select(vec!["", "(250) 555-0142", " 604 555 0199", "+1-604-555-0199"]);
    let number = "[A-Z]{0,3} ?[0-9]{1,8} ?";
    (name, code, phone, number).prop_map(|(name, code, phone, number)| [name, code, phone.to_owned(), number])
}

fn given(pairs: &[(&'static str, &str)]) -> Answers {
    pairs.iter().fold(Answers::default(), |answers, (name, value)| answers.with(*name, *value))
}

/// Everything answered, with these texts for those that were drawn.
fn typed(seeds: &[u64], texts: &[String; 4]) -> Draft {
    let [name, code, phone, number] = texts.each_ref().map(String::as_str);
    let phones = [("primary_phone", "(250) 555-0142"), ("primary_phone_ext", number), ("secondary_phone", phone)];
    answered(seeds)
        .with_step(&Step::Name, &given(&[("first_name", name), ("last_name", name)]))
        .with_step(&Step::PostalCode, &given(&[("postal_code", code)]))
        .with_step(&Step::Phones, &given(&phones))
        .with_step(&Step::RegistrationNumber, &given(&[("regulator", "College"), ("registration_number", number)]))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn eh_06_no_answers_in_any_order_reach_a_page_out_of_turn(begun in any::<bool>(), seeds in seeds(), turns in turns()) {
        let (register, pages) = (register(), every_page());
        let mut draft = if begun { answered(&seeds) } else { Draft::default() };
        for (page, seed, is_right) in turns {
            let step = page.get(&pages);
            let is_asked = draft.asked(&register).contains(step);
            let answers = if is_right && is_asked { right(&register, &draft, step, seed) } else { Answers::default() };
            draft = draft.with_step(step, &answers);
            let (journey, open) = (Journey::of(&draft, &register, TODAY), open(&draft, &register));
            for step in &pages {
                prop_assert_eq!(journey.may_visit(step), open.contains(step), "{}", step);
            }
            let left = |step: &Step| draft.visited.contains(&draft.mark(step));
            prop_assert_eq!(journey.may_check(), draft.asked(&register).iter().all(left));
            match journey.next_after(step) {
                Next::Step(next) => prop_assert!(open.contains(&next), "{step} leads to {next}"),
                Next::Check => prop_assert!(Registration::read(&draft, &register, TODAY).is_ok()),
            }
        }
    }

    /// EH-17
    #[test]
    fn eh_17_what_is_read_of_each_page_is_written_and_read_again(seeds in seeds(), texts in texts()) {
        let (register, draft) = (register(), typed(&seeds, &texts));
        let read = |draft: &Draft| Registration::read(draft, &register, TODAY);
        let registration = match read(&draft) {
            Ok(registration) => registration,
            Err(wrong) => return Err(TestCaseError::fail(format!("{wrong:?}"))),
        };
        let written = registration.draft(&register);
        prop_assert_eq!(read(&written).map(|again| again.draft(&register)), Ok(written.clone()), "written once and again");
        for step in draft.asked(&register) {
            let again = draft.clone().with_step(&step, &written.of_step(&step));
            prop_assert_eq!(read(&again), Ok(registration.clone()), "{}", step);
        }
    }

    #[test]
    fn eh_06_the_form_of_every_page_gives_back_what_was_typed(texts in prop::collection::vec(".{0,30}", 1..6)) {
        for step in every_page() {
            let given = step.fields().iter().zip(texts.iter().cycle());
            let typed = given.fold(Answers::default(), |typed, (field, text)| typed.with(field.name, text.as_str()));
            let typed = typed.only(step.fields());
            let posted = typed.clone().with(STEP.name(), step.slug()).with(SHOWN_VERSION.name(), "3");
            let form = AnswerStep::parse(&posted, &Facts::default());
            prop_assert_eq!(form.as_ref().map(|form| (&form.step, &form.typed)), Ok((&step, &typed)));
            let draft = Draft::default().with_step(&step, &typed);
            prop_assert_eq!(draft.of_step(&step), typed, "{}", step);
        }
    }
}
