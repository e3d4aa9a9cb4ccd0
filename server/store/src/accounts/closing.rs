//! Closing an account: everything personal goes, its orders stay.

use domain::id::{AccountId, BasketId, OrderId};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::{Result, outbox::Kind, registry::signed_in};

/// Locks the basket of an account, and so waits for an order that is being placed from it.
pub async fn lock_basket(db: &mut PgConnection, account: AccountId) -> Result<Option<BasketId>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id: BasketId" from baskets where account_id = $1 for update"#,
        account as _
    )
    .fetch_optional(db)
    .await?)
}

/// Says of the orders of an account until when they may keep what is personal. Those that its owner placed as a guest, from
/// the address that it has confirmed, are the account's from now on, and go as the others do. How many of them all are
/// still open.
pub async fn keep_orders_until(db: &mut PgConnection, account: AccountId, until: Timestamp) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        r#"with kept as (
               update orders set account_id = $1, erase_after = least(erase_after, $2)
               where account_id = $1 or account_id is null and email_norm = (
                   select a.email_norm from accounts a where a.id = $1 and a.state = 'active')
               returning status)
           select count(*) as "open!" from kept where status not in ('shipped', 'cancelled')"#,
        account as _,
        until.to_sqlx() as _
    )
    .fetch_one(db)
    .await?)
}

/// Orders, perhaps of one account, that may not keep anything personal any more: they have ended and every message about
/// them has left, or their time has come. They are locked.
pub async fn due(db: &mut PgConnection, account: Option<AccountId>, now: Timestamp) -> Result<Vec<OrderId>> {
    Ok(sqlx::query_scalar!(
        r#"select o.id as "id: OrderId" from orders o
           where o.erase_after is not null and ($1::uuid is null or o.account_id = $1)
               and (o.erase_after <= $2 or o.status in ('shipped', 'cancelled') and not exists (
                   select from outbox m where m.order_id = o.id and m.state in ('waiting', 'sending')))
           order by o.id for update"#,
        account as _,
        now.to_sqlx() as _
    )
    .fetch_all(db)
    .await?)
}

/// Takes everything personal out of orders: name, addresses, telephone number, the lines of the postal address and the
/// number of its place, here and in their earlier versions, and what was written about them.
pub async fn erase(db: &mut PgConnection, orders: &[OrderId]) -> Result<()> {
    sqlx::query!(
        "with versions as (
             update order_revisions set address = jsonb_set(address, '{lines}', '[]'), uprn = null where order_id = any($1::uuid[])),
         letters as (delete from outbox where order_id = any($1::uuid[])),
         readers as (delete from order_readers where order_id = any($1::uuid[]))
         update orders set full_name = '', email = '', email_norm = '', telephone = null, address_key = '',
             address = jsonb_set(address, '{lines}', '[]'), uprn = null, erase_after = null where id = any($1::uuid[])",
        orders as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Deletes what only the account had: sessions, links, lists, its basket, what signs in to it, and what else it was asked
/// or sent; and what was asked for or written from its address, unless that is still on its way.
pub async fn end(db: &mut PgConnection, account: AccountId, email_norm: &str) -> Result<()> {
    for_account(&mut *db, account).await?;
    signed_in::forget_proved(&mut *db, &[email_norm.to_owned()]).await?;
    let (of_registry, code) = (Kind::of_registry(), Kind::EmailCode.as_str());
    sqlx::query!(
        "with requests as (delete from limit_requests where email_norm = $1),
         invitations as (delete from staff_invitations where email_norm = $1),
         waiting as (delete from subscriptions where email_norm = $1),
         written as (
             delete from support_messages s where lower(s.contact_email) = $1 and not exists (
                 select from outbox m where m.state in ('waiting', 'sending') and m.kind = $4 and m.detail ->> 'message' = s.id::text))
         delete from outbox where lower(recipient) = $1 and (
             kind <> all($2) and (order_id is null or state in ('sent', 'failed')) or kind = $3 and state in ('sent', 'failed'))",
        email_norm,
        of_registry.as_slice(),
        code,
        Kind::Support.as_str()
    )
    .execute(db)
    .await?;
    Ok(())
}

async fn for_account(db: &mut PgConnection, account: AccountId) -> Result<()> {
    sqlx::query!(
        "with sessions_ended as (delete from sessions where account_id = $1),
         links as (delete from account_links where account_id = $1),
         changes as (delete from account_email_changes where account_id = $1),
         lists as (delete from saved_lists where account_id = $1),
         book as (delete from account_addresses where account_id = $1),
         steps as (delete from staff_sign_ins where account_id = $1),
         authenticators as (delete from staff_authenticators where account_id = $1),
         passkeys as (delete from staff_passkeys where account_id = $1),
         identities as (delete from account_identities where account_id = $1)
         delete from baskets where account_id = $1",
        account as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Leaves of an account its id, its times and that it is closed.
pub async fn close(db: impl PgExecutor<'_>, account: AccountId, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "with closed as (
             update accounts set email = '', email_norm = 'closed:' || id, full_name = '', organisation = null,
                 establishment = null, telephone = null, audience = null, password_hash = null,
                 catalogue_role = null, registry_role = null, registry_organisation = null,
                 recovery_hashes = '{}', recovery_generation = null, recovery_shown_until = null, last_seen_at = null,
                 state = 'closed', updated_at = $2, row_version = row_version + 1
             where id = $1 returning id)
         insert into audit_entries (id, actor, action, subject, at)
         select $3, 'account:' || id, 'account.close', 'account:' || id, $2 from closed",
        account as _,
        now.to_sqlx() as _,
        uuid::Uuid::now_v7()
    )
    .execute(db)
    .await?;
    Ok(())
}
