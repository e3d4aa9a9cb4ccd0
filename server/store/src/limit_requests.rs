//! Requests for more than the limit, and what approved ones allow.

use domain::{
    catalogue::code::ProductCode,
    id::{EditionId, LimitRequestId},
    limit_request::{AskForMore, Decision},
    locale::Locale,
};
use jiff::{Timestamp, civil::Date};
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::Result;

/// Writes a request and its audit entry, unless one of this address for this edition is open. Gives the one that
/// is open now: this one, or the one before.
pub async fn insert(
    db: impl PgExecutor<'_>,
    id: LimitRequestId,
    (edition, form): (EditionId, &AskForMore),
    locale: Locale,
    now: Timestamp,
) -> Result<LimitRequestId> {
    Ok(sqlx::query_scalar!(
        r#"with open as (
               insert into limit_requests (id, edition_id, full_name, email, email_norm, quantity, reason, needed_by, locale, created_at)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
               on conflict (email_norm, edition_id) where status = 'open' do update set email_norm = excluded.email_norm
               returning id),
           audit as (insert into audit_entries (id, actor, action, subject, at)
               select $11, 'guest', 'limit_request.ask', 'limit_request:' || id, $10 from open where id = $1)
           select id as "id!: LimitRequestId" from open"#,
        id as _,
        edition as _,
        form.full_name.as_str(),
        form.email.as_str(),
        form.email.normalised(),
        form.quantity.copies(),
        form.reason.as_str(),
        form.needed_by.map(|day| day.0.to_sqlx()) as _,
        locale as _,
        now.to_sqlx() as _,
        Uuid::now_v7()
    )
    .fetch_one(db)
    .await?)
}

/// Ends requests that nobody decided and that were made before a moment, each with its audit entry: their
/// addresses may ask again.
pub async fn expire(db: impl PgExecutor<'_>, made_before: Timestamp, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "with ended as (update limit_requests set status = 'expired' where status = 'open' and created_at < $1 returning id)
         insert into audit_entries (id, actor, action, subject, at)
         select gen_random_uuid(), 'system', 'limit_request.expire', 'limit_request:' || id, $2 from ended",
        made_before.to_sqlx() as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A request as its messages tell of it.
#[derive(Clone, Debug)]
pub struct LimitRequest {
    /// What is asked for.
    pub code: ProductCode,
    /// Its title.
    pub title: String,
    /// Who asks.
    pub full_name: String,
    /// Copies asked for.
    pub quantity: i32,
    /// Copies granted.
    pub granted: i32,
    /// Why.
    pub reason: String,
    /// By when.
    pub needed_by: Option<Date>,
    /// What whoever decided said to it.
    pub note: Option<String>,
    /// Until when the granted copies can be ordered.
    pub grant_expires_at: Option<Timestamp>,
}

/// A request by its id.
pub async fn find(db: impl PgExecutor<'_>, id: LimitRequestId) -> Result<Option<LimitRequest>> {
    let row = sqlx::query!(
        r#"select e.product_code as "code: ProductCode", coalesce(e.title, p.title) as "title!", r.full_name, r.quantity, r.granted,
               r.reason, r.needed_by as "needed_by: jiff_sqlx::Date", r.note,
               r.grant_expires_at as "grant_expires_at: jiff_sqlx::Timestamp"
           from limit_requests r join editions e on e.id = r.edition_id join publications p on p.id = e.publication_id
           where r.id = $1"#,
        id as _
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| LimitRequest {
        code: row.code,
        title: row.title,
        full_name: row.full_name,
        quantity: row.quantity,
        granted: row.granted,
        reason: row.reason,
        needed_by: row.needed_by.map(jiff_sqlx::Date::to_jiff),
        note: row.note,
        grant_expires_at: row.grant_expires_at.map(jiff_sqlx::Timestamp::to_jiff),
    }))
}

/// Decides an open request, with its audit entry. Where its messages go and their language; nothing when it was decided before.
pub async fn decide(
    db: &mut PgConnection,
    id: LimitRequestId,
    decision: &Decision,
    (actor, expires_at): (&str, Timestamp),
    now: Timestamp,
) -> Result<Option<(String, Locale)>> {
    let row = sqlx::query!(
        r#"with decided as (
               update limit_requests set granted = least($2::integer, quantity), note = $3, decided_by = $4, decided_at = $5,
                   grant_expires_at = case when $2 > 0 then $6::timestamptz end,
                   status = case when $2 >= quantity then 'approved' when $2 > 0 then 'part_approved' else 'refused' end
               where id = $1 and status = 'open' returning id, granted, email, locale),
           audit as (insert into audit_entries (id, actor, action, subject, detail, at)
               select $7, $4::text, 'limit_request.decide', 'limit_request:' || id, jsonb_build_object('granted', granted), $5
               from decided)
           select email as "email!", locale as "locale!: Locale" from decided"#,
        id as _,
        decision.granted,
        decision.note,
        actor,
        now.to_sqlx() as _,
        expires_at.to_sqlx() as _,
        Uuid::now_v7()
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (row.email, row.locale)))
}

/// Uses granted copies up, those that end first before others. The counters have to be locked.
pub async fn use_up(
    db: &mut PgConnection,
    email_norm: &str,
    (edition, copies): (EditionId, i32),
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "update limit_requests r set used = r.used + taken.copies from (
             select id, least(left_over, $3 - before) as copies from (
                 select id, granted - used as left_over, coalesce(sum(granted - used) over (order by grant_expires_at, id
                     rows between unbounded preceding and 1 preceding), 0)::int as before
                 from limit_requests where email_norm = $1 and edition_id = $2 and granted > 0 and grant_expires_at > $4) open
             where before < $3 and left_over > 0) taken
         where r.id = taken.id",
        email_norm,
        edition as _,
        copies,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Gives granted copies back that are not wanted any more, those that end last first. The counters have to be
/// locked.
pub async fn give_back(db: &mut PgConnection, email_norm: &str, (edition, copies): (EditionId, i32)) -> Result<()> {
    sqlx::query!(
        "update limit_requests r set used = r.used - freed.copies from (
             select id, least(used, $3 - before) as copies from (
                 select id, used, coalesce(sum(used) over (order by grant_expires_at desc, id desc
                     rows between unbounded preceding and 1 preceding), 0)::int as before
                 from limit_requests where email_norm = $1 and edition_id = $2 and granted > 0 and used > 0) taken
             where before < $3) freed
         where r.id = freed.id",
        email_norm,
        edition as _,
        copies
    )
    .execute(db)
    .await?;
    Ok(())
}
