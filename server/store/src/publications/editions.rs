//! The editions of a publication.

use domain::{
    catalogue::{
        availability::{Orderability, Stock},
        code::ProductCode,
        edition::{AccessType, AccessibleFormat, EditionStatus, ResourceType},
        file::FileKind,
        taxonomy::LanguageTag,
    },
    id::{BasketId, EditionId, PublicationId},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::{Result, rows::orderability};

/// An edition with its stock as the asking basket sees it.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Its id.
    pub id: EditionId,
    /// Its language.
    pub language: LanguageTag,
    /// Its format.
    pub format: AccessibleFormat,
    /// Its version.
    pub version: i32,
    /// Its product code.
    pub code: ProductCode,
    /// Title in its own language.
    pub title: Option<String>,
    /// Summary in its own language.
    pub summary: Option<String>,
    /// What kind of thing it is.
    pub resource_type: ResourceType,
    /// When it was published.
    pub published_at: Option<Timestamp>,
    /// When it was changed.
    pub updated_at: Timestamp,
    /// The most copies on one line.
    pub maximum: Option<i32>,
    /// Special conditions.
    pub order_exceptions: Option<String>,
    /// A video elsewhere.
    pub video_url: Option<String>,
    /// What each of its files is for that it offers for download, its cover included.
    pub downloads: Vec<FileKind>,
    /// What the availability rule looks at.
    pub orderability: Orderability,
}

/// All editions that were ever public, live ones first. Stock leaves out what other baskets hold.
#[expect(clippy::too_many_lines, reason = "one statement and the one place that reads its row")]
pub async fn editions(
    db: impl PgExecutor<'_>,
    publication: PublicationId,
    basket: Option<BasketId>,
    now: Timestamp,
) -> Result<Vec<Edition>> {
    let rows = sqlx::query!(
        r#"select e.id as "id: EditionId", e.language as "language: LanguageTag", e.format as "format: AccessibleFormat",
               e.version_number, e.product_code as "code: ProductCode", e.title, e.summary,
               e.resource_type as "resource_type: ResourceType", e.access_type as "access: AccessType", e.is_restricted,
               e.status as "status: EditionStatus", e.published_at as "published_at: jiff_sqlx::Timestamp",
               e.updated_at as "updated_at: jiff_sqlx::Timestamp", e.maximum_order_quantity, e.order_exceptions, e.video_url,
               e.unit_of_issue, e.run_to_zero, e.minimum_stock_level,
               e.order_from_date as "order_from: jiff_sqlx::Date", e.order_end_date as "order_end: jiff_sqlx::Date",
               coalesce((select sum(s.on_hand - s.reserved) from stock_levels s where s.edition_id = e.id), 0)
                   - coalesce((select sum(h.quantity) from stock_holds h where h.edition_id = e.id and h.expires_at > $3
                       and h.basket_id is distinct from $2), 0) as "available!",
               exists (select from stock_movements m where m.edition_id = e.id and m.kind = 'received') as "was_received!",
               array(select f.kind from files f where f.edition_id = e.id
                   and is_downloadable(f.kind, f.scan_state, f.sha256, e.status, e.access_type, e.is_restricted)) as "downloads!: Vec<FileKind>"
           from editions e where e.publication_id = $1 and e.status <> 'draft'
           order by e.status = 'live' desc, e.language, e.format, e.version_number desc"#,
        publication as _,
        basket as _,
        now.to_sqlx() as _
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Edition {
            id: row.id,
            language: row.language,
            format: row.format,
            version: row.version_number,
            code: row.code,
            title: row.title,
            summary: row.summary,
            resource_type: row.resource_type,
            published_at: row.published_at.map(jiff_sqlx::Timestamp::to_jiff),
            updated_at: row.updated_at.to_jiff(),
            maximum: row.maximum_order_quantity,
            order_exceptions: row.order_exceptions,
            video_url: row.video_url,
            downloads: row.downloads,
            orderability: orderability!(row, row.status),
        })
        .collect())
}
