//! A whole service for one test: its own database, a clock that stands still, mails in memory.

use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use app::Assets;
use axum::Router;
use backend::{
    AddressLookup, Backend, Clock, FileStore, Mailer, Sealing, Secrets, SharedBackend, SharedNetworks,
    catalogue::{CatalogueCache, Reader, Results},
    provider::Provider,
    registry::RegisterCache,
};
use domain::catalogue::{search::Search, taxonomy::LanguageTag};
use jiff::Timestamp;
use server::serve::{Site, router};
use sqlx::{
    PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use store::scope::{self, Scope};

use crate::visitor::Visitor;

/// The address of the service in tests.
pub const ORIGIN: &str = "https://healthpost.example";
/// How long a test waits for what is bound to come: no time that anything may take, and long on a busy machine.
pub const LONG: Duration = Duration::from_mins(1);
/// Connections of a test to its own database: some hold what others wait for.
const OWNERS: u32 = 6;

fn backend_of(db: PgPool, clock: Clock, mailer: Mailer, files: FileStore) -> Backend {
    let secrets = Secrets::new("a secret that is only for tests, and long".to_owned().into());
    Backend {
        db,
        clock,
        mailer,
        files,
        sealing: Sealing::derived(&secrets),
        address_lookup: AddressLookup::Nowhere,
        shared_networks: SharedNetworks::default(),
        provider: None,
        secrets,
        writes: Arc::new(tokio::sync::Semaphore::new(backend::WRITES_UNDER_WAY)),
        catalogue: CatalogueCache::default(),
        register: RegisterCache::default(),
        support_email: "support@healthpost.example".to_owned(),
        origin: ORIGIN.to_owned(),
    }
}

/// The pool of the program. What a test asks by itself is a job's, in its own task alone: whatever a request, or what
/// it spawned, asks without its scope finds nothing here as well.
fn pool_options(connections: u32) -> PgPoolOptions {
    store::pool_options_for(connections, || {
        let is_test = !scope::is_said() && tokio::task::try_id().is_none();
        if is_test { Some(Scope::job()) } else { scope::current() }
    })
}

pub struct World {
    pub backend: SharedBackend,
    pub router: Router,
    /// The database as its owner sees it, for looking at what the program did: it works in a role of its own.
    pub db: PgPool,
}

impl World {
    /// An empty service on a Sunday morning.
    pub async fn new(connect: PgConnectOptions) -> Self {
        Self::with_connections(connect, 12).await
    }

    pub async fn with_connections(connect: PgConnectOptions, connections: u32) -> Self {
        Self::of(connect, connections, Self::sunday(), Mailer::memory()).await
    }

    /// A clock that stands at a Sunday morning.
    pub fn sunday() -> Clock {
        let now: Timestamp = "2026-11-22T09:00:00Z".parse().expect("a moment");
        Clock::fixed(now)
    }

    /// A service in which many want the same at once: on a busy machine they wait for connections and locks as long
    /// as that takes. Nor does the database end a transaction that somebody left open: whoever looks for one sees it.
    pub async fn crowded(connect: PgConnectOptions, connections: u32) -> Self {
        let options = store::with_settings(connect).options([
            ("statement_timeout", "2min"),
            ("lock_timeout", "2min"),
            ("idle_in_transaction_session_timeout", "5min"),
        ]);
        let pool = pool_options(connections).acquire_timeout(Duration::from_mins(2));
        Self::over(options, pool, Self::sunday(), Mailer::memory()).await
    }

    /// A service over a database, with a clock and a way out for its mails.
    pub async fn of(connect: PgConnectOptions, connections: u32, clock: Clock, mailer: Mailer) -> Self {
        Self::over(store::with_settings(connect), pool_options(connections), clock, mailer).await
    }

    async fn over(options: PgConnectOptions, pool: PgPoolOptions, clock: Clock, mailer: Mailer) -> Self {
        let owner = PgPoolOptions::new().max_connections(OWNERS);
        let as_job = options.clone().options([(scope::PURPOSE, scope::JOB)]);
        let db = owner.connect_with(as_job).await.expect("the test database");
        // The template of databases has them, where it was migrated whole: looking is quicker than making them again.
        let jobs = "select to_regclass('graphile_worker.jobs') is not null";
        let has_jobs: bool = sqlx::query_scalar(jobs).fetch_one(&db).await.expect("the test database");
        if !has_jobs {
            backend::jobs::migrate(&db).await.expect("the job tables");
        }
        let program = pool.connect_with(options).await.expect("the test database");
        Self::around(db, backend_of(program, clock, mailer, FileStore::memory()))
    }

    /// The same service over the same database, where addresses are looked up.
    pub fn looks_up(&self, address_lookup: AddressLookup) -> Self {
        let Backend { db, clock, mailer, .. } = &*self.backend;
        let backend = backend_of(db.clone(), clock.clone(), mailer.clone(), FileStore::memory());
        Self::around(self.db.clone(), Backend { address_lookup, ..backend })
    }

    /// The same service over the same database, where many people work behind the addresses of these networks.
    pub fn is_shared_by(&self, networks: &str) -> Self {
        let Backend { db, clock, mailer, .. } = &*self.backend;
        let backend = backend_of(db.clone(), clock.clone(), mailer.clone(), FileStore::memory());
        let shared_networks = SharedNetworks::read(Some(networks)).expect("networks");
        Self::around(self.db.clone(), Backend { shared_networks, ..backend })
    }

    /// The same service over the same database, whose staff sign in through a provider.
    pub fn signs_in_by(&self, provider: Arc<Provider>) -> Self {
        let Backend { db, clock, mailer, .. } = &*self.backend;
        let backend = backend_of(db.clone(), clock.clone(), mailer.clone(), FileStore::memory());
        Self::around(self.db.clone(), Backend { provider: Some(provider), ..backend })
    }

    fn around(db: PgPool, backend: Backend) -> Self {
        let backend = Arc::new(backend);
        let site = Site::new(backend.clone(), Assets::default());
        let router = router(&site, Path::new("no-built-files"));
        Self { backend, router, db }
    }

    /// The same service, whose files lie elsewhere.
    pub fn with_files(&self, files: FileStore) -> Backend {
        let Backend { db, clock, mailer, .. } = &*self.backend;
        backend_of(db.clone(), clock.clone(), mailer.clone(), files)
    }

    /// The same with the sample catalogue.
    pub async fn with_sample(connect: PgConnectOptions) -> Self {
        let world = Self::new(connect).await;
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("backend/sample");
        assert!(backend::sample::load(&world.backend, &folder).await.expect("the sample") >= 80);
        world
    }

    /// What a search gives an English reader.
    pub async fn search(&self, search: &Search) -> Results {
        let catalogue =
            self.backend.catalogue.at(&self.backend.db, None, self.backend.clock.now()).await.expect("a catalogue");
        let reader = Reader { preferred: LanguageTag::english(), languages: Vec::new(), basket: None };
        backend::catalogue::search(&self.backend, &catalogue, search, &reader).await.expect("results")
    }

    /// Somebody with a browser and no cookies.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.router.clone())
    }

    /// Sends what is due and gives everything that was sent to an address, oldest first.
    pub async fn mails_to(&self, address: &str) -> Vec<backend::mail::Mail> {
        backend::jobs::send_due(&self.backend).await.expect("messages leave");
        self.backend.mailer.sent().into_iter().filter(|mail| mail.to == address).collect()
    }

    /// The newest code sent to an address.
    pub async fn code_for(&self, address: &str) -> String {
        let mails = self.mails_to(address).await;
        let subject =
            &mails.iter().rev().find(|mail| mail.subject.contains("Healthpost code")).expect("a code was sent").subject;
        subject.chars().take(6).collect()
    }

    /// A code that is not the newest one sent to an address.
    pub async fn wrong_code_for(&self, address: &str) -> &'static str {
        if self.code_for(address).await == "000000" { "111111" } else { "000000" }
    }

    /// Changes rows as only staff will be able to.
    pub async fn run(&self, sql: &'static str) {
        sqlx::raw_sql(sql).execute(&self.db).await.expect("the statement");
    }

    /// The text that a query gives.
    pub async fn text(&self, sql: &'static str) -> String {
        use sqlx::Row;
        let row = sqlx::raw_sql(sql).fetch_one(&self.db).await.expect("the query");
        row.try_get(0).expect("a text")
    }

    /// The texts that a query gives.
    pub async fn texts(&self, sql: &'static str) -> Vec<String> {
        use sqlx::Row;
        let rows = sqlx::raw_sql(sql).fetch_all(&self.db).await.expect("the query");
        rows.iter().map(|row| row.try_get(0).expect("a text")).collect()
    }

    /// Waits until so many connections wait for what others have locked.
    pub async fn sees_waiting(&self, connections: i64) {
        let waiting = "select count(*) from pg_stat_activity where datname = current_database()
            and backend_type = 'client backend' and wait_event_type = 'Lock'";
        let began = Instant::now();
        while self.count(waiting).await < connections {
            assert!(began.elapsed() < LONG, "nobody waits");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Waits until a query counts so many, for what happens beside the answers.
    pub async fn comes_to(&self, sql: &'static str, expected: i64) {
        let (began, mut counted) = (Instant::now(), self.count(sql).await);
        while counted != expected {
            assert!(began.elapsed() < LONG, "{counted}, and not {expected}: {sql}");
            tokio::time::sleep(Duration::from_millis(5)).await;
            counted = self.count(sql).await;
        }
    }

    /// The number that a query counts; for looking at what a test left behind.
    pub async fn count(&self, sql: &'static str) -> i64 {
        use sqlx::Row;
        let row = sqlx::raw_sql(sql).fetch_one(&self.db).await.expect("the query");
        row.try_get(0).expect("a number")
    }
}
