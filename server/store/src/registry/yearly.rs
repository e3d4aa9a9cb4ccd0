//! Whose registration has to be asked about, lapses, or is erased because nobody answers.

use domain::{
    id::{RegistrantId, RegistrationId},
    registry::state::RegistrationState,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::Result;

/// People at once.
const AT_ONCE: i64 = 100;

/// Up to a hundred people whose registration was last confirmed before a moment and who were not asked since, besides
/// some.
pub async fn to_ask(
    db: impl PgExecutor<'_>,
    confirmed_before: Timestamp,
    besides: &[Uuid],
) -> Result<Vec<RegistrantId>> {
    Ok(sqlx::query_scalar!(
        r#"select registrant_id as "id: RegistrantId" from registrations
           where state = 'active' and asked_at is null and last_confirmed_at <= $1 and registrant_id <> all($3)
           order by last_confirmed_at limit $2"#,
        confirmed_before.to_sqlx() as _,
        AT_ONCE,
        besides
    )
    .fetch_all(db)
    .await?)
}

/// Up to a hundred people who were asked before a moment, reminded so often, and did not answer, besides some. Nothing
/// lapses under a legal hold.
pub async fn unanswered(
    db: impl PgExecutor<'_>,
    reminders: i16,
    asked_before: Timestamp,
    besides: &[Uuid],
) -> Result<Vec<RegistrantId>> {
    Ok(sqlx::query_scalar!(
        r#"select r.registrant_id as "id: RegistrantId" from registrations r join registrants g on g.id = r.registrant_id
           where r.state = 'active' and r.asked_at <= $2 and r.reminders = $1 and not g.legal_hold
             and r.registrant_id <> all($4)
           order by r.asked_at limit $3"#,
        reminders,
        asked_before.to_sqlx() as _,
        AT_ONCE,
        besides
    )
    .fetch_all(db)
    .await?)
}

/// Before when whoever is to be erased did what they did last.
#[derive(Clone, Copy, Debug)]
pub struct Silence {
    /// They left.
    pub left: Timestamp,
    /// They confirmed what lapsed since.
    pub confirmed: Timestamp,
    /// They were asked about that, if they were.
    pub asked: Timestamp,
}

/// Up to a hundred people to be erased, because they left or lapsed, besides some. Nobody is erased under a legal hold.
pub async fn to_erase(db: impl PgExecutor<'_>, before: Silence, besides: &[Uuid]) -> Result<Vec<RegistrantId>> {
    Ok(sqlx::query_scalar!(
        r#"select r.registrant_id as "id!: RegistrantId" from (
               select registrant_id from registrations
               where state = 'lapsed' and last_confirmed_at <= $2 and coalesce(asked_at <= $3, true)
               union all
               select s.registrant_id from withdrawals w join registrations s on s.id = w.registration_id
               where s.state = 'withdrawn' and w.undone_at is null and w.at <= $1) r
           join registrants g on g.id = r.registrant_id
           where not g.legal_hold and r.registrant_id <> all($5) limit $4"#,
        before.left.to_sqlx() as _,
        before.confirmed.to_sqlx() as _,
        before.asked.to_sqlx() as _,
        AT_ONCE,
        besides
    )
    .fetch_all(db)
    .await?)
}

/// When the owner of a registration was asked, and how often reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// When.
    pub asked_at: Option<Timestamp>,
    /// How often.
    pub reminders: i16,
    /// When it was last confirmed.
    pub last_confirmed_at: Timestamp,
}

/// How the yearly question stands, of a registration that is locked.
pub async fn question(db: impl PgExecutor<'_>, registration: RegistrationId) -> Result<Question> {
    let row = sqlx::query!(
        r#"select asked_at as "asked_at: jiff_sqlx::Timestamp", reminders,
               last_confirmed_at as "last_confirmed_at: jiff_sqlx::Timestamp" from registrations where id = $1"#,
        registration as _
    )
    .fetch_one(db)
    .await?;
    Ok(Question {
        asked_at: row.asked_at.map(jiff_sqlx::Timestamp::to_jiff),
        reminders: row.reminders,
        last_confirmed_at: row.last_confirmed_at.to_jiff(),
    })
}

/// Keeps that the owner of a registration was asked, or asked again, or that nobody answered.
pub async fn asked(
    db: impl PgExecutor<'_>,
    registration: RegistrationId,
    (state, reminders): (RegistrationState, i16),
    asked_at: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "update registrations set state = $2, reminders = $3, asked_at = $4 where id = $1",
        registration as _,
        state.as_str(),
        reminders,
        asked_at.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}
