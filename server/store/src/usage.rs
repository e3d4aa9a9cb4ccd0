//! How much is used, counted by day and by nothing that leads to a person.

use domain::id::{EditionId, FileId, PublicationId};
use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// One more download of each of these files, in one order for everybody, so that nobody waits in a circle.
pub async fn downloaded(db: impl PgExecutor<'_>, files: &[FileId], day: Date) -> Result<()> {
    sqlx::query!(
        "insert into download_counts (day, file_id, downloads)
         select $1::date, f.id, 1 from files f where f.id in (select unnest($2::uuid[])) order by f.id
         on conflict (day, file_id) do update set downloads = download_counts.downloads + 1",
        day.to_sqlx() as _,
        files as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// One more scan of the QR code of a publication, or of one of its editions.
pub async fn scanned(
    db: impl PgExecutor<'_>,
    publication: PublicationId,
    edition: Option<EditionId>,
    day: Date,
) -> Result<()> {
    sqlx::query!(
        "insert into scan_counts (day, publication_id, edition_id, scans) values ($1, $2, $3, 1)
         on conflict (day, publication_id, edition_id) do update set scans = scan_counts.scans + 1",
        day.to_sqlx() as _,
        publication as _,
        edition as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Counts anew what was ordered and downloaded of each publication since a day. Gives those whose figure
/// changed.
pub async fn refresh_popularity(db: impl PgExecutor<'_>, since: Date) -> Result<Vec<PublicationId>> {
    Ok(sqlx::query_scalar!(
        r#"with used as (
               select publication_id, sum(copies)::integer as uses from (
                   select e.publication_id, l.quantity_ordered - l.quantity_cancelled as copies
                   from orders o join order_lines l on l.order_id = o.id join editions e on e.id = l.edition_id
                   where o.placed_at >= $1::date
                   union all
                   select e.publication_id, c.downloads from download_counts c join files f on f.id = c.file_id
                       join editions e on e.id = f.edition_id where c.day >= $1
               ) each_use group by publication_id having sum(copies) > 0
           ), counted as (
               insert into publication_usage (publication_id, uses) select publication_id, uses from used
               on conflict (publication_id) do update set uses = excluded.uses where publication_usage.uses <> excluded.uses
               returning publication_id
           ), forgotten as (
               delete from publication_usage u where not exists (select from used where used.publication_id = u.publication_id)
               returning publication_id
           )
           select publication_id as "id!: PublicationId" from (table counted union all table forgotten) changed"#,
        since.to_sqlx() as _
    )
    .fetch_all(db)
    .await?)
}

/// Lets programs read the listings of these publications again.
pub async fn touch_listings(db: impl PgExecutor<'_>, publications: &[PublicationId]) -> Result<()> {
    sqlx::query!(r#"select touch_listings($1) as "done: ()""#, publications as _).execute(db).await?;
    Ok(())
}
