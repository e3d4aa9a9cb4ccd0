//! Which pages of the wizard there are for whoever answers so, how far they are, and what comes next.

use std::collections::BTreeSet;

use super::{
    Register, Step, Task,
    fields::{
        CURRENT_EMPLOYMENT, DEPLOY_ANYWHERE, HAS_PREVIOUS_DEPLOYMENT, LOCATIONS, REGISTRATION_STATUS, SPECIALTIES,
        STREAM,
    },
    lists::{CurrentEmployment, PreviousDeployment, RegistrationStatus, YesNo},
};
use crate::{
    form::{Answers, FieldErrors},
    time::Day,
};

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
            Step::Specialties => format!("{}/{}", step.slug(), self.answers.first(STREAM.name())),
            _ => step.slug(),
        }
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
        if let Some(stream) = register.stream(self.answers.first(STREAM.name()).trim()) {
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

/// How far a page is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Nobody has left it yet.
    Untouched,
    /// It is answered.
    Done,
    /// It was left with answers that are wrong.
    Wrong(FieldErrors),
}

/// How far a part of the registration is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskState {
    /// All pages are answered.
    Completed,
    /// Some are.
    InProgress,
    /// None is.
    NotStarted,
    /// Something else comes first.
    CannotStart,
    /// An answer is wrong.
    Wrong,
}

/// What comes after a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Another one.
    Step(Step),
    /// Check your answers.
    Check,
}

/// The pages there are for whoever answers so, and how far they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journey {
    steps: Vec<(Step, StepState)>,
}

impl Journey {
    /// The journey of a draft.
    pub fn of(draft: &Draft, register: &Register, today: Day) -> Self {
        let state = |step: &Step| {
            if !draft.visited.contains(&draft.mark(step)) {
                return StepState::Untouched;
            }
            let wrong = step.check(&draft.of_step(step), &register.facts(step, draft, today));
            if wrong.is_empty() { StepState::Done } else { StepState::Wrong(wrong) }
        };
        let steps = draft.asked(register).into_iter().map(|step| (state(&step), step));
        Self { steps: steps.map(|(state, step)| (step, state)).collect() }
    }

    /// Its pages in order, each with how far it is.
    pub fn steps(&self) -> &[(Step, StepState)] {
        &self.steps
    }

    /// How far a page is; nothing when it is not asked.
    pub fn state(&self, step: &Step) -> Option<&StepState> {
        self.steps.iter().find(|(known, _)| known == step).map(|(_, state)| state)
    }

    /// Whether a page may be opened: it is asked, and every page before it in its part was left.
    pub fn may_visit(&self, step: &Step) -> bool {
        let before = self.steps.iter().take_while(|(known, _)| known != step);
        self.state(step).is_some()
            && before.filter(|(known, _)| known.task() == step.task()).all(|(_, state)| *state != StepState::Untouched)
    }

    /// What comes after a page: the first that is not done after it, else the first of all, else the check.
    pub fn next_after(&self, step: &Step) -> Next {
        let at = self.steps.iter().position(|(known, _)| known == step).map_or(0, |at| at + 1);
        let (before, after) = self.steps.split_at(at);
        let open = after.iter().chain(before).find(|(_, state)| *state != StepState::Done);
        // A part that nobody has begun is entered at its beginning, and no page is reached out of turn.
        match open {
            Some((open, _)) if self.may_visit(open) => Next::Step(open.clone()),
            Some((open, _)) => self.first_open(open.task()),
            None => Next::Check,
        }
    }

    /// The first page of a part that is not done; the check when all are.
    pub fn first_open(&self, task: Task) -> Next {
        let mut of_task = self.steps.iter().filter(|(step, _)| step.task() == task);
        of_task.find(|(_, state)| *state != StepState::Done).map_or(Next::Check, |(step, _)| Next::Step(step.clone()))
    }

    /// Where a part begins.
    pub fn first(&self, task: Task) -> Option<&Step> {
        self.steps.iter().map(|(step, _)| step).find(|step| step.task() == task)
    }

    /// The page before another one.
    pub fn before(&self, step: &Step) -> Option<&Step> {
        let at = self.steps.iter().position(|(known, _)| known == step)?;
        at.checked_sub(1).map(|before| &self.steps[before].0)
    }

    /// Whether the check may be opened: every page was left.
    pub fn may_check(&self) -> bool {
        self.steps.iter().all(|(_, state)| *state != StepState::Untouched)
    }

    /// Whether everything that is asked is answered.
    pub fn is_complete(&self) -> bool {
        self.steps.iter().all(|(_, state)| *state == StepState::Done)
    }

    /// How far a part is.
    pub fn task(&self, task: Task) -> TaskState {
        if task == Task::Check {
            return if self.may_check() { TaskState::NotStarted } else { TaskState::CannotStart };
        }
        let of_task = || self.steps.iter().filter(move |(step, _)| step.task() == task).map(|(_, state)| state);
        if of_task().any(|state| matches!(state, StepState::Wrong(_))) {
            TaskState::Wrong
        } else if of_task().all(|state| *state == StepState::Done) {
            TaskState::Completed
        } else if of_task().all(|state| *state == StepState::Untouched) {
            TaskState::NotStarted
        } else {
            TaskState::InProgress
        }
    }
}
