//! The text of files: which wait for it, and what stands on their pages.

use domain::id::{FileId, PublicationId};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// A file whose text is to be read.
#[derive(Clone, Debug)]
pub struct WaitingFile {
    /// Its id.
    pub id: FileId,
    /// The publication it belongs to.
    pub publication: PublicationId,
    /// Its media type.
    pub media_type: String,
    /// The hash it lies under.
    pub sha256: Vec<u8>,
}

/// A page that holds text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageText {
    /// Its number, from 1, as viewers count.
    pub number: i32,
    /// What stands on it.
    pub body: String,
}

/// Takes a file whose text nobody has read: it may be downloaded, and a try of it never began or did not end since
/// `retake`, of at most so many. Whoever takes it counts a try.
pub async fn take(
    db: impl PgExecutor<'_>,
    now: Timestamp,
    retake: Timestamp,
    tries: i16,
) -> Result<Option<WaitingFile>> {
    Ok(sqlx::query_as!(
        WaitingFile,
        r#"with next as materialized (
               select f.id, e.publication_id, f.media_type, f.sha256
               from files f join editions e on e.id = f.edition_id
               where f.kind in ('web', 'print') and f.media_type in ('application/pdf', 'text/plain')
                   and is_downloadable(f.kind, f.scan_state, f.sha256, e.status, e.access_type, e.is_restricted)
                   and not exists (select from file_texts t where t.file_id = f.id
                       and (t.state <> 'begun' or t.tries >= $3 or t.tried_at > $2))
               order by f.id limit 1),
           taken as (
               insert into file_texts (file_id, state, tries, tried_at) select id, 'begun', 1, $1 from next
               on conflict (file_id) do update set tries = file_texts.tries + 1, tried_at = excluded.tried_at
                   where file_texts.state = 'begun' and file_texts.tried_at <= $2
               returning file_id)
           select n.id as "id!: _", n.publication_id as "publication!: _", n.media_type as "media_type!", n.sha256 as "sha256!"
           from next n join taken t on t.file_id = n.id"#,
        now.to_sqlx() as _,
        retake.to_sqlx() as _,
        tries
    )
    .fetch_optional(db)
    .await?)
}

/// Keeps the pages of a file, in the words of its edition's language.
pub async fn keep(db: impl PgExecutor<'_>, file: FileId, pages: &[PageText]) -> Result<()> {
    let numbers: Vec<i32> = pages.iter().map(|page| page.number).collect();
    let bodies: Vec<String> = pages.iter().map(|page| page.body.clone()).collect();
    sqlx::query!(
        "with kept as (
             insert into file_pages (file_id, page, body, words)
             select f.id, p.page, p.body, search_words(p.body, e.language)
             from files f join editions e on e.id = f.edition_id cross join unnest($2::int[], $3::text[]) as p (page, body)
             where f.id = $1
             on conflict (file_id, page) do update set body = excluded.body, words = excluded.words)
         update file_texts set state = 'read' where file_id = $1",
        file as _,
        &numbers,
        &bodies
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Records that a file has no text that could be read. It is not tried again.
pub async fn give_up(db: impl PgExecutor<'_>, file: FileId) -> Result<()> {
    sqlx::query!("update file_texts set state = 'unreadable' where file_id = $1", file as _).execute(db).await?;
    Ok(())
}
