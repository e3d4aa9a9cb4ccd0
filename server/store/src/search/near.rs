//! What is near words that were mistyped.

use domain::id::PublicationId;
use sqlx::PgExecutor;

use crate::Result;

/// Publications whose title or taxonomy has a similar word for each of these words, nearest first. Titles
/// say more than what they are sorted into.
pub async fn close_titles(db: impl PgExecutor<'_>, words: &[String], most: i64) -> Result<Vec<PublicationId>> {
    // The index is asked for the longest word; the others are looked for in what it gives, up to a bound.
    let Some(longest) = words.iter().max_by_key(|word| word.chars().count()) else { return Ok(Vec::new()) };
    Ok(sqlx::query_scalar!(
        r#"with asked as materialized (select fold(word) as word from unnest($1::text[]) word),
           near as materialized (select publication_id, title_folded, words from listings where fold($2) <% words limit 500)
           select publication_id as "id: PublicationId" from near n
           where not exists (select from asked a where not a.word <% n.words)
           order by (select sum(word_similarity(a.word, n.words) + word_similarity(a.word, n.title_folded)) from asked a) desc,
               title_folded, publication_id
           limit $3"#,
        words,
        longest,
        most
    )
    .fetch_all(db)
    .await?)
}

/// Up to five queries near the typed words, nearest first, each with results: every word is replaced by a
/// known one that is like it, where there is one. All words of a query are required.
pub async fn suggestions(db: impl PgExecutor<'_>, words: &[String]) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar!(
        r#"with typed as materialized (select word, at from unnest($1::text[]) with ordinality as t (word, at)),
           near as materialized (
               select t.at, n.word, row_number() over (partition by t.at order by n.likeness desc, n.publications desc) as rank
               from typed t cross join lateral (
                   select w.word, similarity(w.word, fold(t.word)) as likeness, w.publications from listing_words w
                   where w.word % fold(t.word) order by likeness desc, w.publications desc limit 5) n),
           proposals as (
               select r.rank, string_agg(coalesce(n.word, first.word, t.word), ' ' order by t.at) as query
               from generate_series(1, 5) r (rank) cross join typed t
               left join near n on n.at = t.at and n.rank = r.rank
               left join near first on first.at = t.at and first.rank = 1
               group by r.rank)
           select query as "query!" from (select query, min(rank) as rank from proposals group by query) p
           where fold(query) <> fold(array_to_string($1, ' '))
               and exists (select from listings where document @@ search_term(p.query, false, '{}')) order by rank"#,
        words
    )
    .fetch_all(db)
    .await?)
}

/// A text as titles are kept for comparing.
pub async fn folded(db: impl PgExecutor<'_>, text: &str) -> Result<String> {
    Ok(sqlx::query_scalar!(r#"select fold($1) as "folded!""#, text).fetch_one(db).await?)
}
