//! Editions as programs read them: in the programs' interface and in the dump, in one shape.

mod reading;
mod record;
mod schemas;

use domain::catalogue::search::{Facet, Search, Terms, Wrong, WrongParameter};
pub use reading::{Found, FoundPublication, by_code, of_publication};
pub(crate) use reading::{Links, read};
pub use record::{
    EditionList, EditionRecord, FileList, FileRecord, LanguageRecord, NamedRecord, PublicationRecord,
    PublicationReference,
};

use crate::{
    Backend, StoreError,
    catalogue::{Reader, Snapshot},
    taxonomy::{LISTED, Taxonomy},
};

/// The values of a search that stand on no list: where pages drop them, programs are told.
pub fn unknown(names: &Taxonomy, search: &Search) -> Vec<WrongParameter> {
    let is_unknown = |facet: &Facet| search.chosen(*facet).iter().any(|value| names.respelled(*facet, value).is_none());
    let unknown = LISTED.into_iter().filter(is_unknown);
    unknown.map(|facet| WrongParameter { name: facet.as_str().to_owned(), wrong: Wrong::Name }).collect()
}

/// The live editions that fit a search, a page of them.
pub async fn search(backend: &Backend, catalogue: &Snapshot, search: &Search) -> Result<EditionList, StoreError> {
    let search = &catalogue.names.spelled(search.clone());
    let reader = Reader::of_address(search);
    let terms = Terms::of(&search.words);
    let mut db = backend.connection().await?;
    let hits = crate::catalogue::hits(backend, &mut db, catalogue, (search, &terms), &reader).await?;
    let found = catalogue.index.find_editions(search, &hits, &catalogue.now(backend.clock.today()));
    let mut items = read(backend, &mut db, &catalogue.names, &found.page, Links::ForAnHour).await?;
    // What was taken back since the catalogue was read.
    items.retain(EditionRecord::is_live);
    Ok(EditionList { items, total: found.total, next: found.next.map(|cursor| cursor.encode()) })
}
