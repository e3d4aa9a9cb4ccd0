//! Which pages of the wizard there are for whoever answers so, how far they are, and what comes next.

use super::{Draft, Register, Step, Task};
use crate::{form::FieldErrors, time::Day};

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
    /// The journey of a draft with what is on offer. A day that is still to come on `today` is wrong.
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

    /// The same journey, where a page that is done by its own rules is wrong by another one.
    #[must_use]
    pub fn with_wrong(mut self, step: &Step, errors: FieldErrors) -> Self {
        let of_step = self.steps.iter_mut().find(|(known, state)| known == step && *state == StepState::Done);
        if let Some((_, state)) = of_step {
            *state = StepState::Wrong(errors);
        }
        self
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

    /// What comes after a page: the first that is not done after it, else the first of all, else the check. Where that
    /// one may not be opened yet, the first of its part that is not done.
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
