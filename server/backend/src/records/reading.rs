//! From rows to records.

use domain::{
    catalogue::{
        availability::Availability,
        code::ProductCode,
        edition::EditionStatus,
        file::{FileKind, has_pixels},
        search::Facet,
    },
    id::EditionId,
    paths,
    text::Slug,
};
use jiff::Timestamp;
use sqlx::PgConnection;
use store::{publications::File, records::Edition};

use super::record::{EditionRecord, FileRecord, LanguageRecord, NamedRecord, PublicationRecord, PublicationReference};
use crate::{Backend, StoreError, taxonomy::Taxonomy};

/// Whether files come with links, which end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Links {
    /// They work for an hour.
    ForAnHour,
    /// What is kept longer has none.
    Without,
}

/// What is known under a code.
#[derive(Clone, Debug)]
pub enum Found {
    /// The edition: live, or an old version.
    Edition(Box<EditionRecord>),
    /// It was taken back; the code of what is live in its place.
    Withdrawn(Option<ProductCode>),
}

/// The edition with a code, however it is spelled.
pub async fn by_code(backend: &Backend, names: &Taxonomy, code: &ProductCode) -> Result<Option<Found>, StoreError> {
    let mut db = backend.connection().await?;
    let Some(target) = store::publications::by_code(&mut *db, &code.normalised()).await? else { return Ok(None) };
    let record = read(backend, &mut db, names, &[target.edition], Links::ForAnHour).await?.pop();
    Ok(record.map(|record| match record.status {
        EditionStatus::Withdrawn => Found::Withdrawn(record.superseded_by),
        _ => Found::Edition(Box::new(record)),
    }))
}

/// What is known under a slug.
#[derive(Clone, Debug)]
pub enum FoundPublication {
    /// The publication, which has something live.
    Live(Box<PublicationRecord>),
    /// Everything of it was taken back.
    Withdrawn,
}

/// A publication that has something live, or had it until it was taken back.
pub async fn of_publication(
    backend: &Backend,
    names: &Taxonomy,
    slug: &Slug,
) -> Result<Option<FoundPublication>, StoreError> {
    let mut db = backend.connection().await?;
    let Some(publication) = store::publications::find(&mut *db, slug).await? else { return Ok(None) };
    let live = store::records::live_of(&mut *db, publication.id).await?;
    if live.is_empty() {
        let standing = store::publications::standing(&mut *db, slug).await?;
        let is_withdrawn = standing.is_some_and(|(_, status)| status == EditionStatus::Withdrawn);
        return Ok(is_withdrawn.then_some(FoundPublication::Withdrawn));
    }
    let editions = read(backend, &mut db, names, &live, Links::ForAnHour).await?;
    Ok(Some(FoundPublication::Live(Box::new(PublicationRecord {
        url: format!("{}{}", backend.origin, paths::publication(&publication.slug)),
        slug: publication.slug,
        title: publication.title,
        summary: publication.summary,
        article_url: publication.article_url,
        editions,
    }))))
}

/// These editions, in this order.
pub(crate) async fn read(
    backend: &Backend,
    db: &mut PgConnection,
    names: &Taxonomy,
    editions: &[EditionId],
    links: Links,
) -> Result<Vec<EditionRecord>, StoreError> {
    let now = backend.clock.now();
    let rows = store::records::editions(&mut *db, editions, now).await?;
    let mut files = store::records::files(db, editions).await?;
    let make = |row: Edition| {
        let files = files.remove(&row.id).unwrap_or_default();
        record(backend, names, row, files, (links, now))
    };
    Ok(rows.into_iter().map(make).collect())
}

#[expect(clippy::too_many_lines, reason = "one table: a row's fields and the record's")]
fn record(
    backend: &Backend,
    names: &Taxonomy,
    row: Edition,
    files: Vec<File>,
    (links, now): (Links, Timestamp),
) -> EditionRecord {
    let (origin, orderability) = (&backend.origin, row.orderability);
    let availability = Availability::of(&orderability, crate::clock::service_day(now));
    let is_live = orderability.status == EditionStatus::Live;
    // An edition that offers no files shows its cover and no other.
    let is_shown = |file: &File| orderability.offers_files() || file.kind == FileKind::Cover;
    let links = if is_live { links } else { Links::Without };
    let files = files.into_iter().filter(is_shown).map(|file| file_record(backend, file, links)).collect();
    let page = paths::edition(&row.publication, &row.language.tag, row.format, (!is_live).then_some(row.version));
    EditionRecord {
        code: row.code,
        status: orderability.status,
        title: row.title,
        summary: row.summary,
        language: LanguageRecord {
            tag: row.language.tag,
            name: row.language.name,
            endonym: row.language.endonym,
            direction: row.language.direction,
        },
        format: row.format,
        resource_type: row.resource_type,
        programme: NamedRecord { key: row.programme.to_string(), name: row.programme_name },
        diseases: named(names, Facet::Disease, row.diseases),
        vaccinations: named(names, Facet::Vaccination, row.vaccinations),
        audiences: named(names, Facet::Audience, row.audiences),
        settings: named(names, Facet::Setting, row.settings),
        access: orderability.access,
        version: row.version,
        superseded_by: row.superseded_by,
        availability: availability.code(),
        is_orderable: availability.is_orderable(),
        order_from: orderability.order_from,
        order_end: orderability.order_end,
        unit_of_issue: orderability.unit_of_issue,
        maximum: row.maximum,
        files,
        video_url: row.video_url.filter(|_| orderability.offers_video()),
        url: format!("{origin}{page}"),
        publication: PublicationReference {
            url: format!("{origin}{}", paths::publication(&row.publication)),
            slug: row.publication,
            title: row.publication_title,
        },
        first_published_on: row.first_published_on,
        published_at: row.published_at,
        updated_at: row.updated_at,
    }
}

fn named(names: &Taxonomy, facet: Facet, keys: Vec<String>) -> Vec<NamedRecord> {
    let name = |key: String| NamedRecord { name: names.name(facet, &key).unwrap_or_else(|| key.clone()), key };
    keys.into_iter().map(name).collect()
}

fn file_record(backend: &Backend, file: File, links: Links) -> FileRecord {
    let has_link = links == Links::ForAnHour && file.sha256.is_some();
    let url = has_link.then(|| format!("{}{}", backend.origin, crate::files::link(backend, file.id)));
    let pixels = |side: Option<i32>| side.filter(|_| has_pixels(&file.media_type));
    FileRecord {
        kind: file.kind,
        name: file.file_name,
        bytes: file.bytes,
        pages: file.pages,
        page_size: file.page_size,
        width_pixels: pixels(file.width_px),
        height_pixels: pixels(file.height_px),
        media_type: file.media_type,
        duration_seconds: file.duration_s,
        url,
    }
}
