//! Another address for a registration.

use domain::id::{RegistrantId, RegistrationId};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use super::leaving::Owner;
use crate::Result;

/// A change of address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailChange {
    /// Its id.
    pub id: Uuid,
    /// Whose.
    pub registrant: RegistrantId,
    /// The address before.
    pub old_email: String,
    /// The address after.
    pub new_email: String,
}

/// Keeps which address somebody wants, until it is proved. Says whether they were there to want it.
pub async fn ask(db: impl PgExecutor<'_>, registrant: RegistrantId, new_email: &str, now: Timestamp) -> Result<bool> {
    Ok(sqlx::query!(
        "insert into email_changes (id, registrant_id, old_email, new_email, asked_at)
         select $1, id, email, $3, $4 from registrants where id = $2 and erased_at is null",
        Uuid::now_v7(),
        registrant as _,
        new_email,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// The address that somebody asked for last, since a moment.
pub async fn asked(db: impl PgExecutor<'_>, registrant: RegistrantId, since: Timestamp) -> Result<Option<EmailChange>> {
    Ok(sqlx::query_as!(
        EmailChange,
        r#"select id, registrant_id as "registrant: _", old_email, new_email from email_changes
           where registrant_id = $1 and asked_at > $2 and changed_at is null order by asked_at desc, id desc limit 1"#,
        registrant as _,
        since.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// Gives a registration another address that is proved. Gives the version that it is now.
pub async fn change(
    db: &mut PgConnection,
    owner: &Owner,
    (email, email_norm): (&str, &str),
    now: Timestamp,
) -> Result<i32> {
    sqlx::query!(
        "update registrants set email = $2, email_norm = $3, email_state = 'verified', email_verified_at = $4
         where id = $1",
        owner.registrant as _,
        email,
        email_norm,
        now.to_sqlx() as _
    )
    .execute(&mut *db)
    .await?;
    next_version(db, owner.registration).await
}

async fn next_version(db: impl PgExecutor<'_>, registration: RegistrationId) -> Result<i32> {
    Ok(sqlx::query_scalar!(
        "update registrations set version = version + 1 where id = $1 returning version",
        registration as _
    )
    .fetch_one(db)
    .await?)
}

/// Keeps that an address was changed, and which one it was before. Says whether this is the first time: what is kept
/// of the old address is never written over.
pub async fn changed(db: impl PgExecutor<'_>, id: Uuid, old_email: &str, now: Timestamp) -> Result<bool> {
    Ok(sqlx::query!(
        "update email_changes set changed_at = $3, old_email = $2 where id = $1 and changed_at is null",
        id,
        old_email,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// A change that was made, undone or not.
pub async fn made(db: impl PgExecutor<'_>, id: Uuid) -> Result<Option<EmailChange>> {
    Ok(sqlx::query_as!(
        EmailChange,
        r#"select id, registrant_id as "registrant: _", old_email, new_email from email_changes
           where id = $1 and changed_at is not null"#,
        id
    )
    .fetch_optional(db)
    .await?)
}

/// Whether a change was undone.
pub async fn is_undone(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool> {
    let undone = sqlx::query_scalar!(
        r#"select exists (select from email_changes where id = $1 and undone_at is not null) as "undone!""#,
        id
    );
    Ok(undone.fetch_one(db).await?)
}

/// Whether somebody's address was changed since a moment, and not back.
pub async fn are_any_made(db: impl PgExecutor<'_>, registrant: RegistrantId, since: Timestamp) -> Result<bool> {
    let made = sqlx::query_scalar!(
        r#"select exists (select from email_changes
               where registrant_id = $1 and changed_at > $2 and undone_at is null) as "made!""#,
        registrant as _,
        since.to_sqlx() as _
    );
    Ok(made.fetch_one(db).await?)
}

/// Keeps that a change was undone, and with it every one that followed.
pub async fn undone(db: impl PgExecutor<'_>, change: &EmailChange, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "update email_changes set undone_at = $3
         where registrant_id = $2 and changed_at is not null and undone_at is null
             and changed_at >= (select changed_at from email_changes where id = $1)",
        change.id,
        change.registrant as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets what nobody can prove or undo any more.
pub async fn forget(db: impl PgExecutor<'_>, asked_before: Timestamp) -> Result<()> {
    sqlx::query!("delete from email_changes where asked_at < $1", asked_before.to_sqlx() as _).execute(db).await?;
    Ok(())
}
