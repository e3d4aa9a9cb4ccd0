//! Writing the rows of a group: its publication, and its editions as far as they are new or changed.

use std::collections::HashMap;

use domain::id::{EditionId, PublicationId};
use jiff::Timestamp;
use sqlx::PgConnection;
use store::import::{NewEdition, NewPublication};

use super::{
    edition::{edition, file_facts},
    files::FileRow,
    grouping::Group,
    here::Here,
    report::Report,
    rows::{self, Refusal, Row},
    slug::free_slug,
};
use crate::{Backend, StoreError};

/// Writes what is new or changed of a group. Gives the publications that changed.
pub(super) async fn write_group(
    backend: &Backend,
    tx: &mut PgConnection,
    group: &Group,
    files: &mut HashMap<String, Vec<FileRow>>,
    here: &mut Here,
    report: &mut Report,
) -> Result<Option<PublicationId>, StoreError> {
    let now = backend.clock.now();
    let mut publication = here.publication_of(group);
    let (mut has_changed, mut facts) = (false, Vec::new());
    for row in &group.rows {
        let row_files = files.remove(&row.code.normalised()).unwrap_or_default();
        let hash = rows::hash(row, &row_files);
        let id = match here.editions.get(&row.code.normalised()) {
            Some(known) if known.import_hash.as_ref() == Some(&hash) => {
                report.unchanged += 1;
                continue;
            }
            Some(known) => {
                let edition = edition(known.id, known.publication, row, &row_files, hash);
                update_edition(&mut *tx, group, &edition, here, now).await?;
                report.updated += 1;
                publication = Some(known.publication);
                known.id
            }
            None => {
                let of = here_or_new(publication, backend, &mut *tx, group, here).await?;
                publication = Some(of);
                if here.has_edition_like(row, of) {
                    refuse(report, row, "its publication has another edition in this language and format");
                    continue;
                }
                let edition = edition(EditionId(uuid::Uuid::now_v7()), of, row, &row_files, hash);
                report.warnings += edition.warnings.len();
                store::import::insert_edition(&mut *tx, &edition, now).await?;
                report.created += 1;
                edition.id
            }
        };
        facts.extend(file_facts(id, &row_files));
        has_changed = true;
    }
    store::import::insert_file_facts(&mut *tx, &facts).await?;
    Ok(publication.filter(|_| has_changed))
}

/// The publication of a group, or a new one.
async fn here_or_new(
    known: Option<PublicationId>,
    backend: &Backend,
    tx: &mut PgConnection,
    group: &Group,
    here: &mut Here,
) -> Result<PublicationId, StoreError> {
    match known {
        Some(publication) => Ok(publication),
        None => insert_publication(backend, tx, group, here).await,
    }
}

fn refuse(report: &mut Report, row: &Row, reason: &str) {
    report.refused.push(Refusal { line: row.line, code: row.code.to_string(), reason: reason.to_owned() });
}

/// Brings an edition up to date, and the title of its publication where all of its rows agree.
async fn update_edition(
    tx: &mut PgConnection,
    group: &Group,
    edition: &NewEdition,
    here: &Here,
    now: Timestamp,
) -> Result<(), StoreError> {
    store::import::update_edition(&mut *tx, edition.id, edition, now).await?;
    // A title is changed by all of its rows, not by one that has another title now.
    let editions = here.editions.values().filter(|other| other.publication == edition.publication).count();
    if editions == group.rows.len() {
        store::import::retitle(&mut *tx, edition.publication, &group.title, now).await?;
    }
    Ok(())
}

async fn insert_publication(
    backend: &Backend,
    tx: &mut PgConnection,
    group: &Group,
    here: &mut Here,
) -> Result<PublicationId, StoreError> {
    let id = PublicationId(uuid::Uuid::now_v7());
    let programme = group.rows.first().and_then(|row| here.programmes.get(&row.programme)).copied();
    let programme = programme.ok_or_else(|| StoreError::Refused("publications_programme_id_fkey".to_owned()))?;
    let mut diseases: Vec<String> =
        group.rows.iter().flat_map(|row| &row.diseases).filter_map(|name| here.diseases.get(name)).cloned().collect();
    diseases.sort();
    diseases.dedup();
    let new = NewPublication {
        id,
        slug: free_slug(&group.title, &mut here.slugs),
        title: group.title.clone(),
        summary: String::new(),
        programme,
        serial: None,
        keywords: Vec::new(),
        article_url: None,
        import_key: Some(group.key.clone()),
        diseases,
        vaccinations: Vec::new(),
        audiences: Vec::new(),
        settings: Vec::new(),
    };
    store::import::insert_publication(tx, &new, backend.clock.now()).await?;
    here.publications.insert(group.key.clone(), id);
    Ok(id)
}
