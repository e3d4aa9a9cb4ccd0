//! The records themselves. Every field is always there; what is not known is null.

use domain::{
    catalogue::{
        code::ProductCode,
        edition::{AccessType, AccessibleFormat, EditionStatus, ResourceType},
        file::FileKind,
        taxonomy::{Direction, LanguageTag},
    },
    text::Slug,
};
use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use utoipa::ToSchema;

use super::schemas;

/// A page of editions.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EditionList {
    /// The editions of this page, in order.
    pub items: Vec<EditionRecord>,
    /// All that fit.
    pub total: i64,
    /// The cursor of the next page, for `after`; null on the last one.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// An edition: one language, format and version of a publication.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EditionRecord {
    /// Product code, as it is printed.
    #[schema(value_type = String)]
    pub code: ProductCode,
    /// Where it is in its life.
    #[schema(schema_with = schemas::status)]
    pub status: EditionStatus,
    /// Title, in its language where it has one.
    pub title: String,
    /// Summary, in its language where it has one.
    pub summary: String,
    /// Its language.
    pub language: LanguageRecord,
    /// Its accessible format.
    #[schema(schema_with = schemas::format)]
    pub format: AccessibleFormat,
    /// What kind of thing it is.
    #[serde(rename = "type")]
    #[schema(schema_with = schemas::resource_type)]
    pub resource_type: ResourceType,
    /// The programme it belongs to.
    pub programme: NamedRecord,
    /// Diseases it is about.
    pub diseases: Vec<NamedRecord>,
    /// Vaccinations it is about.
    pub vaccinations: Vec<NamedRecord>,
    /// Whom it is for.
    pub audiences: Vec<NamedRecord>,
    /// Where it is used.
    pub settings: Vec<NamedRecord>,
    /// How people get it.
    #[schema(schema_with = schemas::access)]
    pub access: AccessType,
    /// Number of the version within its language and format, from 1.
    pub version: i32,
    /// Code of the live edition that took its place.
    #[schema(required = true, value_type = Option<String>)]
    pub superseded_by: Option<ProductCode>,
    /// Whether printed copies can be ordered now.
    #[schema(schema_with = schemas::availability)]
    pub availability: &'static str,
    /// Whether copies can be put into a basket now.
    pub is_orderable: bool,
    /// First day on which it can be ordered.
    #[schema(required = true, value_type = Option<String>, format = Date)]
    pub order_from: Option<Date>,
    /// Last day on which it can be ordered.
    #[schema(required = true, value_type = Option<String>, format = Date)]
    pub order_end: Option<Date>,
    /// Copies in one pack; quantities are multiples of it.
    pub unit_of_issue: i32,
    /// The most copies on one line of an order.
    #[schema(required = true)]
    pub maximum: Option<i32>,
    /// Its files.
    pub files: Vec<FileRecord>,
    /// A video elsewhere.
    #[schema(required = true)]
    pub video_url: Option<String>,
    /// The publication it belongs to.
    pub publication: PublicationReference,
    /// Its page.
    pub url: String,
    /// The day on which it was first published, here or before.
    #[schema(required = true, value_type = Option<String>, format = Date)]
    pub first_published_on: Option<Date>,
    /// When it was published here.
    #[schema(required = true, value_type = Option<String>, format = DateTime)]
    pub published_at: Option<Timestamp>,
    /// When it was changed last.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
}

impl EditionRecord {
    /// Whether it is listed.
    pub fn is_live(&self) -> bool {
        self.status == EditionStatus::Live
    }
}

/// A language.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LanguageRecord {
    /// BCP 47 tag.
    #[schema(value_type = String)]
    pub tag: LanguageTag,
    /// Its English name.
    pub name: String,
    /// Its own name.
    pub endonym: String,
    /// Which way its script runs.
    #[schema(schema_with = schemas::direction)]
    pub direction: Direction,
}

/// A value of a list, by which editions can be looked for.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct NamedRecord {
    /// As it stands in parameters.
    pub key: String,
    /// Its English name.
    pub name: String,
}

/// A file of an edition.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FileRecord {
    /// What the file is for.
    #[schema(schema_with = schemas::kind)]
    pub kind: FileKind,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size.
    pub bytes: i64,
    /// Its pages, where it has some and they are known.
    #[schema(required = true)]
    pub pages: Option<i32>,
    /// The size of its pages, where they are known: an ISO 216 size such as "A5", else "210 × 99 mm".
    #[schema(required = true)]
    pub page_size: Option<String>,
    /// Pixels across, where it is a picture or a video and they are known.
    #[schema(required = true)]
    pub width_pixels: Option<i32>,
    /// Pixels down, as those across.
    #[schema(required = true)]
    pub height_pixels: Option<i32>,
    /// Seconds that it lasts, where it is a recording and they are known.
    #[schema(required = true)]
    pub duration_seconds: Option<i32>,
    /// Where it can be had, for an hour from now; null in the dump, and where only its facts are known.
    #[schema(required = true)]
    pub url: Option<String>,
}

/// Fresh links to files.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FileList {
    /// The files of the edition.
    pub items: Vec<FileRecord>,
}

/// The publication of an edition.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PublicationReference {
    /// The last part of its address.
    #[schema(value_type = String)]
    pub slug: Slug,
    /// Its English title.
    pub title: String,
    /// Its page.
    pub url: String,
}

/// A publication with its live editions.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PublicationRecord {
    /// The last part of its address.
    #[schema(value_type = String)]
    pub slug: Slug,
    /// Its English title.
    pub title: String,
    /// Its English summary.
    pub summary: String,
    /// Its page.
    pub url: String,
    /// Guidance elsewhere.
    #[schema(required = true)]
    pub article_url: Option<String>,
    /// Its live editions, by language and format.
    pub editions: Vec<EditionRecord>,
}
