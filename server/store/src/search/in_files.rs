//! Where inside files the words of a search stand.

use domain::{
    catalogue::{search::Requirement, taxonomy::LanguageTag},
    id::{FileId, PublicationId},
};
use sqlx::PgExecutor;

use super::hits::columns;
use crate::Result;

/// A page of a file on which words stand that stand nowhere else of its publication.
#[derive(Clone, Debug)]
pub struct PageHit {
    /// The publication.
    pub publication: PublicationId,
    /// The file.
    pub file: FileId,
    /// Its name.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// The page.
    pub page: i32,
}

/// For each of these publications at most one page: of those that hold what title, topics and summary lack, the one
/// that holds most of it; then the reader's language first, files for the screen, and the first page. Nothing of a
/// publication that lacks nothing, and of files that may not be downloaded now.
pub async fn page_hits(
    db: impl PgExecutor<'_>,
    publications: &[PublicationId],
    requirements: &[Requirement],
    languages: &[LanguageTag],
    preferred: &LanguageTag,
) -> Result<Vec<PageHit>> {
    let (texts, groups, phrases) = columns(requirements);
    Ok(sqlx::query_as!(
        PageHit,
        r#"with asked as materialized (
               select search_query(array_agg(t.term), array_agg(t.at), array_agg(t.is_phrase), '{}', $5) as words
               from unnest($2::text[], $3::integer[], $4::boolean[]) as t (term, at, is_phrase) group by t.at),
           lacking as materialized (
               select l.publication_id, a.words from listings l cross join asked a
               where l.publication_id = any ($1) and not ts_filter(l.document, '{a,b,c}') @@ a.words)
           select distinct on (k.publication_id) k.publication_id as "publication!: _", f.id as "file!: _",
               f.file_name as "file_name!", f.media_type as "media_type!", g.page as "page!"
           from lacking k join editions e on e.publication_id = k.publication_id
           join files f on f.edition_id = e.id and f.kind in ('web', 'print')
               and is_downloadable(f.kind, f.scan_state, f.sha256, e.status, e.access_type, e.is_restricted)
           join file_pages g on g.file_id = f.id and g.words @@ k.words
           group by k.publication_id, e.id, f.id, g.page
           order by k.publication_id, count(*) desc, e.language = $6 desc, e.language = 'en' desc, f.kind desc,
               f.position, f.id, g.page"#,
        publications as _,
        &texts,
        &groups,
        &phrases,
        languages as _,
        preferred as _
    )
    .fetch_all(db)
    .await?)
}
