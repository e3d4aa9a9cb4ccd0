//! What the index in memory is made of.

use std::collections::HashMap;

use domain::{
    catalogue::{
        edition::{AccessType, AccessibleFormat, ResourceType},
        index::{NewEdition, NewEntry},
        taxonomy::LanguageTag,
    },
    id::{EditionId, PublicationId},
};
use futures::TryStreamExt;
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgConnection;

use crate::Result;

/// Publications whose listing was written after a version of the catalogue, with their live editions: each is handed
/// over as it is read, so that nothing holds the whole catalogue twice.
pub async fn changed(db: &mut PgConnection, after: i64, mut put: impl FnMut(NewEntry) + Send) -> Result<()> {
    let mut editions = editions(&mut *db, after).await?;
    let mut rows = sqlx::query!(
        r#"select l.publication_id as "id: PublicationId", l.title_folded,
               pr.slug as programme, fold(pr.name) as "programme_name!",
               p.updated_at as "updated_at: jiff_sqlx::Timestamp", coalesce((select u.uses from publication_usage u where u.publication_id = p.id), 0) as "uses!",
               array(select disease from publication_diseases x where x.publication_id = p.id) as "diseases!",
               array(select vaccination from publication_vaccinations x where x.publication_id = p.id) as "vaccinations!",
               array(select audience from publication_audiences x where x.publication_id = p.id) as "audiences!",
               array(select setting from publication_settings x where x.publication_id = p.id) as "settings!"
           from listings l join publications p on p.id = l.publication_id join programmes pr on pr.id = p.programme_id
           where l.changed_in > $1"#,
        after
    )
    .fetch(db);
    while let Some(row) = rows.try_next().await? {
        put(NewEntry {
            id: row.id,
            title: row.title_folded,
            programme: row.programme,
            programme_name: row.programme_name,
            diseases: row.diseases,
            vaccinations: row.vaccinations,
            audiences: row.audiences,
            settings: row.settings,
            updated_at: row.updated_at.to_jiff(),
            popularity: row.uses.into(),
            editions: editions.remove(&row.id).unwrap_or_default(),
        });
    }
    Ok(())
}

async fn editions(db: &mut PgConnection, after: i64) -> Result<HashMap<PublicationId, Vec<NewEdition>>> {
    let mut rows = sqlx::query!(
        r#"select e.publication_id as "publication: PublicationId", e.id as "id: EditionId", e.title_folded, e.language as "language: LanguageTag",
               e.format as "format: AccessibleFormat", e.resource_type as "resource_type: ResourceType",
               e.access_type as "access: AccessType", e.is_restricted, e.order_from_date as "order_from: jiff_sqlx::Date",
               e.order_end_date as "order_end: jiff_sqlx::Date", e.version_number, e.code_normalised,
               e.published_at as "published_at: jiff_sqlx::Timestamp", e.updated_at as "updated_at: jiff_sqlx::Timestamp",
               e.created_at as "created_at: jiff_sqlx::Timestamp"
           from listings l join editions e on e.publication_id = l.publication_id and e.status = 'live'
           where l.changed_in > $1"#,
        after
    )
    .fetch(db);
    let mut by_publication = HashMap::<PublicationId, Vec<NewEdition>>::new();
    while let Some(row) = rows.try_next().await? {
        by_publication.entry(row.publication).or_default().push(NewEdition {
            id: row.id,
            title: row.title_folded,
            language: row.language,
            format: row.format,
            resource_type: row.resource_type,
            access: row.access,
            is_restricted: row.is_restricted,
            order_from: row.order_from.map(jiff_sqlx::Date::to_jiff),
            order_end: row.order_end.map(jiff_sqlx::Date::to_jiff),
            version: row.version_number,
            code: row.code_normalised,
            published_at: row.published_at.map(jiff_sqlx::Timestamp::to_jiff).unwrap_or_default(),
            updated_at: row.updated_at.to_jiff(),
            created_at: row.created_at.to_jiff(),
        });
    }
    Ok(by_publication)
}

/// Publications that lost their listing after a version of the catalogue.
pub async fn unlisted(db: &mut PgConnection, after: i64) -> Result<Vec<PublicationId>> {
    Ok(sqlx::query_scalar!(
        r#"select publication_id as "id: PublicationId" from unlisted where changed_in > $1"#,
        after
    )
    .fetch_all(db)
    .await?)
}

/// Editions that run to zero and have less than a pack left.
pub async fn sold_out(db: &mut PgConnection, now: Timestamp) -> Result<Vec<EditionId>> {
    Ok(sqlx::query_scalar!(
        r#"select e.id as "id: EditionId" from editions e where e.status = 'live' and e.run_to_zero and e.unit_of_issue >
               coalesce((select sum(s.on_hand - s.reserved) from stock_levels s where s.edition_id = e.id), 0)
               - coalesce((select sum(h.quantity) from stock_holds h where h.edition_id = e.id and h.expires_at > $1), 0)"#,
        now.to_sqlx() as _
    )
    .fetch_all(db)
    .await?)
}

/// Groups of terms that mean the same.
pub async fn synonyms(db: &mut PgConnection) -> Result<Vec<Vec<String>>> {
    Ok(sqlx::query_scalar!("select terms from synonym_groups order by id").fetch_all(db).await?)
}
