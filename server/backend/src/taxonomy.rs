//! Names of what publications are sorted into: every page needs them.

use std::collections::HashMap;

use domain::{
    catalogue::{
        search::{Facet, Search},
        taxonomy::{Direction, Language, LanguageTag, Programme},
    },
    id::ProgrammeId,
};
use sqlx::PgConnection;

use crate::StoreError;

/// Languages and programmes as they are now.
#[derive(Debug, Default)]
pub struct Taxonomy {
    /// Languages by name.
    pub languages: Vec<Language>,
    /// Programmes with live material, by name.
    pub programmes: Vec<Programme>,
    /// Names of diseases, vaccinations, audiences and settings.
    named: HashMap<(Facet, String), String>,
}

impl Taxonomy {
    /// Reads the names.
    pub async fn read(db: &mut PgConnection) -> Result<Self, StoreError> {
        let languages = store::taxonomy::languages(&mut *db).await?;
        let programmes = store::taxonomy::programmes(&mut *db).await?;
        let named = store::taxonomy::named(db).await?;
        let named = named.into_iter().map(|named| ((named.facet, named.key), named.name)).collect();
        Ok(Self { languages, programmes, named })
    }

    /// The name of a value of a facet that is a list of rows.
    pub fn name(&self, facet: Facet, value: &str) -> Option<String> {
        match facet {
            Facet::Programme => {
                let programme = self.programmes.iter().find(|programme| programme.slug.as_str() == value);
                programme.map(|programme| programme.name.clone())
            }
            Facet::Language => {
                LanguageTag::parse(value).and_then(|tag| self.language(&tag)).map(|language| language.name.clone())
            }
            facet => self.named.get(&(facet, value.to_owned())).cloned(),
        }
    }

    /// Programmes that stand on lists, by name.
    pub fn listed_programmes(&self) -> impl Iterator<Item = &Programme> {
        self.programmes.iter().filter(|programme| !programme.is_temporary)
    }

    /// A search whose programmes are spelled as their slugs, whether they were given by slug, name, code or id.
    pub fn spelled(&self, search: Search) -> Search {
        search.respelled(Facet::Programme, |given| {
            let is_meant = |programme: &&Programme| {
                programme.slug.as_str() == given
                    || programme.name.eq_ignore_ascii_case(given)
                    || programme.code.eq_ignore_ascii_case(given)
                    || given.parse::<ProgrammeId>().is_ok_and(|id| id == programme.id)
            };
            // An unknown one stays, and finds nothing: dropping it would find everything.
            let known = self.programmes.iter().find(is_meant);
            Some(known.map_or_else(|| given.to_owned(), |programme| programme.slug.to_string()))
        })
    }

    /// A language by its tag.
    pub fn language(&self, tag: &LanguageTag) -> Option<&Language> {
        self.languages.iter().find(|language| language.tag == *tag)
    }

    /// Which way the script of a language runs.
    pub fn direction(&self, tag: &LanguageTag) -> Direction {
        self.language(tag).map_or(Direction::Ltr, |language| language.direction)
    }
}
