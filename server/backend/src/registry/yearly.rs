//! The yearly question whether everything is still right: asked 12 months after it was last confirmed, again 30 and 60
//! days later; after 90 the registration lapses, and 24 months after it was last confirmed it is erased, though not
//! before it lapsed for 30 days. Whoever left is erased as well, after a while.

use domain::{id::RegistrantId, registry::state::RegistrationState};
use jiff::Timestamp;
use serde_json::json;
use sqlx::PgConnection;
use store::{
    outbox::Kind,
    registry::{
        leaving::{self, Owner},
        yearly::{self, Question, Silence},
    },
};
use uuid::Uuid;

use super::leaving::{WITHDRAWN_DAYS, erase_locked, tell};
use crate::{Backend, StoreError, clock::days};

/// Days after which somebody is asked.
const ASK_DAYS: i64 = 365;
/// Days without an answer after which they are reminded, once each.
const REMIND_DAYS: [i64; 2] = [30, 60];
/// Days without an answer after which the registration lapses.
const LAPSE_DAYS: i64 = 90;
/// Days without an answer since it was last confirmed after which it is erased.
const ERASE_DAYS: i64 = 730;
/// Days in which whoever was told that it lapsed can still answer, however late they were asked.
const GRACE_DAYS: i64 = 30;
/// People for whom a night may fail before it is given up: then it is not about them.
const MOST_FAILED: usize = 100;

/// What becomes of a registration today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Due {
    /// Its owner is asked.
    Ask,
    /// They are asked again, for this time.
    Remind(i16),
    /// It lapses.
    Lapse,
}

/// What is due for a registration that counts.
fn due(question: Question, now: Timestamp) -> Option<Due> {
    let Some(asked_at) = question.asked_at else {
        return (question.last_confirmed_at + days(ASK_DAYS) <= now).then_some(Due::Ask);
    };
    let since = |count: i64| asked_at + days(count) <= now;
    match question.reminders {
        0 if since(REMIND_DAYS[0]) => Some(Due::Remind(1)),
        1 if since(REMIND_DAYS[1]) => Some(Due::Remind(2)),
        2 if since(LAPSE_DAYS) => Some(Due::Lapse),
        _ => None,
    }
}

/// Whom to look at, in this order: nobody is asked and reminded in one night.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Reminded so often, and silent for so many days.
    Silent(i16, i64),
    /// Not asked yet.
    Unasked,
}

const STAGES: [Stage; 4] =
    [Stage::Silent(2, LAPSE_DAYS), Stage::Silent(1, REMIND_DAYS[1]), Stage::Silent(0, REMIND_DAYS[0]), Stage::Unasked];

/// For whom tonight's work failed: the others are not kept waiting by them.
#[derive(Debug, Default)]
struct Failed(Vec<Uuid>);

impl Failed {
    /// Logs and remembers a failure.
    ///
    /// # Errors
    /// Where so many failed that the night is given up.
    fn note(&mut self, registrant: RegistrantId, outcome: Result<(), StoreError>) -> Result<(), StoreError> {
        let Err(error) = outcome else { return Ok(()) };
        if self.0.len() >= MOST_FAILED {
            return Err(error);
        }
        tracing::error!(%registrant, %error, "what was due for a registration was not done");
        self.0.push(registrant.0);
        Ok(())
    }
}

/// Asks, reminds, lets lapse and erases whoever it is time for. Each person is a transaction: whatever fails is tried
/// again the next night.
pub async fn run(backend: &Backend) -> Result<(), StoreError> {
    let (db, now) = (&backend.db, backend.clock.now());
    let mut failed = Failed::default();
    for stage in STAGES {
        loop {
            let people = match stage {
                Stage::Silent(times, silent) => yearly::unanswered(db, times, now - days(silent), &failed.0).await?,
                Stage::Unasked => yearly::to_ask(db, now - days(ASK_DAYS), &failed.0).await?,
            };
            if people.is_empty() {
                break;
            }
            for registrant in people {
                failed.note(registrant, ask(backend, registrant).await)?;
            }
        }
    }
    erase(backend, &mut failed).await
}

/// Does what is due for somebody, if it still is: they may have answered meanwhile.
async fn ask(backend: &Backend, registrant: RegistrantId) -> Result<(), StoreError> {
    let now = backend.clock.now();
    let mut tx = backend.db.begin().await?;
    let Some(owner) = leaving::lock(&mut tx, registrant).await? else { return Ok(()) };
    if owner.state != RegistrationState::Active {
        return Ok(());
    }
    let question = yearly::question(&mut *tx, owner.registration).await?;
    if let Some(due) = due(question, now) {
        act(&mut tx, &owner, (due, question), now).await?;
    }
    Ok(tx.commit().await?)
}

async fn act(
    db: &mut PgConnection,
    owner: &Owner,
    (due, question): (Due, Question),
    now: Timestamp,
) -> Result<(), StoreError> {
    let asked_at = question.asked_at.unwrap_or(now);
    let (kind, state, reminders) = match due {
        Due::Ask => (Kind::YearlyConfirmation, RegistrationState::Active, 0),
        Due::Remind(time) => (Kind::YearlyReminder, RegistrationState::Active, time),
        Due::Lapse => (Kind::RegistrationLapsed, RegistrationState::Lapsed, 2),
    };
    let lapses_at = asked_at + days(LAPSE_DAYS);
    let erased_at = (question.last_confirmed_at + days(ERASE_DAYS)).max(lapses_at + days(GRACE_DAYS));
    yearly::asked(&mut *db, owner.registration, (state, reminders), asked_at).await?;
    let detail = json!({ "registrant": owner.registrant, "lapses_at": lapses_at, "erased_at": erased_at });
    tell(db, owner, kind, detail, now).await
}

async fn erase(backend: &Backend, failed: &mut Failed) -> Result<(), StoreError> {
    let now = backend.clock.now();
    let before = Silence {
        left: now - days(WITHDRAWN_DAYS),
        confirmed: now - days(ERASE_DAYS),
        asked: now - days(LAPSE_DAYS + GRACE_DAYS),
    };
    loop {
        let people = yearly::to_erase(&backend.db, before, &failed.0).await?;
        if people.is_empty() {
            return Ok(());
        }
        for registrant in people {
            failed.note(registrant, erase_one(backend, registrant).await)?;
        }
    }
}

async fn erase_one(backend: &Backend, registrant: RegistrantId) -> Result<(), StoreError> {
    let mut tx = backend.db.begin().await?;
    let owner = leaving::lock(&mut tx, registrant).await?;
    let may_erase = |owner: &Owner| {
        !owner.legal_hold && matches!(owner.state, RegistrationState::Withdrawn | RegistrationState::Lapsed)
    };
    if let Some(owner) = owner.filter(may_erase) {
        erase_locked(backend, &mut tx, &owner).await?;
    }
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rp_08_what_is_due_follows_the_calendar() {
        let now: Timestamp = "2027-11-22T09:00:00Z".parse().expect("a moment");
        let asked = |days_ago: i64, reminders: i16| {
            let asked_at = Some(now - days(days_ago));
            due(Question { asked_at, reminders, last_confirmed_at: now - days(400) }, now)
        };
        let never = |days_ago: i64| {
            due(Question { asked_at: None, reminders: 0, last_confirmed_at: now - days(days_ago) }, now)
        };
        assert_eq!((never(364), never(365)), (None, Some(Due::Ask)));
        assert_eq!((asked(29, 0), asked(30, 0), asked(30, 1)), (None, Some(Due::Remind(1)), None));
        assert_eq!((asked(60, 1), asked(60, 2)), (Some(Due::Remind(2)), None));
        assert_eq!((asked(89, 2), asked(90, 2)), (None, Some(Due::Lapse)));
        assert_eq!(asked(90, 0), Some(Due::Remind(1)), "nothing lapses before it was asked about three times");
    }
}
