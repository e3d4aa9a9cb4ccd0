//! Publications of an import.

use domain::{
    id::{ProgrammeId, PublicationId},
    text::Slug,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// A publication to write.
#[derive(Clone, Debug)]
pub struct NewPublication {
    /// Its id.
    pub id: PublicationId,
    /// The last part of its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: String,
    /// Its programme.
    pub programme: ProgrammeId,
    /// Its number within the programme; drawn when empty.
    pub serial: Option<i32>,
    /// Keywords.
    pub keywords: Vec<String>,
    /// Related guidance.
    pub article_url: Option<String>,
    /// Under which an import finds it again.
    pub import_key: Option<String>,
    /// Keys of diseases.
    pub diseases: Vec<String>,
    /// Keys of vaccinations.
    pub vaccinations: Vec<String>,
    /// Keys of audiences.
    pub audiences: Vec<String>,
    /// Keys of settings.
    pub settings: Vec<String>,
}

/// Writes a publication with its taxonomies. Gives its serial number.
pub async fn insert_publication(db: &mut PgConnection, new: &NewPublication, now: Timestamp) -> Result<i32> {
    let serial = take_serial(db, new).await?;
    sqlx::query!(
        "with written as (
             insert into publications (id, slug, title, summary, programme_id, serial, keywords, article_url, import_key, created_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) returning id),
         d as (insert into publication_diseases select id, unnest($11::text[]) from written),
         v as (insert into publication_vaccinations select id, unnest($12::text[]) from written),
         a as (insert into publication_audiences select id, unnest($13::text[]) from written)
         insert into publication_settings select id, unnest($14::text[]) from written",
        new.id as _,
        new.slug as _,
        new.title,
        new.summary,
        new.programme as _,
        serial,
        &new.keywords,
        new.article_url,
        new.import_key,
        now.to_sqlx() as _,
        &new.diseases,
        &new.vaccinations,
        &new.audiences,
        &new.settings
    )
    .execute(db)
    .await?;
    Ok(serial)
}

/// Its serial number within the programme: its own, or the next.
async fn take_serial(db: &mut PgConnection, new: &NewPublication) -> Result<i32> {
    Ok(match new.serial {
        Some(serial) => {
            sqlx::query!(
                "update programmes set next_serial = greatest(next_serial, $2 + 1) where id = $1",
                new.programme as _,
                serial
            )
            .execute(&mut *db)
            .await?;
            serial
        }
        None => {
            sqlx::query_scalar!(
                r#"update programmes set next_serial = next_serial + 1 where id = $1 returning next_serial - 1 as "serial!""#,
                new.programme as _
            )
            .fetch_one(&mut *db)
            .await?
        }
    })
}

/// Gives an imported publication the title its rows have now.
pub async fn retitle(db: impl PgExecutor<'_>, id: PublicationId, title: &str, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "update publications set title = $2, updated_at = $3, row_version = row_version + 1
         where id = $1 and import_key is not null and title <> $2",
        id as _,
        title,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}
