//! Orders of somebody who has an account, for them to read: those of the account, and those that they placed as a guest
//! from its address.
#![expect(missing_docs, reason = "a field is what its name says, and a column")]

use domain::{address::Address, id::AccountId, order::OrderNumber};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;

use crate::Result;

/// An order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnOrder {
    pub number: OrderNumber,
    pub status: String,
    pub placed_at: Timestamp,
    /// Whether it was placed while signed in.
    pub with_account: bool,
    pub origin: String,
    pub company_key: String,
    pub language: String,
    pub full_name: String,
    pub email: String,
    pub telephone: Option<String>,
    pub address: Address,
    pub uprn: Option<String>,
    pub lines: Vec<OwnOrderLine>,
    pub events: Vec<OwnEvent>,
    pub earlier_versions: Vec<OwnVersion>,
}

/// A line of an order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnOrderLine {
    pub code: String,
    pub title: String,
    /// Copies that were ordered and not called off.
    pub copies: i32,
    pub ordered: i32,
    pub shipped: i32,
    pub cancelled: i32,
}

/// What happened to an order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnEvent {
    pub kind: String,
    pub at: Timestamp,
}

/// An order as it was before a change.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnVersion {
    pub lines: Vec<OwnVersionLine>,
    pub address: serde_json::Value,
    pub uprn: Option<String>,
    pub replaced_at: Timestamp,
}

/// A line of an order as it was.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnVersionLine {
    pub product_code: String,
    pub ordered: i32,
    pub cancelled: i32,
}

/// All orders of the owner of an account, the newest first.
pub async fn of(db: impl PgExecutor<'_>, account: AccountId) -> Result<Vec<OwnOrder>> {
    let orders = sqlx::query_scalar!(
        r#"select coalesce(jsonb_agg(jsonb_build_object('number', o.number, 'status', o.status, 'placed_at', o.placed_at,
               'with_account', o.account_id is not null, 'origin', o.origin, 'company_key', o.company_key, 'language', o.locale,
               'full_name', o.full_name, 'email', o.email, 'telephone', o.telephone, 'address', o.address, 'uprn', o.uprn,
               'lines', (select coalesce(jsonb_agg(jsonb_build_object('code', l.product_code, 'title', l.title,
                       'copies', l.quantity_ordered - l.quantity_cancelled, 'ordered', l.quantity_ordered,
                       'shipped', l.quantity_shipped, 'cancelled', l.quantity_cancelled) order by l.position), '[]')
                   from order_lines l where l.order_id = o.id),
               'events', (select coalesce(jsonb_agg(jsonb_build_object('kind', v.kind, 'at', v.at) order by v.at, v.id), '[]')
                   from order_events v where v.order_id = o.id),
               'earlier_versions', (select coalesce(jsonb_agg(jsonb_build_object('lines', r.lines, 'address', r.address, 'uprn', r.uprn,
                       'replaced_at', r.replaced_at) order by r.revision), '[]') from order_revisions r where r.order_id = o.id))
               order by o.placed_at desc, o.id desc), '[]') as "orders!"
           from accounts a join orders o on o.account_id = a.id or o.account_id is null and o.email_norm = a.email_norm
           where a.id = $1 and a.state = 'active'"#,
        account as _
    )
    .fetch_one(db)
    .await?;
    Ok(serde_json::from_value(orders)?)
}
