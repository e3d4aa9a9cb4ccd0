//! What a page of the wizard says, for answers so far.

use domain::{
    form::Form,
    registry::{
        Draft, Register, Step,
        fields::{CURRENT_EMPLOYMENT, EMAIL, EMPLOYERS, REGULATOR, SPECIALTIES, STREAM, SUBSPECIALTIES},
        forms::AnswerStep,
        lists::CurrentEmployment,
    },
};
use ui::Words;

use crate::words::{self, t, t_with};

/// The question that is the heading of a page.
pub fn heading(step: &Step, draft: &Draft, register: &Register) -> String {
    match step {
        Step::Employers if is_in_residency(draft) => t("reg-employers-residency-title"),
        Step::Subspecialties(specialty) => {
            let name = register.specialty(specialty.as_str()).map_or_else(String::new, |known| known.name.clone());
            t_with("reg-subspecialties-title", [("specialty", name.into())])
        }
        _ => t(&format!("reg-{}-title", step.words())),
    }
}

/// "Section 2 of 5: Contact".
pub fn section(step: &Step) -> String {
    let task = step.task();
    let name = t(&format!("reg-task-{task}"));
    t_with("reg-section", [("number", task.number().into()), ("task", name.into())])
}

/// The words of a page's questions, the names of what they offer among them.
pub fn words_of(step: &Step, draft: &Draft, register: &Register) -> Words {
    let is_here = |id: &&str| step.fields().iter().any(|field| id.split('.').next() == Some(field.name));
    let together: Vec<&str> = AnswerStep::WORDS.iter().copied().filter(is_here).collect();
    let mut words = words::of_questions(step.fields(), &together);
    if let Some((name, instead)) = variant(step, draft) {
        for (id, said) in &mut words.0 {
            let other = id.strip_prefix(name).and_then(|rest| words::find(&format!("{instead}{rest}")));
            if let Some(other) = other {
                *said = other;
            }
        }
    }
    if let Step::Subspecialties(specialty) = step
        && let Some(known) = register.specialty(specialty.as_str())
    {
        for said in words.0.values_mut() {
            *said = said.replace("{$specialty}", &known.name);
        }
    }
    words.0.extend(names(step, draft, register));
    words
}

/// A question of a page and the id of the words that stand in for its own, where answers so far ask it otherwise.
fn variant(step: &Step, draft: &Draft) -> Option<(&'static str, &'static str)> {
    match step {
        // Elsewhere the same question is asked about an order.
        Step::Email => Some((EMAIL.name(), "email-of-registrant")),
        Step::Employers if is_in_residency(draft) => Some((EMPLOYERS.name(), "employers-residency")),
        _ => None,
    }
}

fn is_in_residency(draft: &Draft) -> bool {
    let employment = CurrentEmployment::from_code(draft.answers.first(CURRENT_EMPLOYMENT.name()).trim());
    employment == Some(CurrentEmployment::Residency)
}

/// The names of what a page offers from rows, under the ids of words for answers to choose from.
fn names(step: &Step, draft: &Draft, register: &Register) -> Vec<(String, String)> {
    let said = |field: &str, id: &str, name: &str| (format!("{field}.{id}"), name.to_owned());
    match step {
        Step::Profession => {
            register.streams.iter().map(|known| said(STREAM.name(), known.id.as_str(), &known.name)).collect()
        }
        Step::Specialties => {
            let chosen = draft.stream(register);
            let offered = chosen.into_iter().flat_map(|stream| &stream.specialties);
            offered.map(|known| said(SPECIALTIES.name(), known.id.as_str(), &known.name)).collect()
        }
        Step::Subspecialties(specialty) => {
            let chosen = register.specialty(specialty.as_str());
            let offered = chosen.into_iter().flat_map(|known| &known.subspecialties);
            offered.map(|known| said(SUBSPECIALTIES.name(), known.id.as_str(), &known.name)).collect()
        }
        Step::RegistrationNumber => {
            register.regulators.iter().map(|known| said(REGULATOR.name(), known.id.as_str(), &known.name)).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use domain::{form::Answers, registry::Task};

    use super::*;

    #[test]
    fn every_page_has_its_words() {
        let (draft, register) = (Draft::default(), Register::default());
        let pages = Step::fixed().flat_map(|step| [heading(&step, &draft, &register), section(&step)]);
        for said in pages.chain(Task::ALL.iter().map(|task| t(&format!("reg-task-{task}")))) {
            assert!(!said.starts_with("Unknown localization"), "{said}");
        }
    }

    #[test]
    fn a_residency_is_asked_about_in_other_words_with_the_same_answers() {
        let answers = Answers::default().with(CURRENT_EMPLOYMENT.name(), "healthSectorResidency");
        let draft = Draft { answers, ..Draft::default() };
        let words = words_of(&Step::Employers, &draft, &Register::default());
        assert_eq!(words.get("employers"), "Practicum or residency");
        assert!(words.get("employers.missing").ends_with("doing your practicum or residency"));
        assert_eq!(words.get("employers.fraser"), "Fraser Health");
        let words = words_of(&Step::Employers, &Draft::default(), &Register::default());
        assert!(words.get("employers.missing").ends_with("at least one place where you are employed"));
    }

    #[test]
    fn a_page_has_the_words_of_its_own_questions_only() {
        let words = words_of(&Step::Phones, &Draft::default(), &Register::default());
        assert!(words.find("secondary_phone_ext.orphan").is_some() && words.find("stream").is_none());
        let words = words_of(&Step::Name, &Draft::default(), &Register::default());
        assert!(words.find("secondary_phone_ext.orphan").is_none());
    }
}
