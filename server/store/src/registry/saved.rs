//! Registrations under way that were saved for an address: one of them for each, and others that wait for a choice.

use domain::{id::DraftId, locale::Locale};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// Drafts whose owners are reminded at once: they stay locked until all of their messages are written. As that comes
/// every minute, 144,000 are reminded in a day, and each is due for seven.
const REMINDED_AT_ONCE: i64 = 100;

/// Locks an address for this transaction: drafts are saved for it one after the other. To be taken before any draft is
/// locked. What its time has passed for is deleted.
pub async fn lock_address(db: &mut PgConnection, email_norm: &str, now: Timestamp) -> Result<()> {
    sqlx::query!(
        r#"select 1 as "locked!" from pg_advisory_xact_lock(hashtextextended('draft:' || $1::text, 0))"#,
        email_norm
    )
    .fetch_one(&mut *db)
    .await?;
    sqlx::query!(
        "delete from registration_drafts
         where ((email_norm = $1 and saved_at is not null) or rival_of = $1) and expires_at <= $2",
        email_norm,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A draft among those of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfAddress {
    /// Its id.
    pub id: DraftId,
    /// Whether it is the one that is saved for the address; else it waits for a choice.
    pub is_saved: bool,
    /// When it was last written.
    pub touched_at: Timestamp,
    /// Questions that have an answer.
    pub answered: i64,
}

/// The drafts of an address, and one more that somebody has at hand: the saved one first, then the others, the newest
/// first.
pub async fn of_address(
    db: impl PgExecutor<'_>,
    email_norm: &str,
    at_hand: Option<DraftId>,
    now: Timestamp,
) -> Result<Vec<OfAddress>> {
    let rows = sqlx::query!(
        r#"select d.id as "id: DraftId", coalesce(d.email_norm = $1, false) as "is_saved!",
               d.touched_at as "touched_at: jiff_sqlx::Timestamp",
               (select count(*) from draft_answers a where a.draft_id = d.id
                   and (a.sealed is not null or array_to_string(a.typed, '') <> '')) as "answered!"
           from registration_drafts d
           where ((d.email_norm = $1 and d.saved_at is not null) or d.rival_of = $1 or d.id = $2) and d.expires_at > $3
           order by 2 desc, d.touched_at desc"#,
        email_norm,
        at_hand as _,
        now.to_sqlx() as _
    )
    .fetch_all(db)
    .await?;
    let drafts = rows.into_iter().map(|row| OfAddress {
        id: row.id,
        is_saved: row.is_saved,
        touched_at: row.touched_at.to_jiff(),
        answered: row.answered,
    });
    Ok(drafts.collect())
}

/// Saves a draft for an address, which has to be locked: as the one of the address where it has no other, else beside
/// the other until its owner chooses. Messages about it are in the language of whoever saves it, where that is known.
pub async fn save(
    db: impl PgExecutor<'_>,
    id: DraftId,
    (email_norm, is_first, locale): (&str, bool, Option<Locale>),
    expires_at: Timestamp,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "update registration_drafts set email_norm = case when $3 then $2::text end,
             saved_at = case when $3 then $5::timestamptz end, rival_of = case when not $3 then $2::text end,
             locale = coalesce($6, locale), touched_at = $5, expires_at = $4, reminded_at = null where id = $1",
        id as _,
        email_norm,
        is_first,
        expires_at.to_sqlx() as _,
        now.to_sqlx() as _,
        locale as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Deletes every draft of an address but one.
pub async fn delete_others(db: impl PgExecutor<'_>, id: DraftId, email_norm: &str) -> Result<()> {
    sqlx::query!(
        "delete from registration_drafts
         where ((email_norm = $2 and saved_at is not null) or rival_of = $2) and id <> $1",
        id as _,
        email_norm
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Deletes every draft of these addresses. One that is being written is passed over, and not waited for: who sends it
/// locks it before the registrant, who may be locked here. It ends when it is sent, or in its time.
pub async fn delete_all(db: impl PgExecutor<'_>, addresses: &[String]) -> Result<()> {
    sqlx::query!(
        "delete from registration_drafts where id = any(array(
             select id from registration_drafts
             where (email_norm = any($1) and saved_at is not null) or rival_of = any($1) for update skip locked))",
        addresses
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A draft whose owner has to be reminded.
#[derive(Clone, Debug)]
pub struct ToRemind {
    /// Its id.
    pub id: DraftId,
    /// The address it is kept for, in lower case.
    pub email: String,
    /// The language of its owner.
    pub locale: Locale,
}

/// Takes up to a hundred drafts that are kept for an address, saved or waiting for a choice, and end before a moment,
/// those that end first before the others, and counts their owners as reminded.
pub async fn take_to_remind(db: impl PgExecutor<'_>, ends_before: Timestamp, now: Timestamp) -> Result<Vec<ToRemind>> {
    Ok(sqlx::query_as!(
        ToRemind,
        r#"update registration_drafts set reminded_at = $2
           where id = any(array(select id from registration_drafts
               where (saved_at is not null or rival_of is not null) and reminded_at is null
                   and expires_at > $2 and expires_at <= $1
               order by expires_at limit $3 for update skip locked))
           returning id as "id: _", coalesce(email_norm, rival_of) as "email!", locale as "locale: _""#,
        ends_before.to_sqlx() as _,
        now.to_sqlx() as _,
        REMINDED_AT_ONCE
    )
    .fetch_all(db)
    .await?)
}
