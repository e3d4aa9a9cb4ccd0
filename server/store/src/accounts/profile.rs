//! What else an account says of its owner: how to ring them, and the audience they belong to.

use domain::{account::AudienceKey, id::AccountId, text::TelephoneNumber};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// Sets the telephone number of an account's owner, or takes it away. One that was closed meanwhile stays empty.
pub async fn set_telephone(
    db: impl PgExecutor<'_>,
    id: AccountId,
    telephone: Option<&TelephoneNumber>,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "update accounts set telephone = $2, updated_at = $3, row_version = row_version + 1
         where id = $1 and state = 'active'",
        id as _,
        telephone.map(TelephoneNumber::as_str),
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Sets the audience that the owner of an account belongs to, which may say how much they may order.
pub async fn belong_to(
    db: impl PgExecutor<'_>,
    id: AccountId,
    audience: Option<&AudienceKey>,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "with changed as (
             update accounts set audience = $2, updated_at = $3, row_version = row_version + 1
             where id = $1 and state = 'active' returning id)
         insert into audit_entries (id, actor, action, subject, detail, at)
         select $4, 'account:' || id, 'account.belong_to', 'account:' || id,
             jsonb_build_object('audience', $2::text), $3 from changed",
        id as _,
        audience.map(AudienceKey::as_str),
        now.to_sqlx() as _,
        uuid::Uuid::now_v7()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// An audience.
#[derive(Clone, Debug)]
pub struct Audience {
    /// Its key.
    pub key: AudienceKey,
    /// What it is called.
    pub name: String,
}

/// All audiences, by name.
pub async fn audiences(db: impl PgExecutor<'_>) -> Result<Vec<Audience>> {
    Ok(sqlx::query_as!(Audience, r#"select key as "key: _", name from audiences order by name"#).fetch_all(db).await?)
}
