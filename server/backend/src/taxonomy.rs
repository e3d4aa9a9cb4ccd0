//! Names of what publications are sorted into: every page needs them.

use std::collections::HashMap;

use domain::{
    catalogue::{
        search::{Facet, Search},
        taxonomy::{Direction, Language, LanguageTag, Programme},
    },
    id::ProgrammeId,
    text::Slug,
};
use sqlx::PgConnection;

use crate::StoreError;

/// Facets whose values are rows: what stands on none of these lists is nobody's.
pub const LISTED: [Facet; 6] =
    [Facet::Programme, Facet::Language, Facet::Disease, Facet::Vaccination, Facet::Audience, Facet::Setting];

/// Languages and programmes as they are now.
#[derive(Debug, Default)]
pub struct Taxonomy {
    /// Languages by name.
    pub languages: Vec<Language>,
    /// Programmes that have a page, by name.
    pub programmes: Vec<Programme>,
    /// The others: temporary ones, and those without live material. Publications bear their names all the same.
    unlisted: Vec<Programme>,
    /// Names of diseases, vaccinations, audiences and settings.
    named: HashMap<(Facet, String), String>,
}

impl Taxonomy {
    /// Reads the names.
    pub async fn read(db: &mut PgConnection) -> Result<Self, StoreError> {
        let languages = store::taxonomy::languages(&mut *db).await?;
        let all = store::taxonomy::programmes(&mut *db).await?;
        let (programmes, unlisted) = all.into_iter().partition(|programme| programme.is_listed);
        let named = store::taxonomy::named(db).await?;
        let named = named.into_iter().map(|named| ((named.facet, named.key), named.name)).collect();
        Ok(Self { languages, programmes, unlisted, named })
    }

    /// The name of a value of a facet that is a list of rows.
    pub fn name(&self, facet: Facet, value: &str) -> Option<String> {
        match facet {
            Facet::Programme => {
                self.known_programmes().find(|known| known.slug.as_str() == value).map(|known| known.name.clone())
            }
            Facet::Language => {
                LanguageTag::parse(value).and_then(|tag| self.language(&tag)).map(|language| language.name.clone())
            }
            facet => self.named.get(&(facet, value.to_owned())).cloned(),
        }
    }

    /// A value of one of the [`LISTED`] facets as the catalogue spells it: a programme, given by slug, name, code or
    /// id, as its slug; a language in the case of its list. `None` for what is not on the list.
    pub fn respelled(&self, facet: Facet, given: &str) -> Option<String> {
        match facet {
            Facet::Programme => self.programme(given).map(|programme| programme.slug.to_string()),
            Facet::Language => self.in_any_case(given).map(ToString::to_string),
            facet => self.named.contains_key(&(facet, given.to_owned())).then(|| given.to_owned()),
        }
    }

    /// A search as pages and feeds take it: what is on no list is dropped, the rest is spelled as the lists do.
    pub fn spelled(&self, search: Search) -> Search {
        LISTED.into_iter().fold(search, |search, facet| search.respelled(facet, |given| self.respelled(facet, given)))
    }

    /// Whether a programme has a page.
    pub fn has_page(&self, programme: &Slug) -> bool {
        self.programmes.iter().any(|known| known.slug == *programme)
    }

    fn known_programmes(&self) -> impl Iterator<Item = &Programme> {
        self.programmes.iter().chain(&self.unlisted)
    }

    fn programme(&self, given: &str) -> Option<&Programme> {
        let id: Option<ProgrammeId> = given.parse().ok();
        self.known_programmes().find(|known| {
            known.slug.as_str() == given
                || known.name.eq_ignore_ascii_case(given)
                || known.code.eq_ignore_ascii_case(given)
                || Some(known.id) == id
        })
    }

    /// The language on the list that comes nearest to one a browser asks for: "pl" for "pl-PL".
    pub fn nearest(&self, asked: &LanguageTag) -> Option<LanguageTag> {
        asked.lookup().find_map(|tag| self.in_any_case(tag)).cloned()
    }

    fn in_any_case(&self, tag: &str) -> Option<&LanguageTag> {
        self.languages.iter().map(|language| &language.tag).find(|known| known.as_str().eq_ignore_ascii_case(tag))
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
