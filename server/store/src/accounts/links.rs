//! Links of messages that open accounts. Each works once.

use domain::{
    account::LinkPurpose,
    id::{AccountId, AccountLinkId},
    text::{EmailAddress, FullName},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::{Result, sessions::TokenHash};

/// What a link is written for.
#[derive(Clone, Copy, Debug)]
pub enum For<'a> {
    /// Somebody signs up.
    Newcomer(&'a EmailAddress, &'a FullName),
    /// The owner of an account, to do this.
    Owner(AccountId, LinkPurpose),
    /// Nobody: it opens nothing.
    Nobody,
}

/// Writes a link. Of several to an account for the same the newest works; what became of the others is asked where one is
/// opened, so that writing one is the same work whether there is an account or not.
pub async fn add(
    db: impl PgExecutor<'_>,
    id: AccountLinkId,
    token: TokenHash,
    whom: For<'_>,
    expires_at: Timestamp,
) -> Result<()> {
    let (purpose, account, email, full_name) = match whom {
        For::Newcomer(email, name) => (LinkPurpose::Confirm.as_str(), None, Some(email.as_str()), Some(name.as_str())),
        For::Owner(account, purpose) => (purpose.as_str(), Some(account), None, None),
        For::Nobody => ("nothing", None, None, None),
    };
    sqlx::query!(
        "insert into account_links (id, token_hash, purpose, account_id, email, full_name, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id as _,
        &token,
        purpose,
        account as _,
        email,
        full_name,
        expires_at.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A link that works.
#[derive(Clone, Debug)]
pub struct Link {
    /// What it is for.
    pub purpose: LinkPurpose,
    /// The account that it opens; nothing where it makes one.
    pub account: Option<AccountId>,
    /// The address that it was mailed to.
    pub email: EmailAddress,
    /// The name of whoever signs up.
    pub full_name: Option<FullName>,
}

/// What a link would do, if it works still.
pub async fn find(db: impl PgExecutor<'_>, token: TokenHash, now: Timestamp) -> Result<Option<Link>> {
    Ok(sqlx::query_as!(
        Link,
        r#"select l.purpose as "purpose: _", l.account_id as "account: _", coalesce(l.email, a.email) as "email!: _", l.full_name as "full_name: _"
           from account_links l left join accounts a on a.id = l.account_id
           where l.token_hash = $1 and l.expires_at > $2 and l.purpose <> 'nothing' and (l.account_id is null or a.state = 'active')
               and not exists (select from account_links n where n.account_id = l.account_id and n.purpose = l.purpose
                   and (n.expires_at, n.id) > (l.expires_at, l.id))"#,
        &token,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// Uses a link up, and those that it took the place of. Of two who do so at once, the second waits for the first and finds
/// nothing.
pub async fn take(db: impl PgExecutor<'_>, token: TokenHash, now: Timestamp) -> Result<Option<Link>> {
    Ok(sqlx::query_as!(
        Link,
        r#"with taken as (
               delete from account_links l where token_hash = $1 and expires_at > $2 and purpose <> 'nothing'
                   and not exists (select from account_links n where n.account_id = l.account_id and n.purpose = l.purpose
                       and (n.expires_at, n.id) > (l.expires_at, l.id))
               returning id, purpose, account_id, email, full_name),
           older as (delete from account_links o using taken t
               where o.account_id = t.account_id and o.purpose = t.purpose and o.id <> t.id)
           select t.purpose as "purpose!: _", t.account_id as "account: _", coalesce(t.email, a.email) as "email!: _", t.full_name as "full_name: _"
           from taken t left join accounts a on a.id = t.account_id where t.account_id is null or a.state = 'active'"#,
        &token,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// Ends every link to an account.
pub async fn end_all(db: impl PgExecutor<'_>, account: AccountId) -> Result<()> {
    sqlx::query!("delete from account_links where account_id = $1", account as _).execute(db).await?;
    Ok(())
}

/// Forgets links whose time has passed.
pub async fn forget(db: impl PgExecutor<'_>, now: Timestamp) -> Result<()> {
    sqlx::query!("delete from account_links where expires_at <= $1", now.to_sqlx() as _).execute(db).await?;
    Ok(())
}
