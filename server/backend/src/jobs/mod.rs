//! What happens beside the pages: sending messages and tidying up. The job library runs each job in a task of its own,
//! so that each says what it is.

mod sending;

use domain::one_time_code::CODE_MINUTES;
use graphile_worker::{Cron, IntoTaskHandlerResult, TaskHandler, Worker, WorkerContext, WorkerOptions, WorkerUtils};
use jiff::ToSpan;
pub use sending::send_due;
use serde::{Deserialize, Serialize};
use sqlx::PgPool;
use store::{outbox, scope};

use crate::{Backend, SharedBackend, StoreError, clock::days};

/// A guest's basket is kept this long after it was last touched.
const BASKET_DAYS: i64 = 60;
/// A session, and with it the right to read its orders without proof, is kept this long.
const SESSION_DAYS: i64 = 90;
/// A registration for an address that has one waits this long for the owner of the address.
const HELD_DAYS: i64 = 14;
/// A search that found nothing is remembered this long after it was last made.
const MISSED_DAYS: i64 = 90;
/// What a message was about that was given up is kept this long, to try it again.
const GIVEN_UP_DAYS: i64 = 30;
/// That a message was sent, or given up, is kept this long.
const LETTER_DAYS: i64 = 365;

/// Sends every message that is due.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendMessages {}

impl TaskHandler for SendMessages {
    const IDENTIFIER: &'static str = outbox::SEND;

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let backend = context.get_ext::<SharedBackend>().ok_or("the worker has no backend")?;
        scope::job(send_due(backend)).await.map(|_| ()).map_err(|error| error.to_string())
    }
}

/// Every minute: messages whose next try has come, and those whose wake-up was lost with a crash. The job
/// library's calendar gives it no payload at all.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct SendDue;

impl TaskHandler for SendDue {
    const IDENTIFIER: &'static str = "send_due";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let backend = context.get_ext::<SharedBackend>().ok_or("the worker has no backend")?;
        scope::job(send_due(backend)).await.map(|_| ()).map_err(|error| error.to_string())
    }
}

/// Every minute: tidies up expired holds and requests, counters of past windows, and what people left behind.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct TidyUp;

impl TaskHandler for TidyUp {
    const IDENTIFIER: &'static str = "tidy_up";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let backend = context.get_ext::<SharedBackend>().ok_or("the worker has no backend")?;
        let tidied = scope::job(tidy_up(backend)).await;
        scope::job(crate::dump::write_first(backend)).await;
        tidied.map_err(|error| error.to_string())
    }
}

/// Every night: what was used, what is popular, what belongs together, and how long registering takes.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct CountUse;

impl TaskHandler for CountUse {
    const IDENTIFIER: &'static str = "count_use";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let backend = context.get_ext::<SharedBackend>().ok_or("the worker has no backend")?;
        scope::job(count_use(backend)).await.map_err(|error| error.to_string())
    }
}

/// Every night: the whole live catalogue in one file.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct WriteDump;

impl TaskHandler for WriteDump {
    const IDENTIFIER: &'static str = "write_dump";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let backend = context.get_ext::<SharedBackend>().ok_or("the worker has no backend")?;
        scope::job(crate::dump::write(backend)).await.map_err(|error| error.to_string())
    }
}

/// Every night: whose registration has to be asked about, lapses or is erased.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct AskStillRight;

impl TaskHandler for AskStillRight {
    const IDENTIFIER: &'static str = "ask_still_right";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let backend = context.get_ext::<SharedBackend>().ok_or("the worker has no backend")?;
        scope::job(crate::registry::yearly::run(backend)).await.map_err(|error| error.to_string())
    }
}

/// Every night: what is personal in orders of accounts that were closed.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct EraseEnded;

impl TaskHandler for EraseEnded {
    const IDENTIFIER: &'static str = "erase_ended";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let backend = context.get_ext::<SharedBackend>().ok_or("the worker has no backend")?;
        scope::job(crate::accounts::erase_ended(backend)).await.map_err(|error| error.to_string())
    }
}

/// Every minute: the text of files that came in.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct ReadFiles;

impl TaskHandler for ReadFiles {
    const IDENTIFIER: &'static str = "read_files";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let backend = context.get_ext::<SharedBackend>().ok_or("the worker has no backend")?;
        scope::job(crate::file_texts::read_waiting(backend)).await.map_err(|error| error.to_string())
    }
}

/// Counts what was used, and what follows from it. What fails keeps nothing else from being counted.
pub async fn count_use(backend: &Backend) -> Result<(), StoreError> {
    let (used, took) = (crate::usage::refresh(backend).await, crate::registry::registering::refresh(backend).await);
    used.and(took)
}

/// Forgets what its time has passed for.
pub async fn tidy_up(backend: &Backend) -> Result<(), StoreError> {
    let (db, now) = (&backend.db, backend.clock.now());
    let before_days = |count: i64| now - days(count);
    crate::stock::end_holds(backend).await?;
    store::search::forget_missed(db, crate::clock::service_day(before_days(MISSED_DAYS))).await?;
    store::subscriptions::forget(db, now).await?;
    crate::limit_requests::expire(backend).await?;
    outbox::end_codes(db, now - CODE_MINUTES.minutes()).await?;
    outbox::forget(db, before_days(GIVEN_UP_DAYS), before_days(LETTER_DAYS)).await?;
    store::rate_counters::forget(db, before_days(1)).await?;
    store::registry::registrations::forget_held(db, before_days(HELD_DAYS)).await?;
    store::registry::used_challenges::forget(db, now).await?;
    let mut tx = db.begin().await?;
    store::registry::signed_in::forget(&mut tx, now).await?;
    tx.commit().await?;
    crate::accounts::forget(backend).await?;
    crate::staff::forget(backend).await?;
    store::refills::forget(db, before_days(1)).await?;
    store::registry::email_changes::forget(db, before_days(crate::registry::email::UNDO_DAYS + 1)).await?;
    store::baskets::forget(db, before_days(BASKET_DAYS)).await?;
    store::registry::drafts::forget(db, now).await?;
    crate::registry::saving::remind(backend).await?;
    store::sessions::forget(db, crate::sessions::keep_after(now), before_days(SESSION_DAYS), now).await
}

/// Installs the job library's own tables, as whoever owns the schema, and lets the program at everything that it needs.
pub async fn migrate(owner: &PgPool) -> Result<(), StoreError> {
    WorkerUtils::new(owner.clone(), "graphile_worker").migrate().await.map_err(|error| {
        tracing::error!(%error, "the job tables could not be installed");
        StoreError::Unavailable(sqlx::Error::WorkerCrashed)
    })?;
    store::roles::let_in(owner).await
}

/// What a worker does. Whatever waits on one lane keeps nothing on the other from its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// Sends messages; a mail server may take half a minute to say nothing.
    Messages,
    /// Everything else, each kind beside the others.
    Others,
}

impl Lane {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Messages, Self::Others];

    /// Jobs of it at once: two senders, or one of each other kind.
    const fn at_once(self) -> usize {
        match self {
            Self::Messages => 2,
            Self::Others => 6,
        }
    }
}

/// A worker of a lane over this backend, ready to run.
pub async fn worker(backend: SharedBackend, lane: Lane) -> Result<Worker, graphile_worker::WorkerBuildError> {
    let options = WorkerOptions::default()
        .concurrency(lane.at_once())
        .poll_interval(std::time::Duration::from_secs(5))
        .schema("graphile_worker")
        .listen_os_shutdown_signals(false)
        .pg_pool(backend.db.clone())
        .add_extension(backend);
    let options = match lane {
        Lane::Messages => {
            options.define_job::<SendMessages>().define_job::<SendDue>().with_cron(Cron::every_minute::<SendDue>())
        }
        Lane::Others => options
            .define_job::<TidyUp>()
            .define_job::<CountUse>()
            .define_job::<WriteDump>()
            .define_job::<AskStillRight>()
            .define_job::<EraseEnded>()
            .define_job::<ReadFiles>()
            .with_cron(Cron::every_minute::<TidyUp>())
            .with_cron(Cron::every_minute::<ReadFiles>())
            .with_cron(nightly::<CountUse>(2))
            .with_cron(nightly::<WriteDump>(3))
            .with_cron(nightly::<AskStillRight>(4))
            .with_cron(nightly::<EraseEnded>(5)),
    };
    options.init().await
}

/// At a quarter past an hour of the night (UTC).
#[expect(clippy::expect_used, reason = "a minute and an hour of every day")]
fn nightly<T: TaskHandler>(hour: u32) -> graphile_worker::CronBuilder<T> {
    Cron::daily_at(hour, 15).expect("a time of day")
}
