//! Recovery codes: each works once in the place of a second step. They follow from the server's key and from what is drawn
//! for a set of them, so that the page which follows their making can show them, once; of each only its mark is stored,
//! under the keys that seal.

use domain::{
    id::{AccountId, SessionId},
    staff::{RECOVERY_CHARS, RECOVERY_CODES, RECOVERY_SHOWN_MINUTES},
};
use jiff::ToSpan;
use sqlx::PgConnection;
use store::staff::{
    factors,
    recovery::{self as stored, NewRecovery},
};
use uuid::Uuid;

use super::second_step::Holder;
use crate::{Backend, Sealing, Secrets, StoreError};

/// What codes are written in (Crockford's base 32): nothing in it is read as something else.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// What codes follow from the key for, and what they are marked for.
const PURPOSE: &str = "staff-recovery";

/// One code of a set.
fn code(secrets: &Secrets, (account, generation): (AccountId, Uuid), number: usize) -> String {
    let bytes = secrets.sign(PURPOSE, &format!("{account} {generation} {number}"));
    bytes.iter().take(RECOVERY_CHARS).map(|byte| char::from(SIGNS[usize::from(byte % 32)])).collect()
}

/// All codes of a set.
fn codes(secrets: &Secrets, set: (AccountId, Uuid)) -> Vec<String> {
    (0..RECOVERY_CODES).map(|number| code(secrets, set, number)).collect()
}

/// A code as people write it down: in two halves.
fn written(code: &str) -> String {
    code.split_at_checked(RECOVERY_CHARS / 2).map_or_else(|| code.to_owned(), |(one, two)| format!("{one}-{two}"))
}

/// What is marked of a code: those of two accounts have different marks.
fn marked(account: AccountId, code: &str) -> String {
    format!("{account} {code}")
}

/// What is stored of a code.
fn mark(sealing: &Sealing, account: AccountId, code: &str) -> Vec<u8> {
    sealing.mark(PURPOSE, &marked(account, code)).to_vec()
}

/// Makes other codes in a session, which alone shows them; those of before are worth nothing from then on.
pub(super) async fn renew(
    backend: &Backend,
    db: &mut PgConnection,
    (session, account): (SessionId, AccountId),
) -> Result<(), StoreError> {
    let (generation, now) = (Uuid::now_v7(), backend.clock.now());
    let codes = codes(&backend.secrets, (account, generation));
    let hashes: Vec<Vec<u8>> = codes.iter().map(|code| mark(&backend.sealing, account, code)).collect();
    let shown_until = now + RECOVERY_SHOWN_MINUTES.minutes();
    stored::set(db, (account, session), NewRecovery { hashes: &hashes, generation, shown_until }, now).await
}

/// The same where none is left; whether it was so.
pub(super) async fn renew_unless_any(
    backend: &Backend,
    db: &mut PgConnection,
    (session, account): (SessionId, AccountId),
) -> Result<bool, StoreError> {
    let has_none = stored::left(&mut *db, account).await? == 0;
    if has_none {
        renew(backend, db, (session, account)).await?;
    }
    Ok(has_none)
}

/// Takes a code of an account. Whether it was one that was left.
pub(super) async fn take(
    backend: &Backend,
    db: &mut PgConnection,
    account: AccountId,
    code: &str,
) -> Result<bool, StoreError> {
    for mark in backend.sealing.marks(PURPOSE, &marked(account, code)) {
        if factors::use_recovery(&mut *db, account, &mark, backend.clock.now()).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The codes that an account has, as far as pages may know them.
#[derive(Clone)]
pub struct Recovery {
    /// How many are left.
    pub left: usize,
    /// Those that are left, as people write them down, on the one page that shows them.
    pub shown: Vec<String>,
}

impl std::fmt::Debug for Recovery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Recovery(..)")
    }
}

/// The recovery codes of somebody. They are shown once, for some minutes after they were made, in the session that made
/// them, and to whoever proved a few minutes ago who they are: `is_confirmed` says whether that is so.
pub async fn recovery(backend: &Backend, holder: Holder, is_confirmed: bool) -> Result<Recovery, StoreError> {
    let (account, now) = (holder.account, backend.clock.now());
    let kept = stored::shown(&backend.db, (account, holder.session), is_confirmed, now).await?;
    let is_left = |code: &String| kept.hashes.contains(&mark(&backend.sealing, account, code));
    let shown = kept.generation.map(|generation| codes(&backend.secrets, (account, generation)));
    let shown = shown.unwrap_or_default().iter().filter(|code| is_left(code)).map(|code| written(code)).collect();
    Ok(Recovery { left: kept.hashes.len(), shown })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::{form::Answer, staff::StaffCode};

    use super::*;

    #[test]
    fn cp_46_codes_are_read_as_they_are_written_down_and_differ() {
        let secrets = Secrets::new("0123456789abcdef0123456789abcdef".to_owned().into());
        let account = AccountId(Uuid::now_v7());
        let set = |generation: u128| codes(&secrets, (account, Uuid::from_u128(generation)));
        for code in set(1) {
            assert_eq!(StaffCode::read(&written(&code)), Ok(StaffCode::Recovery(code.clone())), "{code}");
            assert_eq!(StaffCode::read(&written(&code).to_lowercase()), Ok(StaffCode::Recovery(code)));
        }
        let all: BTreeSet<String> = set(1).into_iter().chain(set(2)).collect();
        assert_eq!(all.len(), 2 * RECOVERY_CODES);
        assert_eq!(set(1), set(1), "they follow from their set");
    }

    #[test]
    fn a_code_is_marked_for_its_account() {
        let sealing = Sealing::derived(&Secrets::new("0123456789abcdef0123456789abcdef".to_owned().into()));
        let [one, two] = [1, 2].map(|id| AccountId(Uuid::from_u128(id)));
        assert_ne!(mark(&sealing, one, "0123456789"), mark(&sealing, two, "0123456789"));
        assert_eq!(mark(&sealing, one, "0123456789").len(), 32);
    }
}
