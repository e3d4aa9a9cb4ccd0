//! Numbers that rise with every change of what the public sees; pages and names are kept under them.

use sqlx::PgExecutor;

use crate::Result;

/// What the public sees, in two numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Versions {
    /// Publications, taxonomies, notices.
    pub catalogue: i64,
    /// What can be ordered.
    pub stock: i64,
}

/// The numbers now.
pub async fn read(db: impl PgExecutor<'_>) -> Result<Versions> {
    Ok(sqlx::query_as!(
        Versions,
        r#"select c.version as "catalogue!", s.last_value as "stock!" from catalogue_version c cross join stock_version s"#
    )
    .fetch_one(db)
    .await?)
}

/// Raises the number of the catalogue; in the transaction that changes it.
pub async fn catalogue_changes(db: impl PgExecutor<'_>) -> Result<()> {
    sqlx::query!("update catalogue_version set version = version + 1").execute(db).await?;
    Ok(())
}

/// Raises the number of what can be ordered; after the commit that changed it.
pub async fn stock_changed(db: impl PgExecutor<'_>) -> Result<()> {
    sqlx::query!("select nextval('stock_version')").fetch_one(db).await?;
    Ok(())
}
