//! The address book of an account. What is done to it is audited by the id of the address, and says nothing of it.

use domain::{
    address::Address,
    found_address::{Uprn, Whereabouts},
    id::{AccountAddressId, AccountId},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// An address of the book.
#[derive(Clone, Debug)]
pub struct OwnAddress {
    /// Its id.
    pub id: AccountAddressId,
    /// The address.
    pub address: Address,
    /// Whether it is chosen as long as nobody says otherwise. One of a book is.
    pub is_default: bool,
    /// Whether a look-up knows it.
    pub is_verified: bool,
}

/// The whole book: the default first, then the newest.
pub async fn list(db: impl PgExecutor<'_>, account: AccountId) -> Result<Vec<OwnAddress>> {
    let rows = sqlx::query!(
        r#"select id as "id: AccountAddressId", address, is_default, verified_at is not null as "is_verified!"
           from account_addresses where account_id = $1 order by is_default desc, created_at desc, id desc"#,
        account as _
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            let address = serde_json::from_value(row.address)?;
            Ok(OwnAddress { id: row.id, address, is_default: row.is_default, is_verified: row.is_verified })
        })
        .collect()
}

/// An address of this account's book.
pub async fn find(db: impl PgExecutor<'_>, account: AccountId, id: AccountAddressId) -> Result<Option<OwnAddress>> {
    let row = sqlx::query!(
        r#"select address, is_default, verified_at is not null as "is_verified!"
           from account_addresses where account_id = $1 and id = $2"#,
        account as _,
        id as _
    )
    .fetch_optional(db)
    .await?;
    row.map(|row| {
        let address = serde_json::from_value(row.address)?;
        Ok(OwnAddress { id, address, is_default: row.is_default, is_verified: row.is_verified })
    })
    .transpose()
}

/// The number of a place, as a look-up gave it with an address of this account's book that reads exactly like this one.
pub async fn uprn_of(db: impl PgExecutor<'_>, account: AccountId, address: &Address) -> Result<Option<Uprn>> {
    Ok(sqlx::query_scalar!(
        r#"select uprn as "uprn!: Uprn" from account_addresses
           where account_id = $1 and address = $2 and uprn is not null order by created_at, id limit 1"#,
        account as _,
        serde_json::to_value(address)?
    )
    .fetch_optional(db)
    .await?)
}

/// Locks the book for this transaction; books change one change after the other. The account itself may be referred to
/// meanwhile.
pub async fn lock(db: &mut PgConnection, account: AccountId) -> Result<()> {
    sqlx::query_scalar!(r#"select id as "id: AccountId" from accounts where id = $1 for no key update"#, account as _)
        .fetch_optional(db)
        .await?;
    Ok(())
}

/// What a look-up knows of an address, in columns.
struct Columns<'a> {
    uprn: Option<&'a str>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    verified_at: Option<Timestamp>,
}

impl<'a> Columns<'a> {
    fn of(known: Option<&'a Whereabouts>, now: Timestamp) -> Self {
        let place = known.and_then(|known| known.place);
        Self {
            uprn: known.and_then(|known| known.uprn.as_ref()).map(Uprn::as_str),
            latitude: place.map(|place| place.latitude),
            longitude: place.map(|place| place.longitude),
            verified_at: known.map(|_| now),
        }
    }
}

/// Adds an address to a book that is locked, with what a look-up knows of it, if it does. The first one is the default.
pub async fn add(
    db: impl PgExecutor<'_>,
    (account, id): (AccountId, AccountAddressId),
    address: &Address,
    known: Option<&Whereabouts>,
    now: Timestamp,
) -> Result<()> {
    let columns = Columns::of(known, now);
    sqlx::query!(
        "with added as (
             insert into account_addresses (id, account_id, address, uprn, latitude, longitude, verified_at, is_default, created_at, updated_at)
             values ($2, $1, $3, $4, $5, $6, $7, not exists (select from account_addresses where account_id = $1), $8, $8)
             returning id, account_id)
         insert into audit_entries (id, actor, action, subject, at)
         select $9, 'account:' || account_id, 'account.add_address', 'address:' || id, $8 from added",
        account as _,
        id as _,
        serde_json::to_value(address)?,
        columns.uprn,
        columns.latitude,
        columns.longitude,
        columns.verified_at.map(ToSqlx::to_sqlx) as _,
        now.to_sqlx() as _,
        uuid::Uuid::now_v7()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Changes an address; what a look-up knew of the one before goes. Whether it is in this book.
pub async fn change(
    db: impl PgExecutor<'_>,
    (account, id): (AccountId, AccountAddressId),
    address: &Address,
    known: Option<&Whereabouts>,
    now: Timestamp,
) -> Result<bool> {
    let columns = Columns::of(known, now);
    Ok(sqlx::query!(
        "with changed as (
             update account_addresses set address = $3, uprn = $4, latitude = $5, longitude = $6, verified_at = $7, updated_at = $8
             where account_id = $1 and id = $2 returning id, account_id)
         insert into audit_entries (id, actor, action, subject, at)
         select $9, 'account:' || account_id, 'account.change_address', 'address:' || id, $8 from changed",
        account as _,
        id as _,
        serde_json::to_value(address)?,
        columns.uprn,
        columns.latitude,
        columns.longitude,
        columns.verified_at.map(ToSqlx::to_sqlx) as _,
        now.to_sqlx() as _,
        uuid::Uuid::now_v7()
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Makes an address of a book that is locked its default, in the place of the one that was. It has to be in the book.
pub async fn make_default(
    db: &mut PgConnection,
    account: AccountId,
    id: AccountAddressId,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "update account_addresses set is_default = false where account_id = $1 and is_default and id <> $2",
        account as _,
        id as _
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "with changed as (
             update account_addresses set is_default = true where account_id = $1 and id = $2 and not is_default
             returning id, account_id)
         insert into audit_entries (id, actor, action, subject, at)
         select $3, 'account:' || account_id, 'account.default_address', 'address:' || id, $4 from changed",
        account as _,
        id as _,
        uuid::Uuid::now_v7(),
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Takes an address out of a book that is locked. Whether it was the default; nothing where it is not in this book.
pub async fn remove(
    db: impl PgExecutor<'_>,
    account: AccountId,
    id: AccountAddressId,
    now: Timestamp,
) -> Result<Option<bool>> {
    Ok(sqlx::query_scalar!(
        r#"with removed as (
               delete from account_addresses where account_id = $1 and id = $2 returning id, account_id, is_default),
           audit as (insert into audit_entries (id, actor, action, subject, at)
               select $3, 'account:' || account_id, 'account.remove_address', 'address:' || id, $4 from removed)
           select is_default as "is_default!" from removed"#,
        account as _,
        id as _,
        uuid::Uuid::now_v7(),
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}
