//! Everything that is held of somebody, opened for themselves: to read, and as JSON for their own programs.
//!
//! Left out are pairs that look alike: they say as much about somebody else.

use base64::{Engine, prelude::BASE64_STANDARD};
use domain::{
    id::{DraftId, RegistrantId, RegistrationId},
    registry::{
        Draft, Register, Step,
        state::{Actor, Channel, WithdrawalReason},
    },
};
use jiff::Timestamp;
use store::{
    audit::Reading,
    registry::{
        answers::Typed,
        history,
        letters::{self, Addressee, Letter},
        mine::{Stored, Which},
        own::{self, About, Beside, Part},
        registrants,
    },
};

use super::{
    answers, my,
    places::{self, Sealed},
    unsaved::over,
};
use crate::{Backend, StoreError, email_codes::Purpose};

/// Everything that is held of somebody.
#[derive(Clone, Debug)]
pub struct Whole {
    /// Their registration.
    pub stored: Stored,
    /// One that was sent for their address and waits for them.
    pub waiting: Option<Stored>,
    /// What is known about them.
    pub about: About,
    /// Consents and deployments.
    pub beside: Beside,
    /// Every change of an answer, the newest first.
    pub changes: Vec<Changed>,
    /// Every time that they left, the newest first.
    pub left: Vec<Left>,
    /// What they typed and did not send.
    pub unfinished: Vec<Unfinished>,
    /// What was written to them, the newest first.
    pub letters: Vec<Letter>,
}

/// A change of an answer.
#[derive(Clone, Debug)]
pub struct Changed {
    /// The version that made it.
    pub version: i32,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub actor: Actor,
    /// Through what.
    pub channel: Channel,
    /// The name the answer is kept under.
    pub field: String,
    /// What was said before.
    pub old: Vec<String>,
    /// What is said since.
    pub new: Vec<String>,
}

/// That somebody left.
#[derive(Clone, Debug)]
pub struct Left {
    /// Why.
    pub reason: WithdrawalReason,
    /// In their own words.
    pub text: Option<String>,
    /// Through what.
    pub channel: Channel,
    /// When.
    pub at: Timestamp,
    /// When they came back.
    pub undone_at: Option<Timestamp>,
}

/// Answers that were typed and not sent.
#[derive(Clone, Debug)]
pub struct Unfinished {
    /// Of what.
    pub part: Part,
    /// When they were last written.
    pub at: Timestamp,
    /// The answers, and nothing else.
    pub typed: Draft,
}

impl Unfinished {
    /// The same over what is stored, where it changes that, and the pages that hold any of it.
    pub fn pages(&self, stored: &Draft, register: &Register) -> (Draft, Vec<Step>) {
        let whole = match self.part {
            Part::Draft => self.typed.clone(),
            Part::Update => over(stored, &self.typed),
        };
        let is_typed = |step: &Step| {
            step.fields().iter().any(|field| !self.typed.answers.all(&whole.key(step, field.name)).is_empty())
        };
        let pages = whole.asked(register).into_iter().filter(is_typed).collect();
        (whole, pages)
    }
}

/// Everything that is held of somebody who was not erased: eight statements, the last of which writes down that they read
/// it.
pub async fn whole(backend: &Backend, registrant: RegistrantId, reading: Reading) -> Result<Option<Whole>, StoreError> {
    let mut db = backend.db.begin().await?;
    let Some(stored) = my::find_on(backend, &mut db, Which::Current(registrant)).await? else { return Ok(None) };
    let waiting = my::find_on(backend, &mut db, Which::Held(registrant)).await?;
    let Some(beside) = own::beside(&mut *db, registrant).await? else { return Ok(None) };
    let Some(rest) = own::rest(&mut *db, registrant).await? else { return Ok(None) };
    let changes = history::changes(&mut *db, stored.id).await?;
    let email_norm = &stored.said.email.normalised();
    let addressee = Addressee { registrant, registration: stored.id, email_norm };
    let letters = letters::to(&mut db, addressee, Purpose::Checkout.as_str()).await?;
    registrants::reads(&mut *db, registrant, reading, backend.clock.now()).await?;
    db.commit().await?;
    let changes = changes.into_iter().map(|changed| read_change(backend, changed));
    let left = rest.withdrawals.into_iter().map(|left| read_left(backend, left));
    let unfinished = rest.unfinished.into_iter().map(|unfinished| read_unfinished(backend, unfinished));
    Ok(Some(Whole {
        waiting,
        about: rest.about,
        beside,
        changes: changes.collect::<Result<_, StoreError>>()?,
        left: left.collect::<Result<_, StoreError>>()?,
        unfinished: unfinished.collect::<Result<_, StoreError>>()?,
        letters,
        stored,
    }))
}

fn read_change(backend: &Backend, changed: history::Changed) -> Result<Changed, StoreError> {
    let history::Changed { version, at, actor, channel, change } = changed;
    let values = |place: Sealed<'_>, typed: Option<Typed>| match typed {
        None => Ok(Vec::new()),
        Some(Typed::Plain(values)) => Ok(values),
        Some(Typed::Sealed(sealed)) => place.open(&backend.sealing, &sealed).map(|text| vec![text]),
    };
    let old = values(Sealed::Before(change.id), change.old)?;
    let new = values(Sealed::After(change.id), change.new)?;
    Ok(Changed { version, at, actor, channel, field: change.field, old, new })
}

fn read_left(backend: &Backend, left: own::Left) -> Result<Left, StoreError> {
    let text = left.text.map(|text| Sealed::Reason(left.id).open(&backend.sealing, &decoded(&text)?));
    let own::Left { reason, channel, at, undone_at, .. } = left;
    Ok(Left { reason, text: text.transpose()?, channel, at, undone_at })
}

fn read_unfinished(backend: &Backend, unfinished: own::Unfinished) -> Result<Unfinished, StoreError> {
    let own::Unfinished { part, id, at, answers } = unfinished;
    let of = match part {
        Part::Draft => places::Typed::Draft(DraftId(id)),
        Part::Update => places::Typed::Update(RegistrationId(id)),
    };
    let mut typed = Draft::default();
    for own::Typed { question, typed: plain, sealed } in answers {
        let kept = match sealed {
            Some(sealed) => Typed::Sealed(decoded(&sealed)?),
            None => Typed::Plain(plain.unwrap_or_default()),
        };
        let values = answers::open(&backend.sealing, of, &question, kept)?;
        typed.answers.replace(question, values);
    }
    Ok(Unfinished { part, at, typed })
}

fn decoded(text: &str) -> Result<Vec<u8>, StoreError> {
    BASE64_STANDARD.decode(text).map_err(|error| StoreError::Unreadable(serde::de::Error::custom(error)))
}
