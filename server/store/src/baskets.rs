//! Baskets and their lines, with everything the rules look at in one statement.

use domain::{
    basket::LineFacts,
    catalogue::{
        availability::{Availability, Orderability, Stock},
        code::ProductCode,
        edition::{AccessType, AccessibleFormat, EditionStatus},
        taxonomy::LanguageTag,
    },
    id::{BasketId, EditionId, PublicationId},
    order::{Counted, LimitRule, allowance},
    text::Slug,
};
use jiff::{Timestamp, civil::Date};
use jiff_sqlx::ToSqlx;
use sqlx::{PgConnection, PgExecutor};

use crate::{Result, limits, limits::GuestSubjects, sessions::TokenHash};

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
    /// Language.
    pub language: LanguageTag,
    /// Format.
    pub format: AccessibleFormat,
    /// The limit rule that holds.
    pub rule: LimitRule,
    /// What the rules look at.
    pub facts: LineFacts,
}

/// The basket behind a token.
pub async fn find(db: impl PgExecutor<'_>, token: TokenHash) -> Result<Option<BasketId>> {
    Ok(sqlx::query_scalar!(r#"select id as "id: BasketId" from baskets where token_hash = $1"#, &token)
        .fetch_optional(db)
        .await?)
}

/// Begins a basket.
pub async fn begin(db: impl PgExecutor<'_>, id: BasketId, token: TokenHash, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "insert into baskets (id, token_hash, created_at, touched_at) values ($1, $2, $3, $3)",
        id as _,
        &token,
        now.to_sqlx() as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets baskets nobody touched since a moment, with the checkouts that stand in them.
pub async fn forget(db: impl PgExecutor<'_>, untouched_since: Timestamp) -> Result<u64> {
    Ok(sqlx::query!("delete from baskets where touched_at < $1", untouched_since.to_sqlx() as _)
        .execute(db)
        .await?
        .rows_affected())
}

/// Locks a basket for this transaction; lines and orders of one basket change one after the other.
pub async fn lock(db: &mut PgConnection, basket: BasketId, now: Timestamp) -> Result<()> {
    sqlx::query!("update baskets set touched_at = $2 where id = $1", basket as _, now.to_sqlx() as _)
        .execute(db)
        .await?;
    Ok(())
}

/// The edition with this code as a basket sees it, unless the public may not see it.
pub async fn edition_by_code(db: impl PgExecutor<'_>, normalised: &str) -> Result<Option<EditionId>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id: EditionId" from editions where code_normalised = $1 and status <> 'draft'"#,
        normalised
    )
    .fetch_optional(db)
    .await?)
}

/// Adds copies to a line, or begins it. The new quantity of the line; more than a line holds is `None`.
pub async fn add(
    db: impl PgExecutor<'_>,
    basket: BasketId,
    edition: EditionId,
    quantity: i32,
    now: Timestamp,
) -> Result<Option<i32>> {
    Ok(sqlx::query_scalar!(
        "insert into basket_lines (basket_id, edition_id, quantity, added_at) values ($1, $2, $3, $4)
         on conflict (basket_id, edition_id) do update set quantity = basket_lines.quantity + excluded.quantity
             where basket_lines.quantity + excluded.quantity <= 10000
         returning quantity",
        basket as _,
        edition as _,
        quantity,
        now.to_sqlx() as _
    )
    .fetch_optional(db)
    .await?)
}

/// Sets the quantity of a line that is there.
pub async fn set(db: impl PgExecutor<'_>, basket: BasketId, edition: EditionId, quantity: i32) -> Result<()> {
    sqlx::query!(
        "update basket_lines set quantity = $3 where basket_id = $1 and edition_id = $2",
        basket as _,
        edition as _,
        quantity
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Takes a line out.
pub async fn remove(db: impl PgExecutor<'_>, basket: BasketId, edition: EditionId) -> Result<()> {
    sqlx::query!("delete from basket_lines where basket_id = $1 and edition_id = $2", basket as _, edition as _)
        .execute(db)
        .await?;
    Ok(())
}

/// Empties a basket.
pub async fn empty(db: impl PgExecutor<'_>, basket: BasketId) -> Result<()> {
    sqlx::query!("delete from basket_lines where basket_id = $1", basket as _).execute(db).await?;
    Ok(())
}

/// The number of lines.
pub async fn count(db: impl PgExecutor<'_>, basket: BasketId) -> Result<i64> {
    Ok(sqlx::query_scalar!(r#"select count(*) as "lines!" from basket_lines where basket_id = $1"#, basket as _)
        .fetch_one(db)
        .await?)
}

/// All lines in the order they were added, with stock, limit and what was counted against it.
#[expect(clippy::too_many_lines, reason = "one statement and the one place that reads its row")]
pub async fn lines(
    db: impl PgExecutor<'_>,
    basket: BasketId,
    subjects: &GuestSubjects,
    now: Timestamp,
    today: Date,
) -> Result<Vec<Line>> {
    let rows = sqlx::query!(
        r#"select e.id as "edition: EditionId", e.publication_id as "publication: PublicationId", p.slug as "slug: Slug",
               e.product_code as "code: ProductCode", coalesce(e.title, p.title) as "title!", e.language as "language: LanguageTag",
               e.format as "format: AccessibleFormat", e.status as "status: EditionStatus", e.access_type as "access: AccessType",
               e.order_from_date as "order_from: jiff_sqlx::Date", e.order_end_date as "order_end: jiff_sqlx::Date",
               e.unit_of_issue, e.minimum_stock_level, e.run_to_zero, e.maximum_order_quantity, l.quantity,
               coalesce((select sum(s.on_hand - s.reserved) from stock_levels s where s.edition_id = e.id), 0)
                   - coalesce((select sum(h.quantity) from stock_holds h where h.edition_id = e.id and h.expires_at > $4
                       and h.basket_id <> $1), 0) as "available!",
               exists (select from stock_movements m where m.edition_id = e.id and m.kind = 'received') as "was_received!",
               r.quantity as "rule_quantity?", r.window_kind as "window_kind?", r.window_hours as "window_hours?",
               by_email.copies as "email_copies!", by_email.oldest as "email_oldest: jiff_sqlx::Timestamp",
               by_address.copies as "address_copies!", by_address.oldest as "address_oldest: jiff_sqlx::Timestamp"
           from basket_lines l join editions e on e.id = l.edition_id join publications p on p.id = e.publication_id
           left join lateral (select * from order_limits o where o.level = 'everyone' and (o.edition_id = e.id or o.edition_id is null)
               order by o.edition_id nulls last limit 1) r on true
           cross join lateral (select case r.window_kind when 'per_order' then 'infinity'::timestamptz
               when 'lifetime' then '-infinity'::timestamptz
               else $4::timestamptz - make_interval(hours => coalesce(r.window_hours, 24)) end as begins) w
           cross join lateral (select coalesce(sum(ol.quantity_ordered - ol.quantity_cancelled), 0) as copies, min(o.placed_at) as oldest
               from orders o join order_lines ol on ol.order_id = o.id join editions oe on oe.id = ol.edition_id
               where o.email_norm = $2 and o.placed_at > w.begins and oe.publication_id = e.publication_id
                   and oe.language = e.language and oe.format = e.format
                   and ol.quantity_ordered > ol.quantity_cancelled) by_email
           cross join lateral (select coalesce(sum(ol.quantity_ordered - ol.quantity_cancelled), 0) as copies, min(o.placed_at) as oldest
               from orders o join order_lines ol on ol.order_id = o.id join editions oe on oe.id = ol.edition_id
               where o.address_key = $3 and o.placed_at > w.begins and oe.publication_id = e.publication_id
                   and oe.language = e.language and oe.format = e.format
                   and ol.quantity_ordered > ol.quantity_cancelled) by_address
           where l.basket_id = $1 order by l.added_at, e.id"#,
        basket as _,
        subjects.email.as_deref(),
        subjects.address.as_deref(),
        now.to_sqlx() as _
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let rule = limits::rule(row.rule_quantity, row.window_kind.as_deref(), row.window_hours);
            let by_email =
                Counted { copies: row.email_copies, oldest: row.email_oldest.map(jiff_sqlx::Timestamp::to_jiff) };
            let by_address =
                Counted { copies: row.address_copies, oldest: row.address_oldest.map(jiff_sqlx::Timestamp::to_jiff) };
            let stock = Stock {
                available: row.available,
                minimum_level: row.minimum_stock_level.into(),
                was_received: row.was_received,
                runs_to_zero: row.run_to_zero,
            };
            let orderability = Orderability {
                status: row.status,
                access: row.access,
                order_from: row.order_from.map(jiff_sqlx::Date::to_jiff),
                order_end: row.order_end.map(jiff_sqlx::Date::to_jiff),
                unit_of_issue: row.unit_of_issue,
                stock,
            };
            Line {
                edition: row.edition,
                publication: row.publication,
                slug: row.slug,
                code: row.code,
                title: row.title,
                language: row.language,
                format: row.format,
                rule,
                facts: LineFacts {
                    quantity: row.quantity,
                    availability: Availability::of(&orderability, today),
                    available: row.available,
                    runs_to_zero: row.run_to_zero,
                    unit_of_issue: row.unit_of_issue,
                    maximum: row.maximum_order_quantity,
                    allowance: allowance(rule, by_email.larger(by_address)),
                },
            }
        })
        .collect())
}
