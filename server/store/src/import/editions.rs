//! Editions of an import.

use domain::{
    catalogue::{
        code::ProductCode,
        edition::{AccessType, AccessibleFormat, EditionStatus, ResourceType},
        taxonomy::LanguageTag,
        video::VideoLink,
    },
    id::{EditionId, PublicationId},
};
use jiff::{Timestamp, civil::Date};
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// An edition to write.
#[derive(Clone, Debug)]
pub struct NewEdition {
    /// Its id.
    pub id: EditionId,
    /// Its publication.
    pub publication: PublicationId,
    /// Language.
    pub language: LanguageTag,
    /// Format.
    pub format: AccessibleFormat,
    /// Version.
    pub version: i32,
    /// Product code.
    pub code: ProductCode,
    /// Title in its language.
    pub title: Option<String>,
    /// Summary in its language.
    pub summary: Option<String>,
    /// What kind of thing it is.
    pub resource_type: ResourceType,
    /// How people get it.
    pub access: AccessType,
    /// Where it is in its life.
    pub status: EditionStatus,
    /// When it was published.
    pub published_at: Option<Timestamp>,
    /// The day it was first published.
    pub first_published_on: Option<Date>,
    /// Copies in one pack.
    pub unit_of_issue: i32,
    /// The most copies on one line.
    pub maximum: Option<i32>,
    /// Minimum stock level.
    pub minimum_stock_level: i32,
    /// Whether orders stop at the last copy.
    pub run_to_zero: bool,
    /// First day of ordering.
    pub order_from: Option<Date>,
    /// Last day of ordering.
    pub order_end: Option<Date>,
    /// Special conditions.
    pub order_exceptions: Option<String>,
    /// A video elsewhere.
    pub video_url: Option<VideoLink>,
    /// What an import could not know.
    pub warnings: Vec<String>,
    /// Of the imported row and its files.
    pub import_hash: Option<Vec<u8>>,
}

/// Writes an edition.
pub async fn insert_edition(db: impl PgExecutor<'_>, new: &NewEdition, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised, title, summary,
             resource_type, access_type, status, published_at, first_published_on, unit_of_issue, maximum_order_quantity,
             minimum_stock_level, run_to_zero, order_from_date, order_end_date, order_exceptions, video_url, import_warnings,
             import_hash, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $25)",
        new.id as _,
        new.publication as _,
        new.language as _,
        new.format as _,
        new.version,
        new.code as _,
        new.code.normalised(),
        new.title,
        new.summary,
        new.resource_type as _,
        new.access as _,
        new.status as _,
        new.published_at.map(ToSqlx::to_sqlx) as _,
        new.first_published_on.map(ToSqlx::to_sqlx) as _,
        new.unit_of_issue,
        new.maximum,
        new.minimum_stock_level,
        new.run_to_zero,
        new.order_from.map(ToSqlx::to_sqlx) as _,
        new.order_end.map(ToSqlx::to_sqlx) as _,
        new.order_exceptions,
        new.video_url as _,
        &new.warnings,
        new.import_hash.as_deref(),
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Brings an imported edition up to date with its row: type, dates, video, warnings; its files are written anew.
pub async fn update_edition(db: &mut PgConnection, id: EditionId, new: &NewEdition, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "update editions set resource_type = $2, published_at = $3, first_published_on = $4, import_warnings = $5, import_hash = $6,
             video_url = $7, updated_at = $8, row_version = row_version + 1 where id = $1",
        id as _,
        new.resource_type as _,
        new.published_at.map(ToSqlx::to_sqlx) as _,
        new.first_published_on.map(ToSqlx::to_sqlx) as _,
        &new.warnings,
        new.import_hash.as_deref(),
        new.video_url as _,
        now.to_sqlx() as _
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!("delete from files where edition_id = $1", id as _).execute(db).await?;
    Ok(())
}
