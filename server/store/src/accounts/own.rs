//! Everything that is held of somebody who has an account, for them to read. Names are those of the JSON that they get.
#![expect(missing_docs, reason = "a field is what its name says, and a column")]

use domain::{
    account::{Browser, ListName, System},
    address::Address,
    id::AccountId,
    staff::{AuthorityKey, CatalogueRole, PasskeyName, RegistryRole},
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sqlx::{PgConnection, PgExecutor};

use super::{
    own_orders::{self, OwnOrder},
    own_traces::{self, Traces},
};
use crate::{Result, audit::Reading};

/// Everything that is held.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Own {
    /// What the account says.
    pub account: OwnAccount,
    /// Where its owner is signed in.
    pub devices: Vec<OwnDevice>,
    /// An address that waits to be confirmed.
    pub new_email: Option<String>,
    /// Their address book.
    pub addresses: Vec<OwnAddress>,
    /// What lies in the basket.
    pub basket: Vec<OwnLine>,
    /// What was answered on the way to an order.
    pub checkout: Option<serde_json::Value>,
    /// Lists.
    pub lists: Vec<OwnList>,
    /// Orders, the newest first. They are read by themselves.
    #[serde(default)]
    pub orders: Vec<OwnOrder>,
    /// Requests for more.
    pub requests: Vec<OwnRequest>,
    /// What they wait for.
    pub waiting: Vec<OwnWaiting>,
    /// What was written to the support desk from their address.
    pub messages: Vec<OwnMessage>,
    /// What was written to their address.
    pub letters: Vec<OwnLetter>,
    /// What others keep of them. It is read by itself.
    #[serde(flatten)]
    pub traces: Traces,
}

/// What an account says of its owner.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnAccount {
    pub email: String,
    pub full_name: String,
    pub organisation: Option<String>,
    pub establishment: Option<String>,
    pub telephone: Option<String>,
    pub audience: Option<String>,
    pub has_password: bool,
    pub email_confirmed_at: Timestamp,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub last_signed_in_at: Timestamp,
    pub catalogue_role: Option<CatalogueRole>,
    pub registry_role: Option<RegistryRole>,
    pub registry_organisation: Option<AuthorityKey>,
    pub last_seen_at: Option<Timestamp>,
    pub has_authenticator: bool,
    pub authenticator_since: Option<Timestamp>,
    pub recovery_codes: i32,
    pub passkeys: Vec<OwnPasskey>,
    pub providers: Vec<OwnProvider>,
}

/// A passkey.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnPasskey {
    pub name: PasskeyName,
    pub created_at: Timestamp,
    pub last_used_at: Option<Timestamp>,
}

/// Who they are at a provider that signs them in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnProvider {
    pub issuer: String,
    pub subject: String,
    pub email: Option<String>,
    pub created_at: Timestamp,
    pub last_used_at: Option<Timestamp>,
}

/// Where somebody is signed in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnDevice {
    pub browser: Browser,
    pub system: System,
    pub signed_in_at: Timestamp,
    pub last_seen_at: Timestamp,
    pub staff_since: Option<Timestamp>,
}

/// An address of the book, and what a look-up knows of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnAddress {
    pub address: Address,
    pub uprn: Option<String>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub verified_at: Option<Timestamp>,
    pub is_default: bool,
}

/// Copies of something.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnLine {
    pub code: String,
    pub copies: i32,
}

/// A list.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnList {
    pub name: ListName,
    pub is_shared: bool,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub lines: Vec<OwnLine>,
}

/// A request for more.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnRequest {
    pub code: String,
    pub full_name: String,
    pub copies: i32,
    pub reason: String,
    pub status: String,
    pub granted: i32,
    pub used: i32,
    pub needed_by: Option<Date>,
    pub grant_expires_at: Option<Timestamp>,
    pub note: Option<String>,
    pub decided_at: Option<Timestamp>,
    pub created_at: Timestamp,
}

/// Something that somebody waits for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnWaiting {
    pub code: String,
    pub confirmed_at: Option<Timestamp>,
    pub expires_at: Timestamp,
}

/// A message to the support desk.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnMessage {
    pub contact_name: String,
    pub summary: String,
    pub message: String,
    pub created_at: Timestamp,
}

/// A letter.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnLetter {
    pub kind: String,
    pub written_at: Timestamp,
    pub sent_at: Option<Timestamp>,
}

/// Everything that is held of the owner of an account, whose address is proved: what was asked for or written from it is
/// theirs as well. What was written to them about a registration they read where they look after that. That they read it
/// is written down in the same transaction, which is the caller's.
pub async fn read(db: &mut PgConnection, account: AccountId, reading: Reading, now: Timestamp) -> Result<Option<Own>> {
    let Some(traces) = own_traces::read(&mut *db, account, reading, now).await? else { return Ok(None) };
    let orders = own_orders::of(&mut *db, account).await?;
    Ok(of(db, account).await?.map(|own| Own { orders, traces, ..own }))
}

/// The same, without orders and what others keep.
#[expect(clippy::too_many_lines, reason = "one statement and the one place that reads its row")]
async fn of(db: impl PgExecutor<'_>, account: AccountId) -> Result<Option<Own>> {
    let of_registry = crate::outbox::Kind::of_registry();
    let row = sqlx::query_scalar!(
        r#"select jsonb_build_object(
               'account', jsonb_build_object('email', a.email, 'full_name', a.full_name, 'telephone', a.telephone, 'audience', a.audience, 'organisation', a.organisation,
                   'establishment', a.establishment, 'has_password', a.password_hash is not null, 'email_confirmed_at', a.email_confirmed_at,
                   'created_at', a.created_at, 'updated_at', a.updated_at, 'last_signed_in_at', a.last_signed_in_at,
                   'catalogue_role', a.catalogue_role, 'registry_role', a.registry_role, 'registry_organisation', a.registry_organisation,
                   'last_seen_at', a.last_seen_at, 'recovery_codes', cardinality(a.recovery_hashes),
                   'has_authenticator', exists (select from staff_authenticators u where u.account_id = a.id and u.secret is not null),
                   'authenticator_since', (select u.confirmed_at from staff_authenticators u where u.account_id = a.id and u.secret is not null),
                   'passkeys', (select coalesce(jsonb_agg(jsonb_build_object('name', k.name, 'created_at', k.created_at,
                           'last_used_at', k.last_used_at) order by k.created_at, k.id), '[]') from staff_passkeys k where k.account_id = a.id),
                   'providers', (select coalesce(jsonb_agg(jsonb_build_object('issuer', i.issuer, 'subject', i.subject, 'email', i.email,
                           'created_at', i.created_at, 'last_used_at', i.last_used_at) order by i.created_at, i.issuer), '[]')
                       from account_identities i where i.account_id = a.id)),
               'devices', (select coalesce(jsonb_agg(jsonb_build_object('browser', s.browser, 'system', s.system,
                       'signed_in_at', s.signed_in_at, 'last_seen_at', s.last_seen_at, 'staff_since', s.staff_since) order by s.signed_in_at desc), '[]')
                   from sessions s where s.account_id = a.id),
               'new_email', (select c.email from account_email_changes c where c.account_id = a.id),
               'addresses', (select coalesce(jsonb_agg(jsonb_build_object('address', b.address, 'uprn', b.uprn, 'latitude', b.latitude,
                       'longitude', b.longitude, 'verified_at', b.verified_at, 'is_default', b.is_default) order by b.created_at, b.id), '[]')
                   from account_addresses b where b.account_id = a.id),
               'basket', (select coalesce(jsonb_agg(jsonb_build_object('code', e.product_code, 'copies', l.quantity) order by l.added_at, e.id), '[]')
                   from baskets b join basket_lines l on l.basket_id = b.id join editions e on e.id = l.edition_id where b.account_id = a.id),
               'checkout', (select jsonb_build_object('address', c.address, 'uprn', c.uprn, 'contact', c.contact)
                   from baskets b join checkouts c on c.basket_id = b.id where b.account_id = a.id),
               'lists', (select coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'is_shared', s.share_hash is not null,
                       'created_at', s.created_at, 'updated_at', s.updated_at, 'lines', (
                           select coalesce(jsonb_agg(jsonb_build_object('code', e.product_code, 'copies', l.quantity) order by l.added_at, e.id), '[]')
                           from saved_list_lines l join editions e on e.id = l.edition_id where l.list_id = s.id)) order by s.created_at, s.id), '[]')
                   from saved_lists s where s.account_id = a.id),
               'requests', (select coalesce(jsonb_agg(jsonb_build_object('code', e.product_code, 'full_name', q.full_name, 'copies', q.quantity,
                       'reason', q.reason, 'status', q.status, 'granted', q.granted, 'used', q.used, 'needed_by', q.needed_by,
                       'grant_expires_at', q.grant_expires_at, 'note', q.note, 'decided_at', q.decided_at, 'created_at', q.created_at)
                       order by q.created_at, q.id), '[]')
                   from limit_requests q join editions e on e.id = q.edition_id where q.email_norm = a.email_norm),
               'waiting', (select coalesce(jsonb_agg(jsonb_build_object('code', e.product_code, 'confirmed_at', w.confirmed_at,
                       'expires_at', w.expires_at) order by w.created_at, w.id), '[]')
                   from subscriptions w join editions e on e.id = w.edition_id where w.email_norm = a.email_norm),
               'messages', (select coalesce(jsonb_agg(jsonb_build_object('contact_name', m.contact_name, 'summary', m.summary,
                       'message', m.message, 'created_at', m.created_at) order by m.created_at, m.id), '[]')
                   from support_messages m where lower(m.contact_email) = a.email_norm),
               'letters', (select coalesce(jsonb_agg(jsonb_build_object('kind', m.kind, 'written_at', m.created_at, 'sent_at', m.sent_at)
                       order by m.created_at desc, m.id desc), '[]')
                   from outbox m where lower(m.recipient) = a.email_norm and m.kind <> all($2))) as "own!"
           from accounts a where a.id = $1 and a.state = 'active'"#,
        account as _,
        of_registry.as_slice()
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(serde_json::from_value).transpose()?)
}
