//! Registrations under way.

use domain::{id::DraftId, locale::Locale};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::{Result, sessions::TokenHash};

/// A registration under way, without its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its id.
    pub id: DraftId,
    /// Counts its writes.
    pub version: i32,
    /// Makes sending it idempotent.
    pub submit_key: Uuid,
    /// The address, in lower case, that it is saved for.
    pub email: Option<String>,
    /// The address, in lower case, that another draft was saved for before this one.
    pub rival_of: Option<String>,
    /// The language of whoever wrote it last.
    pub locale: Locale,
    /// The pages that were seen.
    pub visited: Vec<String>,
    /// When it was last written.
    pub touched_at: Timestamp,
    /// When it is deleted, unless it is written before.
    pub expires_at: Timestamp,
}

impl Draft {
    /// The address, in lower case, that it is kept for: saved, or beside another one that is.
    pub fn kept_for(&self) -> Option<&str> {
        self.email.as_deref().or(self.rival_of.as_deref())
    }
}

/// A draft to begin.
#[derive(Clone, Copy, Debug)]
pub struct New {
    /// Its id.
    pub id: DraftId,
    /// The hash of the token in its cookie.
    pub token: TokenHash,
    /// Makes sending it idempotent.
    pub submit_key: Uuid,
    /// The language of whoever fills it in.
    pub locale: Locale,
}

/// Begins a draft.
pub async fn begin(db: impl PgExecutor<'_>, new: New, expires_at: Timestamp, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "insert into registration_drafts (id, token_hash, submit_key, locale, created_at, touched_at, expires_at)
         values ($1, $2, $3, $4, $5, $5, $6)",
        new.id as _,
        &new.token,
        new.submit_key,
        new.locale as _,
        now.to_sqlx() as _,
        expires_at.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A draft whose time has not passed.
pub async fn find(db: impl PgExecutor<'_>, id: DraftId, now: Timestamp) -> Result<Option<Draft>> {
    let row = sqlx::query!(
        r#"select id as "id: DraftId", version, submit_key, email_norm, rival_of, visited, locale as "locale: Locale",
               touched_at as "touched_at: jiff_sqlx::Timestamp", expires_at as "expires_at: jiff_sqlx::Timestamp"
           from registration_drafts where id = $1 and expires_at > $2"#,
        id as _,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Draft {
        id: row.id,
        version: row.version,
        submit_key: row.submit_key,
        email: row.email_norm,
        rival_of: row.rival_of,
        locale: row.locale,
        visited: row.visited,
        touched_at: row.touched_at.to_jiff(),
        expires_at: row.expires_at.to_jiff(),
    }))
}

/// The same, locked: writes to one draft come one after the other.
pub async fn lock(db: &mut PgConnection, id: DraftId, now: Timestamp) -> Result<Option<Draft>> {
    sqlx::query!(r#"select 1 as "locked!" from registration_drafts where id = $1 for update"#, id as _)
        .fetch_optional(&mut *db)
        .await?;
    find(db, id, now).await
}

/// Counts a write to a draft that is locked: its version, the pages seen since, the language of whoever writes, and its
/// new end, as they stand here. Who was reminded of the old end is reminded of the new one.
pub async fn touch(db: impl PgExecutor<'_>, written: &Draft, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "update registration_drafts set version = $2, visited = $3, locale = $6, touched_at = $5, expires_at = $4,
             reminded_at = null
         where id = $1",
        written.id as _,
        written.version,
        written.visited.as_slice(),
        written.expires_at.to_sqlx() as _,
        now.to_sqlx() as _,
        written.locale as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Gives a draft another token: the cookie that opened it before opens nothing now.
pub async fn open_by(
    db: impl PgExecutor<'_>,
    id: DraftId,
    token: TokenHash,
    expires_at: Timestamp,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "update registration_drafts set token_hash = $2, touched_at = $4, expires_at = $3, reminded_at = null where id = $1",
        id as _,
        &token,
        expires_at.to_sqlx() as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Deletes a draft with its answers. Says whether it was there.
pub async fn delete(db: impl PgExecutor<'_>, id: DraftId) -> Result<bool> {
    Ok(sqlx::query!("delete from registration_drafts where id = $1", id as _).execute(db).await?.rows_affected() == 1)
}

/// Deletes the drafts whose time has passed, each with its answers. Says how many.
pub async fn forget(db: impl PgExecutor<'_>, now: Timestamp) -> Result<u64> {
    Ok(sqlx::query!("delete from registration_drafts where expires_at <= $1", now.to_sqlx() as _)
        .execute(db)
        .await?
        .rows_affected())
}
