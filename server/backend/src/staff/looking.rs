//! What is written down of staff who look at people: whose account somebody saw, and how many a list showed them. Never
//! what they searched for, as that may be a name.

use domain::{id::AccountId, staff::PeopleQuery};
use serde_json::json;
use sqlx::PgExecutor;

use crate::{Backend, StoreError};

/// Writes down that somebody saw a page about an account.
pub async fn viewed(backend: &Backend, by: AccountId, member: AccountId) -> Result<(), StoreError> {
    let (subject, now) = (format!("account:{member}"), backend.clock.now());
    store::staff::audit(&backend.db, Some(by), ("account.viewed", &subject), &json!({}), now).await
}

/// Writes down that somebody saw a list of people, how many were on it, and whether they searched by a text.
pub async fn listed(
    backend: &Backend,
    db: impl PgExecutor<'_>,
    by: AccountId,
    (query, shown): (&PeopleQuery, usize),
) -> Result<(), StoreError> {
    let detail = json!({ "shown": shown, "searched": !query.text.is_empty() });
    store::staff::audit(db, Some(by), ("account.listed", "accounts"), &detail, backend.clock.now()).await
}
