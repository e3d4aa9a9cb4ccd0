//! Copies that come in, and who gets them: orders that wait, oldest first; then whoever asked to be told.

use domain::id::EditionId;
use sqlx::PgConnection;
use store::{
    order_changes::{self, By},
    outbox::{Kind, NewMessage},
};

use crate::{Backend, StoreError};

/// Takes copies in. The key makes a repeated receipt one receipt; says whether this was new.
pub async fn receive(
    backend: &Backend,
    edition: EditionId,
    quantity: i32,
    (key, actor): (&str, &str),
) -> Result<bool, StoreError> {
    let by = By { actor, now: backend.clock.now() };
    let mut tx = backend.db.begin().await?;
    let is_new = store::stock::receive(&mut tx, edition, quantity, key, by.now).await?;
    if is_new {
        allocate(&mut tx, edition, key, by).await?;
        tell_waiting(backend, &mut tx, edition).await?;
    }
    tx.commit().await?;
    store::versions::stock_changed(&backend.db).await?;
    Ok(is_new)
}

/// Reserves free copies for orders that wait for them, oldest first. Copies that somebody's checkout keeps
/// are not free. The key names the occasion.
pub async fn allocate(db: &mut PgConnection, edition: EditionId, key: &str, by: By<'_>) -> Result<(), StoreError> {
    store::stock::lock_edition(&mut *db, edition).await?;
    let mut free = store::stock::free(&mut *db, edition, by.now).await?;
    for line in order_changes::waiting(&mut *db, edition).await? {
        if free <= 0 {
            break;
        }
        let copies = i32::try_from(free.min(line.waiting.into())).unwrap_or(i32::MAX);
        let key = format!("{key}:{}", line.id);
        let taken = order_changes::reserve(&mut *db, (line.id, edition), copies, &key, by).await?;
        free -= i64::from(taken);
    }
    Ok(())
}

/// Tells whoever waits for an edition, once, when it can be ordered again.
pub async fn tell_waiting(backend: &Backend, db: &mut PgConnection, edition: EditionId) -> Result<(), StoreError> {
    let (now, today) = (backend.clock.now(), backend.clock.today());
    if !store::stock::can_be_ordered(&mut *db, edition, now, today).await? {
        return Ok(());
    }
    for waiting in store::subscriptions::take_waiting(&mut *db, edition, now).await? {
        let message = NewMessage {
            kind: Kind::BackInStock,
            recipient: &waiting.email,
            order: None,
            detail: serde_json::json!({ "edition": edition }),
            locale: waiting.locale,
        };
        store::outbox::add(&mut *db, message, now).await?;
    }
    Ok(())
}
