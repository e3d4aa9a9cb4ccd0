//! Writing an order and its lines, once for each key.

use domain::{
    account::EstablishmentKey,
    address::Address,
    checkout::{Contact, IdempotencyKey},
    found_address::Uprn,
    id::{BasketId, EditionId, OrderId, SessionId},
    locale::Locale,
    order::{Member, OrderNumber},
};
use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use sqlx::PgConnection;
use uuid::Uuid;

use super::{Told, ToldLine};
use crate::{
    Result,
    lines::Line,
    order_changes::{Actor, By},
};

/// What is written with an order.
#[derive(Clone, Debug)]
pub struct NewOrder<'a> {
    /// The basket it came from.
    pub basket: BasketId,
    /// The key it was placed under.
    pub key: &'a IdempotencyKey,
    /// The session it was placed in.
    pub session: SessionId,
    /// The account that was signed in there.
    pub member: Option<&'a Member>,
    /// Whom to tell.
    pub contact: &'a Contact,
    /// Where to.
    pub address: &'a Address,
    /// The number of that place, where it is known.
    pub uprn: Option<&'a Uprn>,
    /// The language of its messages.
    pub locale: Locale,
    /// When.
    pub now: Timestamp,
}

impl NewOrder<'_> {
    /// Who places it, and when.
    pub fn by(&self) -> By<'static> {
        By { actor: Actor::of(self.member.map(|member| member.account)), now: self.now }
    }
}

/// Whether a number was free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbered {
    /// The order was written.
    Written,
    /// Somebody has this number; draw another.
    Taken,
}

/// Writes the order itself, its first event, its audit entry and who may read it: whoever is signed in to its account,
/// else the session.
pub async fn insert(
    db: &mut PgConnection,
    id: OrderId,
    number: &OrderNumber,
    order: &NewOrder<'_>,
) -> Result<Numbered> {
    let account = order.member.map(|member| member.account);
    let company = order.member.and_then(|member| member.establishment.as_ref()).map(EstablishmentKey::company_key);
    let written = sqlx::query_scalar!(
        r#"with placed as (
             insert into orders (id, number, basket_id, idempotency_key, session_id, origin, company_key,
                 full_name, email, email_norm, telephone, address, address_key, status, placed_at, locale, account_id, uprn)
             values ($1, $2, $3, $4, $5, case when $16::uuid is null then 'guest' else 'by_user' end, coalesce($17, 'PUBLIC'),
                 $6, $7, $8, $9, $10, $11, 'placed', $12, $15, $16, $19)
             on conflict (number) do nothing returning id),
         event as (insert into order_events (id, order_id, kind, actor, at) select $13, id, 'placed', $18, $12 from placed),
         audit as (insert into audit_entries (id, actor, action, subject, at)
             select $14, $18, 'order.place', 'order:' || id, $12 from placed),
         reader as (insert into order_readers (order_id, session_id) select id, $5 from placed where $16::uuid is null)
         select count(*) as "written!" from placed"#,
        id as _,
        number as _,
        order.basket as _,
        order.key as _,
        order.session as _,
        order.contact.full_name.as_str(),
        order.contact.email.as_str(),
        order.contact.email.normalised(),
        order.contact.telephone.as_ref().map(domain::text::TelephoneNumber::as_str),
        serde_json::to_value(order.address)?,
        order.address.key(),
        order.now.to_sqlx() as _,
        Uuid::now_v7(),
        Uuid::now_v7(),
        order.locale as _,
        account as _,
        company,
        order.by().actor.text(),
        order.uprn.map(Uprn::as_str)
    )
    .fetch_one(db)
    .await?;
    Ok(if written == 1 { Numbered::Written } else { Numbered::Taken })
}

/// A line to write, with the copies that are reserved for it now.
#[derive(Clone, Debug)]
pub struct NewLine<'a> {
    /// The basket line it comes from.
    pub line: &'a Line,
    /// Copies reserved now; the rest waits.
    pub reserved: i32,
    /// Copies that a grant allows beyond the limit.
    pub granted: i32,
}

impl NewLine<'_> {
    /// What the confirmation says of it.
    fn told(&self) -> ToldLine {
        let copies = self.line.facts.quantity;
        let (code, title) = (self.line.code.to_string(), self.line.title.clone());
        let (language, title_is_translated) = (self.line.language.clone(), self.line.title_is_translated);
        let pack = self.line.facts.unit_of_issue;
        ToldLine { code, title, title_is_translated, language, pack, copies, waiting: copies - self.reserved }
    }
}

/// What else becomes of lines that are written.
#[derive(Clone, Copy, Debug)]
pub enum LinesFrom<'a> {
    /// They were in this basket: they are taken out of it, and out of those that went into it, so that nobody gets back
    /// what they have. What it kept is released, and the message about the order, which goes to this address, tells of
    /// them.
    Basket(BasketId, &'a Address),
    /// Somebody added them to an order that was there.
    Nowhere,
}

/// Writes the lines after those the order has, reserves their copies (the main warehouse first), adds the movements
/// and the usage events. The levels have to be locked; the schema refuses what would oversell. Gives the editions of
/// which their basket kept more copies than were reserved. Whoever wants the same copies waits meanwhile, so that it
/// is one statement.
#[expect(clippy::too_many_lines, reason = "one statement and what it is given")]
pub async fn insert_lines(
    db: &mut PgConnection,
    order: OrderId,
    lines: &[NewLine<'_>],
    (by, from): (By<'_>, LinesFrom<'_>),
) -> Result<Vec<EditionId>> {
    let (basket, told) = match from {
        LinesFrom::Nowhere => (None, None),
        LinesFrom::Basket(basket, address) => {
            let lines = lines.iter().map(NewLine::told).collect();
            (Some(basket), Some(Told { lines, address: address.clone() }))
        }
    };
    let ids: Vec<Uuid> = lines.iter().map(|_| Uuid::now_v7()).collect();
    let editions: Vec<EditionId> = lines.iter().map(|new| new.line.edition).collect();
    let codes: Vec<String> = lines.iter().map(|new| new.line.code.to_string()).collect();
    let titles: Vec<String> = lines.iter().map(|new| new.line.title.clone()).collect();
    let languages: Vec<String> = lines.iter().map(|new| new.line.language.to_string()).collect();
    let formats: Vec<String> = lines.iter().map(|new| new.line.format.to_string()).collect();
    let packs: Vec<i32> = lines.iter().map(|new| new.line.facts.unit_of_issue).collect();
    let levels: Vec<String> = lines.iter().map(|new| new.line.rule.level.to_string()).collect();
    let limits: Vec<i32> = lines.iter().map(|new| i32::try_from(new.line.rule.quantity).unwrap_or(i32::MAX)).collect();
    let ordered: Vec<i32> = lines.iter().map(|new| new.line.facts.quantity).collect();
    let reserved: Vec<i32> = lines.iter().map(|new| new.reserved).collect();
    let granted: Vec<i32> = lines.iter().map(|new| new.granted).collect();
    Ok(sqlx::query_scalar!(
        r#"with line as (
             select * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::text[],
                     $10::int[], $11::int[], $12::int[], $14::int[]) with ordinality
                 as l (id, edition_id, code, title, language, format, pack, level, limit_quantity, ordered, reserved, granted, position)),
         written as (
             insert into order_lines (id, order_id, position, edition_id, product_code, title, language, format, unit_of_issue,
                 limit_level, limit_quantity, quantity_ordered, quantity_reserved, quantity_granted)
             select id, $1, position + coalesce((select max(o.position) from order_lines o where o.order_id = $1), 0), edition_id, code, title, language, format, pack, level, limit_quantity, ordered, reserved, granted
             from line returning id),
         level as (
             select l.id as line_id, l.edition_id, s.warehouse, s.on_hand - s.reserved as free, l.reserved as wanted,
                 coalesce(sum(s.on_hand - s.reserved) over (partition by l.id order by s.warehouse <> 'MAIN', s.warehouse
                     rows between unbounded preceding and 1 preceding), 0) as free_before
             from line l join stock_levels s on s.edition_id = l.edition_id where l.reserved > 0),
         taken as (
             select line_id, edition_id, warehouse, least(free, wanted - free_before)::int as copies
             from level where free > 0 and wanted > free_before),
         moved as (
             insert into stock_movements (id, edition_id, warehouse, kind, quantity, order_line_id, actor, source_key, at)
             select gen_random_uuid(), edition_id, warehouse, 'reserved', copies, line_id, $17,
                 'reserve:' || line_id || ':' || warehouse, $13
             from taken),
         told as (update outbox set detail = $15 where order_id = $1 and kind = 'order_placed' and $15::jsonb is not null),
         used as (
             insert into usage_events (id, kind, edition_id, quantity, at)
             select gen_random_uuid(), 'order_completion', edition_id, ordered, $13 from line),
         reserved as (
             update stock_levels s set reserved = s.reserved + t.copies
             from taken t where s.edition_id = t.edition_id and s.warehouse = t.warehouse),
         gone as (delete from basket_lines where basket_id = $16 and edition_id = any ($3)),
         had as (
             delete from basket_lines g using baskets m where m.merged_into = $16 and g.basket_id = m.id
                 and g.edition_id = any ($3) and g.merged_quantity is not null),
         released as (delete from stock_holds where basket_id = $16 returning edition_id, quantity)
         select r.edition_id as "edition!: EditionId" from released r left join line l on l.edition_id = r.edition_id
         where r.quantity > coalesce(l.reserved, 0) order by 1"#,
        order as _,
        &ids,
        editions as _,
        &codes,
        &titles,
        &languages,
        &formats,
        &packs,
        &levels,
        &limits,
        &ordered,
        &reserved,
        by.now.to_sqlx() as _,
        &granted,
        told.map(serde_json::to_value).transpose()?,
        basket as _,
        by.actor.text()
    )
    .fetch_all(db)
    .await?)
}
