//! Languages and programmes.

use domain::catalogue::taxonomy::{Language, Programme};
use sqlx::PgExecutor;

use crate::Result;

/// All languages by name.
pub async fn languages(db: impl PgExecutor<'_>) -> Result<Vec<Language>> {
    Ok(sqlx::query_as!(
        Language,
        r#"select tag as "tag: _", name, endonym, direction as "direction: _" from languages order by name"#
    )
    .fetch_all(db)
    .await?)
}

/// All programmes that have something live, by name.
pub async fn programmes(db: impl PgExecutor<'_>) -> Result<Vec<Programme>> {
    Ok(sqlx::query_as!(
        Programme,
        r#"select code, name, slug as "slug: _", is_featured from programmes p
           where not is_temporary and exists (select from listings l where l.programme_id = p.id) order by name"#
    )
    .fetch_all(db)
    .await?)
}
