//! What happened to an order, and what it was before.

use domain::{address::Address, catalogue::code::ProductCode, id::OrderId, order::EventKind};
use jiff::Timestamp;
use serde::Deserialize;
use sqlx::PgExecutor;

use crate::Result;

/// What happened to an order so far, oldest first.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// What, and when.
    pub events: Vec<(EventKind, Timestamp)>,
    /// The order as it was before each change.
    pub revisions: Vec<Revision>,
}

/// An order as it was before a change.
#[derive(Clone, Debug)]
pub struct Revision {
    /// Which revision it was, counted from 1.
    pub number: i32,
    /// When the next one took its place.
    pub replaced_at: Timestamp,
    /// What was ordered.
    pub lines: Vec<RevisionLine>,
    /// Where it went.
    pub address: Address,
}

/// A line of an order as it was.
#[derive(Clone, Debug, Deserialize)]
pub struct RevisionLine {
    /// Product code.
    pub product_code: ProductCode,
    /// Copies ordered.
    pub ordered: i32,
    /// Copies called off.
    pub cancelled: i32,
}

impl RevisionLine {
    /// Copies that were ordered and not called off.
    pub const fn open(&self) -> i32 {
        self.ordered - self.cancelled
    }
}

/// What happened to an order so far, in one statement: its page may not ask more often than it does.
pub async fn history(db: impl PgExecutor<'_>, order: OrderId) -> Result<History> {
    let rows = sqlx::query!(
        r#"select kind as "kind?: EventKind", at as "at!: jiff_sqlx::Timestamp", revision as "revision?",
               lines as "lines?", address as "address?"
           from (select kind, at, id, null::integer as revision, null::jsonb as lines, null::jsonb as address
                     from order_events where order_id = $1
                 union all
                 select null, replaced_at, null, revision, lines, address from order_revisions where order_id = $1) entries
           order by at, id, revision"#,
        order as _
    )
    .fetch_all(db)
    .await?;
    let mut history = History::default();
    for row in rows {
        let at = row.at.to_jiff();
        history.events.extend(row.kind.map(|kind| (kind, at)));
        if let (Some(number), Some(lines), Some(address)) = (row.revision, row.lines, row.address) {
            let (lines, address) = (serde_json::from_value(lines)?, serde_json::from_value(address)?);
            history.revisions.push(Revision { number, replaced_at: at, lines, address });
        }
    }
    Ok(history)
}
