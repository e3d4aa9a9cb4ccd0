//! Writing publications in bulk: the sample catalogue and imports. Each function writes one batch
//! in its caller's transaction.

mod editions;
mod files;
mod known;
mod publications;

use domain::{
    catalogue::taxonomy::LanguageTag,
    id::{ProgrammeId, PublicationId},
};
pub use editions::{NewEdition, insert_edition, update_edition};
pub use files::{NewFile, insert_file, insert_file_facts};
pub use known::{Known, is_empty, known_editions, known_publications, slugs};
pub use publications::{NewPublication, insert_publication, retitle};
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// A programme as importers need it.
#[derive(Clone, Debug)]
pub struct ProgrammeRow {
    /// Its id.
    pub id: ProgrammeId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// All programmes.
pub async fn programmes(db: impl PgExecutor<'_>) -> Result<Vec<ProgrammeRow>> {
    Ok(sqlx::query_as!(ProgrammeRow, r#"select id as "id: _", code, name from programmes"#).fetch_all(db).await?)
}

/// Codes of languages by tag, for product codes.
pub async fn language_tokens(db: impl PgExecutor<'_>) -> Result<Vec<(LanguageTag, String)>> {
    let rows = sqlx::query!(r#"select tag as "tag: LanguageTag", code_token from languages"#).fetch_all(db).await?;
    Ok(rows.into_iter().map(|row| (row.tag, row.code_token)).collect())
}

/// Disease keys by name.
pub async fn diseases(db: impl PgExecutor<'_>) -> Result<Vec<(String, String)>> {
    let rows = sqlx::query!("select key, name from diseases").fetch_all(db).await?;
    Ok(rows.into_iter().map(|row| (row.name, row.key)).collect())
}

/// Rebuilds what the public finds of these publications.
pub async fn refresh_listings(db: impl PgExecutor<'_>, publications: &[PublicationId]) -> Result<()> {
    sqlx::query!(r#"select refresh_listings($1) as "done: ()""#, publications as _).execute(db).await?;
    Ok(())
}

/// Rebuilds the vocabulary and raises the version under which pages are cached; once after all batches.
pub async fn finish(db: &mut PgConnection) -> Result<()> {
    refresh_words(&mut *db).await?;
    crate::versions::catalogue_changes(db).await
}

/// Rebuilds the vocabulary that mistyped words are compared with.
pub async fn refresh_words(db: impl PgExecutor<'_>) -> Result<()> {
    sqlx::query!(r#"select refresh_listing_words() as "done: ()""#).execute(db).await?;
    Ok(())
}
