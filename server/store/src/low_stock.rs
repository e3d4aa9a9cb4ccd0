//! Editions whose stock has an owner, who is told when few copies are left.

use std::collections::BTreeMap;

use domain::id::EditionId;
use sqlx::PgExecutor;

use crate::Result;

/// A level, as it was when it was locked.
pub(crate) struct Level {
    pub(crate) edition: EditionId,
    /// Copies that nobody had reserved.
    pub(crate) copies: i32,
    /// Whether the edition's stock has an owner.
    pub(crate) is_watched: bool,
}

/// Copies that nobody had reserved when levels were locked, by edition, of those whose stock has an owner. What a
/// checkout keeps for a while is among them: it may come back.
#[derive(Clone, Debug, Default)]
pub struct Watched(BTreeMap<EditionId, i64>);

impl Watched {
    pub(crate) fn of(levels: Vec<Level>) -> Self {
        let mut copies = BTreeMap::new();
        for level in levels.into_iter().filter(|level| level.is_watched) {
            *copies.entry(level.edition).or_default() += i64::from(level.copies);
        }
        Self(copies)
    }
}

/// What an owner is told.
#[derive(Clone, Debug)]
pub struct Low {
    /// Of which edition.
    pub edition: EditionId,
    /// Where the message goes.
    pub owner: String,
    /// Copies that are left.
    pub copies: i64,
}

/// What has fallen to its minimum or below it since the levels were locked, and what runs to zero and has none left.
/// Whoever changes levels locks them first, so that each fall is seen by one transaction alone.
pub async fn fallen(db: impl PgExecutor<'_>, before: &Watched) -> Result<Vec<Low>> {
    if before.0.is_empty() {
        return Ok(Vec::new());
    }
    let (editions, copies): (Vec<EditionId>, Vec<i64>) =
        before.0.iter().map(|(edition, copies)| (*edition, *copies)).unzip();
    Ok(sqlx::query_as!(
        Low,
        r#"select e.id as "edition: _", e.stock_owner_email as "owner!", n.copies as "copies!"
           from unnest($1::uuid[], $2::bigint[]) b (edition_id, copies)
           join editions e on e.id = b.edition_id
           cross join lateral (select coalesce(sum(s.on_hand - s.reserved), 0) as copies from stock_levels s
               where s.edition_id = e.id) n
           where e.stock_owner_email is not null
               and (b.copies > e.minimum_stock_level and n.copies <= e.minimum_stock_level
                   or e.run_to_zero and b.copies > 0 and n.copies <= 0)
           order by e.id"#,
        editions as _,
        &copies
    )
    .fetch_all(db)
    .await?)
}
