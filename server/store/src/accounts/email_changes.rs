//! Another address of an account, until whoever reads mail there and at the one that there is say so.

use domain::{
    account::EmailSide,
    id::{AccountId, AccountLinkId},
    text::EmailAddress,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::{Result, outbox::Kind, sessions::TokenHash};

/// Writes down what address an account is to have, with the tokens of the links to the new one and to the old one; what
/// was asked for before is forgotten.
pub async fn ask(
    db: impl PgExecutor<'_>,
    account: AccountId,
    (id, [new, old]): (AccountLinkId, [TokenHash; 2]),
    email: &EmailAddress,
    expires_at: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "insert into account_email_changes (account_id, id, token_hash, old_token_hash, email, expires_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (account_id) do update set id = excluded.id, token_hash = excluded.token_hash,
             old_token_hash = excluded.old_token_hash, email = excluded.email, expires_at = excluded.expires_at,
             confirmed_new_at = null, confirmed_old_at = null, used_at = null",
        account as _,
        id as _,
        &new,
        &old,
        email.as_str(),
        expires_at.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A change that an account asked for, as one of its two links finds it.
#[derive(Clone, Debug)]
pub struct Change {
    /// The address that the account is to have.
    pub email: EmailAddress,
    /// Where the link was mailed to.
    pub side: EmailSide,
    /// Whether the new address confirmed it.
    pub is_new_confirmed: bool,
    /// Whether the old one did.
    pub is_old_confirmed: bool,
    /// Whether the account has had the new address since.
    pub was_used: bool,
}

impl Change {
    /// Whether the address that the link was mailed to confirmed it.
    pub const fn is_confirmed(&self) -> bool {
        match self.side {
            EmailSide::New => self.is_new_confirmed,
            EmailSide::Old => self.is_old_confirmed,
        }
    }

    /// Whether the other one did.
    pub const fn is_confirmed_elsewhere(&self) -> bool {
        match self.side {
            EmailSide::New => self.is_old_confirmed,
            EmailSide::Old => self.is_new_confirmed,
        }
    }
}

/// The change that an account's link is about, until its time has passed.
pub async fn find(
    db: impl PgExecutor<'_>,
    account: AccountId,
    token: TokenHash,
    now: Timestamp,
) -> Result<Option<Change>> {
    Ok(sqlx::query_as!(
        Change,
        r#"select email as "email: _", case when token_hash = $2 then 'new' else 'old' end as "side!: _",
               confirmed_new_at is not null as "is_new_confirmed!", confirmed_old_at is not null as "is_old_confirmed!",
               used_at is not null as "was_used!"
           from account_email_changes where account_id = $1 and $2 in (token_hash, old_token_hash) and expires_at > $3"#,
        account as _,
        &token,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// The same, and locks it.
pub async fn take(
    db: &mut PgConnection,
    account: AccountId,
    token: TokenHash,
    now: Timestamp,
) -> Result<Option<Change>> {
    Ok(sqlx::query_as!(
        Change,
        r#"select email as "email: _", case when token_hash = $2 then 'new' else 'old' end as "side!: _",
               confirmed_new_at is not null as "is_new_confirmed!", confirmed_old_at is not null as "is_old_confirmed!",
               used_at is not null as "was_used!"
           from account_email_changes where account_id = $1 and $2 in (token_hash, old_token_hash) and expires_at > $3
           for update"#,
        account as _,
        &token,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// Writes down that one of the two addresses confirmed a change; the first time stands.
pub async fn confirm(db: impl PgExecutor<'_>, account: AccountId, side: EmailSide, now: Timestamp) -> Result<()> {
    let (new, old) = match side {
        EmailSide::New => (Some(now), None),
        EmailSide::Old => (None, Some(now)),
    };
    sqlx::query!(
        "update account_email_changes
         set confirmed_new_at = coalesce(confirmed_new_at, $2), confirmed_old_at = coalesce(confirmed_old_at, $3)
         where account_id = $1",
        account as _,
        new.map(ToSqlx::to_sqlx) as _,
        old.map(ToSqlx::to_sqlx) as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Gives an account another address, under which its orders and what it was granted are found and counted from now on.
/// Gives the address that it had; nothing where the new one is somebody else's, or the account is not open.
pub async fn change(
    db: &mut PgConnection,
    account: AccountId,
    email: &EmailAddress,
    now: Timestamp,
) -> Result<Option<EmailAddress>> {
    let had = sqlx::query_scalar!(
        r#"select email as "email: EmailAddress" from accounts a where id = $1 and state = 'active'
               and not exists (select from accounts o where o.email_norm = $2 and o.id <> a.id) for update"#,
        account as _,
        email.normalised()
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(had) = had else { return Ok(None) };
    sqlx::query!(
        "with changed as (
             update accounts set email = $2, email_norm = $3, email_confirmed_at = $4, updated_at = $4, row_version = row_version + 1
             where id = $1),
         used as (update account_email_changes set used_at = $4 where account_id = $1),
         moved as (update orders set email = $2, email_norm = $3 where account_id = $1)
         insert into audit_entries (id, actor, action, subject, at)
         values ($5, 'account:' || $1::uuid, 'account.email', 'account:' || $1::uuid, $4)",
        account as _,
        email.as_str(),
        email.normalised(),
        now.to_sqlx() as _,
        uuid::Uuid::now_v7()
    )
    .execute(&mut *db)
    .await?;
    bring_along(db, &had, email).await?;
    Ok(Some(had))
}

/// Brings along what was asked for and written from the address before, and what was written to it: it is found and ends
/// with the account. What is there for the new one already stays.
async fn bring_along(db: &mut PgConnection, had: &EmailAddress, email: &EmailAddress) -> Result<()> {
    let of_registry = Kind::of_registry();
    sqlx::query!(
        "with requests as (
             update limit_requests q set email = $2, email_norm = $3 where email_norm = $1 and (status <> 'open' or not exists (
                 select from limit_requests o where o.email_norm = $3 and o.edition_id = q.edition_id and o.status = 'open'))),
         waiting as (
             update subscriptions s set email = $2, email_norm = $3 where email_norm = $1 and not exists (
                 select from subscriptions o where o.email_norm = $3 and o.edition_id = s.edition_id and o.kind = s.kind)),
         written as (update support_messages set contact_email = $2 where lower(contact_email) = $1)
         update outbox set recipient = $2 where lower(recipient) = $1 and kind <> all($4)",
        had.normalised(),
        email.as_str(),
        email.normalised(),
        of_registry.as_slice()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Ends what an account asked for: its link opens nothing any more.
pub async fn end(db: impl PgExecutor<'_>, account: AccountId) -> Result<()> {
    sqlx::query!("delete from account_email_changes where account_id = $1", account as _).execute(db).await?;
    Ok(())
}

/// Forgets changes whose time has passed.
pub async fn forget(db: impl PgExecutor<'_>, now: Timestamp) -> Result<()> {
    sqlx::query!("delete from account_email_changes where expires_at <= $1", now.to_sqlx() as _).execute(db).await?;
    Ok(())
}
