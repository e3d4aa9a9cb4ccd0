//! Lists that people save.

use domain::{
    account::{ListName, MAX_LISTS},
    id::{AccountId, BasketId, EditionId, SavedListId},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::{Result, sessions::TokenHash};

/// A list among others.
#[derive(Clone, Debug)]
pub struct ListedList {
    /// Its id.
    pub id: SavedListId,
    /// What it is called.
    pub name: ListName,
    /// How many lines it has.
    pub lines: i64,
    /// Whether others read it by a link.
    pub is_shared: bool,
}

/// All lists of an account, the oldest first.
pub async fn all(db: impl PgExecutor<'_>, account: AccountId) -> Result<Vec<ListedList>> {
    Ok(sqlx::query_as!(
        ListedList,
        r#"select id as "id: _", name as "name: _", (select count(*) from saved_list_lines where list_id = id) as "lines!",
               share_hash is not null as "is_shared!"
           from saved_lists where account_id = $1 order by created_at, id"#,
        account as _
    )
    .fetch_all(db)
    .await?)
}

/// A list, as its owner reads it.
#[derive(Clone, Debug)]
pub struct SavedList {
    /// What it is called.
    pub name: ListName,
    /// The number of its link.
    pub share_number: i32,
    /// Whether the link opens it.
    pub is_shared: bool,
}

/// A list of an account.
pub async fn find(db: impl PgExecutor<'_>, account: AccountId, id: SavedListId) -> Result<Option<SavedList>> {
    Ok(sqlx::query_as!(
        SavedList,
        r#"select name as "name: _", share_number, share_hash is not null as "is_shared!"
           from saved_lists where id = $1 and account_id = $2"#,
        id as _,
        account as _
    )
    .fetch_optional(db)
    .await?)
}

/// The list that a link opens, as long as its owner has an account.
pub async fn shared(db: impl PgExecutor<'_>, token: TokenHash) -> Result<Option<(SavedListId, ListName)>> {
    let row = sqlx::query!(
        r#"select l.id as "id: SavedListId", l.name as "name: ListName"
           from saved_lists l join accounts a on a.id = l.account_id where l.share_hash = $1 and a.state = 'active'"#,
        &token
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (row.id, row.name)))
}

/// Makes a list of what lies in a basket, unless the account has as many as it may have. Whoever does so at the same
/// moment waits for the end of this transaction.
pub async fn make(
    db: &mut PgConnection,
    id: SavedListId,
    (account, name): (AccountId, &ListName),
    basket: Option<BasketId>,
    now: Timestamp,
) -> Result<bool> {
    sqlx::query!("select 1 as one from accounts where id = $1 for no key update", account as _)
        .fetch_optional(&mut *db)
        .await?;
    let made = sqlx::query_scalar!(
        r#"with made as (
               insert into saved_lists (id, account_id, name, created_at, updated_at) select $1, $2, $3, $4, $4
               where (select count(*) from saved_lists where account_id = $2) < $5 returning id),
           lines as (
               insert into saved_list_lines (list_id, edition_id, quantity, added_at)
               select m.id, b.edition_id, b.quantity, b.added_at from made m join basket_lines b on b.basket_id = $6)
           select count(*) as "made!" from made"#,
        id as _,
        account as _,
        name as _,
        now.to_sqlx() as _,
        MAX_LISTS,
        basket as _
    )
    .fetch_one(db)
    .await?;
    Ok(made == 1)
}

/// Locks a list for this transaction, which is about to change it. Whether it is the account's.
pub async fn lock(db: &mut PgConnection, account: AccountId, id: SavedListId, now: Timestamp) -> Result<bool> {
    Ok(sqlx::query!(
        "update saved_lists set updated_at = $3 where id = $1 and account_id = $2",
        id as _,
        account as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Calls a list something else.
pub async fn rename(db: impl PgExecutor<'_>, id: SavedListId, name: &ListName) -> Result<()> {
    sqlx::query!("update saved_lists set name = $2 where id = $1", id as _, name as _).execute(db).await?;
    Ok(())
}

/// Deletes a list. Whether it was the account's.
pub async fn delete(db: impl PgExecutor<'_>, account: AccountId, id: SavedListId) -> Result<bool> {
    Ok(sqlx::query!("delete from saved_lists where id = $1 and account_id = $2", id as _, account as _)
        .execute(db)
        .await?
        .rows_affected()
        == 1)
}

/// The number that the next link of a list has, from now on.
pub async fn next_share(db: impl PgExecutor<'_>, id: SavedListId) -> Result<i32> {
    Ok(sqlx::query_scalar!(
        "update saved_lists set share_number = share_number + 1 where id = $1 returning share_number",
        id as _
    )
    .fetch_one(db)
    .await?)
}

/// Gives a list a link, by the hash of its token, or takes it away.
pub async fn share(db: impl PgExecutor<'_>, id: SavedListId, token: Option<TokenHash>) -> Result<()> {
    sqlx::query!(
        "update saved_lists set share_hash = $2 where id = $1",
        id as _,
        token.as_ref().map(<[u8; 32]>::as_slice)
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Sets how many copies of an edition a list is of: they stand for all versions of it.
pub async fn set_line(db: impl PgExecutor<'_>, id: SavedListId, (edition, copies): (EditionId, i32)) -> Result<bool> {
    Ok(sqlx::query!(
        "with version as (
             select e.id as edition_id, e.id = $2 as is_it from editions n join editions e on e.publication_id = n.publication_id
                 and e.language = n.language and e.format = n.format where n.id = $2),
         there as (select min(added_at) as added_at from saved_list_lines
             where list_id = $1 and edition_id in (select edition_id from version) having count(*) > 0),
         gone as (delete from saved_list_lines where list_id = $1 and edition_id in (select edition_id from version where not is_it))
         insert into saved_list_lines (list_id, edition_id, quantity, added_at) select $1, $2, $3, added_at from there
         on conflict (list_id, edition_id) do update set quantity = excluded.quantity",
        id as _,
        edition as _,
        copies
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Takes an edition out of a list, in all its versions.
pub async fn remove_line(db: impl PgExecutor<'_>, id: SavedListId, edition: EditionId) -> Result<()> {
    sqlx::query!(
        "delete from saved_list_lines where list_id = $1 and edition_id in (
             select e.id from editions n join editions e on e.publication_id = n.publication_id
                 and e.language = n.language and e.format = n.format where n.id = $2)",
        id as _,
        edition as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Adds copies to a line of a list, or begins it. How many lines there are now; more copies than a line holds is
/// `None`.
pub async fn add_line(
    db: &mut PgConnection,
    id: SavedListId,
    (edition, copies): (EditionId, i32),
    now: Timestamp,
) -> Result<Option<i64>> {
    let added = sqlx::query!(
        "insert into saved_list_lines (list_id, edition_id, quantity, added_at) values ($1, $2, $3, $4)
         on conflict (list_id, edition_id) do update set quantity = saved_list_lines.quantity + excluded.quantity
             where saved_list_lines.quantity + excluded.quantity <= 10000",
        id as _,
        edition as _,
        copies,
        now.to_sqlx() as _
    )
    .execute(&mut *db)
    .await?;
    if added.rows_affected() == 0 {
        return Ok(None);
    }
    let lines = sqlx::query_scalar!(r#"select count(*) as "lines!" from saved_list_lines where list_id = $1"#, id as _);
    Ok(Some(lines.fetch_one(db).await?))
}
