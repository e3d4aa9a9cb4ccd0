//! What is here already: what rows are checked against, and what they are matched with.

use std::collections::{HashMap, HashSet};

use domain::{
    catalogue::taxonomy::LanguageTag,
    id::{ProgrammeId, PublicationId},
};
use store::import::Known;

use super::{
    grouping::Group,
    rows::{Refusal, Row},
};
use crate::{Backend, StoreError};

/// What is here already.
pub(super) struct Here {
    pub(super) programmes: HashMap<String, ProgrammeId>,
    pub(super) diseases: HashMap<String, String>,
    pub(super) editions: HashMap<String, Known>,
    pub(super) languages: HashSet<LanguageTag>,
    pub(super) publications: HashMap<String, PublicationId>,
    pub(super) slugs: HashSet<String>,
}

impl Here {
    /// What is here before anything is written.
    pub(super) async fn of(backend: &Backend) -> Result<Self, StoreError> {
        let db = &backend.db;
        Ok(Self {
            programmes: store::import::programmes(db)
                .await?
                .into_iter()
                .map(|programme| (programme.name, programme.id))
                .collect(),
            diseases: store::import::diseases(db).await?.into_iter().collect(),
            editions: store::import::known_editions(db)
                .await?
                .into_iter()
                .map(|known| (known.code.clone(), known))
                .collect(),
            languages: store::import::language_tokens(db).await?.into_iter().map(|(tag, _)| tag).collect(),
            publications: store::import::known_publications(db).await?.into_iter().collect(),
            slugs: store::import::slugs(db).await?.into_iter().collect(),
        })
    }

    /// Rows whose programme is one of ours; and codes of editions that were made here stay theirs.
    pub(super) fn known_to_us(&self, rows: Vec<Row>) -> (Vec<Row>, Vec<Refusal>) {
        let mut refused = Vec::new();
        let kept = rows.into_iter().filter(|row| {
            let known = self.editions.get(&row.code.normalised());
            let reason = if !self.programmes.contains_key(&row.programme) {
                Some(format!("there is no programme {:?}", row.programme))
            } else if !self.languages.contains(&row.language) {
                Some(format!("there is no language {:?}", row.language.as_str()))
            } else if known.is_some_and(|known| known.import_hash.is_none()) {
                Some("the code belongs to an edition that was made here".to_owned())
            } else if known.is_some_and(|known| known.language != row.language || known.format != row.format) {
                Some("the code belongs to an edition in another language or format".to_owned())
            } else {
                None
            };
            match reason {
                Some(reason) => {
                    refused.push(Refusal { line: row.line, code: row.code.to_string(), reason });
                    false
                }
                None => true,
            }
        });
        let kept = kept.collect();
        (kept, refused)
    }

    /// The publication that the rows of a group belong to, where it is here.
    pub(super) fn publication_of(&self, group: &Group) -> Option<PublicationId> {
        let known = group.rows.iter().find_map(|row| self.editions.get(&row.code.normalised()));
        self.publications.get(&group.key).copied().or(known.map(|known| known.publication))
    }

    /// Whether a publication has an edition in the language and format of a row.
    pub(super) fn has_edition_like(&self, row: &Row, of: PublicationId) -> bool {
        let is_taken =
            |known: &Known| known.publication == of && known.language == row.language && known.format == row.format;
        self.editions.values().any(is_taken)
    }
}
