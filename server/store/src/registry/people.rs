//! What messages and the page after sending say of a registration.

use domain::{
    id::{RegistrantId, RegistrationId, SessionId},
    registry::confirmation::ConfirmationId,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// A registration, as the message that it was taken mentions it.
#[derive(Clone, Debug)]
pub struct Taken {
    /// Its number.
    pub confirmation: ConfirmationId,
    /// Whose it is.
    pub first_name: String,
    /// Their id.
    pub registrant: RegistrantId,
    /// Their address in lower case.
    pub email_norm: String,
    /// Whether nobody has proved it yet.
    pub is_unproved: bool,
    /// Whether they left.
    pub is_withdrawn: bool,
}

/// A registration that counts, of somebody who was not erased.
pub async fn taken(db: impl PgExecutor<'_>, registration: RegistrationId) -> Result<Option<Taken>> {
    Ok(sqlx::query_as!(
        Taken,
        r#"select r.confirmation_id as "confirmation: _", r.first_name, g.id as "registrant: _", g.email_norm as "email_norm!",
               g.email_state = 'unverified' as "is_unproved!", r.state = 'withdrawn' as "is_withdrawn!"
           from registrations r join registrants g on g.id = r.registrant_id
           where r.id = $1 and r.state not in ('held', 'merged', 'erased') and g.erased_at is null"#,
        registration as _
    )
    .fetch_optional(db)
    .await?)
}

/// When somebody's registration was made and last changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// When it was sent.
    pub at: Timestamp,
    /// When an answer last changed.
    pub changed_at: Timestamp,
}

/// When the registration that counts was made, of somebody who was not erased.
pub async fn made(db: impl PgExecutor<'_>, registrant: RegistrantId) -> Result<Option<Made>> {
    let row = sqlx::query!(
        r#"select r.submitted_at as "at: jiff_sqlx::Timestamp",
               coalesce((select max(c.at) from registration_changes c where c.registration_id = r.id), r.submitted_at)
                   as "changed_at!: jiff_sqlx::Timestamp"
           from registrations r join registrants g on g.id = r.registrant_id
           where g.id = $1 and r.state not in ('held', 'merged', 'erased') and g.erased_at is null"#,
        registrant as _
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Made { at: row.at.to_jiff(), changed_at: row.changed_at.to_jiff() }))
}

/// What was sent last in a session.
#[derive(Clone, Debug)]
pub struct SentLast {
    /// Its number.
    pub confirmation: ConfirmationId,
    /// The address as it was typed for it; that of the registrant may be written otherwise.
    pub email: Option<String>,
    /// The first name.
    pub first_name: String,
}

/// What was sent last in a session, since a moment. Held or not makes no difference.
pub async fn sent_last(db: impl PgExecutor<'_>, session: SessionId, since: Timestamp) -> Result<Option<SentLast>> {
    Ok(sqlx::query_as!(
        SentLast,
        r#"select r.confirmation_id as "confirmation: _", r.first_name,
               (select c.new_values[1] from registration_changes c
                   where c.registration_id = r.id and c.version = 1 and c.field = 'email') as email
           from registrations r where r.session_id = $1 and r.submitted_at > $2 and r.state <> 'erased'
           order by r.submitted_at desc, r.id desc limit 1"#,
        session as _,
        since.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}
