//! Every SQL statement of Healthpost. Checked macros, domain types in and out; "not there" is `None`.

mod free;
mod rows;

pub mod accounts;
pub mod audit;
pub mod baskets;
pub mod checkouts;
pub mod contact;
pub mod dumps;
pub mod email_codes;
pub mod error;
pub mod file_texts;
pub mod import;
pub mod limit_requests;
pub mod limits;
pub mod lines;
pub mod low_stock;
pub mod merged_baskets;
pub mod order_changes;
pub mod orders;
pub mod outbox;
pub mod pages;
pub mod publications;
pub mod rate_counters;
pub mod records;
pub mod refills;
pub mod registry;
pub mod related;
pub mod roles;
pub mod saved_lists;
pub mod scope;
pub mod search;
pub mod sessions;
pub mod staff;
pub mod stock;
pub mod subscriptions;
pub mod taxonomy;
pub mod thumbnails;
pub mod usage;
pub mod versions;

use std::time::Duration;

pub use error::{Result, StoreError};
use scope::Scope;
use sqlx::{
    Connection, Executor, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};

/// The schema's history, oldest first.
pub static MIGRATOR: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations");

/// How long a request waits for a connection.
const ACQUIRE: Duration = Duration::from_secs(3);
/// Connections of the owner: a migration, and what it asks beside its lock.
const OWNERS: u32 = 2;

/// What a connection does that comes back: nothing of it is left, neither a transaction nor what it was used for. The
/// `begin` spares the server a warning in its log wherever there is nothing to roll back.
const GIVEN_BACK: &str = "begin; rollback; set healthpost.scope to ''; set healthpost.subject to ''";

/// Settings of every connection: bounds on waiting, and how near a mistyped word must be.
pub fn with_settings(options: PgConnectOptions) -> PgConnectOptions {
    options.options([
        ("statement_timeout", "10s"),
        ("lock_timeout", "5s"),
        ("idle_in_transaction_session_timeout", "10s"),
        ("client_min_messages", "error"),
        ("pg_trgm.word_similarity_threshold", "0.35"),
        // Every statement is prepared and runs a thousand times: planning each run anew cost more than
        // most of them.
        ("plan_cache_mode", "force_generic_plan"),
    ])
}

/// A pool whose connections work in the role of the program, know the scope of the task that takes them, and never keep
/// a transaction that its owner abandoned: sqlx 0.9.0 may hand a connection back inside one when a `begin` is cancelled,
/// so every release rolls back.
pub fn pool_options(connections: u32) -> PgPoolOptions {
    pool_options_for(connections, scope::current)
}

/// The same for whoever knows otherwise what connections are used for, such as tests. That is asked in the task that
/// takes one. Telling a connection its scope shows whether it lives; one that is told nothing is asked that alone.
pub fn pool_options_for(connections: u32, scope: fn() -> Option<Scope>) -> PgPoolOptions {
    PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(ACQUIRE)
        .test_before_acquire(false)
        .after_connect(move |connection, _| {
            let scope = scope();
            Box::pin(async move {
                roles::take(connection).await?;
                match scope {
                    Some(scope) => scope.tell(connection).await,
                    None => Ok(()),
                }
            })
        })
        .before_acquire(move |connection, _| {
            let scope = scope();
            Box::pin(async move {
                match scope {
                    Some(scope) => scope.tell(connection).await?,
                    None => connection.ping().await?,
                }
                Ok(true)
            })
        })
        .after_release(|connection, _| {
            Box::pin(async move {
                connection.execute(GIVEN_BACK).await?;
                Ok(true)
            })
        })
}

/// Opens the pool. What migrations make has to be there: a connection that finds no role stays without it.
pub async fn connect(options: PgConnectOptions, connections: u32) -> Result<PgPool> {
    Ok(pool_options(connections).connect_with(with_settings(options)).await?)
}

/// Opens a pool of whoever logs in, in no other role: they own the schema, and migrate it. All that they do is a job's,
/// as policies hold for owners as well.
pub async fn connect_as_owner(options: PgConnectOptions) -> Result<PgPool> {
    let options = with_settings(options).options([(scope::PURPOSE, scope::JOB)]);
    let pool = PgPoolOptions::new().max_connections(OWNERS).acquire_timeout(ACQUIRE);
    Ok(pool.connect_with(options).await?)
}

/// Brings the schema up to date.
pub async fn migrate(pool: &PgPool) -> Result<()> {
    MIGRATOR.run(pool).await.map_err(|error| StoreError::Database(error.into()))
}

/// Makes the database that the options name, if it is not there.
pub async fn ensure_database(options: &PgConnectOptions) -> Result<()> {
    use sqlx::ConnectOptions;
    let name = options.get_database().unwrap_or("postgres").to_owned();
    let mut connection = options.clone().database("postgres").connect().await?;
    let is_there =
        sqlx::query_scalar!(r#"select exists (select from pg_database where datname = $1) as "there!""#, name)
            .fetch_one(&mut connection)
            .await?;
    if !is_there {
        // Names of databases cannot be bound; this one is quoted by Postgres' own rule.
        let quoted = name.replace('"', "\"\"");
        connection.execute(sqlx::AssertSqlSafe(format!("create database \"{quoted}\""))).await?;
    }
    connection.close().await?;
    Ok(())
}
