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

    /// Tells a connection, which is in no transaction.
    pub(crate) async fn tell(&self, connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let Told { purpose, subject } = &*self.0;
        let subject = subject.get().map(Uuid::to_string).unwrap_or_default();
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

#[cfg(test)]
mod tests {
    use super::*;

    fn told() -> Option<(&'static str, Option<Uuid>)> {
        current().map(|scope| (scope.0.purpose, scope.0.subject.get().copied()))
    }

    #[tokio::test]
    async fn work_knows_its_scope_and_what_it_spawns_does_where_it_is_carried() {
        assert!(current().is_none() && !is_said());
        let (purpose, subject) = (Permission::ManageAccount.as_str(), Uuid::from_u128(1));
        let work = async {
            assert_eq!(told(), Some((purpose, None)));
            let (lost, kept) = (tokio::spawn(async { told() }), tokio::spawn(carried(async { told() })));
            assert_eq!((lost.await.unwrap(), kept.await.unwrap()), (None, Some((purpose, None))));
            tokio::spawn(carried(async move { narrow(subject) })).await.unwrap();
            narrow(Uuid::from_u128(2));
            assert_eq!(told(), Some((purpose, Some(subject))), "what is said first holds, wherever it is");
            assert_eq!(job(async { told() }).await, Some((JOB, None)));
            let nothing = around(Scope::of(Permission::ReadCatalogue), async { (told(), is_said()) });
            assert_eq!(nothing.await, (None, true));
        };
        around(Scope::of(Permission::ManageAccount), work).await;
        assert!(current().is_none());
    }

    #[test]
    fn words_of_purposes_need_no_quotes() {
        for permission in Permission::ALL {
            let word = permission.as_str();
            assert!(word.chars().all(|c| c.is_ascii_lowercase() || c == ' ') && word != JOB, "{word}");
        }
    }
}
