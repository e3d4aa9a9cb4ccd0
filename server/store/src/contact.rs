//! What people tell us, and what we tell everybody.

use domain::{
    contact::{ContactUs, GiveFeedback},
    id::{FeedbackId, SupportMessageId},
    text::{Line, Paragraphs},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// Keeps a message to the support desk, unless one was kept under the same key. Says whether it was.
pub async fn insert_message(
    db: impl PgExecutor<'_>,
    id: SupportMessageId,
    (form, key): (&ContactUs, Option<&[u8]>),
    now: Timestamp,
) -> Result<bool> {
    Ok(sqlx::query!(
        "insert into support_messages (id, summary, message, contact_name, contact_email, created_at, sent_key)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (sent_key) do nothing",
        id as _,
        form.summary.as_str(),
        form.message.as_str(),
        form.name.as_str(),
        form.email.as_str(),
        now.to_sqlx() as _,
        key
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// A message as it is mailed to the support desk.
#[derive(Clone, Debug)]
pub struct SupportMessage {
    /// What it is about.
    pub summary: String,
    /// What there is to say.
    pub message: String,
    /// Who writes.
    pub contact_name: String,
    /// Where the answer goes.
    pub contact_email: String,
}

/// A message by its id.
pub async fn message(db: impl PgExecutor<'_>, id: SupportMessageId) -> Result<Option<SupportMessage>> {
    Ok(sqlx::query_as!(
        SupportMessage,
        "select summary, message, contact_name, contact_email from support_messages where id = $1",
        id as _
    )
    .fetch_optional(db)
    .await?)
}

/// Keeps what somebody thinks of the service, unless it was kept under the same key. Says whether it was.
pub async fn insert_feedback(
    db: impl PgExecutor<'_>,
    id: FeedbackId,
    (form, key): (&GiveFeedback, Option<&[u8]>),
    now: Timestamp,
) -> Result<bool> {
    Ok(sqlx::query!(
        "insert into feedback (id, how_satisfied, would_recommend, where_did_you_hear, why_did_you_come,
             did_you_get_what_you_wanted, improve_our_service, created_at, sent_key)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (sent_key) do nothing",
        id as _,
        form.how_satisfied as _,
        form.would_recommend.as_ref().map(Line::as_str),
        form.where_did_you_hear.as_ref().map(Line::as_str),
        form.why_did_you_come.as_ref().map(Line::as_str),
        form.did_you_get_it.as_ref().map(Line::as_str),
        form.improve.as_ref().map(Paragraphs::as_str),
        now.to_sqlx() as _,
        key
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// What stands above every page for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it says.
    pub message: String,
    /// From when on; else always.
    pub start_at: Option<Timestamp>,
    /// Until when; else for ever.
    pub end_at: Option<Timestamp>,
}

impl Notice {
    /// Whether it stands there at a moment.
    pub fn is_active(&self, now: Timestamp) -> bool {
        self.start_at.is_none_or(|start| start <= now) && self.end_at.is_none_or(|end| now < end)
    }
}

/// Enabled notices, the one that comes first when several are active first: no start and no end, then an end
/// only, then those with a start; the newest start, the newest change.
pub async fn notices(db: impl PgExecutor<'_>) -> Result<Vec<Notice>> {
    let rows = sqlx::query!(
        r#"select message, start_at as "start_at: jiff_sqlx::Timestamp", end_at as "end_at: jiff_sqlx::Timestamp"
           from notices where enabled
           order by case when start_at is null and end_at is null then 1 when start_at is null then 2 else 3 end,
               start_at desc nulls last, updated_at desc, id"#
    )
    .fetch_all(db)
    .await?;
    let to_jiff = |at: Option<jiff_sqlx::Timestamp>| at.map(jiff_sqlx::Timestamp::to_jiff);
    Ok(rows
        .into_iter()
        .map(|row| Notice { message: row.message, start_at: to_jiff(row.start_at), end_at: to_jiff(row.end_at) })
        .collect())
}
