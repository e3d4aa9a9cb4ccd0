//! Messages on their way out, and the jobs that wake their sender.

mod kind;
mod kind_facts;

use domain::{
    id::{MessageId, OrderId},
    locale::Locale,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
pub use kind::Kind;
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// The job that sends what is due.
pub const SEND: &str = "send_messages";

/// A message that is due.
#[derive(Clone, Debug)]
pub struct Due {
    /// Its id; the Message-ID of every try is made from it.
    pub id: MessageId,
    /// What it says.
    pub kind: String,
    /// Where it goes.
    pub recipient: String,
    /// The order it is about.
    pub order: Option<OrderId>,
    /// What its words need beyond the order.
    pub detail: serde_json::Value,
    /// The language it is written in.
    pub locale: Locale,
    /// Tries so far, this one included.
    pub attempts: i16,
}

/// A message to write.
#[derive(Clone, Debug)]
pub struct NewMessage<'a> {
    /// What it says.
    pub kind: Kind,
    /// Where it goes.
    pub recipient: &'a str,
    /// The order it is about.
    pub order: Option<OrderId>,
    /// What its words need beyond the order.
    pub detail: serde_json::Value,
    /// The language it is written in.
    pub locale: Locale,
}

/// Writes a message and wakes its sender when the transaction commits. It is due at once, by the clock of
/// whoever is behind.
pub async fn add(db: &mut PgConnection, new: NewMessage<'_>, now: Timestamp) -> Result<MessageId> {
    add_for(db, new, now, now).await
}

/// Writes a message that is due at a moment to come, or at once.
pub async fn add_for(
    db: &mut PgConnection,
    new: NewMessage<'_>,
    due_at: Timestamp,
    now: Timestamp,
) -> Result<MessageId> {
    let id = MessageId(uuid::Uuid::now_v7());
    sqlx::query!(
        "with message as (
             insert into outbox (id, kind, recipient, order_id, detail, locale, next_try_at, created_at)
             values ($1, $2, $3, $4, $5, $6, case when $9::timestamptz > $7::timestamptz then $9 else least($7, now()) end, $7))
         select wake_worker($8)",
        id as _,
        new.kind.as_str(),
        new.recipient,
        new.order as _,
        new.detail,
        new.locale as _,
        now.to_sqlx() as _,
        SEND,
        due_at.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(id)
}

/// Takes back what has not left yet: messages of a kind to an address.
pub async fn take_back(db: impl PgExecutor<'_>, kind: Kind, recipient: &str) -> Result<u64> {
    Ok(sqlx::query!(
        "delete from outbox where state in ('waiting', 'sending') and attempts = 0 and kind = $1 and recipient = $2",
        kind.as_str(),
        recipient
    )
    .execute(db)
    .await?
    .rows_affected())
}

/// Whether a message is due.
pub async fn is_due(db: impl PgExecutor<'_>, now: Timestamp) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from outbox where state in ('waiting', 'sending') and next_try_at <= $1) as "due!""#,
        now.to_sqlx() as _
    )
    .fetch_one(db)
    .await?)
}

/// Takes the next message that is due. Whoever takes it has until `retake_at`; after that another may. What was being
/// sent by somebody who never said how that ended is in doubt from then on.
pub async fn take(db: impl PgExecutor<'_>, now: Timestamp, retake_at: Timestamp) -> Result<Option<Due>> {
    Ok(sqlx::query_as!(
        Due,
        r#"update outbox set state = 'sending', attempts = attempts + 1, next_try_at = $2, ambiguous = ambiguous or state = 'sending'
           where id = (select id from outbox where state in ('waiting', 'sending') and next_try_at <= $1
               order by next_try_at limit 1 for update skip locked)
           returning id as "id: _", kind, recipient, order_id as "order: _", detail, locale as "locale: _", attempts"#,
        now.to_sqlx() as _,
        retake_at.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// Records that a message went out, and forgets what only its words needed; of kinds that do not keep it, the address
/// as well.
pub async fn sent(db: impl PgExecutor<'_>, id: MessageId, now: Timestamp) -> Result<()> {
    let without_address = Kind::without_address();
    sqlx::query!(
        "update outbox set state = 'sent', sent_at = $2, detail = '{}', last_error = null,
             recipient = case when kind = any($3) then '' else recipient end where id = $1",
        id as _,
        now.to_sqlx() as _,
        without_address.as_slice()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Gives up codes and links that were asked for before a moment: whoever waited for one has asked for another.
pub async fn end_codes(db: impl PgExecutor<'_>, asked_before: Timestamp) -> Result<u64> {
    let ending = Kind::ending_soon();
    Ok(sqlx::query!(
        "update outbox set state = 'failed', last_error = coalesce(last_error, 'it came too late to be of use'), detail = '{}'
         where id = any(array(select id from outbox
             where kind = any($1) and state in ('waiting', 'sending') and created_at < $2 for update skip locked))",
        ending.as_slice(),
        asked_before.to_sqlx() as _
    )
    .execute(db)
    .await?
    .rows_affected())
}

/// Forgets messages that are over: what those were about that were given up and written before one moment, and whole
/// rows that were written before another, earlier one. A hundred of each at a time.
pub async fn forget(db: impl PgExecutor<'_>, details_before: Timestamp, rows_before: Timestamp) -> Result<()> {
    sqlx::query!(
        "with details as (
             update outbox set detail = '{}' where id = any(array(select id from outbox
                 where state = 'failed' and detail <> '{}' and created_at < $1 and created_at >= $2
                 order by created_at limit 100 for update skip locked)))
         delete from outbox where id = any(array(select id from outbox
             where state in ('sent', 'failed') and created_at < $2
             order by created_at limit 100 for update skip locked))",
        details_before.to_sqlx() as _,
        rows_before.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// How the messages stand, for whoever runs the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Messages that have not left yet.
    pub waiting: i64,
    /// Those of them whose next try should have been before a moment.
    pub overdue: i64,
    /// Messages that were given up.
    pub failed: i64,
}

/// How the messages stand. Overdue is what should have been tried before a moment.
pub async fn standing(db: impl PgExecutor<'_>, tried_before: Timestamp) -> Result<Standing> {
    Ok(sqlx::query_as!(
        Standing,
        r#"select count(*) filter (where state <> 'failed') as "waiting!",
               count(*) filter (where state <> 'failed' and next_try_at < $1) as "overdue!",
               count(*) filter (where state = 'failed') as "failed!"
           from outbox where state <> 'sent'"#,
        tried_before.to_sqlx() as _
    )
    .fetch_one(db)
    .await?)
}

/// Records a try that failed, and whether it may have arrived all the same; the next one is at `next_try_at`, or
/// never. The worker looks every minute. What mail servers say names the address: of kinds that do not keep it, neither
/// stays.
pub async fn failed(
    db: impl PgExecutor<'_>,
    id: MessageId,
    (error, may_have_arrived): (&str, bool),
    next_try_at: Option<Timestamp>,
) -> Result<()> {
    let state = if next_try_at.is_some() { "waiting" } else { "failed" };
    let without_address = Kind::without_address();
    sqlx::query!(
        "update outbox set state = $2, next_try_at = coalesce($4, next_try_at), ambiguous = ambiguous or $5,
             last_error = case when $2 = 'failed' and kind = any($6) then 'it was given up' else $3 end,
             recipient = case when $2 = 'failed' and kind = any($6) then '' else recipient end,
             detail = case when $2 = 'failed' and (kind = 'email_code' or kind = any($6)) then '{}' else detail end
         where id = $1",
        id as _,
        state,
        error,
        next_try_at.map(ToSqlx::to_sqlx) as _,
        may_have_arrived,
        without_address.as_slice()
    )
    .execute(db)
    .await?;
    Ok(())
}
