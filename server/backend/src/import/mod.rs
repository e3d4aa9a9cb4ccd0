//! Reading the catalogue of another system. Rows go live as imported: download-only, with warnings
//! for what a catalogue of ours would have.

mod grouping;
mod report;
mod rows;

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use domain::{
    catalogue::{
        edition::{AccessType, EditionStatus},
        taxonomy::LanguageTag,
    },
    id::{EditionId, ProgrammeId, PublicationId},
    text::Slug,
};
pub use grouping::{Group, cleaned_title, groups};
pub use report::Report;
pub use rows::{FileRow, Refusal, Row, read_files, read_rows};
use store::import::{Known, NewEdition, NewFile, NewPublication};

use crate::{Backend, StoreError};

/// Publications written in one transaction.
const BATCH: usize = 100;
/// More files than a catalogue of ours takes; kept with a warning.
const MANY_FILES: usize = 20;

/// Why nothing was read.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A file cannot be read at all.
    #[error("{0} cannot be read: {1}")]
    Unreadable(String, csv::Error),
    /// The database failed; what was written before stays, and the same run again goes on from there.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What is here already.
struct Here {
    programmes: HashMap<String, ProgrammeId>,
    diseases: HashMap<String, String>,
    editions: HashMap<String, Known>,
    languages: HashSet<LanguageTag>,
    publications: HashMap<String, PublicationId>,
    slugs: HashSet<String>,
}

/// Reads editions and the facts of their files. A dry run reports the same and changes nothing.
pub async fn publications(backend: &Backend, file: &Path, files: &Path, dry_run: bool) -> Result<Report, ImportError> {
    let unreadable = |path: &Path| {
        let name = path.display().to_string();
        move |error| ImportError::Unreadable(name.clone(), error)
    };
    let mut files = read_files(files).map_err(unreadable(files))?;
    let (rows, refused) = read_rows(file).map_err(unreadable(file))?;
    let mut here = here(backend).await?;
    let mut report = Report { is_dry_run: dry_run, refused, ..Report::default() };
    let (rows, more) = known_to_us(rows, &here);
    report.refused.extend(more);
    let groups = groups(rows);
    report.ambiguous = groups
        .iter()
        .filter(|group| group.is_ambiguous)
        .flat_map(|group| group.rows.iter().map(|row| row.code.to_string()))
        .collect();
    report.publications = groups.len();
    for batch in groups.chunks(BATCH) {
        let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
        let mut changed = Vec::new();
        for group in batch {
            changed.extend(write_group(backend, &mut tx, group, &mut files, &mut here, &mut report).await?);
        }
        if changed.is_empty() {
            continue;
        }
        store::import::refresh_listings(&mut *tx, &changed).await?;
        if dry_run {
            tx.rollback().await.map_err(StoreError::from)?;
        } else {
            tx.commit().await.map_err(StoreError::from)?;
        }
    }
    if !dry_run && report.created + report.updated > 0 {
        let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
        store::import::finish(&mut tx).await?;
        tx.commit().await.map_err(StoreError::from)?;
    }
    report.orphan_files = files.into_values().map(|files| files.len()).sum();
    Ok(report)
}

async fn here(backend: &Backend) -> Result<Here, StoreError> {
    let db = &backend.db;
    Ok(Here {
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
fn known_to_us(rows: Vec<Row>, here: &Here) -> (Vec<Row>, Vec<Refusal>) {
    let mut refused = Vec::new();
    let kept = rows.into_iter().filter(|row| {
        let known = here.editions.get(&row.code.normalised());
        let reason = if !here.programmes.contains_key(&row.programme) {
            Some(format!("there is no programme {:?}", row.programme))
        } else if !here.languages.contains(&row.language) {
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

/// Writes what is new or changed of a group. Gives the publications that changed.
async fn write_group(
    backend: &Backend,
    tx: &mut sqlx::PgConnection,
    group: &Group,
    files: &mut HashMap<String, Vec<FileRow>>,
    here: &mut Here,
    report: &mut Report,
) -> Result<Option<PublicationId>, StoreError> {
    let now = backend.clock.now();
    let known =
        group.rows.iter().find_map(|row| here.editions.get(&row.code.normalised())).map(|known| known.publication);
    let mut publication = here.publications.get(&group.key).copied().or(known);
    let (mut has_changed, mut facts) = (false, Vec::new());
    for row in &group.rows {
        let row_files = files.remove(&row.code.normalised()).unwrap_or_default();
        let hash = rows::hash(row, &row_files);
        match here.editions.get(&row.code.normalised()) {
            Some(known) if known.import_hash.as_ref() == Some(&hash) => {
                report.unchanged += 1;
                continue;
            }
            Some(known) => {
                let edition = edition(known.id, known.publication, row, &row_files, hash);
                store::import::update_edition(&mut *tx, known.id, &edition, now).await?;
                // A title is changed by all of its rows, not by one that has another title now.
                let editions = here.editions.values().filter(|other| other.publication == known.publication).count();
                if editions == group.rows.len() {
                    store::import::retitle(&mut *tx, known.publication, &group.title, now).await?;
                }
                facts.extend(file_facts(known.id, &row_files));
                report.updated += 1;
                publication = Some(known.publication);
            }
            None => {
                let of = match publication {
                    Some(publication) => publication,
                    None => insert_publication(backend, &mut *tx, group, here).await?,
                };
                publication = Some(of);
                let is_taken = |known: &Known| {
                    known.publication == of && known.language == row.language && known.format == row.format
                };
                if here.editions.values().any(is_taken) {
                    let reason = "its publication has another edition in this language and format".to_owned();
                    report.refused.push(Refusal { line: row.line, code: row.code.to_string(), reason });
                    continue;
                }
                let id = EditionId(uuid::Uuid::now_v7());
                let edition = edition(id, of, row, &row_files, hash);
                report.warnings += edition.warnings.len();
                store::import::insert_edition(&mut *tx, &edition, now).await?;
                facts.extend(file_facts(id, &row_files));
                report.created += 1;
            }
        }
        has_changed = true;
    }
    store::import::insert_file_facts(&mut *tx, &facts).await?;
    Ok(publication.filter(|_| has_changed))
}

async fn insert_publication(
    backend: &Backend,
    tx: &mut sqlx::PgConnection,
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

/// A slug from a title; "-2", "-3" … when it is taken.
fn free_slug(title: &str, taken: &mut HashSet<String>) -> Slug {
    let mut base = String::new();
    for c in title.to_lowercase().chars() {
        match c {
            'a'..='z' | '0'..='9' => base.push(c),
            '\'' | '’' => {}
            _ if !base.is_empty() && !base.ends_with('-') => base.push('-'),
            _ => {}
        }
    }
    base.truncate(100);
    let base = match base.trim_matches('-') {
        "" => "publication",
        base => base,
    };
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    let free = std::iter::once(base.to_owned()).chain(numbered).find(|slug| !taken.contains(slug)).unwrap_or_default();
    taken.insert(free.clone());
    #[expect(clippy::expect_used, reason = "built above from the characters that slugs have")]
    Slug::parse(&free).expect("a slug")
}

fn edition(id: EditionId, publication: PublicationId, row: &Row, files: &[FileRow], hash: Vec<u8>) -> NewEdition {
    NewEdition {
        id,
        publication,
        language: row.language.clone(),
        format: row.format,
        version: 1,
        code: row.code.clone(),
        title: None,
        summary: None,
        resource_type: row.resource_type,
        access: AccessType::DownloadOnly,
        status: EditionStatus::Live,
        published_at: row.first_published.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|at| at.timestamp()),
        first_published_on: Some(row.first_published),
        unit_of_issue: 1,
        maximum: None,
        minimum_stock_level: 0,
        run_to_zero: false,
        order_from: None,
        order_end: None,
        order_exceptions: None,
        video_url: None,
        warnings: warnings(files),
        import_hash: Some(hash),
    }
}

/// What a catalogue of ours would have and this row has not.
fn warnings(files: &[FileRow]) -> Vec<String> {
    use domain::catalogue::file::FileKind;
    let of = |kind: FileKind| files.iter().filter(|file| file.kind == kind).count();
    let mut found = vec!["no summary".to_owned()];
    match of(FileKind::Cover) {
        0 => found.push("no cover".to_owned()),
        1 => {}
        more => found.push(format!("{more} covers")),
    }
    if of(FileKind::Web) == 0 {
        found.push("no web file".to_owned());
    }
    if of(FileKind::Web).max(of(FileKind::Print)) > MANY_FILES {
        found.push(format!("more than {MANY_FILES} files"));
    }
    if !files.is_empty() {
        found.push("files not scanned".to_owned());
    }
    found
}

fn file_facts(edition: EditionId, files: &[FileRow]) -> Vec<(EditionId, NewFile)> {
    let mut positions = HashMap::new();
    files
        .iter()
        .map(|file| {
            let position = positions.entry(file.kind).and_modify(|position| *position += 1).or_insert(1);
            let facts = NewFile {
                kind: file.kind,
                position: *position,
                file_name: file.file_name.clone(),
                media_type: file.media_type.clone(),
                bytes: file.bytes,
                sha256: None,
                width_px: file.width_px,
                height_px: file.height_px,
                pages: file.pages,
                page_size: None,
                created_on: file.created,
            };
            (edition, facts)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_that_is_taken_gets_a_number() {
        let mut taken = HashSet::from(["flu-don-t".to_owned(), "measles".to_owned()]);
        assert_eq!(free_slug("Measles!", &mut taken).as_str(), "measles-2");
        assert_eq!(free_slug("Measles", &mut taken).as_str(), "measles-3");
        assert_eq!(free_slug("Don’t “wait” – ask", &mut taken).as_str(), "dont-wait-ask");
        assert_eq!(free_slug("Здоровье", &mut taken).as_str(), "publication");
    }
}
