//! The audit trail. Rows are added, never changed.

use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// Records who did what to what. `detail` holds no personal data.
pub async fn record(
    db: impl PgExecutor<'_>,
    actor: &str,
    action: &str,
    subject: &str,
    detail: serde_json::Value,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "insert into audit_entries (id, actor, action, subject, detail, at) values ($1, $2, $3, $4, $5, $6)",
        uuid::Uuid::now_v7(),
        actor,
        action,
        subject,
        detail,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}
