//! One's registration with what its owner changed and did not save yet.

use domain::{
    form::Answers,
    id::{RegistrantId, SessionId},
    registry::{Draft, Journey, Register, Step, StepState},
    time::Day,
};
use sqlx::PgConnection;
use store::registry::{
    mine::{Stored, Which},
    updates::{self, Pending},
};

use super::{answers, my, number_format, places::Typed, sending::composed};
use crate::{Backend, StoreError};

/// Changed answers that are not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// The page that was answered last.
    pub step: Step,
    /// The version of the registration that was changed.
    pub version: i32,
    /// What was typed, and nothing else.
    pub typed: Draft,
}

/// A registration with what its owner changed in this session.
#[derive(Clone, Debug)]
pub struct Changing {
    /// As it is stored.
    pub stored: Stored,
    /// The same as pages of the wizard.
    pub draft: Draft,
    /// What was changed and not saved.
    pub unsaved: Option<Unsaved>,
}

impl Changing {
    /// What the pages show: what is stored, and over it what was changed since.
    pub fn whole(&self) -> Draft {
        self.unsaved.as_ref().map_or_else(|| self.draft.clone(), |unsaved| over(&self.draft, &unsaved.typed))
    }

    /// How far the pages are that are shown.
    pub fn journey(&self, register: &Register, today: Day) -> Journey {
        let typed = self.unsaved.as_ref().map(|unsaved| &unsaved.typed);
        typed.map_or_else(
            || Journey::of(&self.draft, register, today),
            |typed| journey_over(typed, &over(&self.draft, typed), register, today),
        )
    }

    /// Whether somebody else changed the registration since its pages were drawn.
    pub fn is_stale(&self) -> bool {
        self.unsaved.as_ref().is_some_and(|unsaved| unsaved.version != self.stored.version)
    }

    /// What a page writes over, and what it leaves aside: what was changed before is either, as this page follows from
    /// it or not.
    pub(super) fn before(&self, step: &Step, register: &Register, today: Day) -> (Draft, Option<Unsaved>) {
        let whole = self.whole();
        let follows = |unsaved: &Unsaved| {
            let is_open = Journey::of(&composed(&whole), register, today).state(step) != Some(&StepState::Done);
            let was_typed = step.fields().iter().any(|field| has(&unsaved.typed.answers, &whole.key(step, field.name)));
            unsaved.version == self.stored.version && (is_open || was_typed)
        };
        match self.unsaved.clone() {
            Some(unsaved) if follows(&unsaved) => (unsaved.typed, None),
            aside => (Draft::default(), aside),
        }
    }
}

/// Whether anything was sent under a name, be it nothing.
pub(super) fn has(answers: &Answers, name: &str) -> bool {
    answers.iter().any(|(known, _)| known == name)
}

/// A draft with what was typed in the place of what it says.
pub(super) fn over(draft: &Draft, typed: &Draft) -> Draft {
    let mut whole = draft.clone();
    for (name, values) in typed.answers.iter() {
        whole.answers.replace(name, values.to_vec());
    }
    whole.visited.extend(typed.visited.iter().cloned());
    whole
}

/// The journey of a registration with what was typed over it. A number that was typed is held against what its college
/// says; the one that is stored keeps nobody from changing the rest.
pub(super) fn journey_over(typed: &Draft, whole: &Draft, register: &Register, today: Day) -> Journey {
    let was_typed = Step::RegistrationNumber.fields().iter().any(|field| has(&typed.answers, field.name));
    if was_typed {
        number_format::journey(whole, register, today)
    } else {
        Journey::of(&composed(whole), register, today)
    }
}

/// One's registration, for the pages that change it.
pub async fn changing(
    backend: &Backend,
    who: (SessionId, RegistrantId),
    register: &Register,
) -> Result<Option<Changing>, StoreError> {
    let mut db = backend.connection().await?;
    changing_on(backend, &mut db, who, register).await
}

/// The same on a connection that is held.
pub(super) async fn changing_on(
    backend: &Backend,
    db: &mut PgConnection,
    (session, registrant): (SessionId, RegistrantId),
    register: &Register,
) -> Result<Option<Changing>, StoreError> {
    let Some(stored) = my::find_on(backend, &mut *db, Which::Current(registrant)).await? else { return Ok(None) };
    let pending = updates::pending(&mut *db, stored.id, session).await?;
    let unsaved = pending.map(|pending| read(backend, &stored, pending)).transpose()?.flatten();
    Ok(Some(Changing { draft: stored.said.draft(register), stored, unsaved }))
}

fn read(backend: &Backend, stored: &Stored, pending: Pending) -> Result<Option<Unsaved>, StoreError> {
    let mut typed = Draft { visited: pending.visited.into_iter().collect(), ..Draft::default() };
    for (question, values) in pending.answers {
        let values = answers::open(&backend.sealing, Typed::Update(stored.id), &question, values)?;
        typed.answers.replace(question, values);
    }
    Ok(Step::from_slug(&pending.step).map(|step| Unsaved { step, version: pending.version, typed }))
}
