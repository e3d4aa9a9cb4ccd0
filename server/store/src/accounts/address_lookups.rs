//! What was found for the postcode that somebody typed last, until one of it is chosen.

use domain::{address::Postcode, found_address::Found, id::SessionId};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// A postcode and what was found for it.
#[derive(Clone, Debug)]
pub struct LookedUp {
    /// The postcode.
    pub postcode: Postcode,
    /// The addresses; nothing where the look-up could not be asked.
    pub found: Option<Vec<Found>>,
}

/// Keeps what was found, in the place of what was found before.
pub async fn keep(
    db: impl PgExecutor<'_>,
    session: SessionId,
    postcode: &Postcode,
    found: Option<&[Found]>,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "insert into address_lookups (session_id, postcode, found, looked_up_at) values ($1, $2, $3, $4)
         on conflict (session_id) do update set postcode = $2, found = $3, looked_up_at = $4",
        session as _,
        postcode.as_str(),
        found.map(serde_json::to_value).transpose()?,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// What was found last in a session, after a moment.
pub async fn find(db: impl PgExecutor<'_>, session: SessionId, after: Timestamp) -> Result<Option<LookedUp>> {
    let row = sqlx::query!(
        r#"select postcode as "postcode: Postcode", found from address_lookups
           where session_id = $1 and looked_up_at > $2"#,
        session as _,
        after.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?;
    row.map(|row| Ok(LookedUp { postcode: row.postcode, found: row.found.map(serde_json::from_value).transpose()? }))
        .transpose()
}

/// Forgets what was found in a session.
pub async fn clear(db: impl PgExecutor<'_>, session: SessionId) -> Result<()> {
    sqlx::query!("delete from address_lookups where session_id = $1", session as _).execute(db).await?;
    Ok(())
}

/// Forgets what was found before a moment.
pub async fn forget(db: impl PgExecutor<'_>, before: Timestamp) -> Result<()> {
    sqlx::query!("delete from address_lookups where looked_up_at <= $1", before.to_sqlx() as _).execute(db).await?;
    Ok(())
}
