//! Accounts whose owners prove more than that they read mail before they change them: what it depends on, locked.

use domain::{
    id::{AccountId, SessionId},
    text::EmailAddress,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::{Result, staff::locked};

/// An account that is about to change: nobody else changes it until the transaction ends.
#[derive(Clone, Debug)]
pub struct Locked {
    /// Its address.
    pub email: EmailAddress,
    /// Whether its owner has a role of staff.
    pub has_role: bool,
    /// Whether there is an authenticator or a passkey to take a second step with.
    pub has_second_step: bool,
}

/// Locks an account that is about to change; nothing where it is not open. Links, changes of address, baskets, orders and
/// stock are locked after it, and whoever orders meanwhile may still name it.
pub async fn lock(db: &mut PgConnection, account: AccountId) -> Result<Option<Locked>> {
    // Read once it is locked: whoever had to wait for that sees what others did meanwhile.
    locked::account(&mut *db, account).await?;
    Ok(sqlx::query_as!(
        Locked,
        r#"select email as "email: _", catalogue_role is not null or registry_role is not null as "has_role!",
               exists (select from staff_authenticators u where u.account_id = a.id and u.secret is not null)
                   or exists (select from staff_passkeys p where p.account_id = a.id) as "has_second_step!"
           from accounts a where id = $1 and state = 'active'"#,
        account as _
    )
    .fetch_optional(db)
    .await?)
}

/// Writes down of whoever is halfway in, in a session, that they opened the link of a message in the place of typing their
/// password.
pub async fn opened_link(db: impl PgExecutor<'_>, session: SessionId, now: Timestamp) -> Result<()> {
    sqlx::query!("update staff_sign_ins set proved_at = $2 where session_id = $1", session as _, now.to_sqlx() as _)
        .execute(db)
        .await?;
    Ok(())
}
