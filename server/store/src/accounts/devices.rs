//! Where the owner of an account is signed in.

use domain::{
    account::{Browser, System},
    id::{AccountId, SessionId},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::{
    Result,
    sessions::{seen_after, signed_in_after},
};

/// A browser in which somebody is signed in.
#[derive(Clone, Debug)]
pub struct DeviceRow {
    /// The session there.
    pub id: SessionId,
    /// The kind of browser.
    pub browser: Browser,
    /// The kind of system.
    pub system: System,
    /// Since when.
    pub signed_in_at: Timestamp,
    /// When it was seen last, within minutes.
    pub last_seen_at: Timestamp,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// Where somebody is signed in: here first, then the newest.
pub async fn list(
    db: impl PgExecutor<'_>,
    account: AccountId,
    this: SessionId,
    now: Timestamp,
) -> Result<Vec<DeviceRow>> {
    let rows = sqlx::query!(
        r#"select id as "id: SessionId", browser as "browser!: Browser", system as "system!: System",
               signed_in_at as "signed_in_at!: jiff_sqlx::Timestamp", last_seen_at as "last_seen_at: jiff_sqlx::Timestamp"
           from sessions where account_id = $1 and signed_in_at > $3 and last_seen_at > $4
           order by id <> $2, signed_in_at desc, id"#,
        account as _,
        this as _,
        signed_in_after(now).to_sqlx() as _,
        seen_after(now).to_sqlx() as _
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| DeviceRow {
            id: row.id,
            browser: row.browser,
            system: row.system,
            signed_in_at: row.signed_in_at.to_jiff(),
            last_seen_at: row.last_seen_at.to_jiff(),
            is_this: row.id == this,
        })
        .collect())
}
