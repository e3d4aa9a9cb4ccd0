//! Pages that everybody may read.

use domain::{
    catalogue::{edition::AccessibleFormat, taxonomy::LanguageTag},
    paths,
    text::Slug,
};
use jiff::Timestamp;
use sqlx::PgPool;

use crate::Result;

/// Programmes that have a page, by name.
pub async fn programmes(db: &PgPool) -> Result<Vec<Slug>> {
    let mut db = db.acquire().await?;
    let programmes = crate::taxonomy::programmes(&mut db).await?.into_iter().filter(|programme| programme.is_listed);
    Ok(programmes.map(|programme| programme.slug).collect())
}

/// The parts that live editions make, so many each, in the order of [`part`]; and when something in each, or its
/// work, was changed last.
pub async fn parts(db: &PgPool, size: i64) -> Result<Vec<Timestamp>> {
    let changed = sqlx::query_scalar!(
        r#"select max(changed) as "changed!: jiff_sqlx::Timestamp" from (
               select greatest(p.updated_at, e.updated_at) as changed, (row_number() over (order by e.id) - 1) / $1 as part
               from listings l join publications p on p.id = l.publication_id
               join editions e on e.publication_id = p.id and e.status = 'live') as pages
           group by part order by part"#,
        size
    )
    .fetch_all(db)
    .await?;
    Ok(changed.into_iter().map(jiff_sqlx::Timestamp::to_jiff).collect())
}

/// The pages of one part, counted from 0: publications, each opened at a live edition, and when it or its work was
/// changed. By their ids, so that what is new comes into the last part and the others stay as they are.
pub async fn part(db: &PgPool, number: u32, size: i64) -> Result<Vec<(paths::Path, Timestamp)>> {
    let rows = sqlx::query!(
        r#"select p.slug as "slug: Slug", e.language as "language: LanguageTag", e.format as "format: AccessibleFormat",
               greatest(p.updated_at, e.updated_at) as "changed!: jiff_sqlx::Timestamp"
           from listings l join publications p on p.id = l.publication_id
           join editions e on e.publication_id = p.id and e.status = 'live'
           order by e.id limit $1 offset $2"#,
        size,
        i64::from(number).saturating_mul(size)
    )
    .fetch_all(db)
    .await?;
    let pages = rows.into_iter();
    let pages = pages.map(|row| (paths::edition(&row.slug, &row.language, row.format, None), row.changed.to_jiff()));
    Ok(pages.collect())
}
