//! Names of languages and programmes, kept in memory for a moment: every page needs them.

use std::{sync::Arc, time::Duration};

use domain::catalogue::taxonomy::{Direction, Language, LanguageTag, Programme};
use moka::future::Cache;
use sqlx::PgPool;

use crate::StoreError;

/// How long names are kept before the database is asked again.
const KEPT: Duration = Duration::from_secs(30);

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

/// The kept names.
#[derive(Clone, Debug)]
pub struct TaxonomyCache(Cache<(), Arc<Taxonomy>>);

impl Default for TaxonomyCache {
    fn default() -> Self {
        Self(Cache::builder().max_capacity(1).time_to_live(KEPT).build())
    }
}

impl TaxonomyCache {
    /// The names, from memory or from the database.
    pub async fn get(&self, db: &PgPool) -> Result<Arc<Taxonomy>, StoreError> {
        if let Some(known) = self.0.get(&()).await {
            return Ok(known);
        }
        let (publications, live_languages) = store::publications::totals(db).await?;
        let languages = store::taxonomy::languages(db).await?;
        let programmes = store::taxonomy::programmes(db).await?;
        let taxonomy = Arc::new(Taxonomy { languages, programmes, publications, live_languages });
        self.0.insert((), taxonomy.clone()).await;
        Ok(taxonomy)
    }
}
