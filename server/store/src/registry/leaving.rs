//! Leaving the registry, coming back, and being erased.

use domain::{
    id::{RegistrantId, RegistrationId},
    locale::Locale,
    registry::state::{Channel, RegistrationState, WithdrawalReason},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use super::registrations::delete_chosen;
use crate::Result;

/// Somebody with their registration, locked for this transaction.
#[derive(Clone, Debug)]
pub struct Owner {
    /// Who it is.
    pub registrant: RegistrantId,
    /// Their address, as they typed it.
    pub email: String,
    /// In lower case.
    pub email_norm: String,
    /// The language of their messages.
    pub locale: Locale,
    /// Whether nothing of them may be deleted.
    pub legal_hold: bool,
    /// Their registration.
    pub registration: RegistrationId,
    /// What it counts for.
    pub state: RegistrationState,
    /// Counts its versions, from 1.
    pub version: i32,
}

/// Locks somebody who was not erased, and then their registration.
pub async fn lock(db: &mut PgConnection, registrant: RegistrantId) -> Result<Option<Owner>> {
    sqlx::query!(r#"select 1 as "locked!" from registrants where id = $1 for update"#, registrant as _)
        .fetch_optional(&mut *db)
        .await?;
    sqlx::query!(
        r#"select 1 as "locked!" from registrations
           where registrant_id = $1 and state not in ('held', 'merged') for update"#,
        registrant as _
    )
    .fetch_optional(&mut *db)
    .await?;
    Ok(sqlx::query_as!(
        Owner,
        r#"select g.id as "registrant: _", g.email as "email!", g.email_norm as "email_norm!", g.locale as "locale: _",
               g.legal_hold, r.id as "registration: _", r.state as "state: _", r.version
           from registrants g join registrations r on r.registrant_id = g.id and r.state not in ('held', 'merged')
           where g.id = $1 and g.erased_at is null"#,
        registrant as _
    )
    .fetch_optional(db)
    .await?)
}

/// Why and when somebody left.
#[derive(Clone, Debug)]
pub struct NewWithdrawal<'a> {
    /// Its id.
    pub id: Uuid,
    /// Which registration.
    pub registration: RegistrationId,
    /// Why.
    pub reason: WithdrawalReason,
    /// In their own words, encrypted.
    pub text_sealed: Option<&'a [u8]>,
    /// Through what.
    pub channel: Channel,
}

/// Ends what a registration counts for, with its audit entry. It has to be locked.
pub async fn withdraw(db: impl PgExecutor<'_>, new: &NewWithdrawal<'_>, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "with ended as (
             update registrations set state = 'withdrawn', asked_at = null, reminders = 0 where id = $2),
         reason as (
             insert into withdrawals (id, registration_id, reason, text_sealed, channel, at)
             values ($1, $2, $3, $4, $5, $6)),
         updates as (delete from registration_updates where registration_id = $2)
         insert into audit_entries (id, actor, action, subject, at)
         values ($7, 'registrant', 'registration.withdraw', 'registration:' || $2::uuid, $6)",
        new.id,
        new.registration as _,
        new.reason.as_str(),
        new.text_sealed,
        new.channel.as_str(),
        now.to_sqlx() as _,
        Uuid::now_v7()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Lets a registration count again, confirmed now, with its audit entry: after leaving, or after nobody confirmed it
/// for long.
pub async fn revive(
    db: impl PgExecutor<'_>,
    registration: RegistrationId,
    action: &'static str,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "with revived as (
             update registrations set state = 'active', last_confirmed_at = $2, asked_at = null, reminders = 0
             where id = $1),
         undone as (update withdrawals set undone_at = $2 where registration_id = $1 and undone_at is null)
         insert into audit_entries (id, actor, action, subject, at)
         values ($4, 'registrant', $3, 'registration:' || $1::uuid, $2)",
        registration as _,
        now.to_sqlx() as _,
        action,
        Uuid::now_v7()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The last time somebody left, if they did not come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// Why.
    pub reason: WithdrawalReason,
    /// When.
    pub at: Timestamp,
}

/// When and why somebody left who did not come back.
pub async fn withdrawal(db: impl PgExecutor<'_>, registration: RegistrationId) -> Result<Option<Withdrawal>> {
    let row = sqlx::query!(
        r#"select reason as "reason: WithdrawalReason", at as "at: jiff_sqlx::Timestamp" from withdrawals
           where registration_id = $1 and undone_at is null order by at desc limit 1"#,
        registration as _
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Withdrawal { reason: row.reason, at: row.at.to_jiff() }))
}

/// Stops the messages of campaigns, or lets them come again. Says whether anybody was there.
pub async fn stop_messages(
    db: impl PgExecutor<'_>,
    registrant: RegistrantId,
    stopped_at: Option<Timestamp>,
) -> Result<bool> {
    let stopped_at = stopped_at.map(ToSqlx::to_sqlx);
    Ok(sqlx::query!(
        "update registrants set messages_stopped_at =
             case when $2::timestamptz is null then null else coalesce(messages_stopped_at, $2::timestamptz) end
         where id = $1 and erased_at is null",
        registrant as _,
        stopped_at as _
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Whether the messages of campaigns are stopped, of somebody who was not erased.
pub async fn are_messages_stopped(db: impl PgExecutor<'_>, registrant: RegistrantId) -> Result<Option<bool>> {
    Ok(sqlx::query_scalar!(
        r#"select messages_stopped_at is not null as "stopped!" from registrants where id = $1 and erased_at is null"#,
        registrant as _
    )
    .fetch_optional(db)
    .await?)
}

/// Erases somebody who is locked: what is left is the id, the state, the dates, the profession to count by, the
/// reason for which they left, and a mark of the address, by which an import knows not to write them again. Answers
/// that cannot be empty say nothing.
pub async fn erase(db: &mut PgConnection, owner: &Owner, mark: &[u8], now: Timestamp) -> Result<()> {
    delete_answers(db, owner).await?;
    sqlx::query!(
        "with emptied as (
             update registrations set state = 'erased', first_name = '', last_name = '', postal_code = 'A0A 0A0',
                 primary_phone = '', primary_phone_e164 = '+10000000000', primary_phone_ext = null,
                 secondary_phone = null, secondary_phone_e164 = null, secondary_phone_ext = null,
                 non_clinical_job_title = null, registration_status = 'na', regulator_id = null, number_sealed = null,
                 number_mark = null, current_employment = 'notHealthSectorEmployed', employment_circumstance = 'other',
                 deploy_anywhere = false, has_immunization_training = false, deployment_duration = 'oneWeek',
                 has_previous_deployment = 'noOrUnsure', last_deployment_date = null, last_deployed_authority = null,
                 asked_at = null, reminders = 0, session_id = null
             where id = $2),
         silent as (update withdrawals set text_sealed = null where registration_id = $2),
         gone as (
             update registrants set email = null, email_norm = null, email_verified_at = null, erased_at = $3,
                 erased_mark = $4, messages_stopped_at = null where id = $1)
         insert into audit_entries (id, actor, action, subject, at)
         values ($5, 'registrant', 'registrant.erase', 'registrant:' || $1::uuid, $3)",
        owner.registrant as _,
        owner.registration as _,
        now.to_sqlx() as _,
        mark,
        Uuid::now_v7()
    )
    .execute(db)
    .await?;
    Ok(())
}

async fn delete_answers(db: &mut PgConnection, owner: &Owner) -> Result<()> {
    delete_chosen(&mut *db, owner.registration).await?;
    sqlx::query!(
        "with others as (
             delete from registrations where registrant_id = $1 and id <> $2 and state in ('held', 'merged')),
         changes as (delete from registration_changes where registration_id = $2),
         reports as (delete from deployment_reports where registration_id = $2),
         alike as (delete from duplicate_candidates where registration_id = $2 or other_id = $2),
         updates as (delete from registration_updates where registration_id = $2),
         addresses as (delete from email_changes where registrant_id = $1),
         sessions as (delete from registrant_sessions where registrant_id = $1 returning session_id),
         codes as (delete from email_codes where session_id = any(array(select session_id from sessions))),
         refused as (delete from kept_rejections where session_id = any(array(select session_id from sessions)))
         delete from consents where registrant_id = $1",
        owner.registrant as _,
        owner.registration as _
    )
    .execute(db)
    .await?;
    Ok(())
}
