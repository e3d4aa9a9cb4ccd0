//! What is here before an import.

use domain::{
    catalogue::{edition::AccessibleFormat, taxonomy::LanguageTag},
    id::{EditionId, PublicationId},
};
use sqlx::PgExecutor;

use crate::Result;

/// An edition that is already here, as an import sees it.
#[derive(Clone, Debug)]
pub struct Known {
    /// Normalised product code.
    pub code: String,
    /// Its id.
    pub id: EditionId,
    /// Its publication.
    pub publication: PublicationId,
    /// Its language.
    pub language: LanguageTag,
    /// Its format.
    pub format: AccessibleFormat,
    /// What it was imported from; nothing when it was made here.
    pub import_hash: Option<Vec<u8>>,
}

/// All editions by code.
pub async fn known_editions(db: impl PgExecutor<'_>) -> Result<Vec<Known>> {
    Ok(sqlx::query_as!(
        Known,
        r#"select code_normalised as code, id as "id: _", publication_id as "publication: _", language as "language: _",
               format as "format: _", import_hash from editions"#
    )
    .fetch_all(db)
    .await?)
}

/// Publications that imports made, by the key under which they are found again.
pub async fn known_publications(db: impl PgExecutor<'_>) -> Result<Vec<(String, PublicationId)>> {
    let rows = sqlx::query!(
        r#"select import_key as "key!", id as "id: PublicationId" from publications where import_key is not null"#
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.key, row.id)).collect())
}

/// All slugs that are taken, those among them that lead on to another.
pub async fn slugs(db: impl PgExecutor<'_>) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar!(r#"select slug as "slug!" from publications union select slug from former_slugs"#)
        .fetch_all(db)
        .await?)
}

/// Whether there is any publication.
pub async fn is_empty(db: impl PgExecutor<'_>) -> Result<bool> {
    Ok(sqlx::query_scalar!(r#"select not exists (select from publications) as "empty!""#).fetch_one(db).await?)
}
