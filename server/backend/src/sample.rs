//! The sample catalogue that a new installation starts with. It is ours; see `sample/README.md`.

use std::path::Path;

use domain::{
    catalogue::{
        code::ProductCode,
        edition::{AccessType, AccessibleFormat, EditionStatus, ResourceType},
        file::FileKind,
        taxonomy::LanguageTag,
        video::VideoLink,
    },
    id::{EditionId, PublicationId},
    text::Slug,
};
use jiff::civil::Date;
use serde::Deserialize;
use sqlx::PgConnection;
use store::import::{NewEdition, NewPublication, ProgrammeRow};

use crate::{
    Backend, StoreError,
    ingest::{Incoming, IngestError},
};

#[derive(Debug, Deserialize)]
struct SamplePublication {
    slug: Slug,
    title: String,
    summary: String,
    programme: String,
    serial: i32,
    diseases: Vec<String>,
    vaccinations: Vec<String>,
    audiences: Vec<String>,
    settings: Vec<String>,
    keywords: Vec<String>,
    article_url: Option<String>,
    editions: Vec<SampleEdition>,
}

#[derive(Debug, Deserialize)]
struct SampleEdition {
    language: LanguageTag,
    format: AccessibleFormat,
    version: i32,
    code: Option<String>,
    title: Option<String>,
    summary: Option<String>,
    #[serde(rename = "type")]
    resource_type: ResourceType,
    access: AccessType,
    status: EditionStatus,
    published: Option<Date>,
    unit_of_issue: i32,
    maximum_order_quantity: Option<i32>,
    limit_for_everyone: Option<i32>,
    minimum_stock_level: i32,
    run_to_zero: bool,
    order_from: Option<Date>,
    order_end: Option<Date>,
    order_exceptions: Option<String>,
    video_url: Option<String>,
    stock: i32,
    files: Vec<SampleFile>,
}

#[derive(Debug, Deserialize)]
struct SampleFile {
    kind: FileKind,
    file: String,
    description: Option<String>,
}

/// Why the sample was not loaded.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// A file of the sample is missing or unreadable.
    #[error("the sample catalogue cannot be read: {0}")]
    Unreadable(String),
    /// A file of the sample was not taken.
    #[error("{0} of the sample catalogue is not taken: {1}")]
    Refused(String, IngestError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Loads the sample into an empty catalogue. Gives the number of publications, 0 when there were some.
pub async fn load(backend: &Backend, folder: &Path) -> Result<usize, SampleError> {
    let unreadable = |error: &dyn std::fmt::Display| SampleError::Unreadable(format!("{}: {error}", folder.display()));
    let json = tokio::fs::read(folder.join("publications.json")).await.map_err(|error| unreadable(&error))?;
    let samples: Vec<SamplePublication> = serde_json::from_slice(&json).map_err(|error| unreadable(&error))?;
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    if !store::import::is_empty(&mut *tx).await? {
        return Ok(0);
    }
    let programmes = store::import::programmes(&mut *tx).await?;
    let tokens = store::import::language_tokens(&mut *tx).await?;
    let mut ids = Vec::new();
    for sample in &samples {
        let programme = programmes
            .iter()
            .find(|known| known.code == sample.programme)
            .ok_or_else(|| unreadable(&sample.programme))?;
        let id = PublicationId(uuid::Uuid::now_v7());
        store::import::insert_publication(&mut tx, &publication(id, sample, programme), backend.clock.now()).await?;
        for edition in &sample.editions {
            let token =
                tokens.iter().find(|(tag, _)| *tag == edition.language).ok_or_else(|| unreadable(&edition.language))?;
            let code = code(sample, edition, &token.1).ok_or_else(|| unreadable(&sample.slug))?;
            load_edition(backend, &mut tx, id, edition, code, folder).await?;
        }
        ids.push(id);
    }
    crate::file_texts::read_written(backend, &mut tx).await?;
    store::import::refresh_listings(&mut *tx, &ids).await?;
    store::import::finish(&mut tx).await?;
    tx.commit().await.map_err(StoreError::from)?;
    crate::usage::refresh_similar(backend, &ids).await?;
    Ok(ids.len())
}

fn code(sample: &SamplePublication, edition: &SampleEdition, language_token: &str) -> Option<ProductCode> {
    if let Some(code) = &edition.code {
        ProductCode::parse(code)
    } else {
        let (serial, version) = (u32::try_from(sample.serial).ok()?, u32::try_from(edition.version).ok()?);
        Some(ProductCode::generate(&sample.programme, serial, language_token, edition.format.code_token(), version))
    }
}

fn publication(id: PublicationId, sample: &SamplePublication, programme: &ProgrammeRow) -> NewPublication {
    NewPublication {
        id,
        slug: sample.slug.clone(),
        title: sample.title.clone(),
        summary: sample.summary.clone(),
        programme: programme.id,
        serial: Some(sample.serial),
        keywords: sample.keywords.clone(),
        article_url: sample.article_url.clone(),
        import_key: None,
        diseases: sample.diseases.clone(),
        vaccinations: sample.vaccinations.clone(),
        audiences: sample.audiences.clone(),
        settings: sample.settings.clone(),
    }
}

fn edition(
    id: EditionId,
    publication: PublicationId,
    sample: &SampleEdition,
    code: ProductCode,
    video_url: Option<VideoLink>,
) -> NewEdition {
    NewEdition {
        id,
        publication,
        language: sample.language.clone(),
        format: sample.format,
        version: sample.version,
        code,
        title: sample.title.clone(),
        summary: sample.summary.clone(),
        resource_type: sample.resource_type,
        access: sample.access,
        status: sample.status,
        published_at: sample.published.and_then(|day| Some(day.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp())),
        first_published_on: sample.published,
        unit_of_issue: sample.unit_of_issue,
        maximum: sample.maximum_order_quantity,
        minimum_stock_level: sample.minimum_stock_level,
        run_to_zero: sample.run_to_zero,
        order_from: sample.order_from,
        order_end: sample.order_end,
        order_exceptions: sample.order_exceptions.clone(),
        video_url,
        warnings: Vec::new(),
        import_hash: None,
    }
}

fn video_link(link: &str) -> Result<VideoLink, SampleError> {
    VideoLink::parse(link).ok_or_else(|| SampleError::Unreadable(format!("{link:?} is no link to a video")))
}

async fn load_edition(
    backend: &Backend,
    tx: &mut PgConnection,
    publication: PublicationId,
    sample: &SampleEdition,
    code: ProductCode,
    folder: &Path,
) -> Result<(), SampleError> {
    let id = EditionId(uuid::Uuid::now_v7());
    let video = sample.video_url.as_deref().map(video_link).transpose()?;
    let edition = edition(id, publication, sample, code, video);
    let now = backend.clock.now();
    store::import::insert_edition(&mut *tx, &edition, now).await?;
    if sample.stock > 0 {
        store::stock::receive(tx, id, sample.stock, &format!("sample:{id}"), now).await?;
    }
    if let Some(copies) = sample.limit_for_everyone {
        store::limits::set_for_everyone(&mut *tx, id, copies).await?;
    }
    for (at, file) in sample.files.iter().enumerate() {
        let before = sample.files.iter().take(at).filter(|other| other.kind == file.kind).count();
        let path = folder.join("files").join(&file.file);
        let content = tokio::fs::read(&path)
            .await
            .map_err(|error| SampleError::Unreadable(format!("{}: {error}", path.display())))?;
        let incoming = Incoming {
            kind: file.kind,
            position: i32::try_from(before + 1).unwrap_or(i32::MAX),
            name: file.file.clone(),
            description: file.description.clone(),
            created_on: sample.published,
            content,
        };
        let taken = crate::ingest::take(backend, tx, id, incoming).await;
        taken.map_err(|error| SampleError::Refused(file.file.clone(), error))?;
    }
    Ok(())
}
