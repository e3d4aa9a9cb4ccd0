//! The cards of a page of results.

use domain::{
    catalogue::{
        availability::{Orderability, Stock},
        code::ProductCode,
        edition::{AccessType, AccessibleFormat, EditionStatus, ResourceType},
        taxonomy::LanguageTag,
        thumbnail::Thumbnail,
    },
    id::{BasketId, EditionId, PublicationId},
    text::Slug,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::{
    Result,
    rows::{orderability, thumbnails},
};

/// A result: a publication with the edition that stands for it.
#[derive(Clone, Debug)]
pub struct Card {
    /// Its id.
    pub id: PublicationId,
    /// Its address.
    pub slug: Slug,
    /// Title, in the language of the edition where it has one.
    pub title: String,
    /// The first characters of the summary.
    pub summary: String,
    /// Name of its programme.
    pub programme: String,
    /// Code of that edition.
    pub code: ProductCode,
    /// Language of the edition that stands for it.
    pub language: LanguageTag,
    /// Whether the title is in that language.
    pub title_is_translated: bool,
    /// Whether the summary is.
    pub summary_is_translated: bool,
    /// Format of that edition.
    pub format: AccessibleFormat,
    /// What kind of thing it is.
    pub resource_type: ResourceType,
    /// Live languages.
    pub languages: Vec<LanguageTag>,
    /// Live formats.
    pub formats: Vec<AccessibleFormat>,
    /// When that edition was published.
    pub published_at: Timestamp,
    /// When anything of it was changed.
    pub updated_at: Timestamp,
    /// Thumbnails of the cover of that edition, the narrowest first; none where it has to be drawn.
    pub cover: Vec<Thumbnail>,
    /// What the availability rule looks at.
    pub orderability: Orderability,
}

/// The cards of these publications, in this order. The edition that stands for a publication is one of `fitting`,
/// or any that is live where there are none of these; the reader's language first, then English, then the newest. Stock leaves
/// out what other baskets hold, as the pages of publications do.
#[expect(clippy::too_many_lines, reason = "one statement and the one place that reads its row")]
pub async fn cards(
    db: impl PgExecutor<'_>,
    publications: &[PublicationId],
    fitting: &[EditionId],
    (preferred, basket): (&LanguageTag, Option<BasketId>),
    now: Timestamp,
) -> Result<Vec<Card>> {
    let rows = sqlx::query!(
        r#"select p.id as "id: PublicationId", p.slug as "slug: Slug", coalesce(e.title, p.title) as "title!",
               left(coalesce(e.summary, p.summary), 161) as "summary!", e.title is not null as "title_is_translated!", e.summary is not null as "summary_is_translated!",
               pr.name as programme, e.product_code as "code: ProductCode", e.language as "language: LanguageTag",
               e.format as "format: AccessibleFormat", e.resource_type as "resource_type: ResourceType",
               e.access_type as "access: AccessType", e.is_restricted, e.unit_of_issue, e.run_to_zero, e.minimum_stock_level,
               e.order_from_date as "order_from: jiff_sqlx::Date", e.order_end_date as "order_end: jiff_sqlx::Date",
               e.published_at as "published_at: jiff_sqlx::Timestamp",
               greatest(p.updated_at, chips.updated_at) as "updated_at!: jiff_sqlx::Timestamp",
               chips.languages as "languages!: Vec<LanguageTag>", chips.formats as "formats!: Vec<AccessibleFormat>",
               coalesce((select sum(s.on_hand - s.reserved) from stock_levels s where s.edition_id = e.id), 0)
                   - coalesce((select sum(h.quantity) from stock_holds h where h.edition_id = e.id and h.expires_at > $4
                       and h.basket_id is distinct from $5), 0)
                   as "available!",
               exists (select from stock_movements m where m.edition_id = e.id and m.kind = 'received') as "was_received!",
               (select c.thumbnails from pictures c where c.edition_id = e.id order by c.position limit 1) as cover
           from unnest($1::uuid[]) with ordinality wanted (id, at)
           join publications p on p.id = wanted.id join programmes pr on pr.id = p.programme_id
           cross join lateral (
               select array_agg(distinct language) as languages, array_agg(distinct format) as formats, max(updated_at) as updated_at
               from editions where publication_id = p.id and status = 'live') chips
           cross join lateral (
               select * from editions e where e.publication_id = p.id and e.status = 'live'
                   and (cardinality($2::uuid[]) = 0 or e.id = any ($2))
               order by e.language = $3 desc, e.language = 'en' desc, e.format = 'standard' desc, e.published_at desc, e.id
               limit 1) e
           order by wanted.at"#,
        publications as _,
        fitting as _,
        preferred as _,
        now.to_sqlx() as _,
        basket as _
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Card {
                id: row.id,
                slug: row.slug,
                title: row.title,
                summary: row.summary,
                programme: row.programme,
                code: row.code,
                language: row.language,
                title_is_translated: row.title_is_translated,
                summary_is_translated: row.summary_is_translated,
                format: row.format,
                resource_type: row.resource_type,
                languages: row.languages,
                formats: row.formats,
                published_at: row.published_at.map(jiff_sqlx::Timestamp::to_jiff).unwrap_or_default(),
                updated_at: row.updated_at.to_jiff(),
                cover: thumbnails(row.cover)?,
                orderability: orderability!(row, EditionStatus::Live),
            })
        })
        .collect()
}
