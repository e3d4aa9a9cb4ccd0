//! Sending messages: when each is tried, and what becomes of one that does not leave.

use jiff::{SignedDuration, ToSpan};
use store::outbox;

use crate::{Backend, StoreError, mail::MailError, messages};

/// Tries before a message is given up and listed.
const TRIES: i16 = 48;
/// Tries for a code: after half an hour it would be of no use.
const CODE_TRIES: i16 = 5;
/// The longest wait between two tries.
const LONGEST_WAIT_MINUTES: i64 = 240;
/// After this, a try that never answered is taken up by somebody else.
const RETAKE_MINUTES: i64 = 2;

/// Sends what is due, one message after the other. Gives how many left. A mail server that is down costs no
/// message a try: before the first, and after each that failed, it has to greet us. So whatever came
/// together while it was away leaves with the first round after its return.
pub async fn send_due(backend: &Backend) -> Result<usize, StoreError> {
    let (mut sent, mut is_open) = (0, false);
    loop {
        let now = backend.clock.now();
        is_open = is_open || outbox::is_due(&backend.db, now).await? && opens(backend).await;
        if !is_open {
            return Ok(sent);
        }
        let Some(due) = outbox::take(&backend.db, now, now + RETAKE_MINUTES.minutes()).await? else { return Ok(sent) };
        match deliver(backend, &due).await {
            Ok(()) => {
                outbox::sent(&backend.db, due.id, backend.clock.now()).await?;
                sent += 1;
            }
            Err(error) => {
                is_open = false;
                did_not_leave(backend, &due, &error).await?;
            }
        }
    }
}

/// Whether messages can leave now.
async fn opens(backend: &Backend) -> bool {
    let outcome = backend.mailer.is_reachable().await;
    if let Err(error) = &outcome {
        tracing::warn!(%error, "messages wait for the mail server");
    }
    outcome.is_ok()
}

/// Records a try that failed, and when the next one is. What another try cannot change is given up, and so
/// is what was tried often enough; the operator learns of it here and from the doctor.
async fn did_not_leave(backend: &Backend, due: &outbox::Due, error: &NotDelivered) -> Result<(), StoreError> {
    let ends_soon = outbox::Kind::from_name(&due.kind).is_some_and(outbox::Kind::ends_soon);
    let next = next_try(due.attempts)
        .filter(|_| !error.is_final() && (!ends_soon || due.attempts < CODE_TRIES))
        .map(|wait| backend.clock.now() + wait);
    if next.is_some() {
        tracing::warn!(message = %due.id, attempts = due.attempts, %error, "a message did not leave");
    } else {
        tracing::error!(message = %due.id, attempts = due.attempts, %error, "a message was given up");
    }
    outbox::failed(&backend.db, due.id, (error.to_string().as_str(), error.may_have_arrived()), next).await
}

/// Why a message did not leave.
#[derive(Debug, thiserror::Error)]
enum NotDelivered {
    /// It has no words.
    #[error(transparent)]
    Unworded(#[from] messages::MessageError),
    /// It has, and they did not get out.
    #[error(transparent)]
    Unsent(#[from] MailError),
}

impl NotDelivered {
    /// Whether another try can only end the same way.
    const fn is_final(&self) -> bool {
        matches!(
            self,
            Self::Unworded(messages::MessageError::NothingToSay)
                | Self::Unsent(MailError::Unwritable(_) | MailError::Refused(_))
        )
    }

    /// Whether the mail server may have taken it all the same.
    const fn may_have_arrived(&self) -> bool {
        matches!(self, Self::Unsent(MailError::Unanswered(_)))
    }
}

async fn deliver(backend: &Backend, due: &outbox::Due) -> Result<(), NotDelivered> {
    let mail = messages::write(backend, due).await?;
    Ok(backend.mailer.send(&mail).await?)
}

/// The wait after this many tries: 1, 2, 4 … minutes, at most four hours; nothing after the last.
fn next_try(attempts: i16) -> Option<SignedDuration> {
    if attempts >= TRIES {
        return None;
    }
    let doublings = u32::try_from(attempts.clamp(1, 9) - 1).unwrap_or_default();
    Some(SignedDuration::from_mins((1_i64 << doublings).min(LONGEST_WAIT_MINUTES)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_four_hours_and_end_after_48_tries() {
        let minutes: Vec<i64> = (1..=10).filter_map(next_try).map(|wait| wait.as_mins()).collect();
        assert_eq!(minutes, [1, 2, 4, 8, 16, 32, 64, 128, 240, 240]);
        assert_eq!(next_try(47).map(|wait| wait.as_mins()), Some(240));
        assert_eq!(next_try(48), None);
    }
}
