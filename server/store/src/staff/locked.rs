//! What is locked before somebody signs in, as staff or not, before anything that they sign in with is added, used or taken
//! away, and before they leave or are kept out. Everybody takes locks in one order, so that nobody waits in a circle:
//!
//! 1. the account; of several, in the order of their ids (`rights::lock`, with all who administer);
//! 2. the step of whoever is halfway in;
//! 3. authenticators, passkeys, and who somebody is at a provider;
//! 4. sessions;
//! 5. baskets, orders and stock.
//!
//! Invitations, links and changes of address come somewhere after the account that they are for.
//!
//! What was read before the account was locked may be wrong by then: state, roles, step, session, factors and identities
//! are read once more, by statements of their own, as one that waits for a lock sees other tables as they were before it.
//! Whoever orders meanwhile may name the account, and is not waited for.

use domain::id::{AccountId, SessionId};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgConnection;

use crate::Result;

/// Locks an account: nobody else changes it, what signs in to it, or who is signed in to it as staff, until the
/// transaction ends. Whether its owner is staff, and not suspended.
pub async fn account(db: &mut PgConnection, id: AccountId) -> Result<bool> {
    let is_staff = sqlx::query_scalar!(
        r#"select state = 'active' and (catalogue_role is not null or registry_role is not null) as "is_staff!"
           from accounts where id = $1 for no key update"#,
        id as _
    )
    .fetch_optional(db)
    .await?;
    Ok(is_staff.unwrap_or_default())
}

/// Locks the account that a session is signed in to, if it is to one.
pub async fn account_in(db: &mut PgConnection, session: SessionId) -> Result<()> {
    let signed_in = sqlx::query_scalar!(
        r#"select account_id as "account!: AccountId" from sessions where id = $1 and account_id is not null"#,
        session as _
    )
    .fetch_optional(&mut *db)
    .await?;
    if let Some(id) = signed_in {
        account(db, id).await?;
    }
    Ok(())
}

/// Locks the account of somebody halfway in, and their step. Whether they are still staff and halfway in, in this session
/// and in time.
pub async fn halfway(
    db: &mut PgConnection,
    (session, account): (SessionId, AccountId),
    now: Timestamp,
) -> Result<bool> {
    if !self::account(&mut *db, account).await? {
        return Ok(false);
    }
    let step = sqlx::query_scalar!(
        r#"select 1 as "step!" from staff_sign_ins
           where session_id = $1 and account_id = $2 and expires_at > $3 for update"#,
        session as _,
        account as _,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?;
    Ok(step.is_some())
}

/// Locks the account of somebody who is signed in as staff. Whether they still are, in this session.
pub async fn at_work(db: &mut PgConnection, (session, account): (SessionId, AccountId)) -> Result<bool> {
    if !self::account(&mut *db, account).await? {
        return Ok(false);
    }
    let signed_in = sqlx::query_scalar!(
        r#"select 1 as "session!" from sessions where id = $1 and account_id = $2 and staff_since is not null"#,
        session as _,
        account as _
    )
    .fetch_optional(db)
    .await?;
    Ok(signed_in.is_some())
}
