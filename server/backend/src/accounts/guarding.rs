//! What whoever has a role proves before they change their account: that they are in as staff. A mailbox or a password that
//! somebody else got at does not close it, move it to another address, or set its password.

use std::net::IpAddr;

use domain::{
    id::{AccountId, SessionId},
    locale::Locale,
    paths::{self, Path},
    staff::Next,
};
use sqlx::PgConnection;
use store::{
    accounts::guarding::{self, Locked},
    sessions::TokenHash,
    staff::signing_in,
};

use crate::{Backend, FormError, StoreError};

/// What somebody proved who is signed in to an account, each worth more than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proof {
    /// That it is theirs: by a link, or a password.
    Account,
    /// That they are staff: by a second step, or through a provider.
    Staff,
    /// The same, a few minutes ago.
    Fresh,
}

/// Somebody who is signed in, and asks for something that takes more than that.
#[derive(Clone, Copy, Debug)]
pub struct Owner {
    /// Their session.
    pub session: SessionId,
    /// Their account.
    pub account: AccountId,
    /// The language that they read.
    pub locale: Locale,
    /// Their network address, where it is known.
    pub from: Option<IpAddr>,
    /// What they proved.
    pub proof: Proof,
}

impl Owner {
    /// Whether they proved enough to change their account. Where it has no role, that it is theirs is enough.
    ///
    /// # Errors
    /// [`FormError::Unproved`] where it has one, and they proved less than is wanted.
    pub(super) fn proves(&self, least: Proof, has_role: bool) -> Result<(), FormError> {
        if has_role && self.proof < least { Err(FormError::Unproved) } else { Ok(()) }
    }
}

/// Locks the account of somebody who changes it, and asks whether they proved enough for what it is now: what was read
/// before may be wrong by now.
///
/// # Errors
/// As [`Owner::proves`]; nothing is found where the account is not open any more.
pub(super) async fn lock(db: &mut PgConnection, owner: Owner, least: Proof) -> Result<Locked, FormError> {
    let locked = guarding::lock(db, owner.account).await?.ok_or(FormError::NotFound)?;
    owner.proves(least, locked.has_role)?;
    Ok(locked)
}

/// Has whoever opened the link to set another password take the second step first, where they have a role and something to
/// take it with: in the session that has this token from now on. Where they take it; nothing where they need not.
pub(super) async fn begins_second_step(
    backend: &Backend,
    db: &mut PgConnection,
    (session, account): (SessionId, AccountId),
    token: TokenHash,
) -> Result<Option<Path>, StoreError> {
    let locked = guarding::lock(&mut *db, account).await?;
    if !locked.is_some_and(|locked| locked.has_role && locked.has_second_step) {
        return Ok(None);
    }
    let now = backend.clock.now();
    signing_in::begin_step(&mut *db, session, account, token, now).await?;
    guarding::opened_link(&mut *db, session, now).await?;
    Ok(Some(second_step()))
}

/// Where the second step is taken by whoever sets another password then.
pub(super) fn second_step() -> Path {
    paths::staff_code_then(Next::parse(paths::account_password().as_str()).as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_a_role_proves_more_than_that_an_account_is_theirs() {
        let [session, account] = [(); 2].map(|()| uuid::Uuid::now_v7());
        let owner = |proof: Proof| Owner {
            session: SessionId(session),
            account: AccountId(account),
            locale: Locale::English,
            from: None,
            proof,
        };
        for (proof, least, is_enough) in [
            (Proof::Account, Proof::Staff, false),
            (Proof::Account, Proof::Fresh, false),
            (Proof::Staff, Proof::Staff, true),
            (Proof::Staff, Proof::Fresh, false),
            (Proof::Fresh, Proof::Fresh, true),
        ] {
            assert_eq!(owner(proof).proves(least, true).is_ok(), is_enough, "{proof:?} for {least:?}");
            assert!(owner(proof).proves(least, false).is_ok(), "without a role");
        }
    }
}
