//! The basket that a guest had goes into that of their account when they sign in, and out of it again if they say so.

use domain::{
    account::UNDO_MERGE_HOURS,
    done::Done,
    id::{AccountId, BasketId, SessionId},
};
use jiff::ToSpan;
use sqlx::PgConnection;
use store::merged_baskets;

use crate::{Backend, StoreError, baskets, secrets::draw_key, stock};

/// Adds what lies in a guest's basket to that of an account, with the checkout under way. Whether there was anything.
pub(crate) async fn merge(
    backend: &Backend,
    db: &mut PgConnection,
    (guest, session): (Option<BasketId>, SessionId),
    account: AccountId,
) -> Result<bool, StoreError> {
    let Some(guest) = guest else { return Ok(false) };
    let (begins, now) = (BasketId(uuid::Uuid::now_v7()), backend.clock.now());
    let into = merged_baskets::of_account(&mut *db, begins, account, now).await?;
    if !merged_baskets::close(&mut *db, guest, into, now).await? {
        return Ok(false);
    }
    merged_baskets::add_lines(db, guest, into, now).await?;
    store::checkouts::renew(&mut *db, into, &draw_key()).await?;
    merged_baskets::take_checkout(db, (guest, into), session, &draw_key()).await?;
    Ok(true)
}

/// Takes out of the basket of an account what came into it last, within a day; copies that it kept of that go to
/// whoever waits. Says so, if there was anything.
pub async fn undo(backend: &Backend, account: AccountId) -> Result<Option<Done>, StoreError> {
    let (begins, now) = (BasketId(uuid::Uuid::now_v7()), backend.clock.now());
    let mut tx = backend.db.begin().await?;
    let into = merged_baskets::of_account(&mut *tx, begins, account, now).await?;
    let guest = merged_baskets::reopen(&mut *tx, into, now - UNDO_MERGE_HOURS.hours()).await?;
    let Some(guest) = guest else { return Ok(None) };
    let mut has_freed = false;
    for (edition, copies) in merged_baskets::take_lines_back(&mut *tx, guest, into).await? {
        has_freed |= baskets::keep_at_most(backend, &mut tx, into, (edition, copies)).await?;
    }
    store::checkouts::renew(&mut *tx, into, &draw_key()).await?;
    tx.commit().await?;
    if has_freed {
        stock::changed(&backend.db).await;
    }
    Ok(Some(Done::MergeUndone))
}
