//! Names of languages and programmes, kept in memory under the catalogue's version: every page needs
//! them.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::catalogue::taxonomy::{Direction, Language, LanguageTag, Programme};
use sqlx::PgPool;

use crate::StoreError;

/// Languages and programmes as they are now.
#[derive(Debug, Default)]
pub struct Taxonomy {
    /// Languages by name.
    pub languages: Vec<Language>,
    /// Programmes with live material, by name.
    pub programmes: Vec<Programme>,
    /// Publications that are live.
    pub publications: i64,
    /// Languages they come in.
    pub live_languages: i64,
}

impl Taxonomy {
    /// A language by its tag.
    pub fn language(&self, tag: &LanguageTag) -> Option<&Language> {
        self.languages.iter().find(|language| language.tag == *tag)
    }

    /// Which way the script of a language runs.
    pub fn direction(&self, tag: &LanguageTag) -> Direction {
        self.language(tag).map_or(Direction::Ltr, |language| language.direction)
    }
}

/// The names as they were at the last version that was asked for.
#[derive(Debug, Default)]
pub struct TaxonomyCache(Mutex<Option<(i64, Arc<Taxonomy>)>>);

impl TaxonomyCache {
    /// The names at a version of the catalogue, from memory or from the database. Without a version the
    /// database is asked for it.
    pub async fn at(&self, db: &PgPool, version: Option<i64>) -> Result<Arc<Taxonomy>, StoreError> {
        let version = match version {
            Some(version) => version,
            None => store::versions::read(db).await?.catalogue,
        };
        let known = self.kept().clone().filter(|(kept, _)| *kept == version);
        if let Some((_, names)) = known {
            return Ok(names);
        }
        let (publications, live_languages) = store::publications::totals(db).await?;
        let languages = store::taxonomy::languages(db).await?;
        let programmes = store::taxonomy::programmes(db).await?;
        let names = Arc::new(Taxonomy { languages, programmes, publications, live_languages });
        let mut kept = self.kept();
        // Somebody else may have read a newer version meanwhile.
        if kept.as_ref().is_none_or(|(other, _)| *other < version) {
            *kept = Some((version, names.clone()));
        }
        Ok(names)
    }

    fn kept(&self) -> MutexGuard<'_, Option<(i64, Arc<Taxonomy>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
