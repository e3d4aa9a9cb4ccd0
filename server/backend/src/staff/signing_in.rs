//! Signing in with a password, and the second step of it. The session gets another token at each.

use domain::{
    account::PASSWORD,
    form::{FieldErrors, Problem},
    paths,
    staff::{AccountState, CODE_TRIES, Next, STAFF_CODE, StaffSecondStep, StaffSignIn},
};
use jiff::ToSpan;
use sqlx::PgConnection;
use store::staff::{
    locked,
    signing_in::{self, StaffAccount},
};

use super::{
    codes,
    entering::enter,
    watching::{self, Who},
};
use crate::{
    Backend, FormError, StoreError,
    accounts::{Browser, Entered, passwords},
    networks,
    secrets::Token,
};

/// Passwords that one network may try for one address in so many minutes, right or wrong.
const TRIES: (i32, i32) = (3, 15);
/// Passwords that may be tried for one address from anywhere: more, so that nobody keeps its owner out with few.
const ADDRESS_TRIES: (i32, i32) = (30, 15);
/// Hours after an invitation was accepted for which its password leads to setting up the second step.
const SET_UP_HOURS: i64 = 24;
/// Passwords that one network may try in so many minutes, for whatever addresses.
const NETWORK_TRIES: (i32, i32) = (10, 10);
/// Codes that may be tried for one account in so many minutes, however often it is begun to sign in.
const CODES: (i32, i32) = (10, 60);

/// Takes a password, and waits for the second step: where it is typed, or where whoever has none sets one up. Addresses
/// without an account, of somebody who is not staff or suspended, or without a password get the same answer after the same
/// work; so does whoever has no second step but a provider that signs them in, as otherwise a password alone would do.
///
/// # Errors
/// Refused at the password where it does not fit; too often where an address or a network tried too many.
pub async fn sign_in(backend: &Backend, browser: Browser, form: &StaffSignIn) -> Result<Entered, FormError> {
    let email_norm = form.email.normalised();
    networks::count_in(backend, browser.from, "staff-password-net", NETWORK_TRIES).await?;
    let network = browser.from.map(networks::network).unwrap_or_default();
    networks::count_subject(backend, &format!("staff-password:{email_norm}:{network}"), TRIES).await?;
    networks::count_subject(backend, &format!("staff-password:{email_norm}"), ADDRESS_TRIES).await?;
    let found = signing_in::of_email(&backend.db, &email_norm).await?;
    let hash = found.as_ref().and_then(|account| account.hash.clone());
    let fits = passwords::fits(&form.password, hash).await?;
    let (now, token) = (backend.clock.now(), Token::draw());
    let known = found.as_ref().map(|account| account.id);
    let is_new = signing_in::has_accepted(&backend.db, &email_norm, now - SET_UP_HOURS.hours()).await?;
    let Some(account) = found.filter(|account| fits && is_let_on(account, is_new)) else {
        watching::refused(backend, Who::Enters(known), watching::PASSWORD).await?;
        return Err(FormError::Refused(FieldErrors::of(PASSWORD.name(), Problem::new("any-staff-wrong"))));
    };
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let unchanged = unchanged(&mut tx, &email_norm, &account).await?;
    let Some(account) = unchanged.filter(|account| is_let_on(account, is_new)) else {
        return Err(FormError::Refused(FieldErrors::of(PASSWORD.name(), Problem::new("any-staff-wrong"))));
    };
    signing_in::begin_step(&mut *tx, browser.session, account.id, token.hash(), now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    passwords::renew(backend, account.id, &form.password, account.hash.as_deref()).await?;
    let has_factor = has_factor(&account);
    let path = if has_factor { paths::staff_code_then(form.next.as_ref()) } else { paths::staff_security() };
    Ok(Entered { path, token })
}

/// Locks an account whose password fits, and gives it as it is now: comparing took its time. Nothing where it has another
/// password by then, or another address.
async fn unchanged(
    db: &mut PgConnection,
    email_norm: &str,
    fits: &StaffAccount,
) -> Result<Option<StaffAccount>, StoreError> {
    locked::account(&mut *db, fits.id).await?;
    let account = signing_in::of_email(db, email_norm).await?;
    Ok(account.filter(|account| account.id == fits.id && account.hash == fits.hash))
}

fn has_factor(account: &StaffAccount) -> bool {
    account.has_authenticator || account.passkeys > 0
}

/// Whether somebody whose password fits may go on to the second step; to setting it up only for a while after they were
/// invited.
fn is_let_on(account: &StaffAccount, is_new: bool) -> bool {
    let goes_on = has_factor(account) || is_new && !account.has_provider;
    account.state == AccountState::Active && account.roles.is_staff() && goes_on
}

/// Takes a code, and signs in. A few wrong ones end what was begun.
///
/// # Errors
/// Refused at the code where it is wrong or was used before. Nothing is found where nobody is halfway in: they took too
/// long, or typed too many.
pub async fn code(backend: &Backend, browser: Browser, form: &StaffSecondStep) -> Result<Entered, FormError> {
    let step = signing_in::step(&backend.db, browser.session, backend.clock.now()).await?;
    let account = step.ok_or(FormError::NotFound)?.account;
    networks::count_subject(backend, &format!("staff-code:{account}"), CODES).await?;
    let tries = signing_in::count_try(&backend.db, browser.session).await?;
    if tries > CODE_TRIES {
        return Err(ended(backend, browser).await?);
    }
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    if !locked::halfway(&mut tx, (browser.session, account), backend.clock.now()).await? {
        return Err(FormError::NotFound);
    }
    let Some(by) = codes::take(backend, &mut tx, account, &form.code).await? else {
        tx.rollback().await.map_err(StoreError::from)?;
        watching::refused(backend, Who::Enters(Some(account)), watching::tried(&form.code)).await?;
        let wrong = FormError::Refused(FieldErrors::of(STAFF_CODE.name(), Problem::new("wrong")));
        return Err(if tries == CODE_TRIES { ended(backend, browser).await? } else { wrong });
    };
    let entered = enter(backend, &mut tx, browser, account, by).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(Entered { path: Next::page(form.next.as_ref()), ..entered })
}

/// Ends what was begun in a session: whoever goes on begins with their password.
async fn ended(backend: &Backend, browser: Browser) -> Result<FormError, StoreError> {
    signing_in::end_step(&backend.db, browser.session).await?;
    Ok(FormError::NotFound)
}

#[cfg(test)]
mod tests {
    use domain::{
        id::AccountId,
        staff::{CatalogueRole, Roles},
    };

    use super::*;

    #[test]
    fn only_staff_who_are_active_go_on_and_a_password_alone_never_stands_in_for_a_provider() {
        let account = StaffAccount {
            id: AccountId(uuid::Uuid::now_v7()),
            hash: None,
            state: AccountState::Active,
            roles: Roles::of(Some(CatalogueRole::Publisher), None, None),
            has_authenticator: false,
            passkeys: 0,
            has_provider: false,
        };
        assert!(is_let_on(&account, true), "who sets up the second step next");
        assert!(!is_let_on(&account, false), "who was invited long ago");
        assert!(is_let_on(&StaffAccount { has_authenticator: true, has_provider: true, ..account.clone() }, true));
        assert!(is_let_on(&StaffAccount { passkeys: 1, has_provider: true, ..account.clone() }, true));
        assert!(!is_let_on(&StaffAccount { has_provider: true, ..account.clone() }, true));
        assert!(!is_let_on(&StaffAccount { roles: Roles::default(), ..account.clone() }, true));
        for state in [AccountState::Suspended, AccountState::Pending] {
            assert!(!is_let_on(&StaffAccount { state, ..account.clone() }, true), "{state}");
        }
    }
}
