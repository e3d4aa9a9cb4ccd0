//! Languages and programmes.

use domain::catalogue::{
    search::Facet,
    taxonomy::{Language, Programme},
};
use domain::{id::ProgrammeId, text::Slug};
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// All languages by name.
pub async fn languages(db: impl PgExecutor<'_>) -> Result<Vec<Language>> {
    Ok(sqlx::query_as!(
        Language,
        r#"select tag as "tag: _", name, endonym, direction as "direction: _" from languages order by name"#
    )
    .fetch_all(db)
    .await?)
}

/// All programmes by name, temporary ones and those without anything live among them.
pub async fn programmes(db: &mut PgConnection) -> Result<Vec<Programme>> {
    let listed = sqlx::query_scalar!(
        r#"select id as "id: ProgrammeId" from programmes pr where not is_temporary
           and exists (select from publications p join listings l on l.publication_id = p.id
               where p.programme_id = pr.id)"#
    )
    .fetch_all(&mut *db)
    .await?;
    let all = sqlx::query!(
        r#"select id as "id: ProgrammeId", code, name, slug as "slug: Slug", is_featured from programmes order by name"#
    )
    .fetch_all(db)
    .await?;
    Ok(all
        .into_iter()
        .map(|row| Programme {
            id: row.id,
            code: row.code,
            name: row.name,
            slug: row.slug,
            is_featured: row.is_featured,
            is_listed: listed.contains(&row.id),
        })
        .collect())
}

/// Names of the values of a facet, by key.
#[derive(Clone, Debug)]
pub struct Named {
    /// Which facet.
    pub facet: Facet,
    /// The value as it stands in URLs.
    pub key: String,
    /// Its name.
    pub name: String,
}

/// Names of all diseases, vaccinations, audiences and settings.
pub async fn named(db: impl PgExecutor<'_>) -> Result<Vec<Named>> {
    Ok(sqlx::query_as!(
        Named,
        r#"select 'disease' as "facet!: Facet", key as "key!", name as "name!" from diseases
           union all select 'vaccination', key, name from vaccinations
           union all select 'audience', key, name from audiences
           union all select 'setting', key, name from settings"#
    )
    .fetch_all(db)
    .await?)
}
