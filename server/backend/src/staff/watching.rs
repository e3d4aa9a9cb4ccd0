//! What is written down of whoever tried to come in and did not, and of what ends because something else changed. Never what
//! was typed.

use domain::{
    form::{FieldErrors, Problem},
    id::{AccountId, InvitationId},
    staff::{PASSKEY_REFUSED, StaffCode},
};
use jiff::Timestamp;
use serde_json::{Value, json};
use sqlx::PgConnection;
use store::staff::{identities, invitations, rights};

use super::entering::How;
use crate::{Backend, FormError, StoreError};

/// Refused attempts that are written down of one account, and of all that nobody has, in so many minutes. Of an account
/// fewer are taken with a password or a code; the trail is kept for good, and nobody fills it.
const WRITTEN: (i32, i32) = (200, 60);
/// A password, as what was tried.
pub(super) const PASSWORD: &str = "password";

/// Somebody who tried to prove that an account is theirs, and did not.
#[derive(Clone, Copy, Debug)]
pub(super) enum Who {
    /// They sign in to it, where it is known.
    Enters(Option<AccountId>),
    /// They are signed in to it, and were to prove it once more.
    IsIn(AccountId),
}

/// A code, as what was tried.
pub(super) const fn tried(code: &StaffCode) -> &'static str {
    match code {
        StaffCode::Authenticator(_) => How::Code.as_str(),
        StaffCode::Recovery(_) => How::Recovery.as_str(),
    }
}

/// Writes down that somebody was refused, at once: nothing else of what they tried is kept. The same is done whether there
/// is such an account or not, and however often it was.
pub(super) async fn refused(backend: &Backend, who: Who, tried: &'static str) -> Result<(), StoreError> {
    let (by, account, action) = match who {
        Who::Enters(account) => (None, account, "staff.sign_in_refused"),
        Who::IsIn(account) => (Some(account), Some(account), "staff.confirm_refused"),
    };
    let subject = account.map_or_else(|| "account:unknown".to_owned(), |account| format!("account:{account}"));
    let (act, detail, now) = ((action, subject.as_str()), json!({ "tried": tried }), backend.clock.now());
    store::staff::audit_refused(&backend.db, by, act, &detail, WRITTEN, now).await
}

/// The same where a passkey proved nothing; one that may have been copied is written down as such.
pub(super) async fn of_passkey<T: Send>(
    backend: &Backend,
    who: Who,
    outcome: Result<T, FormError>,
) -> Result<T, FormError> {
    let is_refused = |errors: &FieldErrors| errors.iter().any(|error| error.problem == Problem::new(PASSKEY_REFUSED));
    if matches!(&outcome, Err(FormError::Refused(errors)) if is_refused(errors)) {
        refused(backend, who, How::Passkey.as_str()).await?;
    }
    outcome
}

/// Has nobody sign in to an account by a provider but one person there, and writes each down who did. Whether anybody did.
pub(crate) async fn ends_identities(
    backend: &Backend,
    db: &mut PgConnection,
    (by, account): (AccountId, AccountId),
    but: (&str, &str),
) -> Result<bool, StoreError> {
    let issuers = identities::end_others(&mut *db, account, but).await?;
    let (subject, now) = (format!("account:{account}"), backend.clock.now());
    for issuer in &issuers {
        let (act, detail) = (("account.provider_disconnected", subject.as_str()), json!({ "issuer": issuer }));
        store::staff::audit(&mut *db, Some(by), act, &detail, now).await?;
    }
    Ok(!issuers.is_empty())
}

/// Takes back what is open for an address, and what its owner, by their account, invited others to be: both were for what
/// they might do before. Each is written down, with the account.
pub(crate) async fn cancels_invitations(
    backend: &Backend,
    db: &mut PgConnection,
    by: AccountId,
    (account, email_norm): (AccountId, &str),
) -> Result<(), StoreError> {
    let now = backend.clock.now();
    let ended = rights::cancel_invitations(&mut *db, (account, email_norm), now).await?;
    writes_cancelled(db, (Some(by), &ended), &with(Some(account)), now).await
}

/// The same of what is open for an address only, by somebody or at the command line; with the account that it is about, if
/// there is one.
pub(crate) async fn cancels_invitations_to(
    backend: &Backend,
    db: &mut PgConnection,
    (by, account): (Option<AccountId>, Option<AccountId>),
    email_norm: &str,
) -> Result<(), StoreError> {
    let now = backend.clock.now();
    let ended = invitations::cancel_to(&mut *db, email_norm, now).await?;
    writes_cancelled(db, (by, &ended), &with(account), now).await
}

/// With whose change it ended.
fn with(account: Option<AccountId>) -> Value {
    account.map_or_else(|| json!({}), |account| json!({ "with": format!("account:{account}") }))
}

async fn writes_cancelled(
    db: &mut PgConnection,
    (by, ended): (Option<AccountId>, &[InvitationId]),
    detail: &Value,
    now: Timestamp,
) -> Result<(), StoreError> {
    for id in ended {
        let subject = format!("invitation:{id}");
        store::staff::audit(&mut *db, by, ("staff.invitation_cancelled", &subject), detail, now).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_written_down_as_what_it_is_and_not_as_what_it_says() {
        assert_eq!(tried(&StaffCode::Authenticator("123456".to_owned())), "authenticator");
        assert_eq!(tried(&StaffCode::Recovery("0123456ABC".to_owned())), "recovery_code");
    }
}
