//! Limits: the rule that holds for an orderer, what was counted, and the locks behind both.

use domain::{
    id::EditionId,
    order::{GUEST_DEFAULT, LimitLevel, LimitRule, Window},
};
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// The subjects under which a guest is counted: confirmed e-mail address and delivery address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuestSubjects {
    /// Normalised e-mail address.
    pub email: Option<String>,
    /// Key of the delivery address.
    pub address: Option<String>,
}

/// A rule as it stands in rows; nothing means the default table.
pub(crate) fn rule(quantity: Option<i32>, window_kind: Option<&str>, window_hours: Option<i32>) -> LimitRule {
    let Some(quantity) = quantity else { return GUEST_DEFAULT };
    let window = match window_kind {
        Some("per_order") => Window::PerOrder,
        Some("lifetime") => Window::Lifetime,
        _ => Window::Rolling { hours: window_hours.unwrap_or(24) },
    };
    LimitRule { level: LimitLevel::Everyone, quantity: quantity.into(), window }
}

/// The rule for guests and one edition.
pub async fn for_guest(db: impl PgExecutor<'_>, edition: EditionId) -> Result<LimitRule> {
    let row = sqlx::query!(
        "select quantity, window_kind, window_hours from order_limits
         where level = 'everyone' and (edition_id = $1 or edition_id is null) order by edition_id nulls last limit 1",
        edition as _
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map_or(GUEST_DEFAULT, |row| rule(Some(row.quantity), Some(&row.window_kind), Some(row.window_hours))))
}

/// Locks the counters of these subjects (kept as hashes) for the slots of a basket, in one order for everybody.
pub async fn lock(db: &mut PgConnection, basket: domain::id::BasketId, subjects: &GuestSubjects) -> Result<()> {
    let subjects: Vec<String> = [
        subjects.email.as_ref().map(|email| format!("email:{email}")),
        subjects.address.as_ref().map(|address| format!("address:{address}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    sqlx::query!(
        "insert into limit_locks (subject, publication_id, language, format)
         select distinct encode(sha256(convert_to(s.subject, 'UTF8')), 'hex'), e.publication_id, e.language, e.format
         from unnest($2::text[]) s (subject) cross join basket_lines l join editions e on e.id = l.edition_id
         where l.basket_id = $1 order by 1, 2, 3, 4
         on conflict (subject, publication_id, language, format) do update set subject = excluded.subject",
        basket as _,
        &subjects
    )
    .execute(db)
    .await?;
    Ok(())
}
