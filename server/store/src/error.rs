//! What can go wrong in the database, told apart by what its caller can do about it.

/// Answer of every statement.
pub type Result<T> = std::result::Result<T, StoreError>;

/// A failure of the database.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It cannot be reached, or has no room for us now; the same call may work later.
    #[error("the database is not available")]
    Unavailable(#[source] sqlx::Error),
    /// A rule of the schema refused the write; its name.
    #[error("the database refused a write by rule {0}")]
    Refused(String),
    /// A kept text is not what this version of the program writes.
    #[error("a stored value cannot be read")]
    Unreadable(#[from] serde_json::Error),
    /// Anything else.
    #[error("the database failed")]
    Database(#[source] sqlx::Error),
}

impl StoreError {
    /// Whether the database chose this transaction to give way to another (a deadlock, or one that cannot be
    /// put in a row with others): nothing of it was written, and all of it may be tried again.
    pub fn is_conflict(&self) -> bool {
        let Self::Unavailable(sqlx::Error::Database(error)) = self else { return false };
        matches!(error.code().as_deref(), Some("40001" | "40P01"))
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) => Self::Unavailable(error),
            sqlx::Error::Database(database) => match (database.constraint(), database.code().as_deref()) {
                (Some(rule), _) => Self::Refused(rule.to_owned()),
                // Shutting down, starting up, too many connections, lock or statement timeout, deadlock.
                (None, Some("57P01" | "57P02" | "57P03" | "53300" | "55P03" | "57014" | "40P01" | "40001")) => {
                    Self::Unavailable(error)
                }
                _ => Self::Database(error),
            },
            _ => Self::Database(error),
        }
    }
}
