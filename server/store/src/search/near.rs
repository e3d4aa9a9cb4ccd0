//! What is near words that were mistyped.

use domain::id::PublicationId;
use sqlx::PgExecutor;

use crate::Result;

/// Publications whose title or taxonomy has a similar word for each of these words, nearest first. Titles
/// say more than what they are sorted into.
pub async fn close_titles(db: impl PgExecutor<'_>, words: &[String], most: i64) -> Result<Vec<PublicationId>> {
    // The index is asked for the longest word; the others are looked for in what it gives.
    let Some(longest) = words.iter().max_by_key(|word| word.chars().count()) else { return Ok(Vec::new()) };
    Ok(sqlx::query_scalar!(
        r#"with asked as materialized (select fold(word) as word from unnest($1::text[]) word),
           near as materialized (select publication_id, title_folded, words from listings where fold($2) <% words)
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

/// A known word near one that was typed.
#[derive(Clone, Debug)]
pub struct NearWord {
    /// Which of the typed words, counted from 0.
    pub at: usize,
    /// The known one.
    pub word: String,
}

/// Up to five known words for each of these, nearest first.
pub async fn near_words(db: impl PgExecutor<'_>, words: &[String]) -> Result<Vec<NearWord>> {
    let rows = sqlx::query!(
        r#"select typed.at as "at!", near.word as "word!"
           from unnest($1::text[]) with ordinality typed (word, at)
           cross join lateral (
               select w.word, similarity(w.word, fold(typed.word)) as likeness, w.publications from listing_words w
               where w.word % fold(typed.word) order by likeness desc, w.publications desc limit 5
           ) near order by typed.at, near.likeness desc, near.publications desc"#,
        words
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| NearWord { at: usize::try_from(row.at - 1).unwrap_or_default(), word: row.word })
        .collect())
}

/// Those of these queries that have results, in their order. All words of a query are required.
pub async fn with_results(db: impl PgExecutor<'_>, queries: &[String]) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar!(
        r#"select query as "query!" from unnest($1::text[]) with ordinality as q (query, at)
           where exists (select from listings where document @@ search_term(q.query, false, '{}')) order by at"#,
        queries
    )
    .fetch_all(db)
    .await?)
}
