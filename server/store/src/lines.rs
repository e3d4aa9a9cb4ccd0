//! Lines of baskets and orders with everything the rules look at, in one statement.

use domain::{
    basket::LineFacts,
    catalogue::{
        availability::{Availability, Orderability, Stock},
        code::ProductCode,
        edition::{AccessType, AccessibleFormat, EditionStatus},
        taxonomy::LanguageTag,
        thumbnail::Thumbnail,
    },
    id::{BasketId, EditionId, LimitRuleId, OrderId, OrderLineId, PublicationId},
    order::{Counted, LimitRule, Orderer, allowance},
    text::Slug,
};
use jiff::{Timestamp, civil::Date};
use jiff_sqlx::ToSqlx;
use sqlx::PgExecutor;

use crate::{
    Result, limits,
    rows::{orderability, thumbnails},
};

/// A line as it is shown and checked.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its edition.
    pub edition: EditionId,
    /// The publication of that edition.
    pub publication: PublicationId,
    /// Address of the publication.
    pub slug: Slug,
    /// Product code.
    pub code: ProductCode,
    /// Title in the language of the edition where it has one, else in English.
    pub title: String,
    /// Whether the title is in that language.
    pub title_is_translated: bool,
    /// Language.
    pub language: LanguageTag,
    /// Format.
    pub format: AccessibleFormat,
    /// The limit rule that holds.
    pub rule: LimitRule,
    /// The live version that took this one's place, if there is one.
    pub successor: Option<EditionId>,
    /// Thumbnails of its cover, the narrowest first; none where it has to be drawn.
    pub cover: Vec<Thumbnail>,
    /// When it was put into its basket; nothing for lines of orders.
    pub added_at: Option<Timestamp>,
    /// Until when copies of it are kept for its basket, where some are.
    pub kept_until: Option<Timestamp>,
    /// What the rules look at.
    pub facts: LineFacts,
}

impl Line {
    /// The same with what there is of its edition now.
    #[must_use]
    pub fn with(mut self, stocks: &[(EditionId, Stock)]) -> Self {
        if let Some((_, stock)) = stocks.iter().find(|(edition, _)| *edition == self.edition) {
            self.facts.available = stock.available;
            self.facts.runs_to_zero = stock.runs_to_zero;
            self.facts.availability = self.facts.availability.with(*stock, self.facts.unit_of_issue);
        }
        self
    }
}

/// Which lines.
#[derive(Clone, Copy, Debug)]
pub enum Of<'a> {
    /// All lines of a basket, in the order they were added.
    Basket(BasketId),
    /// A line of an order, with another quantity. What it holds and was granted already is its own, and is
    /// not counted.
    OrderLine(OrderLineId, i32),
    /// The open lines of an order as they are, for another orderer or address.
    Order(OrderId),
    /// One pack of an edition that its page shows.
    Edition(EditionId),
    /// So many copies of each of these editions, as they would lie in a basket.
    Wanted(Option<BasketId>, &'a [(EditionId, i32)]),
}

/// The line of one edition as its page shows it: what whoever reads may have of it. Nothing where there is none.
pub async fn of_edition(
    db: impl PgExecutor<'_>,
    edition: EditionId,
    orderer: &Orderer,
    now: Timestamp,
    today: Date,
) -> Result<Option<Line>> {
    Ok(find(db, Of::Edition(edition), orderer, now, today).await?.pop())
}

/// The lines, as they look to whoever orders them. What limits count is counted by a function of the owner, over orders
/// that whoever asks may not see.
#[expect(clippy::too_many_lines, reason = "one statement and the one place that reads its row")]
pub async fn find(
    db: impl PgExecutor<'_>,
    of: Of<'_>,
    orderer: &Orderer,
    now: Timestamp,
    today: Date,
) -> Result<Vec<Line>> {
    let (basket, order_line, quantity, order, edition) = match of {
        Of::Basket(basket) => (Some(basket), None, None, None, None),
        Of::OrderLine(line, quantity) => (None, Some(line), Some(quantity), None, None),
        Of::Order(order) => (None, None, None, Some(order), None),
        Of::Edition(edition) => (None, None, None, None, Some(edition)),
        Of::Wanted(basket, _) => (basket, None, None, None, None),
    };
    let wanted: Option<&[(EditionId, i32)]> = if let Of::Wanted(_, wanted) = of { Some(wanted) } else { None };
    let is_wanted = wanted.is_some();
    let (editions, copies): (Vec<EditionId>, Vec<i32>) = wanted.unwrap_or_default().iter().copied().unzip();
    let (levels, subjects) = limits::levels(orderer);
    let rows = sqlx::query!(
        r#"select e.id as "edition: EditionId", e.publication_id as "publication: PublicationId", p.slug as "slug: Slug",
               e.product_code as "code: ProductCode", coalesce(e.title, p.title) as "title!",
               e.title is not null as "translated!", e.language as "language: LanguageTag",
               e.format as "format: AccessibleFormat", e.status as "status: EditionStatus", e.access_type as "access: AccessType",
               e.order_from_date as "order_from: jiff_sqlx::Date", e.order_end_date as "order_end: jiff_sqlx::Date",
               e.is_restricted, e.unit_of_issue, e.minimum_stock_level, e.run_to_zero, e.maximum_order_quantity, l.quantity as "quantity!",
               nullif(l.added_at, '-infinity') as "added_at: jiff_sqlx::Timestamp",
               coalesce((select sum(s.on_hand - s.reserved) from stock_levels s where s.edition_id = e.id), 0)
                   - coalesce((select sum(h.quantity) from stock_holds h where h.edition_id = e.id and h.expires_at > $4
                       and h.basket_id is distinct from $1), 0) + l.own as "available!",
               exists (select from stock_movements m where m.edition_id = e.id and m.kind = 'received') as "was_received!",
               (select n.id from editions n where n.publication_id = e.publication_id and n.language = e.language
                   and n.format = e.format and n.status = 'live' and n.id <> e.id) as "successor: EditionId",
               (select h.expires_at from stock_holds h where h.edition_id = e.id and h.basket_id = $1 and h.expires_at > $4)
                   as "kept_until: jiff_sqlx::Timestamp",
               r.id as "rule_id?: LimitRuleId", r.level as "level?", r.quantity as "rule_quantity?", r.window_kind as "window_kind?", r.window_hours as "window_hours?",
               coalesce((select sum(g.granted - g.used) from limit_requests g where g.email_norm = $2 and g.edition_id = e.id
                   and g.granted > 0 and g.grant_expires_at > $4), 0) + l.own_granted as "granted!",
               by_email.copies as "email_copies!", by_email.oldest as "email_oldest: jiff_sqlx::Timestamp",
               by_email.leaving as "email_leaving!", by_address.leaving as "address_leaving!",
               by_address.copies as "address_copies!", by_address.oldest as "address_oldest: jiff_sqlx::Timestamp",
               (select c.thumbnails from pictures c where c.edition_id = e.id order by c.position limit 1) as cover
           from (select null::uuid as line, edition_id, quantity, added_at, 0 as own, 0 as own_granted
                   from basket_lines where basket_id = $1 and not $11::bool
               union all select id, edition_id, coalesce($6, quantity_ordered - quantity_cancelled), '-infinity',
                   quantity_reserved, quantity_granted
                   from order_lines where id = $5 or order_id = $9 and quantity_ordered > quantity_cancelled
               union all select null, id, unit_of_issue, '-infinity', 0, 0 from editions where id = $10
               union all select null, edition_id, copies, '-infinity', 0, 0 from unnest($12::uuid[], $13::int[]) as w (edition_id, copies)) l
           join editions e on e.id = l.edition_id join publications p on p.id = e.publication_id
           left join lateral (select o.* from unnest($7::text[], $8::text[]) with ordinality w (level, subject, at)
               join order_limits o on o.level = w.level and o.subject = w.subject
               where o.edition_id = e.id or o.edition_id is null order by w.at, o.edition_id nulls last limit 1) r on true
           cross join lateral (select case r.window_kind when 'per_order' then 'infinity'::timestamptz
               when 'lifetime' then '-infinity'::timestamptz
               else $4::timestamptz - make_interval(hours => coalesce(r.window_hours, 24)) end as begins) w
           cross join lateral counted_copies($2, null, e.publication_id, e.language, e.format, w.begins, l.line) by_email
           cross join lateral counted_copies(null, $3, e.publication_id, e.language, e.format, w.begins, l.line) by_address
           order by l.added_at, e.id"#,
        basket as _,
        orderer.email.as_deref(),
        orderer.address.as_deref(),
        now.to_sqlx() as _,
        order_line as _,
        quantity,
        &levels,
        &subjects,
        order as _,
        edition as _,
        is_wanted,
        editions as _,
        &copies
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            let columns = limits::Columns {
                id: row.rule_id,
                level: row.level.as_deref(),
                quantity: row.rule_quantity,
                window_kind: row.window_kind.as_deref(),
                window_hours: row.window_hours,
            };
            let rule = columns.rule(orderer);
            let by_email = counted(row.email_copies, row.email_oldest, row.email_leaving);
            let by_address = counted(row.address_copies, row.address_oldest, row.address_leaving);
            let orderability = orderability!(row, row.status);
            Ok(Line {
                edition: row.edition,
                publication: row.publication,
                slug: row.slug,
                code: row.code,
                title: row.title,
                title_is_translated: row.translated,
                language: row.language,
                format: row.format,
                rule,
                successor: row.successor.filter(|_| row.status != EditionStatus::Live),
                added_at: row.added_at.map(jiff_sqlx::Timestamp::to_jiff),
                kept_until: row.kept_until.map(jiff_sqlx::Timestamp::to_jiff),
                facts: LineFacts {
                    quantity: row.quantity,
                    availability: Availability::of(&orderability, today),
                    has_successor: row.successor.is_some() && row.status != EditionStatus::Live,
                    available: row.available,
                    runs_to_zero: row.run_to_zero,
                    unit_of_issue: row.unit_of_issue,
                    maximum: row.maximum_order_quantity,
                    allowance: allowance(rule, by_email.larger(by_address), row.granted, now),
                },
                cover: thumbnails(row.cover)?,
            })
        })
        .collect()
}

/// What one of an orderer's two subjects had.
fn counted(copies: i64, oldest: Option<jiff_sqlx::Timestamp>, leaving: i64) -> Counted {
    Counted { copies, oldest: oldest.map(jiff_sqlx::Timestamp::to_jiff), leaving }
}
