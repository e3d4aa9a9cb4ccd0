//! Pages that everybody may read.

use domain::{
    catalogue::{edition::AccessibleFormat, taxonomy::LanguageTag},
    paths,
    text::Slug,
};
use jiff::Timestamp;
use sqlx::PgExecutor;

use crate::Result;

/// The most addresses that one sitemap may hold, by its protocol; the newest are kept.
const MOST: i64 = 49_000;

/// What is live now.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// Programmes by name.
    pub programmes: Vec<Slug>,
    /// Pages of publications, each opened at one live edition, the newest first; and when it or its work was changed.
    pub publications: Vec<(paths::Path, Timestamp)>,
}

/// Programmes that have a page, and publications that have something live.
pub async fn live(db: impl PgExecutor<'_> + Copy) -> Result<Pages> {
    let programmes = crate::taxonomy::programmes(db).await?.into_iter().filter(|programme| programme.is_listed);
    let rows = sqlx::query!(
        r#"select p.slug as "slug: Slug", e.language as "language: LanguageTag", e.format as "format: AccessibleFormat",
               greatest(p.updated_at, e.updated_at) as "changed!: jiff_sqlx::Timestamp"
           from listings l join publications p on p.id = l.publication_id
           join editions e on e.publication_id = p.id and e.status = 'live'
           order by 4 desc, e.id limit $1"#,
        MOST
    )
    .fetch_all(db)
    .await?;
    let pages = rows.into_iter();
    let pages = pages.map(|row| (paths::edition(&row.slug, &row.language, row.format, None), row.changed.to_jiff()));
    let publications = pages.collect();
    Ok(Pages { programmes: programmes.map(|programme| programme.slug).collect(), publications })
}
