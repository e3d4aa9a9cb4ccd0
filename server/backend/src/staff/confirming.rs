//! Proving once more who one is, before what changes what others may do. It holds for some minutes.

use domain::{
    account::PASSWORD,
    form::{FieldErrors, MISSING, Problem},
    id::{AccountId, SessionId},
    paths,
    staff::{CONFIRMED_MINUTES, ConfirmIdentity, Next, STAFF_CODE},
};
use jiff::{Timestamp, ToSpan};
use serde_json::json;
use sqlx::PgConnection;
use store::staff::{locked, signing_in};

use super::{
    codes,
    entering::How,
    watching::{self, Who},
};
use crate::{
    Backend, FormError, StoreError,
    accounts::{Entered, passwords},
    networks,
    secrets::Token,
};

/// How often one account may be proved in so many minutes, rightly or wrongly.
const TRIES: (i32, i32) = (5, 15);

/// Whether whoever proved at a moment who they are need not do so again.
pub fn is_confirmed(at: Timestamp, now: Timestamp) -> bool {
    at > now - CONFIRMED_MINUTES.minutes()
}

/// Writes down that somebody who is signed in proved once more who they are; their account is locked. The session gets
/// another token.
pub async fn confirmed(
    backend: &Backend,
    db: &mut PgConnection,
    (session, account): (SessionId, AccountId),
    by: How<'_>,
) -> Result<Entered, StoreError> {
    let (now, token) = (backend.clock.now(), Token::draw());
    signing_in::confirm(&mut *db, session, token.hash(), now).await?;
    let (subject, detail) = (format!("account:{account}"), json!({ "by": by.as_str() }));
    store::staff::audit(db, Some(account), ("staff.confirm", &subject), &detail, now).await?;
    Ok(Entered { path: paths::staff(), token })
}

/// Takes password and code of somebody who is signed in. Who has no password proves it by a code alone: they signed in by
/// other means.
///
/// # Errors
/// Refused at what is missing or wrong; too often where too much was tried. Nothing is found where they are not signed in
/// as staff any more.
pub async fn confirm(
    backend: &Backend,
    (session, account): (SessionId, AccountId),
    form: &ConfirmIdentity,
) -> Result<Entered, FormError> {
    networks::count_subject(backend, &format!("staff-confirm:{account}"), TRIES).await?;
    let found = store::accounts::signing_in::of_session(&backend.db, session).await?;
    let found = found.filter(|found| found.id == account).ok_or(FormError::NotFound)?;
    if found.hash.is_some() {
        let password = form.password.as_ref().ok_or_else(|| refused(PASSWORD.name(), MISSING))?;
        if !passwords::fits(password, found.hash).await? {
            watching::refused(backend, Who::IsIn(account), watching::PASSWORD).await?;
            return Err(refused(PASSWORD.name(), Problem::new("any-staff-wrong-password")));
        }
    }
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    if !locked::at_work(&mut tx, (session, account)).await? {
        return Err(FormError::NotFound);
    }
    let Some(by) = codes::take(backend, &mut tx, account, &form.code).await? else {
        tx.rollback().await.map_err(StoreError::from)?;
        watching::refused(backend, Who::IsIn(account), watching::tried(&form.code)).await?;
        return Err(refused(STAFF_CODE.name(), Problem::new("wrong")));
    };
    let entered = confirmed(backend, &mut tx, (session, account), by).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(Entered { path: Next::page(form.next.as_ref()), ..entered })
}

fn refused(field: &'static str, problem: Problem) -> FormError {
    FormError::Refused(FieldErrors::of(field, problem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_holds_for_ten_minutes() {
        let now: Timestamp = "2026-11-22T09:40:00Z".parse().expect("a moment");
        assert!(is_confirmed(now, now) && is_confirmed(now - 9.minutes(), now));
        assert!(!is_confirmed(now - 10.minutes(), now) && !is_confirmed(now - 12.hours(), now));
    }
}
