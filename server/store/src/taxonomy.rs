//! Languages and programmes.

use domain::catalogue::{
    search::Facet,
    taxonomy::{Language, Programme},
};
use sqlx::PgExecutor;

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
pub async fn programmes(db: impl PgExecutor<'_>) -> Result<Vec<Programme>> {
    Ok(sqlx::query_as!(
        Programme,
        r#"select id as "id: _", code, name, slug as "slug: _", is_featured,
               not is_temporary and exists (select from publications p join listings l on l.publication_id = p.id
                   where p.programme_id = pr.id) as "is_listed!"
           from programmes pr order by name"#
    )
    .fetch_all(db)
    .await?)
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
