//! Changing a registration page by page. What was typed is kept until the whole can be saved: at once, unless other
//! questions are asked because of it, an answer is wrong, or another window changed the registration meanwhile.

use domain::{
    done::Done,
    form::{Answers, FieldErrors, Kind},
    id::{RegistrantId, SessionId},
    paths::{self, Path},
    registry::{
        Draft, Journey, Next, Register, Registration, Step, StepState,
        forms::{AnswerStep, Then},
        managing::ChangeStep,
        saving::Settled,
        state::RegistrationState,
    },
    time::Day,
};
use sqlx::PgConnection;
use store::registry::{
    leaving::{self, Owner},
    mine::Which,
    updates::{self, Pending},
};

use super::{
    answers, my,
    places::Typed,
    sending::composed,
    unsaved::{Changing, Unsaved, changing_on, has, journey_over, over},
    versions::{self, BY_OWNER},
};
use crate::{Backend, FormError, StoreError};

/// One's registration that is locked while it is changed.
struct Locked<'a> {
    backend: &'a Backend,
    session: SessionId,
    owner: Owner,
    register: &'a Register,
    changing: Changing,
    /// What was changed before, where the page that is answered does not follow from it.
    aside: Option<Unsaved>,
}

/// Where to go, and what to say there.
pub type Answered = (Path, Option<Done>);

impl<'a> Locked<'a> {
    async fn lock(
        backend: &'a Backend,
        db: &mut PgConnection,
        who: (SessionId, RegistrantId),
        register: &'a Register,
    ) -> Result<Self, FormError> {
        let owner = leaving::lock(&mut *db, who.1).await?.ok_or(FormError::NotFound)?;
        let changing = changing_on(backend, db, who, register).await?.ok_or(FormError::NotFound)?;
        Ok(Self { backend, session: who.0, owner, register, changing, aside: None })
    }

    fn today(&self) -> Day {
        Day(self.backend.clock.registry_today())
    }

    async fn keep(&self, db: &mut PgConnection, unsaved: &Unsaved) -> Result<(), StoreError> {
        let close = |(question, values): (&str, &[String])| {
            let of = Typed::Update(self.changing.stored.id);
            Ok((question.to_owned(), answers::close(&self.backend.sealing, of, question, values.to_vec())?))
        };
        let pending = Pending {
            step: unsaved.step.slug(),
            version: unsaved.version,
            visited: unsaved.typed.visited.iter().cloned().collect(),
            answers: unsaved.typed.answers.iter().map(close).collect::<Result<_, StoreError>>()?,
        };
        let ids = (self.changing.stored.id, self.session);
        updates::keep_pending(db, ids, &pending, self.backend.clock.now()).await
    }

    /// Keeps what was left aside, which goes on from what was saved now.
    async fn put_back(&self, db: &mut PgConnection, was_changed: bool) -> Result<(), StoreError> {
        let Some(mut aside) = self.aside.clone() else { return Ok(()) };
        if was_changed && aside.version == self.changing.stored.version {
            aside.version += 1;
        }
        self.keep(db, &aside).await
    }

    /// What is kept of a page that cannot be saved: what was left aside as well, where both change the same version.
    fn with_aside(&self, unsaved: &Unsaved) -> Unsaved {
        let aside = self.aside.as_ref().filter(|aside| aside.version == unsaved.version);
        let typed = aside.map_or_else(|| unsaved.typed.clone(), |aside| over(&aside.typed, &unsaved.typed));
        Unsaved { typed, ..unsaved.clone() }
    }

    /// Saves what was typed if the whole is right, else keeps it and says what is still to do.
    async fn go_on(&self, db: &mut PgConnection, unsaved: &Unsaved, then: &Then) -> Result<Outcome, StoreError> {
        let (step, whole) = (&unsaved.step, over(&self.changing.draft, &unsaved.typed));
        let journey = journey_over(&unsaved.typed, &whole, self.register, self.today());
        let goes_on = matches!(then, Then::Continue | Then::Save);
        let wrong = match journey.state(step) {
            Some(StepState::Wrong(errors)) if goes_on => Some(errors.clone()),
            _ => None,
        };
        match (wrong, Registration::read(&composed(&whole), self.register, self.today())) {
            (None, Ok(said)) if goes_on && journey.is_complete() => {
                let of = (&self.owner, &self.changing.stored);
                let changed = versions::write(self.backend, &mut *db, of, (&said, self.register), BY_OWNER).await?;
                self.put_back(db, changed).await?;
                let done = changed.then_some(Done::RegistrationUpdated);
                Ok(Outcome::Goes(paths::my_registration(), done))
            }
            (wrong, _) => {
                self.keep(db, &self.with_aside(unsaved)).await?;
                let onward = if goes_on { next(&journey, step) } else { paths::my_step(step) };
                Ok(wrong.map_or_else(|| Outcome::Goes(onward, None), Outcome::Wrong))
            }
        }
    }
}

/// What becomes of a page that was answered.
enum Outcome {
    /// On to another one.
    Goes(Path, Option<Done>),
    /// Back to it.
    Wrong(FieldErrors),
}

fn next(journey: &Journey, step: &Step) -> Path {
    match journey.next_after(step) {
        Next::Step(step) => paths::my_step(&step),
        Next::Check => paths::my_registration(),
    }
}

/// What was sent of a page, and what it says already where nothing was: a text that was emptied is sent as nothing,
/// one that was not sent stays, and so does a choice, which nobody can take back. Unticked boxes are never sent.
fn with_unsent(form: &AnswerStep, register: &Register, whole: &Draft) -> Answers {
    let (mut typed, known) = (form.chosen(register), whole.of_step(&form.step));
    for field in form.step.fields() {
        if field.kind != Kind::Checkboxes && !has(&typed, field.name) && has(&known, field.name) {
            typed.replace(field.name, known.all(field.name).to_vec());
        }
    }
    typed
}

/// Changes the answers to a page. Saved at once when the whole is right.
pub async fn answer(
    backend: &Backend,
    session: SessionId,
    registrant: RegistrantId,
    ChangeStep(form): &ChangeStep,
) -> Result<Answered, FormError> {
    let register = super::register(backend).await?;
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let mut locked = Locked::lock(backend, &mut tx, (session, registrant), &register).await?;
    if locked.owner.state == RegistrationState::Withdrawn {
        return Ok((paths::my_rejoin(), None));
    }
    let step = form.step.clone();
    let (mut typed, aside) = locked.changing.before(&step, &register, locked.today());
    locked.aside = aside;
    let whole = over(&locked.changing.draft, &typed);
    // Another address has to be proved: it has pages of its own.
    if step == Step::Email || !whole.asked(&register).contains(&step) {
        return Ok((paths::my_registration(), None));
    }
    let sent = with_unsent(form, &register, &whole);
    for field in step.fields() {
        typed.answers.replace(whole.key(&step, field.name), sent.all(field.name).to_vec());
    }
    if matches!(form.then, Then::Continue | Then::Save) {
        typed.visited.insert(whole.mark(&step));
    }
    let unsaved = Unsaved { step, version: form.version.0, typed };
    let outcome = if unsaved.version == locked.changing.stored.version {
        locked.go_on(&mut tx, &unsaved, &form.then).await?
    } else {
        locked.keep(&mut tx, &locked.with_aside(&unsaved)).await?;
        Outcome::Goes(paths::my_changed(), None)
    };
    finish(tx, outcome).await
}

async fn finish(tx: sqlx::Transaction<'_, sqlx::Postgres>, outcome: Outcome) -> Result<Answered, FormError> {
    tx.commit().await.map_err(StoreError::from)?;
    match outcome {
        Outcome::Goes(path, done) => Ok((path, done)),
        Outcome::Wrong(errors) => Err(FormError::Refused(errors)),
    }
}

/// Keeps what one of two windows typed, and goes on.
pub async fn settle(
    backend: &Backend,
    session: SessionId,
    registrant: RegistrantId,
    keep: Settled,
) -> Result<Answered, FormError> {
    let register = super::register(backend).await?;
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let locked = Locked::lock(backend, &mut tx, (session, registrant), &register).await?;
    let unsaved = locked.changing.unsaved.clone().filter(|_| keep == Settled::Typed);
    let outcome = if let Some(mut unsaved) = unsaved {
        unsaved.version = locked.changing.stored.version;
        locked.go_on(&mut tx, &unsaved, &Then::Continue).await?
    } else {
        updates::drop_pending(&mut *tx, locked.changing.stored.id).await?;
        Outcome::Goes(paths::my_registration(), None)
    };
    finish(tx, outcome).await
}

/// Forgets changed answers that were not saved.
pub async fn discard(backend: &Backend, registrant: RegistrantId) -> Result<Path, FormError> {
    let stored = my::find(backend, Which::Current(registrant)).await?.ok_or(FormError::NotFound)?;
    updates::drop_pending(&backend.db, stored.id).await?;
    Ok(paths::my_registration())
}
