//! People who wait to be told.

use domain::{
    catalogue::{code::ProductCode, edition::AccessibleFormat, taxonomy::LanguageTag},
    id::{AccountId, EditionId, SubscriptionId},
    locale::Locale,
    text::{EmailAddress, Slug},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// Keeps who waits for an edition. One for each address; asking again waits longer. Whether it is confirmed.
pub async fn wait_for_stock(
    db: &mut PgConnection,
    edition: EditionId,
    (email, locale): (&EmailAddress, Locale),
    expires_at: Timestamp,
    now: Timestamp,
) -> Result<(SubscriptionId, bool)> {
    let row = sqlx::query!(
        r#"insert into subscriptions (id, kind, edition_id, email, email_norm, locale, expires_at, created_at)
           values ($1, 'back_in_stock', $2, $3, $4, $5, $6, $7)
           on conflict (kind, edition_id, email_norm) do update set expires_at = excluded.expires_at, locale = excluded.locale
           returning id as "id: SubscriptionId", confirmed_at is not null as "is_confirmed!""#,
        SubscriptionId(uuid::Uuid::now_v7()) as _,
        edition as _,
        email.as_str(),
        email.normalised(),
        locale as _,
        expires_at.to_sqlx() as _,
        now.to_sqlx() as _
    )
    .fetch_one(db)
    .await?;
    Ok((row.id, row.is_confirmed))
}

/// Confirms a subscription. Whether it is still there.
pub async fn confirm(db: impl PgExecutor<'_>, id: SubscriptionId, now: Timestamp) -> Result<bool> {
    Ok(sqlx::query!(
        "update subscriptions set confirmed_at = coalesce(confirmed_at, $2) where id = $1 and expires_at > $2",
        id as _,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Ends a subscription.
pub async fn end(db: impl PgExecutor<'_>, id: SubscriptionId) -> Result<()> {
    sqlx::query!("delete from subscriptions where id = $1", id as _).execute(db).await?;
    Ok(())
}

/// Something that the owner of an account waits for.
#[derive(Clone, Debug)]
pub struct Alert {
    /// Its subscription.
    pub id: SubscriptionId,
    /// The code of the edition.
    pub code: ProductCode,
    /// Its title.
    pub title: String,
    /// Whether that is the edition's own.
    pub title_is_translated: bool,
    /// Its language.
    pub language: LanguageTag,
    /// Whether somebody confirmed that it is wanted: nobody is told before.
    pub is_confirmed: bool,
    /// Since when.
    pub created_at: Timestamp,
    /// Until when, at most.
    pub expires_at: Timestamp,
}

/// What is waited for at the address of an account, the newest first; the account proves that address.
pub async fn of_account(db: impl PgExecutor<'_>, account: AccountId, now: Timestamp) -> Result<Vec<Alert>> {
    let rows = sqlx::query!(
        r#"select s.id as "id: SubscriptionId", e.product_code as "code: ProductCode", coalesce(e.title, p.title) as "title!",
               e.title is not null as "title_is_translated!", e.language as "language: LanguageTag",
               s.confirmed_at is not null as "is_confirmed!", s.created_at as "created_at: jiff_sqlx::Timestamp",
               s.expires_at as "expires_at: jiff_sqlx::Timestamp"
           from accounts a join subscriptions s on s.email_norm = a.email_norm
           join editions e on e.id = s.edition_id join publications p on p.id = e.publication_id
           where a.id = $1 and s.expires_at > $2 order by s.created_at desc, s.id"#,
        account as _,
        now.to_sqlx() as _
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Alert {
            id: row.id,
            code: row.code,
            title: row.title,
            title_is_translated: row.title_is_translated,
            language: row.language,
            is_confirmed: row.is_confirmed,
            created_at: row.created_at.to_jiff(),
            expires_at: row.expires_at.to_jiff(),
        })
        .collect())
}

/// Ends a subscription of the address of an account. Whether it was there, and of that address.
pub async fn end_own(db: impl PgExecutor<'_>, account: AccountId, id: SubscriptionId) -> Result<bool> {
    Ok(sqlx::query!(
        "delete from subscriptions s using accounts a where s.id = $1 and a.id = $2 and s.email_norm = a.email_norm",
        id as _,
        account as _
    )
    .execute(db)
    .await?
    .rows_affected()
        == 1)
}

/// Ends those whose time has passed.
pub async fn forget(db: impl PgExecutor<'_>, now: Timestamp) -> Result<()> {
    sqlx::query!("delete from subscriptions where expires_at <= $1", now.to_sqlx() as _).execute(db).await?;
    Ok(())
}

/// Somebody to tell.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Their subscription.
    pub id: SubscriptionId,
    /// Where to tell.
    pub email: String,
    /// In which language.
    pub locale: Locale,
}

/// Takes out everybody who waits for an edition; each is told once.
pub async fn take_waiting(db: &mut PgConnection, edition: EditionId, now: Timestamp) -> Result<Vec<Waiting>> {
    Ok(sqlx::query_as!(
        Waiting,
        r#"delete from subscriptions where edition_id = $1 and kind = 'back_in_stock' and confirmed_at is not null and expires_at > $2
           returning id as "id: _", email, locale as "locale: _""#,
        edition as _,
        now.to_sqlx() as _
    )
    .fetch_all(db)
    .await?)
}

/// An edition as messages name it.
#[derive(Clone, Debug)]
pub struct NamedEdition {
    /// Its code.
    pub code: ProductCode,
    /// Its title.
    pub title: String,
    /// Address of its publication.
    pub slug: Slug,
    /// Its language.
    pub language: LanguageTag,
    /// Its format.
    pub format: AccessibleFormat,
    /// Where requests for more are referred to.
    pub referral: Option<String>,
}

/// An edition as messages name it.
pub async fn edition(db: impl PgExecutor<'_>, id: EditionId) -> Result<Option<NamedEdition>> {
    Ok(sqlx::query_as!(
        NamedEdition,
        r#"select e.product_code as "code: _", coalesce(e.title, p.title) as "title!", p.slug as "slug: _",
               e.language as "language: _", e.format as "format: _", e.order_referral_email as referral
           from editions e join publications p on p.id = e.publication_id where e.id = $1"#,
        id as _
    )
    .fetch_optional(db)
    .await?)
}
