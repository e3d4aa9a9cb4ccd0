//! What the form of the gallery of patterns needs to know.

use domain::{form::Facts, patterns::READS_IN};

use crate::{Backend, StoreError};

/// The languages of the catalogue are on offer.
pub async fn facts(backend: &Backend) -> Result<Facts, StoreError> {
    let catalogue = backend.catalogue.at(&backend.db, None, backend.clock.now()).await?;
    let languages = catalogue.names.languages.iter().map(|language| language.tag.to_string());
    Ok(Facts::default().with_list(READS_IN.name(), languages))
}
