//! Messages on their way out, and the jobs that wake their sender.

use domain::{
    id::{MessageId, OrderId},
    locale::Locale,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// The job that sends what is due.
pub const SEND: &str = "send_messages";

/// What a message says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An order was placed.
    OrderPlaced,
    /// Its orderer changed an order.
    OrderAmended,
    /// An order was called off.
    OrderCancelled,
    /// The code that proves an e-mail address.
    EmailCode,
    /// A request for more than the limit was taken; to whoever asks.
    LimitAsked,
    /// The same, to whoever decides.
    LimitReferred,
    /// A request for more was decided.
    LimitDecided,
    /// Whether the address is whose it says, before it is told of stock.
    WaitingConfirm,
    /// Something is back in stock.
    BackInStock,
    /// Somebody wrote to the support desk.
    Support,
    /// The same, to whoever wrote.
    SupportReceived,
    /// Nobody is registered under the address.
    NoRegistration,
    /// Answers of a registration were changed.
    RegistrationUpdated,
    /// Somebody left the registry.
    Withdrawn,
    /// Somebody came back.
    Rejoined,
    /// A registration goes under another address; to the one before.
    EmailChanged,
    /// Whether a registration is still right.
    YearlyConfirmation,
    /// The same, once more.
    YearlyReminder,
    /// Nobody said so: the registration does not count.
    RegistrationLapsed,
    /// Somebody was erased.
    RegistrationErased,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 20] = [
        Self::OrderPlaced,
        Self::OrderAmended,
        Self::OrderCancelled,
        Self::EmailCode,
        Self::LimitAsked,
        Self::LimitReferred,
        Self::LimitDecided,
        Self::WaitingConfirm,
        Self::BackInStock,
        Self::Support,
        Self::SupportReceived,
        Self::NoRegistration,
        Self::RegistrationUpdated,
        Self::Withdrawn,
        Self::Rejoined,
        Self::EmailChanged,
        Self::YearlyConfirmation,
        Self::YearlyReminder,
        Self::RegistrationLapsed,
        Self::RegistrationErased,
    ];

    /// Its name in rows.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OrderPlaced => "order_placed",
            Self::OrderAmended => "order_amended",
            Self::OrderCancelled => "order_cancelled",
            Self::EmailCode => "email_code",
            Self::LimitAsked => "limit_asked",
            Self::LimitReferred => "limit_referred",
            Self::LimitDecided => "limit_decided",
            Self::WaitingConfirm => "waiting_confirm",
            Self::BackInStock => "back_in_stock",
            Self::Support => "support",
            Self::SupportReceived => "support_received",
            Self::NoRegistration => "no_registration",
            Self::RegistrationUpdated => "registration_updated",
            Self::Withdrawn => "withdrawn",
            Self::Rejoined => "rejoined",
            Self::EmailChanged => "email_changed",
            Self::YearlyConfirmation => "yearly_confirmation",
            Self::YearlyReminder => "yearly_reminder",
            Self::RegistrationLapsed => "lapsed",
            Self::RegistrationErased => "erased",
        }
    }

    /// The kind with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

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
    let id = MessageId(uuid::Uuid::now_v7());
    sqlx::query!(
        "with message as (
             insert into outbox (id, kind, recipient, order_id, detail, locale, next_try_at, created_at)
             values ($1, $2, $3, $4, $5, $6, least($7, now()), $7))
         select wake_worker($8)",
        id as _,
        new.kind.as_str(),
        new.recipient,
        new.order as _,
        new.detail,
        new.locale as _,
        now.to_sqlx() as _,
        SEND
    )
    .execute(db)
    .await?;
    Ok(id)
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

/// Records that a message went out, and forgets what only its words needed.
pub async fn sent(db: impl PgExecutor<'_>, id: MessageId, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "update outbox set state = 'sent', sent_at = $2, detail = '{}', last_error = null where id = $1",
        id as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Gives up codes that were asked for before a moment: whoever waited for one has asked for another.
pub async fn end_codes(db: impl PgExecutor<'_>, asked_before: Timestamp) -> Result<u64> {
    Ok(sqlx::query!(
        "update outbox set state = 'failed', last_error = coalesce(last_error, 'it came too late to be of use'), detail = '{}'
         where kind = $1 and state in ('waiting', 'sending') and created_at < $2",
        Kind::EmailCode.as_str(),
        asked_before.to_sqlx() as _
    )
    .execute(db)
    .await?
    .rows_affected())
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
/// never. The worker looks every minute.
pub async fn failed(
    db: impl PgExecutor<'_>,
    id: MessageId,
    (error, may_have_arrived): (&str, bool),
    next_try_at: Option<Timestamp>,
) -> Result<()> {
    let state = if next_try_at.is_some() { "waiting" } else { "failed" };
    sqlx::query!(
        "update outbox set state = $2, last_error = $3, next_try_at = coalesce($4, next_try_at), ambiguous = ambiguous or $5,
             detail = case when $2 = 'failed' and kind = 'email_code' then '{}' else detail end where id = $1",
        id as _,
        state,
        error,
        next_try_at.map(ToSqlx::to_sqlx) as _,
        may_have_arrived
    )
    .execute(db)
    .await?;
    Ok(())
}
