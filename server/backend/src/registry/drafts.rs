//! Registrations under way. Every page's answers are written as they were typed, and read only then.

use domain::{
    form::Answers,
    id::DraftId,
    locale::Locale,
    paths::{self, Path},
    registry::{
        Draft, Journey, Next, Register, Step, StepState,
        forms::{AnswerStep, Then},
    },
    time::Day,
};
use jiff::{Timestamp, ToSpan};
use sqlx::PgConnection;
use store::{
    registry::{
        answers::{self as rows, Stored},
        drafts::{self, New},
    },
    sessions::DRAFT_COOKIE_HOURS,
};

use super::{Open, Writer, answers, number_format, places::Typed};
use crate::{
    Backend, FormError, StoreError,
    clock::days,
    secrets::{Token, random_bytes},
};

/// Days for which a saved draft is kept after it was last written.
pub const SAVED_DAYS: i64 = 30;

/// What two windows typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The page.
    pub step: Step,
    /// What is stored, under the names of its questions.
    pub stored: Answers,
    /// What was typed into the window that was drawn before.
    pub typed: Answers,
}

/// When a draft is deleted unless it is written again: one that only a cookie leads to ends with it.
pub(super) fn end(is_saved: bool, now: Timestamp) -> Timestamp {
    if is_saved { now + days(SAVED_DAYS) } else { now + DRAFT_COOKIE_HOURS.hours() }
}

/// Begins a draft that ends with its cookie; the token goes there.
pub async fn begin(backend: &Backend, locale: Locale) -> Result<(DraftId, Token), StoreError> {
    let (now, token) = (backend.clock.now(), Token::draw());
    let id = DraftId(uuid::Uuid::now_v7());
    let submit_key = uuid::Builder::from_random_bytes(random_bytes()).into_uuid();
    drafts::begin(&backend.db, New { id, token: token.hash(), submit_key, locale }, end(false, now), now).await?;
    Ok((id, token))
}

/// A draft with its answers, opened; nothing where there is none or its time has passed.
pub async fn find(backend: &Backend, draft: DraftId) -> Result<Option<Open>, StoreError> {
    let mut db = backend.connection().await?;
    let Some(row) = drafts::find(&mut *db, draft, backend.clock.now()).await? else { return Ok(None) };
    let stored = rows::find(&mut *db, draft).await?;
    Ok(Some(Open {
        id: draft,
        version: row.version,
        draft: answers::read(&backend.sealing, &row, stored)?,
        saved_for: row.kept_for().map(str::to_owned),
        submit_key: row.submit_key,
        expires_at: row.expires_at,
    }))
}

/// Writes the answers to a page as they were typed, then reads them, and says where to go. Where another window
/// answered the same since this one was drawn, or this one shows another draft, both are kept until somebody says which
/// holds.
///
/// # Errors
/// Refused with what is wrong with the page, or where too many letters are to be written; the page is written all the
/// same. [`FormError::NotFound`] where the draft is not there any more.
pub async fn answer(backend: &Backend, draft: DraftId, form: &AnswerStep, writer: Writer) -> Result<Path, FormError> {
    let register = super::register(backend).await?;
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let mut locked = Locked::lock(backend, &mut tx, draft).await?.ok_or(FormError::NotFound)?;
    if !locked.draft.asked(&register).contains(&form.step) {
        return Ok(paths::register_tasks());
    }
    let typed = form.chosen(&register);
    let is_stale = !answers::may_write(&locked.draft, &locked.stored, &form.step, &typed, form.version.0)
        || form.version.is_of_another(draft);
    // What a script writes down may come after its page, and says nothing new of one where nothing was typed.
    if form.then.is_beside() && (is_stale || (!form.then.leaves() && locked.draft.says(&form.step, &typed))) {
        return Ok(paths::register_step(&form.step));
    }
    if is_stale {
        locked.keep_conflict(backend, &mut tx, &form.step, &typed).await?;
        tx.commit().await.map_err(StoreError::from)?;
        return Ok(paths::register_changed());
    }
    locked.row.locale = writer.locale;
    let as_of = form.then.is_beside().then_some(form.version.0);
    locked.write(backend, &mut tx, &form.step, (&typed, as_of), form.then.leaves()).await?;
    tx.commit().await.map_err(StoreError::from)?;
    match form.then {
        Then::All(_) | Then::None(_) | Then::Stopped | Then::Keep => Ok(paths::register_step(&form.step)),
        Then::Save => super::saving::again(backend, &locked.row, writer).await,
        Then::Continue => {
            let journey = locked.journey(backend, &register);
            match journey.state(&form.step) {
                Some(StepState::Wrong(errors)) => Err(FormError::Refused(errors.clone())),
                _ => Ok(next(&journey, &form.step)),
            }
        }
    }
}

/// What two windows typed, as long as nobody said which of it holds.
pub async fn conflict(backend: &Backend, draft: DraftId) -> Result<Option<Conflict>, StoreError> {
    let Some(open) = find(backend, draft).await? else { return Ok(None) };
    let mut db = backend.connection().await?;
    let Some((step, typed)) = kept_conflict(backend, &mut db, draft).await? else { return Ok(None) };
    Ok(Some(Conflict { stored: open.draft.of_step(&step), step, typed }))
}

/// Keeps what one of two windows typed, and goes on.
pub async fn settle(backend: &Backend, draft: DraftId, keep_typed: bool) -> Result<Path, FormError> {
    let register = super::register(backend).await?;
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let Some(mut locked) = Locked::lock(backend, &mut tx, draft).await? else { return Ok(paths::register()) };
    let Some((step, typed)) = kept_conflict(backend, &mut tx, draft).await? else { return Ok(paths::register_tasks()) };
    let is_asked = locked.draft.asked(&register).contains(&step);
    if keep_typed && is_asked {
        locked.write(backend, &mut tx, &step, (&typed, None), true).await?;
    }
    rows::end_conflict(&mut *tx, draft).await?;
    tx.commit().await.map_err(StoreError::from)?;
    let journey = locked.journey(backend, &register);
    Ok(match journey.state(&step) {
        None => paths::register_tasks(),
        Some(StepState::Done) => next(&journey, &step),
        Some(_) => paths::register_step(&step),
    })
}

fn next(journey: &Journey, step: &Step) -> Path {
    match journey.next_after(step) {
        Next::Step(step) => paths::register_step(&step),
        Next::Check => paths::register_check(),
    }
}

async fn kept_conflict(
    backend: &Backend,
    db: &mut PgConnection,
    draft: DraftId,
) -> Result<Option<(Step, Answers)>, StoreError> {
    let Some((slug, kept)) = rows::conflict(db, draft).await? else { return Ok(None) };
    let mut typed = Answers::default();
    for (question, values) in kept {
        let values = answers::open(&backend.sealing, Typed::Conflict(draft), &question, values)?;
        typed.replace(question, values);
    }
    Ok(Step::from_slug(&slug).map(|step| (step, typed)))
}

/// A draft that is locked for this transaction.
struct Locked {
    row: drafts::Draft,
    stored: Vec<Stored>,
    draft: Draft,
}

impl Locked {
    async fn lock(backend: &Backend, db: &mut PgConnection, draft: DraftId) -> Result<Option<Self>, StoreError> {
        let Some(row) = drafts::lock(&mut *db, draft, backend.clock.now()).await? else { return Ok(None) };
        let stored = rows::find(db, draft).await?;
        let draft = answers::read(&backend.sealing, &row, stored.clone())?;
        Ok(Some(Self { row, stored, draft }))
    }

    fn journey(&self, backend: &Backend, register: &Register) -> Journey {
        number_format::journey(&self.draft, register, Day(backend.clock.registry_today()))
    }

    /// Writes those answers to a page that changed; the page counts as seen if it was left. Answers `as_of` a version are
    /// those of a window that still shows it, which goes on from them; no window shows one that is to come.
    async fn write(
        &mut self,
        backend: &Backend,
        db: &mut PgConnection,
        step: &Step,
        (typed, as_of): (&Answers, Option<i32>),
        is_seen: bool,
    ) -> Result<(), StoreError> {
        let (id, now) = (self.row.id, backend.clock.now());
        let as_of = as_of.map(|shown| shown.min(self.row.version));
        self.row.version += 1;
        let version = as_of.unwrap_or(self.row.version);
        for field in step.fields() {
            let (question, values) = (self.draft.key(step, field.name), typed.all(field.name));
            let is_there = self.stored.iter().any(|known| known.question == question);
            if is_there && self.draft.answers.all(&question) == values {
                continue;
            }
            let closed = answers::close(&backend.sealing, Typed::Draft(id), &question, values.to_vec())?;
            rows::put(&mut *db, id, &question, &closed, version).await?;
        }
        let seen_before = self.draft.visited.clone();
        self.draft = std::mem::take(&mut self.draft).with_step(step, typed);
        if !is_seen {
            self.draft.visited = seen_before;
        }
        self.row.visited = self.draft.visited.iter().cloned().collect();
        self.row.expires_at = end(self.row.kept_for().is_some(), now);
        drafts::touch(db, &self.row, now).await
    }

    async fn keep_conflict(
        &self,
        backend: &Backend,
        db: &mut PgConnection,
        step: &Step,
        typed: &Answers,
    ) -> Result<(), StoreError> {
        let close = |name: &'static str| -> Result<_, StoreError> {
            let values = typed.all(name).to_vec();
            Ok((name, answers::close(&backend.sealing, Typed::Conflict(self.row.id), name, values)?))
        };
        let kept = step.fields().iter().map(|field| close(field.name)).collect::<Result<Vec<_>, _>>()?;
        rows::keep_conflict(db, self.row.id, step, &kept).await
    }
}
