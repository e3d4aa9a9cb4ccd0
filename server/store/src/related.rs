//! What stands beside a publication: hand-picked, ordered together, or about the same.

use domain::{
    catalogue::{
        edition::ResourceType,
        taxonomy::{LanguageTag, RelatedKind},
    },
    id::PublicationId,
    text::Slug,
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::Result;

/// Orders in which two publications must stand together before it means anything.
const ORDERS: i64 = 5;
/// Publications that are kept beside one of each kind.
const KEPT: i64 = 20;

/// A publication beside another.
#[derive(Clone, Debug)]
pub struct Related {
    /// Its address.
    pub slug: Slug,
    /// Its title, in the reader's language where it has one.
    pub title: String,
    /// The language of the edition that stands for it.
    pub language: LanguageTag,
    /// Whether the title is in that language.
    pub title_is_translated: bool,
    /// What kind of thing it is.
    pub resource_type: ResourceType,
    /// Why it is there.
    pub kind: RelatedKind,
}

/// What stands beside a publication and is live, the best first.
pub async fn find(
    db: impl PgExecutor<'_>,
    publication: PublicationId,
    preferred: &LanguageTag,
) -> Result<Vec<Related>> {
    Ok(sqlx::query_as!(
        Related,
        r#"select p.slug as "slug: _", coalesce(e.title, p.title) as "title!", e.language as "language: _",
               e.title is not null as "title_is_translated!", e.resource_type as "resource_type: _", r.kind as "kind!: _"
           from (
               select distinct on (related_id) related_id, rank, kind, score from (
                   select related_id, 1 as rank, 'picked' as kind, -position::real as score
                   from picked_related where publication_id = $1
                   union all
                   select related_id, case kind when 'together' then 2 else 3 end, kind, score
                   from computed_related where publication_id = $1
               ) every order by related_id, rank
           ) r
           join publications p on p.id = r.related_id
           cross join lateral (
               select title, language, resource_type from editions e where e.publication_id = p.id and e.status = 'live'
               order by e.language = $2 desc, e.language = 'en' desc, e.format = 'standard' desc, e.published_at desc, e.id
               limit 1) e
           order by r.rank, r.score desc, p.id"#,
        publication as _,
        preferred as _
    )
    .fetch_all(db)
    .await?)
}

/// Computes anew what was ordered together since a moment: publications that stand in at least five orders
/// with each other, by how much more often than chance they do (lift).
pub async fn refresh_together(db: impl PgExecutor<'_>, since: Timestamp) -> Result<()> {
    sqlx::query!(
        "with bought as (
             select distinct l.order_id, e.publication_id from orders o
             join order_lines l on l.order_id = o.id and l.quantity_ordered > l.quantity_cancelled
             join editions e on e.id = l.edition_id where o.placed_at >= $1
         ), alone as (
             select publication_id, count(*)::real as orders from bought group by publication_id
         ), every as (
             select count(distinct order_id)::real as orders from bought
         ), pairs as (
             select a.publication_id, b.publication_id as related_id, count(*)::real as orders
             from bought a join bought b on b.order_id = a.order_id and b.publication_id <> a.publication_id
             group by 1, 2 having count(*) >= $2
         ), lifted as (
             select pairs.publication_id, pairs.related_id, pairs.orders * every.orders / (one.orders * other.orders) as lift,
                 row_number() over (partition by pairs.publication_id
                     order by pairs.orders / other.orders desc, pairs.related_id) as place
             from pairs cross join every
             join alone one on one.publication_id = pairs.publication_id
             join alone other on other.publication_id = pairs.related_id
         ), kept as (
             insert into computed_related (publication_id, kind, related_id, score)
             select publication_id, 'together', related_id, lift from lifted where lift > 1 and place <= $3
             on conflict (publication_id, kind, related_id) do update set score = excluded.score
             returning publication_id, related_id
         )
         delete from computed_related gone where kind = 'together'
             and not exists (select from kept where kept.publication_id = gone.publication_id and kept.related_id = gone.related_id)",
        since.to_sqlx() as _,
        ORDERS,
        KEPT
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Computes anew what is like each of these publications.
pub async fn refresh_similar(db: impl PgExecutor<'_>, publications: &[PublicationId]) -> Result<()> {
    sqlx::query!(r#"select refresh_similar($1) as "done: ()""#, publications as _).execute(db).await?;
    Ok(())
}

/// All publications with something live.
pub async fn listed(db: impl PgExecutor<'_>) -> Result<Vec<PublicationId>> {
    Ok(sqlx::query_scalar!(r#"select publication_id as "id: PublicationId" from listings"#).fetch_all(db).await?)
}
