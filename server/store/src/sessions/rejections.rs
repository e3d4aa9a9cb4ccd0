//! Forms that were refused, kept for the pages that show them again.

use domain::{
    form::{Answers, FieldErrors},
    id::SessionId,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// A refused form, as it is shown again.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct Rejection {
    /// Name of the form.
    pub form: String,
    /// What was typed.
    pub answers: Answers,
    /// What is wrong with it.
    pub errors: FieldErrors,
}

/// Keeps what a form refused, for the page that shows it again.
pub async fn keep_rejection(
    db: impl PgExecutor<'_>,
    session: SessionId,
    form: &str,
    page: &str,
    (answers, errors): (&Answers, &FieldErrors),
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "insert into kept_rejections (session_id, form, page, answers, errors, kept_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (session_id, form, page) do update set answers = $4, errors = $5, kept_at = $6",
        session as _,
        form,
        page,
        serde_json::to_value(answers)?,
        serde_json::to_value(errors)?,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Drops what was kept of the forms of a page and of pages below it.
pub async fn drop_rejections_below(db: impl PgExecutor<'_>, session: SessionId, page: &str) -> Result<()> {
    sqlx::query!(
        "delete from kept_rejections where session_id = $1 and (page = $2 or starts_with(page, $2 || '/'))",
        session as _,
        page
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Drops what was kept of a form, now that it was accepted.
pub async fn drop_rejection(db: impl PgExecutor<'_>, session: SessionId, form: &str) -> Result<()> {
    sqlx::query!("delete from kept_rejections where session_id = $1 and form = $2", session as _, form)
        .execute(db)
        .await?;
    Ok(())
}
