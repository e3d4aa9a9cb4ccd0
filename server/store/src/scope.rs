//! What connections are used for, as the database is told it: the second half of the second line of authorisation
//! (docs/adr/0019). Policies of tables that hold what is personal name the purposes that see their rows; where no purpose
//! was told, there are none.
//!
//! A scope belongs to a task. The gate puts one around each request, and the pool tells it to every connection that is
//! taken there. A task that is spawned has none, unless its work is [`carried`].

use std::{
    future::Future,
    sync::{Arc, OnceLock},
};

use domain::access::Permission;
use sqlx::{AssertSqlSafe, Executor, PgConnection};
use tokio::task::futures::TaskLocalFuture;
use uuid::Uuid;

/// The variable of the database that holds the purpose.
pub const PURPOSE: &str = "healthpost.scope";
/// The variable that holds whose rows are touched.
pub const SUBJECT: &str = "healthpost.subject";
/// The purpose of jobs, commands and imports, for which everything is there.
pub const JOB: &str = "job";

tokio::task_local! {
    static CURRENT: Option<Scope>;
}

/// A purpose, and whose rows are touched, once that is known.
#[derive(Clone, Debug)]
pub struct Scope(Arc<Told>);

#[derive(Debug)]
struct Told {
    purpose: &'static str,
    subject: OnceLock<Uuid>,
}

impl Scope {
    /// That of a request with this permission. Nothing where nothing of anybody's is touched: then connections are told
    /// nothing.
    pub fn of(permission: Permission) -> Option<Self> {
        match permission {
            Permission::ReadCatalogue | Permission::WatchService => None,
            _ => Some(Self::new(permission.as_str())),
        }
    }

    /// That of jobs, commands and imports.
    pub fn job() -> Self {
        Self::new(JOB)
    }

    fn new(purpose: &'static str) -> Self {
        Self(Arc::new(Told { purpose, subject: OnceLock::new() }))
    }

    /// The purpose.
    pub fn purpose(&self) -> &'static str {
        self.0.purpose
    }

    /// Whose rows are touched, once that is known.
    pub fn subject(&self) -> Option<Uuid> {
        self.0.subject.get().copied()
    }

    /// Tells a connection, which is in no transaction.
    pub(crate) async fn tell(&self, connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let (purpose, subject) = (self.purpose(), self.subject().as_ref().map(Uuid::to_string).unwrap_or_default());
        // Words of ours and a UUID: nothing of them has to be quoted.
        let told = format!("set {PURPOSE} to '{purpose}'; set {SUBJECT} to '{subject}'");
        connection.execute(AssertSqlSafe(told)).await?;
        Ok(())
    }
}

/// The scope of this task, if it has one.
pub fn current() -> Option<Scope> {
    CURRENT.try_with(Clone::clone).ok().flatten()
}

/// Whether something was said of this task, be it that nothing of anybody's is touched.
pub fn is_said() -> bool {
    CURRENT.try_with(|_| ()).is_ok()
}

/// Runs work in a scope.
pub fn around<F: Future>(scope: Option<Scope>, work: F) -> TaskLocalFuture<Option<Scope>, F> {
    CURRENT.scope(scope, work)
}

/// Runs the work of a job, a command or an import.
pub fn job<F: Future>(work: F) -> TaskLocalFuture<Option<Scope>, F> {
    around(Some(Scope::job()), work)
}

/// Runs work in the scope of whoever calls this, in whatever task that is.
pub fn carried<F: Future>(work: F) -> TaskLocalFuture<Option<Scope>, F> {
    around(current(), work)
}

/// Says whose rows this task touches, for connections that are taken from now on. What was said first holds.
pub fn narrow(subject: Uuid) {
    if let Some(scope) = current() {
        let _ = scope.0.subject.set(subject);
    }
}
