//! The people who registered: one row for each e-mail address.

use domain::{
    id::{RegistrantId, RegistrationId},
    locale::Locale,
    text::EmailAddress,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::{Result, audit::Reading};

/// Somebody who registers.
#[derive(Clone, Debug)]
pub struct NewRegistrant<'a> {
    /// Their address.
    pub email: &'a EmailAddress,
    /// Whether they proved it before.
    pub is_proved: bool,
    /// The language they read.
    pub locale: Locale,
    /// When.
    pub now: Timestamp,
}

/// Whose address it is. The row is locked.
#[derive(Clone, Debug)]
pub struct Registrant {
    /// Their id.
    pub id: RegistrantId,
    /// Their address, as it was first typed.
    pub email: String,
    /// The language their messages are written in.
    pub locale: Locale,
    /// The registration they have, if one counts: neither held nor merged into another.
    pub current: Option<RegistrationId>,
}

/// Whose address it is: somebody known, unchanged, or whoever registers now. Of two who begin at once with one
/// address, the second waits for the first.
pub async fn find_or_begin(db: &mut PgConnection, new: &NewRegistrant<'_>) -> Result<Registrant> {
    let email_norm = new.email.normalised();
    sqlx::query!(
        "insert into registrants (id, email, email_norm, email_state, email_verified_at, locale, created_at)
         values ($1, $2, $3, case when $4::boolean then 'verified' else 'unverified' end,
             case when $4::boolean then $6::timestamptz end, $5, $6)
         on conflict (email_norm) where erased_at is null do nothing",
        Uuid::now_v7(),
        new.email.as_str(),
        &email_norm,
        new.is_proved,
        new.locale as _,
        new.now.to_sqlx() as _
    )
    .execute(&mut *db)
    .await?;
    let row = sqlx::query!(
        r#"select id as "id: RegistrantId", email as "email!", locale as "locale: Locale"
           from registrants where email_norm = $1 and erased_at is null for update"#,
        &email_norm
    )
    .fetch_one(&mut *db)
    .await?;
    // A statement of its own: whoever held the lock may have written it.
    let current = sqlx::query_scalar!(
        r#"select id as "id: RegistrationId" from registrations
           where registrant_id = $1 and state not in ('held', 'merged')"#,
        row.id as _
    )
    .fetch_optional(db)
    .await?;
    Ok(Registrant { id: row.id, email: row.email, locale: row.locale, current })
}

/// An address that waits to be confirmed, or was.
#[derive(Clone, Debug)]
pub struct Address {
    /// As it was typed.
    pub email: String,
    /// In lower case.
    pub email_norm: String,
    /// Whether nobody has proved it yet.
    pub is_unproved: bool,
}

/// The address of somebody who was not erased.
pub async fn address(db: impl PgExecutor<'_>, registrant: RegistrantId) -> Result<Option<Address>> {
    Ok(sqlx::query_as!(
        Address,
        r#"select email as "email!", email_norm as "email_norm!", email_state = 'unverified' as "is_unproved!"
           from registrants where id = $1 and erased_at is null"#,
        registrant as _
    )
    .fetch_optional(db)
    .await?)
}

/// Keeps that an address is its registrant's, once, with its audit entry. Who complained stays as they are.
pub async fn prove(db: impl PgExecutor<'_>, registrant: RegistrantId, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "with proved as (
             update registrants set email_state = 'verified', email_verified_at = $2
             where id = $1 and erased_at is null and email_state in ('unverified', 'imported', 'bouncing') returning id)
         insert into audit_entries (id, actor, action, subject, at)
         select $3, 'registrant', 'registrant.confirm_address', 'registrant:' || id, $2 from proved",
        registrant as _,
        now.to_sqlx() as _,
        Uuid::now_v7()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Writes down in the audit trail that somebody who was not erased reads what is held of them.
pub async fn reads(db: impl PgExecutor<'_>, registrant: RegistrantId, reading: Reading, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "insert into audit_entries (id, actor, action, subject, at)
         select $3, 'registrant', 'registrant.' || $4::text, 'registrant:' || id, $2
         from registrants where id = $1 and erased_at is null",
        registrant as _,
        now.to_sqlx() as _,
        Uuid::now_v7(),
        reading.verb()
    )
    .execute(db)
    .await?;
    Ok(())
}
