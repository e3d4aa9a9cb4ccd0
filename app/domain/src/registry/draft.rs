//! A registration under way, and which pages it asks for.

use std::collections::BTreeSet;

use super::{
    Register, Step,
    fields::{
        CURRENT_EMPLOYMENT, DEPLOY_ANYWHERE, HAS_PREVIOUS_DEPLOYMENT, LOCATIONS, REGISTRATION_STATUS, SPECIALTIES,
        STREAM,
    },
    lists::{CurrentEmployment, PreviousDeployment, RegistrationStatus, YesNo},
    register::Stream,
};
use crate::form::Answers;

/// A registration under way: what was typed, right or wrong, and which pages were seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What was typed, under [`Draft::key`].
    pub answers: Answers,
    /// The pages that were left with Continue or saved, under [`Draft::mark`].
    pub visited: BTreeSet<String>,
}

impl Draft {
    /// Under which name the answer to a question of a page is kept. Specialties are kept for each profession and
    /// subspecialties for each specialty: who changes their mind twice finds them again.
    pub fn key(&self, step: &Step, field: &str) -> String {
        match step {
            Step::Specialties => self.mark(step),
            Step::Subspecialties(_) => step.slug(),
            _ => field.to_owned(),
        }
    }

    /// Under which name it is kept that a page was seen.
    pub fn mark(&self, step: &Step) -> String {
        match step {
            Step::Specialties => format!("{}/{}", step.slug(), self.named_stream()),
            _ => step.slug(),
        }
    }

    fn named_stream(&self) -> &str {
        self.answers.first(STREAM.name()).trim()
    }

    /// The profession that was chosen, if it is on offer.
    pub fn stream<'a>(&self, register: &'a Register) -> Option<&'a Stream> {
        register.stream(self.named_stream())
    }

    /// The answers to a page, under the names of its questions.
    pub fn of_step(&self, step: &Step) -> Answers {
        let mut answers = Answers::default();
        for field in step.fields() {
            for value in self.answers.all(&self.key(step, field.name)) {
                answers.push(field.name, value);
            }
        }
        answers
    }

    /// Whether these answers to a page are those that are there; one that is blank is none.
    pub fn says(&self, step: &Step, typed: &Answers) -> bool {
        let given = |values: &[String]| values.iter().filter(|value| !value.is_empty()).cloned().collect::<Vec<_>>();
        let mut fields = step.fields().iter();
        fields.all(|field| given(self.answers.all(&self.key(step, field.name))) == given(typed.all(field.name)))
    }

    /// The draft with other answers to a page, which counts as seen.
    #[must_use]
    pub fn with_step(mut self, step: &Step, answers: &Answers) -> Self {
        for field in step.fields() {
            let values = answers.all(field.name).to_vec();
            self.answers.replace(self.key(step, field.name), values);
        }
        let mark = self.mark(step);
        self.visited.insert(mark);
        self
    }

    /// The chosen specialties, as far as the chosen profession offers them.
    fn specialties(&self) -> &[String] {
        self.answers.all(&self.key(&Step::Specialties, SPECIALTIES.name()))
    }

    fn chosen<T: PartialEq>(&self, name: &str, from_code: fn(&str) -> Option<T>) -> Option<T> {
        from_code(self.answers.first(name).trim())
    }

    /// The pages that answers so far ask for, in the order of the wizard.
    pub fn asked(&self, register: &Register) -> Vec<Step> {
        let mut steps = vec![Step::Name, Step::PostalCode, Step::Phones, Step::Email, Step::Profession];
        self.ask_credentials(register, &mut steps);
        self.ask_preferences(register, &mut steps);
        steps
    }

    fn ask_credentials(&self, register: &Register, steps: &mut Vec<Step>) {
        if let Some(stream) = self.stream(register) {
            if stream.asks_job_title {
                steps.push(Step::JobTitle);
            } else if !stream.specialties.is_empty() {
                steps.push(Step::Specialties);
            }
            let chosen = self.specialties();
            let asked = stream.specialties.iter().filter(|known| {
                !stream.asks_job_title
                    && !known.subspecialties.is_empty()
                    && chosen.iter().any(|given| given == known.id.as_str())
            });
            steps.extend(asked.map(|known| Step::Subspecialties(known.id.clone())));
        }
        steps.push(Step::RegistrationStatus);
        let status = self.chosen(REGISTRATION_STATUS.name(), RegistrationStatus::from_code);
        if status.is_some_and(RegistrationStatus::has_number) {
            steps.push(Step::RegistrationNumber);
        }
        steps.push(Step::Employment);
        match self.chosen(CURRENT_EMPLOYMENT.name(), CurrentEmployment::from_code) {
            Some(CurrentEmployment::Employed | CurrentEmployment::Residency) => steps.push(Step::Employers),
            Some(CurrentEmployment::NotEmployed) => steps.push(Step::Circumstance),
            None => {}
        }
    }

    fn ask_preferences(&self, register: &Register, steps: &mut Vec<Step>) {
        steps.push(Step::Anywhere);
        let anywhere = self.chosen(DEPLOY_ANYWHERE.name(), YesNo::from_code);
        if anywhere == Some(YesNo::No) {
            steps.push(Step::Locations);
        }
        let places = self.answers.all(LOCATIONS.name());
        let mut screened = register.regions.iter().filter(|region| region.asks_screening_questions);
        let goes_there =
            screened.any(|region| region.places().any(|place| places.iter().any(|given| given == place.id.as_str())));
        if anywhere == Some(YesNo::Yes) || (anywhere == Some(YesNo::No) && goes_there) {
            steps.push(Step::Experience);
        }
        steps.extend([Step::Placements, Step::Immunization, Step::Duration, Step::Hours, Step::DeployedBefore]);
        let before = self.chosen(HAS_PREVIOUS_DEPLOYMENT.name(), PreviousDeployment::from_code);
        if before == Some(PreviousDeployment::Yes) {
            steps.push(Step::LastDeployment);
        }
    }
}
