//! What fits some words.

use std::collections::HashMap;

use domain::{
    catalogue::{
        index::Hit,
        search::{Requirement, Terms},
        taxonomy::LanguageTag,
    },
    id::PublicationId,
};
use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// From so many characters on, the beginning of a code is enough.
const CODE_PREFIX: usize = 3;

/// The publications that fit, each with how well. `languages` are those the reader may be looking in: words
/// are stemmed as those languages do, besides English. What somebody put into quotes may stand on one page of a file
/// instead: such a publication stands last. Where English leaves out every word, titles are asked for them as they
/// stand. The own title of an edition says as much as that of its publication.
#[expect(clippy::too_many_lines, reason = "one statement and what it is given")]
pub async fn hits(
    db: impl PgExecutor<'_>,
    (words, terms): (&str, &Terms),
    requirements: &[Requirement],
    languages: &[LanguageTag],
) -> Result<HashMap<PublicationId, Hit>> {
    let ((texts, groups, phrases), loose) = (columns(requirements), loosened(requirements));
    let rows = sqlx::query!(
        r#"with asked as materialized (
               select search_query($1, $2, $3, $4, $5) as words, search_query($1, $2, $9, $4, $5) as loose, fold($8) as title),
           quoted as materialized (
               select search_query(array_agg(t.term), array_agg(t.at), array_agg(t.is_phrase), '{}', $5) as words
               from unnest($1::text[], $2::integer[], $3::boolean[], $9::boolean[]) as t (term, at, is_phrase, is_one_still) group by t.at having bool_or(t.is_phrase <> t.is_one_still)),
           codes as (
               select publication_id, bool_or(code_normalised = $6) as exact from editions
               where status = 'live' and code_normalised ~>=~ $6 and code_normalised ~<~ $7 group by publication_id),
           own as (
               select publication_id, bool_or(title_folded = (select title from asked)) as exact from editions
               where status = 'live' and title_folded ~>=~ (select title from asked)
                   and title_folded ~<~ (select title || U&'\+10FFFF' from asked) group by publication_id),
           plain as (
               select publication_id, title_folded, (select title from asked) as title, 0::real as rank from listings
               where (select words is null from asked)
                   and to_tsvector('pg_catalog.simple', title_folded)
                       @@ (select plainto_tsquery('pg_catalog.simple', title) from asked)),
           texts as (
               select publication_id, title_folded, (select title from asked) as title,
                   case when not exists (select from quoted) or document @@ (select words from asked)
                       then ts_rank('{0.1, 0.2, 0.5, 1.0}', document, (select words from asked)) else 0 end as rank
               from listings l where document @@ (select loose from asked)
                   and not exists (select from quoted q where not l.document @@ q.words and not exists (
                       select from editions e join files f on f.edition_id = e.id and f.kind in ('web', 'print') and is_downloadable(f.kind, f.scan_state, f.sha256, e.status, e.access_type, e.is_restricted)
                       join file_pages g on g.file_id = f.id and g.words @@ q.words
                       where e.publication_id = l.publication_id)))
           select coalesce(t.publication_id, c.publication_id) as "publication!: PublicationId",
               (case when c.exact then 1 when c.publication_id is not null then 2
                   when t.title_folded = t.title or o.exact then 3
                   when starts_with(t.title_folded, t.title) or o.publication_id is not null then 4 else 5 end)::smallint as "tier!",
               coalesce(t.rank, 0)::real as "rank!"
           from (select * from texts union all select * from plain) t
           full join codes c on c.publication_id = t.publication_id
           left join own o on o.publication_id = t.publication_id"#,
        &texts,
        &groups,
        &phrases,
        &terms.excluded,
        languages as _,
        terms.code,
        end_of_codes(&terms.code),
        words,
        &loose
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.publication, Hit { tier: row.tier, rank: row.rank })).collect())
}

/// Requirements as columns of parameters: the terms, the number of the requirement each of them is a way to say, and
/// whether they are phrases.
pub(super) fn columns(requirements: &[Requirement]) -> (Vec<String>, Vec<i32>, Vec<bool>) {
    let (mut texts, mut groups, mut phrases) = (Vec::new(), Vec::new(), Vec::new());
    for (group, requirement) in requirements.iter().enumerate() {
        for alternative in &requirement.alternatives {
            texts.push(alternative.text.clone());
            groups.push(i32::try_from(group).unwrap_or(i32::MAX));
            phrases.push(alternative.is_phrase);
        }
    }
    (texts, groups, phrases)
}

/// Which terms are phrases still when quotes are left out of account: those that are synonyms of what was typed.
fn loosened(requirements: &[Requirement]) -> Vec<bool> {
    let ways = |one: &Requirement| {
        let is_quoted = one.is_quoted();
        one.alternatives.iter().map(move |way| way.is_phrase && !is_quoted).collect::<Vec<_>>()
    };
    requirements.iter().flat_map(ways).collect()
}

/// Codes from the given one up to this, and not this one, are those that begin with it, or only it.
fn end_of_codes(code: &str) -> String {
    match code.chars().count() {
        0 => String::new(),
        few if few < CODE_PREFIX => format!("{code}\u{1}"),
        _ => format!("{code}\u{10FFFF}"),
    }
}

/// Forgets searches that nobody made since a day.
pub async fn forget_missed(db: impl PgExecutor<'_>, before: Date) -> Result<()> {
    sqlx::query!("delete from missed_searches where last_on < $1", before.to_sqlx() as _).execute(db).await?;
    Ok(())
}

/// Counts a search that found nothing.
pub async fn missed(db: impl PgExecutor<'_>, words: &str, today: Date) -> Result<()> {
    sqlx::query!(
        "insert into missed_searches (words, last_on) select left(fold($1), 200), $2 where char_length(fold($1)) > 0
         on conflict (words) do update set searches = missed_searches.searches + 1, last_on = excluded.last_on",
        words,
        today.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}
