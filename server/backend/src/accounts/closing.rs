//! Closing an account for good, and what is personal in its orders once they end.

use domain::{
    account::{CLOSE_CONFIRMATION, CloseAccount, ERASE_DAYS},
    form::{FieldErrors, Problem},
    id::EditionId,
};
use serde_json::json;
use sqlx::PgConnection;
use store::{
    accounts::closing,
    outbox::{Kind, NewMessage},
};

use super::guarding::{self, Owner, Proof};
use crate::{Backend, FormError, StoreError, clock::days, staff, stock};

/// Closes an account: everything personal goes at once, but for what is needed to send orders that have not ended. Whoever
/// places an order at the same moment has placed it before, or has no account any more.
///
/// # Errors
/// Unproved where its owner has a role, and did not prove a few minutes ago who they are. Refused at the question where
/// what was typed is not the address of the account, or its owner is the last who administers the catalogue or the whole
/// registry.
pub async fn close(backend: &Backend, owner: Owner, form: &CloseAccount) -> Result<(), FormError> {
    let (account, locale, now) = (owner.account, owner.locale, backend.clock.now());
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    // All who administer are locked before any other account.
    let may_close = staff::may_close(&mut tx, account).await?;
    let email = guarding::lock(&mut tx, owner, Proof::Fresh).await?.email;
    if !may_close {
        return Err(refused("any-close-last-admin"));
    }
    if email.normalised() != form.typed.normalised() {
        return Err(refused("any-close-other-email"));
    }
    staff::cancels_invitations(backend, &mut tx, account, (account, &email.normalised())).await?;
    staff::ends_identities(backend, &mut tx, (account, account), ("", "")).await?;
    let basket = closing::lock_basket(&mut tx, account).await?;
    let open = closing::keep_orders_until(&mut tx, account, now + days(ERASE_DAYS)).await?;
    let ended = closing::due(&mut tx, Some(account), now).await?;
    closing::erase(&mut tx, &ended).await?;
    let freed = match basket {
        Some(basket) => free(backend, &mut tx, basket).await?,
        None => Vec::new(),
    };
    closing::end(&mut tx, account, &email.normalised()).await?;
    closing::close(&mut *tx, account, now).await?;
    let detail = json!({ "open": open });
    let message = NewMessage { kind: Kind::AccountClosed, recipient: email.as_str(), order: None, detail, locale };
    store::outbox::add(&mut tx, message, now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    if !freed.is_empty() {
        stock::changed(&backend.db).await;
    }
    Ok(())
}

fn refused(problem: &'static str) -> FormError {
    FormError::Refused(FieldErrors::of(CLOSE_CONFIRMATION.name(), Problem::new(problem)))
}

/// Gives the copies that a basket keeps to whoever waits for them.
async fn free(
    backend: &Backend,
    db: &mut PgConnection,
    basket: domain::id::BasketId,
) -> Result<Vec<EditionId>, StoreError> {
    store::stock::lock(&mut *db, basket).await?;
    let freed = store::stock::hold(&mut *db, basket, &[], backend.clock.now()).await?;
    stock::give_on(backend, db, &freed).await?;
    Ok(freed)
}

/// Takes everything personal out of orders of accounts that are closed, once they have ended and for 90 days at most.
pub async fn erase_ended(backend: &Backend) -> Result<(), StoreError> {
    let mut tx = backend.db.begin().await?;
    let due = closing::due(&mut tx, None, backend.clock.now()).await?;
    closing::erase(&mut tx, &due).await?;
    Ok(tx.commit().await?)
}
