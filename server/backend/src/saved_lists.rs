//! Lists that people save: theirs alone, but for whoever has a link that they gave out.

use domain::{
    account::{AddListLine, ChangeListLine, LIST_NAME, MAX_LISTS, RenameList, SaveList},
    basket::{MAX_LINES, NewQuantity, QUANTITY, Quantity},
    form::{FieldErrors, Problem},
    id::{AccountId, BasketId, EditionId, SavedListId},
    order::ADDED_CODE,
    paths::{self, Path},
};
use store::saved_lists;

use crate::{Backend, FormError, StoreError, secrets::Token};

/// The token of a list's link. It follows from the server's key, so that its owner can read it again, and another one
/// each time the list is shared.
pub fn share_token(backend: &Backend, list: SavedListId, number: i32) -> Token {
    backend.secrets.token("saved-list", &format!("{list} {number}"))
}

/// Saves what lies in a basket as a list, unless the account has as many as it may have.
pub async fn save(
    backend: &Backend,
    account: AccountId,
    basket: Option<BasketId>,
    form: &SaveList,
) -> Result<Path, FormError> {
    let (id, now) = (SavedListId(uuid::Uuid::now_v7()), backend.clock.now());
    let mut tx = begin(backend).await?;
    if !saved_lists::make(&mut tx, id, (account, &form.name), basket, now).await? {
        return Err(refused(LIST_NAME.name(), Problem::new("any-lists-full").arg("max", MAX_LISTS)));
    }
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::account_list(id))
}

/// Calls a list something else, unless it was called another name since its page was shown.
pub async fn rename(backend: &Backend, account: AccountId, form: &RenameList) -> Result<Path, FormError> {
    let mut tx = locked(backend, account, form.list).await?;
    let list = saved_lists::find(&mut *tx, account, form.list).await?.ok_or(FormError::NotFound)?;
    if list.name != form.known && list.name != form.name {
        return Err(refused(LIST_NAME.name(), Problem::new("any-list-renamed")));
    }
    saved_lists::rename(&mut *tx, form.list, &form.name).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::account_list(form.list))
}

/// Deletes a list; its link opens nothing any more.
pub async fn delete(backend: &Backend, account: AccountId, list: SavedListId) -> Result<Path, FormError> {
    let is_deleted = saved_lists::delete(&backend.db, account, list).await?;
    if is_deleted { Ok(paths::account_lists()) } else { Err(FormError::NotFound) }
}

/// Gives a list a link, other than any it had before.
pub async fn share(backend: &Backend, account: AccountId, list: SavedListId) -> Result<Path, FormError> {
    let mut tx = locked(backend, account, list).await?;
    let number = saved_lists::next_share(&mut *tx, list).await?;
    saved_lists::share(&mut *tx, list, Some(share_token(backend, list, number).hash())).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::account_list(list))
}

/// Takes the link away: from then on it opens nothing.
pub async fn stop_sharing(backend: &Backend, account: AccountId, list: SavedListId) -> Result<Path, FormError> {
    let mut tx = locked(backend, account, list).await?;
    saved_lists::share(&mut *tx, list, None).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::account_list(list))
}

/// Changes how many copies a list is of; 0 takes the line out.
pub async fn change_line(backend: &Backend, account: AccountId, form: &ChangeListLine) -> Result<Path, FormError> {
    let mut tx = locked(backend, account, form.list).await?;
    let edition = store::baskets::edition_by_code(&mut *tx, &form.edition.normalised()).await?;
    let edition: EditionId = edition.ok_or(FormError::NotFound)?;
    match form.quantity {
        NewQuantity::Remove => saved_lists::remove_line(&mut *tx, form.list, edition).await?,
        NewQuantity::Keep(quantity) => {
            if !saved_lists::set_line(&mut *tx, form.list, (edition, quantity.copies())).await? {
                return Err(FormError::NotFound);
            }
        }
    }
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::account_list(form.list))
}

/// Adds copies of something, by its code.
pub async fn add_line(backend: &Backend, account: AccountId, form: &AddListLine) -> Result<Path, FormError> {
    let mut tx = locked(backend, account, form.list).await?;
    let edition = store::baskets::edition_by_code(&mut *tx, &form.code.normalised()).await?;
    let edition = edition.ok_or_else(|| refused(ADDED_CODE.name(), Problem::new("any-order-no-such-code")))?;
    let copies = form.quantity.copies();
    let lines = saved_lists::add_line(&mut tx, form.list, (edition, copies), backend.clock.now()).await?;
    let lines = lines.ok_or_else(|| refused(QUANTITY.name(), Quantity::too_large()))?;
    if lines > MAX_LINES {
        return Err(refused(ADDED_CODE.name(), Problem::new("any-list-full").arg("max", MAX_LINES)));
    }
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::account_list(form.list))
}

type Tx = sqlx::Transaction<'static, sqlx::Postgres>;

async fn begin(backend: &Backend) -> Result<Tx, FormError> {
    Ok(backend.db.begin().await.map_err(StoreError::from)?)
}

/// A list of the account, locked for a change.
async fn locked(backend: &Backend, account: AccountId, list: SavedListId) -> Result<Tx, FormError> {
    let mut tx = begin(backend).await?;
    let is_theirs = saved_lists::lock(&mut tx, account, list, backend.clock.now()).await?;
    if is_theirs { Ok(tx) } else { Err(FormError::NotFound) }
}

fn refused(field: &'static str, problem: Problem) -> FormError {
    FormError::Refused(FieldErrors::of(field, problem))
}
