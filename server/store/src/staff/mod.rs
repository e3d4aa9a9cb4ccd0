//! Staff: who they are, what they may do, how they sign in, and who is invited.

pub mod factors;
pub mod identities;
pub mod invitations;
pub mod locked;
pub mod passkeys;
pub mod people;
pub mod provider_sign_ins;
pub mod recovery;
pub mod rights;
pub mod signing_in;

use domain::{
    id::AccountId,
    staff::{AuthorityKey, Roles},
    text::EmailAddress,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use serde_json::Value;
use sqlx::PgExecutor;

use crate::Result;

/// Somebody who is signed in as staff, as their pages show them.
#[derive(Clone, Debug)]
pub struct SignedInStaff {
    /// What they may do.
    pub roles: Roles,
    /// What the organisation of their role of the registry is called.
    pub organisation_name: Option<String>,
    /// When they proved last who they are.
    pub confirmed_at: Timestamp,
    /// How long they stay signed in.
    pub left: Left,
}

/// How long somebody stays signed in as staff, at least, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// Where they do nothing.
    pub idle: i64,
    /// Whatever they do.
    pub whole: i64,
}

/// A health authority, or the ministry.
#[derive(Clone, Debug)]
pub struct Authority {
    /// Its key.
    pub key: AuthorityKey,
    /// What it is called.
    pub name: String,
    /// The same, short.
    pub short_name: String,
}

/// The organisations that people may work for, in the order in which they are listed.
pub async fn authorities(db: impl PgExecutor<'_>) -> Result<Vec<Authority>> {
    Ok(sqlx::query_as!(
        Authority,
        r#"select key as "key: _", name, short_name from health_authorities where active order by position, key"#
    )
    .fetch_all(db)
    .await?)
}

/// The organisation that the host of an address suggests, in whatever case and as a whole. It decides nothing.
pub async fn suggested(db: impl PgExecutor<'_>, email: &EmailAddress) -> Result<Option<AuthorityKey>> {
    let normalised = email.normalised();
    let host = normalised.rsplit_once('@').map(|(_, host)| host).unwrap_or_default();
    Ok(sqlx::query_scalar!(
        r#"select d.authority_key as "key: AuthorityKey" from authority_email_domains d
           join health_authorities h on h.key = d.authority_key and h.active where d.domain = $1"#,
        host
    )
    .fetch_optional(db)
    .await?)
}

/// Who did something: somebody with an account, or whoever runs the service, at its command line.
fn actor(by: Option<AccountId>) -> String {
    by.map_or_else(|| "operator".to_owned(), |by| format!("account:{by}"))
}

/// Writes down in the audit trail that something was done, to an account or an invitation (`account:…`,
/// `invitation:…`). The detail names roles and the like, and nobody.
pub async fn audit(
    db: impl PgExecutor<'_>,
    by: Option<AccountId>,
    (action, subject): (&str, &str),
    detail: &Value,
    now: Timestamp,
) -> Result<()> {
    write(db, &actor(by), (action, subject), detail, now).await
}

/// The same of whoever was refused, by themselves or as a guest, of which so many are written of one subject in so many
/// minutes: `(most, minutes)`. It is one statement, whether it is one too many or not, so that nobody learns from the work
/// whether there is such an account.
pub async fn audit_refused(
    db: impl PgExecutor<'_>,
    by: Option<AccountId>,
    (action, subject): (&str, &str),
    detail: &Value,
    (most, minutes): (i32, i32),
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "with counted as (
             insert into rate_counters (subject, window_start, used)
             values ('staff-refused:' || $4::text, date_bin(make_interval(mins => $7), $6::timestamptz, 'epoch'), 1)
             on conflict (subject, window_start) do update set used = rate_counters.used + 1 returning used)
         insert into audit_entries (id, actor, action, subject, detail, at)
         select $1::uuid, $2::text, $3::text, $4::text, $5::jsonb, $6 from counted where used <= $8",
        uuid::Uuid::now_v7(),
        by.map_or_else(|| "guest".to_owned(), |by| format!("account:{by}")),
        action,
        subject,
        detail,
        now.to_sqlx() as _,
        minutes,
        most
    )
    .execute(db)
    .await?;
    Ok(())
}

async fn write(
    db: impl PgExecutor<'_>,
    actor: &str,
    (action, subject): (&str, &str),
    detail: &Value,
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
