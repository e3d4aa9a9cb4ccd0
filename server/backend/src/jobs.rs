//! What happens beside the pages: sending messages and tidying up.

use domain::checkout::CODE_MINUTES;
use graphile_worker::{Cron, IntoTaskHandlerResult, TaskHandler, Worker, WorkerContext, WorkerOptions, WorkerUtils};
use jiff::{SignedDuration, ToSpan};
use serde::{Deserialize, Serialize};
use sqlx::PgPool;
use store::outbox;

use crate::{Backend, SharedBackend, StoreError, mail::MailError, messages};

/// Tries before a message is given up and listed.
const TRIES: i16 = 48;
/// Tries for a code: after half an hour it would be of no use.
const CODE_TRIES: i16 = 5;
/// The longest wait between two tries.
const LONGEST_WAIT_MINUTES: i64 = 240;
/// After this, a try that never answered is taken up by somebody else.
const RETAKE_MINUTES: i64 = 2;

/// A guest's basket is kept this long after it was last touched.
const BASKET_DAYS: i64 = 60;
/// A session, and with it the right to read its orders without proof, is kept this long.
const SESSION_DAYS: i64 = 90;
/// A search that found nothing is remembered this long after it was last made.
const MISSED_DAYS: i64 = 90;

/// Sends every message that is due.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendMessages {}

impl TaskHandler for SendMessages {
    const IDENTIFIER: &'static str = outbox::SEND;

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let backend = context.get_ext::<SharedBackend>().ok_or("the worker has no backend")?;
        send_due(backend).await.map(|_| ()).map_err(|error| error.to_string())
    }
}

/// Tidies up: expired holds and requests, counters of past windows, and what people left behind. The job library's
/// calendar gives it no payload at all.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct TidyUp;

impl TaskHandler for TidyUp {
    const IDENTIFIER: &'static str = "tidy_up";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let backend = context.get_ext::<SharedBackend>().ok_or("the worker has no backend")?;
        let tidied = tidy_up(backend).await;
        // Messages whose next try has come, and those whose wake-up was lost with a crash.
        let sent = send_due(backend).await;
        crate::dump::write_first(backend).await;
        sent.and(tidied).map_err(|error| error.to_string())
    }
}

/// Every night: what was used, what is popular, what belongs together.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct CountUse;

impl TaskHandler for CountUse {
    const IDENTIFIER: &'static str = "count_use";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let backend = context.get_ext::<SharedBackend>().ok_or("the worker has no backend")?;
        crate::usage::refresh(backend).await.map_err(|error| error.to_string())
    }
}

/// Every night: the whole live catalogue in one file.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct WriteDump;

impl TaskHandler for WriteDump {
    const IDENTIFIER: &'static str = "write_dump";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let backend = context.get_ext::<SharedBackend>().ok_or("the worker has no backend")?;
        crate::dump::write(backend).await.map_err(|error| error.to_string())
    }
}

/// Every minute: the text of files that came in.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct ReadFiles;

impl TaskHandler for ReadFiles {
    const IDENTIFIER: &'static str = "read_files";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let backend = context.get_ext::<SharedBackend>().ok_or("the worker has no backend")?;
        crate::file_texts::read_waiting(backend).await.map_err(|error| error.to_string())
    }
}

/// Forgets what its time has passed for.
pub async fn tidy_up(backend: &Backend) -> Result<(), StoreError> {
    let (db, now) = (&backend.db, backend.clock.now());
    let before_days = |days: i64| now - (24 * days).hours();
    crate::stock::end_holds(backend).await?;
    store::search::forget_missed(db, crate::clock::service_day(before_days(MISSED_DAYS))).await?;
    store::subscriptions::forget(db, now).await?;
    crate::limit_requests::expire(backend).await?;
    store::outbox::end_codes(db, now - CODE_MINUTES.minutes()).await?;
    store::rate_counters::forget(db, before_days(1)).await?;
    store::baskets::forget(db, before_days(BASKET_DAYS)).await?;
    store::sessions::forget(db, crate::sessions::keep_after(now), before_days(SESSION_DAYS), now).await
}

/// Installs the job library's own tables.
pub async fn migrate(db: &PgPool) -> Result<(), StoreError> {
    WorkerUtils::new(db.clone(), "graphile_worker").migrate().await.map_err(|error| {
        tracing::error!(%error, "the job tables could not be installed");
        StoreError::Unavailable(sqlx::Error::WorkerCrashed)
    })
}

/// A worker over this backend, ready to run.
pub async fn worker(backend: SharedBackend) -> Result<Worker, graphile_worker::WorkerBuildError> {
    let options = WorkerOptions::default()
        .concurrency(2)
        .poll_interval(std::time::Duration::from_secs(5))
        .schema("graphile_worker")
        .listen_os_shutdown_signals(false)
        .pg_pool(backend.db.clone())
        .add_extension(backend)
        .define_job::<SendMessages>()
        .define_job::<TidyUp>()
        .define_job::<CountUse>()
        .define_job::<WriteDump>()
        .define_job::<ReadFiles>();
    let options = options.with_cron(Cron::every_minute::<TidyUp>()).with_cron(Cron::every_minute::<ReadFiles>());
    options.with_cron(nightly::<CountUse>(2)).with_cron(nightly::<WriteDump>(3)).init().await
}

/// At a quarter past an hour of the night (UTC).
#[expect(clippy::expect_used, reason = "a minute and an hour of every day")]
fn nightly<T: TaskHandler>(hour: u32) -> graphile_worker::CronBuilder<T> {
    Cron::daily_at(hour, 15).expect("a time of day")
}

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
    let is_code = due.kind == outbox::Kind::EmailCode.as_str();
    let next = next_try(due.attempts)
        .filter(|_| !error.is_final() && (!is_code || due.attempts < CODE_TRIES))
        .map(|wait| backend.clock.now() + wait);
    if next.is_some() {
        tracing::warn!(message = %due.id, attempts = due.attempts, %error, "a message did not leave");
    } else {
        tracing::error!(message = %due.id, attempts = due.attempts, %error, "a message was given up");
    }
    outbox::failed(&backend.db, due.id, &error.to_string(), next).await
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
