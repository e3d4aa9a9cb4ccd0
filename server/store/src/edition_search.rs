//! The list of publications: one statement for a page of results, one for the facet counts.

use domain::{
    catalogue::{
        availability::{Orderability, Stock},
        edition::{AccessType, AccessibleFormat, EditionStatus, ResourceType},
        search::{Facet, Search, Sort, SortKey, Terms},
        taxonomy::LanguageTag,
    },
    paging::{Cursor, Position},
    text::Slug,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::{PgPool, Postgres, QueryBuilder, Row, postgres::PgRow};

use crate::Result;

/// A result: a publication with the edition that stands for it.
#[derive(Clone, Debug)]
pub struct Card {
    /// Its address.
    pub slug: Slug,
    /// Title, in the language of the edition where it has one.
    pub title: String,
    /// The first characters of the summary.
    pub summary: String,
    /// Name of its programme.
    pub programme: String,
    /// Language of the edition that stands for it.
    pub language: LanguageTag,
    /// Whether the title is in that language.
    pub title_is_translated: bool,
    /// Format of that edition.
    pub format: AccessibleFormat,
    /// What kind of thing it is.
    pub resource_type: ResourceType,
    /// Live languages.
    pub languages: Vec<LanguageTag>,
    /// Live formats.
    pub formats: Vec<AccessibleFormat>,
    /// When its newest edition was published.
    pub published_at: Timestamp,
    /// What the availability rule looks at.
    pub orderability: Orderability,
}

/// A page of results.
#[derive(Clone, Debug, Default)]
pub struct ResultPage {
    /// Rows, in order.
    pub cards: Vec<Card>,
    /// Publications that fit.
    pub total: i64,
    /// Leads to the page before, if there is one.
    pub previous: Option<Cursor>,
    /// Leads to the page after, if there is one.
    pub next: Option<Cursor>,
}

/// A value of a facet with the number of publications it would give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCount {
    /// The facet.
    pub facet: Facet,
    /// Its value as it stands in URLs.
    pub value: String,
    /// Publications.
    pub publications: i64,
}

/// Publications that fit a search, a page of them.
pub async fn results(pool: &PgPool, search: &Search, preferred: &LanguageTag, now: Timestamp) -> Result<ResultPage> {
    let terms = Terms::of(&search.words);
    let search = &sortable(search, &terms);
    let mut query = QueryBuilder::new("with ");
    push_hits(&mut query, &terms);
    query.push("matched as materialized (select l.publication_id, ");
    push_sort_keys(&mut query, search);
    query.push(" from listings l ");
    push_matching(&mut query, search, &terms);
    query.push("), counted as (select m.*, count(*) over () as total from matched m), page as (select * from counted ");
    push_page(&mut query, search);
    query.push(") ");
    push_cards(&mut query, search, preferred, now);
    query.push(" order by page.k1");
    let descending = if is_descending(search) { " desc" } else { "" };
    query.push(descending).push(", page.k2").push(descending).push(", page.publication_id").push(descending);
    let rows = query.build().fetch_all(pool).await?;
    read_page(search, rows)
}

/// The number of publications each value of each facet would give: all other facets applied, its own ignored.
pub async fn facets(pool: &PgPool, search: &Search) -> Result<Vec<FacetCount>> {
    let terms = Terms::of(&search.words);
    let mut query = QueryBuilder::new("with ");
    push_hits(&mut query, &terms);
    query.push(
        "fitting as materialized (select e.publication_id, pr.slug as programme, e.language, e.format, e.resource_type,
            (cardinality(",
    );
    for (at, facet) in Facet::ALL.into_iter().enumerate() {
        let column = if facet == Facet::Programme { "pr.slug" } else { column(facet) };
        query.push_bind(search.chosen(facet)).push("::text[]) = 0 or ").push(column).push(" = any (");
        query.push_bind(search.chosen(facet)).push(")) as in_").push(facet.as_str());
        query.push(if at + 1 < Facet::ALL.len() { ", (cardinality(" } else { " " });
    }
    query.push("from listings l join programmes pr on pr.id = l.programme_id join editions e using (publication_id) ");
    if !terms.is_empty() {
        query.push("join hits h using (publication_id) ");
    }
    query.push(
        "where e.status = 'live')
        select facet, value, count(*) as publications from (
            select distinct v.facet, v.value, publication_id from fitting cross join lateral (values
                ('programme', programme, in_language and in_format and in_type),
                ('language', language, in_programme and in_format and in_type),
                ('format', format, in_programme and in_language and in_type),
                ('type', resource_type, in_programme and in_language and in_format)
            ) v (facet, value, fits) where v.fits) distinct_values
        group by facet, value order by facet, publications desc, value",
    );
    let rows = query.build().fetch_all(pool).await?;
    rows.iter()
        .map(|row| {
            let name: &str = row.try_get("facet")?;
            let facet = Facet::ALL.into_iter().find(|facet| facet.as_str() == name).unwrap_or(Facet::Type);
            Ok(FacetCount { facet, value: row.try_get("value")?, publications: row.try_get("publications")? })
        })
        .collect()
}

/// Publications whose title or taxonomy has a similar word for each word of the query.
pub async fn close_matches(
    pool: &PgPool,
    search: &Search,
    preferred: &LanguageTag,
    now: Timestamp,
) -> Result<Vec<Card>> {
    let terms = Terms::of(&search.words);
    let words: Vec<&String> = terms.words.iter().filter(|word| word.chars().count() > 2).take(8).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = QueryBuilder::new("with matched as materialized (select l.publication_id, (");
    for (at, word) in words.iter().enumerate() {
        query.push(if at > 0 { " + " } else { "" }).push("word_similarity(fold(").push_bind(*word).push("), l.words)");
        // Titles say more than what they are sorted into.
        query.push(" + word_similarity(fold(").push_bind(*word).push("), l.title_folded)");
    }
    query.push(")::float8 as k1, l.title_folded as k2 from listings l where true");
    for word in &words {
        query.push(" and fold(").push_bind(*word).push(") <% l.words");
    }
    query.push("), page as (select m.*, 0::bigint as total from matched m order by k1 desc, k2, publication_id limit ");
    query.push_bind(i64::from(search.size.rows())).push(") ");
    push_cards(&mut query, search, preferred, now);
    query.push(" order by page.k1 desc, page.k2, page.publication_id");
    query.build().fetch_all(pool).await?.iter().map(read_card).collect()
}

/// Up to five queries near this one that have results: unknown words are replaced by known ones.
pub async fn suggestions(pool: &PgPool, search: &Search) -> Result<Vec<String>> {
    let terms = Terms::of(&search.words);
    let words: Vec<String> = terms.words.iter().take(8).cloned().collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let candidates = sqlx::query!(
        r#"select typed.at as "at!", near.word as "word!"
           from unnest($1::text[]) with ordinality typed (word, at)
           cross join lateral (
               select w.word, similarity(w.word, fold(typed.word)) as likeness, w.publications from listing_words w
               where w.word % fold(typed.word) order by likeness desc, w.publications desc limit 5
           ) near order by typed.at, near.likeness desc, near.publications desc"#,
        &words
    )
    .fetch_all(pool)
    .await?;
    let mut proposals: Vec<String> = Vec::new();
    for rank in 0..5 {
        let proposal: Vec<&str> = words
            .iter()
            .enumerate()
            .map(|(at, word)| {
                let mut near = candidates
                    .iter()
                    .filter(|near| usize::try_from(near.at) == Ok(at + 1))
                    .map(|near| near.word.as_str());
                let first = near.clone().next();
                near.nth(rank).or(first).unwrap_or(word)
            })
            .collect();
        let proposal = proposal.join(" ");
        if !proposal.eq_ignore_ascii_case(&search.words) && !proposals.contains(&proposal) {
            proposals.push(proposal);
        }
    }
    Ok(sqlx::query_scalar!(
        r#"select proposal as "proposal!" from unnest($1::text[]) with ordinality as p (proposal, at)
           where exists (select from listings
               where document @@ search_query(string_to_array(p.proposal, ' '), '{}', '{}')) order by at"#,
        &proposals
    )
    .fetch_all(pool)
    .await?)
}

/// Signs alone ask for nothing: everything fits, and nothing fits better.
fn sortable(search: &Search, terms: &Terms) -> Search {
    let mut search = search.clone();
    if terms.is_empty() && search.sort.key == SortKey::Relevance {
        search.sort = Sort::default_for(false);
    }
    search
}

fn push_hits(query: &mut QueryBuilder<Postgres>, terms: &Terms) {
    if terms.is_empty() {
        return;
    }
    query.push("asked as (select search_query(");
    query
        .push_bind(terms.words.clone())
        .push(", ")
        .push_bind(terms.phrases.clone())
        .push(", ")
        .push_bind(terms.excluded.clone());
    query
        .push(") as words), codes as (select publication_id, bool_or(code_normalised = ")
        .push_bind(terms.code.clone());
    query.push(") as exact from editions where status = 'live' and ");
    if terms.code.chars().count() >= 3 {
        query.push("code_normalised like ").push_bind(format!("{}%", terms.code));
    } else {
        query.push("code_normalised = ").push_bind(terms.code.clone());
    }
    query.push(
        " group by publication_id), hits as (select publication_id from codes
            union select publication_id from listings where document @@ (select words from asked)), ",
    );
}

/// `k1` and `k2`: what the list is sorted by, before the id.
fn push_sort_keys(query: &mut QueryBuilder<Postgres>, search: &Search) {
    let over_editions = search.asks_of_editions();
    match search.sort.key {
        SortKey::Relevance => {
            query.push("(-1000.0 * (case when c.exact then 5 when c.publication_id is not null then 4 when l.title_folded = fold(");
            query
                .push_bind(search.words.clone())
                .push(") then 3 when starts_with(l.title_folded, fold(")
                .push_bind(search.words.clone());
            query.push(")) then 2 else 1 end) - coalesce(ts_rank('{0.1, 0.2, 0.5, 1.0}', l.document, (select words from asked)), 0))::float8");
            query.push(" as k1, l.title_folded as k2");
        }
        SortKey::Published if over_editions => {
            query.push("e.published_at as k1, ''::text as k2");
        }
        SortKey::Published => {
            query.push("l.published_at as k1, ''::text as k2");
        }
        SortKey::Updated if over_editions => {
            query.push("e.updated_at as k1, ''::text as k2");
        }
        SortKey::Updated => {
            query.push("l.updated_at as k1, ''::text as k2");
        }
        SortKey::Title => {
            query.push("l.title_folded as k1, ''::text as k2");
        }
        SortKey::Code if over_editions => {
            query.push("e.first_code as k1, ''::text as k2");
        }
        SortKey::Code => {
            query.push("l.first_code as k1, ''::text as k2");
        }
    }
}

fn push_matching(query: &mut QueryBuilder<Postgres>, search: &Search, terms: &Terms) {
    if !terms.is_empty() {
        query.push("join hits h using (publication_id) left join codes c using (publication_id) ");
    }
    if search.asks_of_editions() {
        query.push(
            "join lateral (select max(published_at) as published_at, max(updated_at) as updated_at, min(code_normalised) as first_code,
                count(*) as fitting from editions e where e.publication_id = l.publication_id and e.status = 'live'",
        );
        push_edition_conditions(query, search);
        query.push(") e on e.fitting > 0 ");
    }
    if !search.programmes.is_empty() {
        query.push("where l.programme_id in (select id from programmes where slug = any (");
        query.push_bind(search.chosen(Facet::Programme)).push("))");
    }
}

fn column(facet: Facet) -> &'static str {
    match facet {
        Facet::Programme => "e.programme",
        Facet::Language => "e.language",
        Facet::Format => "e.format",
        Facet::Type => "e.resource_type",
    }
}

fn push_edition_conditions(query: &mut QueryBuilder<Postgres>, search: &Search) {
    for facet in [Facet::Language, Facet::Format, Facet::Type] {
        let chosen = search.chosen(facet);
        if !chosen.is_empty() {
            query.push(" and ").push(column(facet)).push(" = any (").push_bind(chosen).push(")");
        }
    }
}

/// Whether the rows run from large to small as the reader sees them.
fn is_descending(search: &Search) -> bool {
    search.sort.descending
}

fn push_page(query: &mut QueryBuilder<Postgres>, search: &Search) {
    let cast = match search.sort.key {
        SortKey::Relevance => "::float8",
        SortKey::Published | SortKey::Updated => "::timestamptz",
        SortKey::Title | SortKey::Code => "::text",
    };
    let backwards = matches!(search.position, Position::Before(_));
    let downwards = is_descending(search) != backwards;
    if let Position::After(cursor) | Position::Before(cursor) = &search.position {
        let keys = readable_keys(search.sort.key, cursor);
        query.push("where (k1, k2, publication_id) ").push(if downwards { "<" } else { ">" }).push(" (");
        query.push_bind(keys.0).push(cast).push(", ").push_bind(keys.1).push(", ").push_bind(cursor.id).push(") ");
    }
    let direction = if downwards { " desc" } else { "" };
    query.push("order by k1").push(direction).push(", k2").push(direction).push(", publication_id").push(direction);
    query.push(" limit ").push_bind(i64::from(search.size.rows()) + 1);
}

/// The keys of a cursor, or the ends of the list where somebody changed them to something else.
fn readable_keys(key: SortKey, cursor: &Cursor) -> (String, String) {
    let text = |at: usize| cursor.keys.get(at).cloned().unwrap_or_default();
    // Written anew by us, so that the database reads what we read.
    let first = match key {
        SortKey::Relevance => text(0)
            .parse()
            .ok()
            .filter(|rank: &f64| rank.abs() < 1e9 && rank.abs() > 1e-9)
            .unwrap_or_default()
            .to_string(),
        SortKey::Published | SortKey::Updated => text(0)
            .parse()
            .ok()
            .filter(|at: &Timestamp| *at >= Timestamp::UNIX_EPOCH)
            .unwrap_or(Timestamp::UNIX_EPOCH)
            .to_string(),
        SortKey::Title | SortKey::Code => text(0),
    };
    (first, text(1))
}

/// Joins what a card shows. The edition that stands for a publication fits the search; the reader's
/// language first, then English, then the newest.
fn push_cards(query: &mut QueryBuilder<Postgres>, search: &Search, preferred: &LanguageTag, now: Timestamp) {
    query.push(
        "select page.publication_id, page.k1::text as k1, page.k2, page.total, p.slug, coalesce(e.title, p.title) as title,
            left(coalesce(e.summary, p.summary), 161) as summary, e.title is not null as translated, pr.name as programme,
            e.language, e.format, e.resource_type, e.access_type, e.unit_of_issue, e.run_to_zero, e.minimum_stock_level,
            e.order_from_date, e.order_end_date, e.published_at, chips.languages, chips.formats,
            coalesce((select sum(s.on_hand - s.reserved) from stock_levels s where s.edition_id = e.id), 0)
                - coalesce((select sum(h.quantity) from stock_holds h where h.edition_id = e.id and h.expires_at > ",
    );
    query.push_bind(now.to_sqlx()).push(
        "), 0) as available,
            exists (select from stock_movements m where m.edition_id = e.id and m.kind = 'received') as was_received
        from page join publications p on p.id = page.publication_id join programmes pr on pr.id = p.programme_id
        join lateral (select array_agg(distinct language) as languages, array_agg(distinct format) as formats
            from editions where publication_id = p.id and status = 'live') chips on true
        join lateral (select * from editions e where e.publication_id = p.id and e.status = 'live'",
    );
    push_edition_conditions(query, search);
    query.push(" order by e.language = ").push_bind(preferred.clone());
    query.push(
        " desc, e.language = 'en' desc, e.format = 'standard' desc, e.published_at desc, e.id limit 1) e on true",
    );
}

fn read_page(search: &Search, mut rows: Vec<PgRow>) -> Result<ResultPage> {
    let size = usize::from(search.size.rows());
    let backwards = matches!(search.position, Position::Before(_));
    let has_more = rows.len() > size;
    if has_more {
        // The extra row lies at the far end of where we were going.
        if backwards {
            rows.remove(0)
        } else {
            rows.remove(size)
        };
    }
    let page = search.position.page();
    let edge = |row: &PgRow, page: u32| -> Result<Cursor> {
        Ok(Cursor { keys: vec![row.try_get("k1")?, row.try_get("k2")?], id: row.try_get("publication_id")?, page })
    };
    let has_previous = if backwards { has_more } else { search.position != Position::Start };
    let has_next = backwards || has_more;
    let previous = rows.first().filter(|_| has_previous).map(|row| edge(row, page.saturating_sub(1))).transpose()?;
    let next = rows.last().filter(|_| has_next).map(|row| edge(row, page.saturating_add(1))).transpose()?;
    let total = rows.first().map_or(Ok(0), |row| row.try_get("total"))?;
    Ok(ResultPage { cards: rows.iter().map(read_card).collect::<Result<_>>()?, total, previous, next })
}

fn read_card(row: &PgRow) -> Result<Card> {
    let date =
        |name: &str| row.try_get::<Option<jiff_sqlx::Date>, _>(name).map(|date| date.map(jiff_sqlx::Date::to_jiff));
    Ok(Card {
        slug: row.try_get("slug")?,
        title: row.try_get("title")?,
        summary: row.try_get("summary")?,
        programme: row.try_get("programme")?,
        language: row.try_get("language")?,
        title_is_translated: row.try_get("translated")?,
        format: row.try_get("format")?,
        resource_type: row.try_get("resource_type")?,
        languages: row.try_get("languages")?,
        formats: row.try_get("formats")?,
        published_at: row.try_get::<jiff_sqlx::Timestamp, _>("published_at")?.to_jiff(),
        orderability: Orderability {
            status: EditionStatus::Live,
            access: row.try_get::<AccessType, _>("access_type")?,
            order_from: date("order_from_date")?,
            order_end: date("order_end_date")?,
            unit_of_issue: row.try_get("unit_of_issue")?,
            stock: Stock {
                available: row.try_get("available")?,
                minimum_level: row.try_get::<i32, _>("minimum_stock_level")?.into(),
                was_received: row.try_get("was_received")?,
                runs_to_zero: row.try_get("run_to_zero")?,
            },
        },
    })
}
