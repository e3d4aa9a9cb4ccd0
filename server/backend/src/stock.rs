//! Copies that come in, and who gets them: orders that wait, oldest first; then whoever asked to be told.

use domain::{catalogue::availability::Availability, id::EditionId, locale::Locale};
use jiff::Timestamp;
use sqlx::{PgConnection, PgExecutor};
use store::{
    low_stock::Watched,
    order_changes::{self, Actor, By},
    outbox::{Kind, NewMessage},
};

use crate::{Backend, StoreError};

/// Takes copies in. The key makes a repeated receipt one receipt; says whether this was new. Whoever waits may get more
/// than came in: of copies whose hold has ended as well, which nobody had freed yet.
pub async fn receive(
    backend: &Backend,
    edition: EditionId,
    quantity: i32,
    (key, actor): (&str, &str),
) -> Result<bool, StoreError> {
    let by = By { actor: Actor::Service(actor), now: backend.clock.now() };
    let mut tx = backend.db.begin().await?;
    let before = store::stock::lock_edition(&mut tx, edition).await?;
    let is_new = store::stock::receive(&mut tx, edition, quantity, key, by.now).await?;
    if is_new {
        allocate(&mut tx, edition, key, by).await?;
        tell_waiting(backend, &mut tx, edition).await?;
        tell_owners(&mut tx, &before, by.now).await?;
    }
    tx.commit().await?;
    changed(&backend.db).await;
    Ok(is_new)
}

/// Says that other copies can be ordered than before; after the commit. What was written stays written if this
/// fails: kept pages then say for some minutes what they said.
pub async fn changed(db: impl PgExecutor<'_>) {
    if let Err(error) = store::versions::stock_changed(db).await {
        tracing::warn!(%error, "kept pages do not know yet that stock changed");
    }
}

/// Frees copies that checkouts kept too long, for whoever waits for them.
pub async fn end_holds(backend: &Backend) -> Result<(), StoreError> {
    let now = backend.clock.now();
    let editions = store::stock::with_expired_holds(&backend.db, now).await?;
    for edition in &editions {
        let mut tx = backend.db.begin().await?;
        store::stock::lock_edition(&mut tx, *edition).await?;
        store::stock::forget_expired_holds(&mut *tx, *edition, now).await?;
        give_on(backend, &mut tx, &[*edition]).await?;
        tx.commit().await?;
    }
    if !editions.is_empty() {
        changed(&backend.db).await;
    }
    Ok(())
}

/// Gives copies that a basket keeps no longer to whoever waits for them, in the transaction that frees them.
/// Their levels have to be locked.
pub async fn give_on(backend: &Backend, db: &mut PgConnection, editions: &[EditionId]) -> Result<(), StoreError> {
    let by = By { actor: Actor::Service("holds"), now: backend.clock.now() };
    for edition in editions {
        // One moment may free copies more than once: each occasion has a name of its own.
        let key = format!("hold-ended:{}", uuid::Uuid::now_v7());
        let before = store::stock::lock_edition(&mut *db, *edition).await?;
        allocate(&mut *db, *edition, &key, by).await?;
        tell_waiting(backend, &mut *db, *edition).await?;
        tell_owners(&mut *db, &before, by.now).await?;
    }
    Ok(())
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

/// Tells the owners of stock what has fallen to its minimum, or has run out, since its levels were locked; in the
/// transaction that took the copies, or gave them on.
pub async fn tell_owners(db: &mut PgConnection, before: &Watched, now: Timestamp) -> Result<(), StoreError> {
    for low in store::low_stock::fallen(&mut *db, before).await? {
        let message = NewMessage {
            kind: Kind::LowStock,
            recipient: &low.owner,
            order: None,
            detail: serde_json::json!({ "edition": low.edition, "copies": low.copies }),
            locale: Locale::English,
        };
        store::outbox::add(&mut *db, message, now).await?;
    }
    Ok(())
}

/// Tells whoever waits for an edition, once, when it can be ordered again.
pub async fn tell_waiting(backend: &Backend, db: &mut PgConnection, edition: EditionId) -> Result<(), StoreError> {
    let (now, today) = (backend.clock.now(), backend.clock.today());
    let availability = store::stock::availability(&mut *db, edition, now, today).await?;
    if !availability.is_some_and(Availability::is_orderable) {
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
