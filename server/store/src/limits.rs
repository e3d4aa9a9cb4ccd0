//! Limits: the rule that holds for an orderer, and the locks behind what is counted.

use domain::{
    catalogue::{edition::AccessibleFormat, taxonomy::LanguageTag},
    id::{BasketId, EditionId, PublicationId},
    order::{LimitLevel, LimitRule, Orderer, Window, default_rule},
};
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// A rule as it stands in rows; nothing means the default table.
pub(crate) fn written(
    level: Option<&str>,
    quantity: Option<i32>,
    window_kind: Option<&str>,
    window_hours: Option<i32>,
) -> Option<LimitRule> {
    let window = match window_kind {
        Some("per_order") => Window::PerOrder,
        Some("lifetime") => Window::Lifetime,
        _ => Window::Rolling { hours: window_hours.unwrap_or(24) },
    };
    Some(LimitRule { level: LimitLevel::from_code(level?)?, quantity: quantity?.into(), window })
}

/// The rule for an orderer and one edition.
pub async fn rule(db: impl PgExecutor<'_>, edition: EditionId, orderer: &Orderer) -> Result<LimitRule> {
    let (levels, subjects): (Vec<String>, Vec<String>) =
        orderer.levels.iter().map(|(level, subject)| (level.to_string(), subject.clone())).unzip();
    let row = sqlx::query!(
        "select o.level, o.quantity, o.window_kind, o.window_hours
         from unnest($2::text[], $3::text[]) with ordinality w (level, subject, at)
         join order_limits o on o.level = w.level and o.subject = w.subject
         where o.edition_id = $1 or o.edition_id is null order by w.at, o.edition_id nulls last limit 1",
        edition as _,
        &levels,
        &subjects
    )
    .fetch_optional(db)
    .await?;
    let written = row
        .and_then(|row| written(Some(&row.level), Some(row.quantity), Some(&row.window_kind), Some(row.window_hours)));
    Ok(written.unwrap_or_else(|| default_rule(orderer.organisation.as_deref())))
}

/// The subjects under which an orderer is counted, as they are locked: as hashes.
fn subjects(orderer: &Orderer) -> Vec<String> {
    let email = orderer.email.as_ref().map(|email| format!("email:{email}"));
    let address = orderer.address.as_ref().map(|address| format!("address:{address}"));
    [email, address].into_iter().flatten().collect()
}

/// Locks the counters of an orderer for the slots of a basket, in one order for everybody.
pub async fn lock(db: &mut PgConnection, basket: BasketId, orderer: &Orderer) -> Result<()> {
    sqlx::query!(
        "insert into limit_locks (subject, publication_id, language, format)
         select distinct encode(sha256(convert_to(s.subject, 'UTF8')), 'hex'), e.publication_id, e.language, e.format
         from unnest($2::text[]) s (subject) cross join basket_lines l join editions e on e.id = l.edition_id
         where l.basket_id = $1 order by 1, 2, 3, 4
         on conflict (subject, publication_id, language, format) do update set subject = excluded.subject",
        basket as _,
        &subjects(orderer)
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Locks the counters of an orderer for one slot.
pub async fn lock_slot(
    db: &mut PgConnection,
    (publication, language, format): (PublicationId, &LanguageTag, AccessibleFormat),
    orderer: &Orderer,
) -> Result<()> {
    sqlx::query!(
        "insert into limit_locks (subject, publication_id, language, format)
         select encode(sha256(convert_to(s.subject, 'UTF8')), 'hex'), $2, $3, $4 from unnest($1::text[]) s (subject) order by 1
         on conflict (subject, publication_id, language, format) do update set subject = excluded.subject",
        &subjects(orderer),
        publication as _,
        language as _,
        format as _
    )
    .execute(db)
    .await?;
    Ok(())
}
