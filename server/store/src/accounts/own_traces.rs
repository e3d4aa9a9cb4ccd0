//! What is kept of somebody who has an account beside what they said: what they were invited to, limits of their own, and
//! the audit trail; and there, that they read it all.
#![expect(missing_docs, reason = "a field is what its name says, and a column")]

use domain::{
    id::AccountId,
    staff::{AuthorityKey, CatalogueRole, RegistryRole},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::{Result, audit::Reading};

/// What others keep of somebody.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Traces {
    /// What they were invited to, the newest first.
    pub invitations: Vec<OwnInvitation>,
    /// How much they may order, where that was set for them alone.
    pub limits: Vec<OwnLimit>,
    /// What they did, and what was done with their account, the newest first.
    pub trail: Vec<OwnEntry>,
}

/// An invitation to work here.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnInvitation {
    pub email: String,
    pub catalogue_role: Option<CatalogueRole>,
    pub registry_role: Option<RegistryRole>,
    pub registry_organisation: Option<AuthorityKey>,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
    pub accepted_at: Option<Timestamp>,
    pub cancelled_at: Option<Timestamp>,
}

/// How much of something may be ordered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnLimit {
    /// Of what; everything where nothing is said.
    pub code: Option<String>,
    pub copies: i32,
    pub window: String,
    pub hours: i32,
}

/// An entry of the audit trail. It names nobody else.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnEntry {
    pub action: String,
    pub at: Timestamp,
    /// Whether the owner of the account did it.
    pub own: bool,
    pub subject: String,
    pub detail: serde_json::Value,
}

/// What others keep of the owner of an account; nothing where it is not open. That they read it all is written down by the
/// same statement.
pub async fn read(
    db: impl PgExecutor<'_>,
    account: AccountId,
    reading: Reading,
    now: Timestamp,
) -> Result<Option<Traces>> {
    let traces = sqlx::query_scalar!(
        r#"with own as (
               select id, 'account:' || id as name, email_norm from accounts where id = $1 and state = 'active'),
           written as (
               insert into audit_entries (id, actor, action, subject, at) select $2, name, 'account.' || $3::text, name, $4 from own)
           select jsonb_build_object(
               'invitations', (select coalesce(jsonb_agg(jsonb_build_object('email', i.email, 'catalogue_role', i.catalogue_role,
                       'registry_role', i.registry_role, 'registry_organisation', i.registry_organisation, 'created_at', i.created_at,
                       'expires_at', i.expires_at, 'accepted_at', i.accepted_at, 'cancelled_at', i.cancelled_at)
                       order by i.created_at desc, i.id desc), '[]')
                   from staff_invitations i where i.email_norm = own.email_norm or i.account_id = own.id),
               'limits', (select coalesce(jsonb_agg(jsonb_build_object('code', e.product_code, 'copies', l.quantity,
                       'window', l.window_kind, 'hours', l.window_hours) order by e.product_code nulls first, l.id), '[]')
                   from order_limits l left join editions e on e.id = l.edition_id where l.level = 'account' and l.subject = own.id::text),
               'trail', (select coalesce(jsonb_agg(jsonb_build_object('action', t.action, 'at', t.at, 'own', t.actor = own.name,
                       'subject', case when t.subject like 'account:%' and t.subject <> own.name then 'account' else t.subject end,
                       'detail', t.detail) order by t.at desc, t.id desc), '[]')
                   from (select * from audit_entries where actor = own.name and actor like 'account:%'
                       union all
                       select * from audit_entries where subject = own.name and subject like 'account:%' and actor <> own.name) t))
               as "traces!"
           from own"#,
        account as _,
        Uuid::now_v7(),
        reading.verb(),
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?;
    Ok(traces.map(serde_json::from_value).transpose()?)
}
