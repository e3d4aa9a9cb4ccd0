//! The yearly question whether everything is still right: asked 12 months after it was last confirmed, again 30 and 60
//! days later; after 90 the registration lapses, and 24 months after it was last confirmed it is erased. Whoever left
//! is erased as well, after a while.

use domain::{id::RegistrantId, registry::state::RegistrationState};
use jiff::{Timestamp, ToSpan};
use serde_json::json;
use sqlx::PgConnection;
use store::{
    outbox::Kind,
    registry::{
        leaving::{self, Owner},
        yearly::{self, Question},
    },
};

use super::leaving::{WITHDRAWN_DAYS, erase_locked, tell};
use crate::{Backend, StoreError};

/// Days after which somebody is asked.
const ASK_DAYS: i64 = 365;
/// Days without an answer after which they are reminded, once each.
const REMIND_DAYS: [i64; 2] = [30, 60];
/// Days without an answer after which the registration lapses.
const LAPSE_DAYS: i64 = 90;
/// Days without an answer since it was last confirmed after which it is erased.
const ERASE_DAYS: i64 = 730;

fn days(count: i64) -> jiff::Span {
    (24 * count).hours()
}

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

/// Asks, reminds, lets lapse and erases whoever it is time for. Each person is a transaction: whatever fails is tried
/// again the next night.
pub async fn run(backend: &Backend) -> Result<(), StoreError> {
    let (db, now) = (&backend.db, backend.clock.now());
    for stage in STAGES {
        loop {
            let people = match stage {
                Stage::Silent(reminders, silent) => yearly::unanswered(db, reminders, now - days(silent)).await?,
                Stage::Unasked => yearly::to_ask(db, now - days(ASK_DAYS)).await?,
            };
            if people.is_empty() {
                break;
            }
            for registrant in people {
                ask(backend, registrant).await?;
            }
        }
    }
    erase(backend).await
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
    let (lapses_at, erased_at) = (asked_at + days(LAPSE_DAYS), question.last_confirmed_at + days(ERASE_DAYS));
    yearly::asked(&mut *db, owner.registration, (state, reminders), asked_at).await?;
    let detail = json!({ "registrant": owner.registrant, "lapses_at": lapses_at, "erased_at": erased_at });
    tell(db, owner, kind, detail, now).await
}

async fn erase(backend: &Backend) -> Result<(), StoreError> {
    let now = backend.clock.now();
    loop {
        let people = yearly::to_erase(&backend.db, now - days(WITHDRAWN_DAYS), now - days(ERASE_DAYS)).await?;
        if people.is_empty() {
            return Ok(());
        }
        for registrant in people {
            let mut tx = backend.db.begin().await?;
            let owner = leaving::lock(&mut tx, registrant).await?;
            let may_erase = |owner: &Owner| {
                !owner.legal_hold && matches!(owner.state, RegistrationState::Withdrawn | RegistrationState::Lapsed)
            };
            if let Some(owner) = owner.filter(may_erase) {
                erase_locked(backend, &mut tx, &owner).await?;
            }
            tx.commit().await?;
        }
    }
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
