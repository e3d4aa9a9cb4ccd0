//! Pages that everybody may read.

use domain::text::Slug;
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
    /// Publications, the newest first, and when anything of them was changed.
    pub publications: Vec<(Slug, Timestamp)>,
}

/// Programmes that have a page, and publications that have something live.
pub async fn live(db: impl PgExecutor<'_> + Copy) -> Result<Pages> {
    let programmes = crate::taxonomy::programmes(db).await?.into_iter().filter(|programme| programme.is_listed);
    let rows = sqlx::query!(
        r#"select p.slug as "slug: Slug", greatest(p.updated_at, max(e.updated_at)) as "changed!: jiff_sqlx::Timestamp"
           from listings l join publications p on p.id = l.publication_id
           join editions e on e.publication_id = p.id and e.status = 'live'
           group by p.id order by 2 desc, p.id limit $1"#,
        MOST
    )
    .fetch_all(db)
    .await?;
    let publications = rows.into_iter().map(|row| (row.slug, row.changed.to_jiff())).collect();
    Ok(Pages { programmes: programmes.map(|programme| programme.slug).collect(), publications })
}
