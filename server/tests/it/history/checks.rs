//! The invariants that hold after every history, each a query that gives no rows.
//!
//! They stand beside the service's own statements on purpose: a rule that both got from one place would be wrong
//! in both. What the tables do not tell, `recorder.sql` keeps.

use std::collections::BTreeSet;

use sqlx::Row;

use crate::world::World;

/// A promise that was broken, and where.
#[derive(Debug)]
pub struct Violation {
    pub invariant: &'static str,
    pub rows: Vec<String>,
}

/// On hand and reserved copies that a movement adds.
macro_rules! moved {
    (on_hand) => {
        "case m.kind when 'received' then m.quantity when 'adjusted' then m.quantity when 'shipped' then -m.quantity
             when 'written_off' then -m.quantity else 0 end"
    };
    (reserved) => {
        "case m.kind when 'reserved' then m.quantity when 'released' then -m.quantity when 'shipped' then -m.quantity
             else 0 end"
    };
}

/// How many are looked at.
pub const COUNT: usize = INVARIANTS.len() + 1;

/// Name and query of each.
const INVARIANTS: [(&str, &str); 15] = [
    (
        "I1 stock is never negative",
        "select format('%s: %s on hand, %s reserved', e.product_code, s.on_hand, s.reserved)
         from stock_levels s join editions e on e.id = s.edition_id
         where s.on_hand < 0 or s.reserved < 0 or s.reserved > s.on_hand",
    ),
    (
        "I1 stock was never negative at any prefix of the ledger",
        concat!(
            "select format('%s after movement %s: %s on hand, %s reserved', e.product_code, p.recorded, p.on_hand, p.reserved)
             from (select m.edition_id, m.recorded, sum(",
            moved!(on_hand),
            ") over so_far as on_hand, sum(",
            moved!(reserved),
            ") over so_far as reserved from stock_movements m
                 window so_far as (partition by m.edition_id, m.warehouse order by m.recorded)) p
             join editions e on e.id = p.edition_id
             where p.on_hand < 0 or p.reserved < 0 or p.reserved > p.on_hand"
        ),
    ),
    // Copies of a hold whose time has passed are kept until it is tidied up: then they are given on.
    (
        "I1 nobody waits while copies are free",
        "select format('%s of %s waits for %s, %s are free', l.product_code, o.number, w.copies, f.copies)
         from order_lines l join orders o on o.id = l.order_id and o.status <> 'cancelled'
         cross join lateral (select l.quantity_ordered - l.quantity_reserved - l.quantity_shipped - l.quantity_cancelled
             as copies) w
         cross join lateral (select (select coalesce(sum(s.on_hand - s.reserved), 0) from stock_levels s
             where s.edition_id = l.edition_id) - (select coalesce(sum(h.quantity), 0) from stock_holds h
             where h.edition_id = l.edition_id) as copies) f
         where w.copies > 0 and f.copies > 0",
    ),
    (
        "I2 stock is the sum of its ledger",
        concat!(
            "select format('%s in %s: %s on hand and %s reserved, by the ledger %s and %s', e.product_code, warehouse,
                 s.on_hand, s.reserved, l.on_hand, l.reserved)
             from stock_levels s full join (select m.edition_id, m.warehouse, sum(",
            moved!(on_hand),
            ") as on_hand, sum(",
            moved!(reserved),
            ") as reserved from stock_movements m group by 1, 2) l using (edition_id, warehouse)
             join editions e on e.id = edition_id
             where coalesce(s.on_hand, 0) <> coalesce(l.on_hand, 0) or coalesce(s.reserved, 0) <> coalesce(l.reserved, 0)"
        ),
    ),
    (
        "I2 a line holds what the ledger reserved for it",
        concat!(
            "select format('%s of %s: %s reserved, by the ledger %s', l.product_code, o.number, l.quantity_reserved, kept.copies)
             from order_lines l join orders o on o.id = l.order_id
             cross join lateral (select coalesce(sum(",
            moved!(reserved),
            "), 0) as copies from stock_movements m where m.order_line_id = l.id) kept
             where kept.copies <> l.quantity_reserved"
        ),
    ),
    ("I3 limits were never passed at any prefix of the commits", LIMITS),
    (
        "I3 copies beyond the limit are granted ones",
        "select format('%s of %s: %s granted, %s used of grants', l.product_code, o.number, l.quantity_granted, grants.used)
         from order_lines l join orders o on o.id = l.order_id
         cross join lateral (select coalesce(sum(g.used), 0) as used from limit_requests g
             where g.email_norm = lower(o.email) and g.edition_id = l.edition_id) grants
         where l.quantity_granted > grants.used",
    ),
    (
        "I4 quantities are whole packs from 1 to 10,000",
        "select format('%s of %s: %s in packs of %s', l.product_code, o.number, l.quantity_ordered, l.unit_of_issue)
         from order_lines l join orders o on o.id = l.order_id
         where l.quantity_ordered not between 1 and 10000 or l.quantity_ordered % l.unit_of_issue <> 0
         union all
         select format('%s in basket %s: %s in packs of %s', e.product_code, l.basket_id, l.quantity, e.unit_of_issue)
         from basket_lines l join editions e on e.id = l.edition_id
         where l.quantity not between 1 and 10000 or l.quantity % e.unit_of_issue <> 0",
    ),
    (
        "I5 one order for each key",
        "select format('%s of basket %s: %s', idempotency_key, basket_id, string_agg(number, ' ')) from orders
         group by idempotency_key, basket_id having count(*) > 1",
    ),
    (
        "I6 an order is whole at its commit",
        "select format('%s: %s', number, to_jsonb(c) - 'order_id' - 'number') from recorded_commits c
         where lines = 0 or messages = 0 or events <> 1 or audits <> 1 or readers = 0 or still_in_basket > 0
             or still_held > 0 or checkouts > 0",
    ),
    ("I6 a change is whole", CHANGES),
    (
        "I7 numbers are unique and of one form",
        "select number from orders group by number
         having count(*) > 1 or number !~ '^HP-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$'",
    ),
    (
        "I8 every event has its message",
        "select format('%s: %s happened %s times, told %s times', o.number, e.kind, e.times, told.times)
         from (select order_id, kind, count(*) as times from order_events group by 1, 2) e
         join orders o on o.id = e.order_id
         cross join lateral (select count(*) as times from outbox m
             where m.order_id = e.order_id and m.kind = 'order_' || e.kind) told
         where told.times < e.times",
    ),
    (
        "I8 every message has left",
        "select format('%s %s to %s: %s after %s tries, %s', kind, id, recipient, state, attempts, last_error)
         from outbox where state <> 'sent'",
    ),
    (
        "I9 every message tells of an event, once",
        "select format('%s: %s told %s times, happened %s times', o.number, m.kind, m.times, happened.times)
         from (select order_id, kind, count(*) as times from outbox where order_id is not null group by 1, 2) m
         join orders o on o.id = m.order_id
         cross join lateral (select count(*) as times from order_events e
             where e.order_id = m.order_id and 'order_' || e.kind = m.kind) happened
         where m.times > happened.times",
    ),
];

/// At each change that adds copies: what the e-mail address and the delivery address had by then, of orders
/// within the 24 hours before the change, and the highest limit the change could have seen. An order that is sent
/// elsewhere adds copies to its new address only.
const LIMITS: &str = "
    select format('%s of %s (%s): %s copies beside %s by e-mail and %s by address, limit %s', c.product_code, o.number,
        c.what, c.copies, had.by_email, had.by_address, c.allowed)
    from recorded_lines c join orders o on o.id = c.order_id
    left join lateral (select b.copies from recorded_lines b where b.line_id = c.line_id and b.seq < c.seq
        order by b.seq desc limit 1) before on true
    cross join lateral (
        select coalesce(sum(l.copies) filter (where l.email = c.email), 0) as by_email,
            coalesce(sum(l.copies) filter (where l.address = c.address), 0) as by_address
        from (select distinct on (b.line_id) b.copies, b.email, b.address from recorded_lines b
            where b.edition_id = c.edition_id and b.seq < c.seq and b.line_id <> c.line_id
                and b.placed_at > c.at - interval '24 hours'
            order by b.line_id, b.seq desc) l) had
    where c.copies > 0 and (c.what = 'redirected' or c.copies > coalesce(before.copies, 0))
        and (had.by_address + c.copies > c.allowed
            or c.what <> 'redirected' and had.by_email + c.copies > c.allowed)";

/// An order's revision, what is kept of the ones before, its timeline and its audit say the same; a called-off
/// order has nothing open.
const CHANGES: &str = "
    select format('%s (%s, revision %s): %s', o.number, o.status, o.revision, to_jsonb(n))
    from orders o cross join lateral (
        select (select count(*) from order_revisions r where r.order_id = o.id) as revisions,
            (select count(*) from order_events e where e.order_id = o.id and e.kind = 'amended') as amended,
            (select count(*) from order_events e where e.order_id = o.id and e.kind = 'cancelled') as cancelled,
            (select count(*) from audit_entries a where a.subject = 'order:' || o.id and a.action = 'order.amended') as amends,
            (select count(*) from audit_entries a where a.subject = 'order:' || o.id and a.action = 'order.cancelled') as cancels,
            (select coalesce(sum(l.quantity_ordered - l.quantity_cancelled), 0) from order_lines l where l.order_id = o.id) as copies,
            (select coalesce(sum(l.quantity_reserved), 0) from order_lines l where l.order_id = o.id) as reserved) n
    where o.revision <> 1 + n.revisions or n.revisions <> n.amended or n.amended <> n.amends or n.cancelled <> n.cancels
        or n.cancelled <> (o.status = 'cancelled')::int or (o.status = 'cancelled' and (n.copies > 0 or n.reserved > 0))
        or (o.status <> 'cancelled' and n.copies = 0)";

/// Every invariant that does not hold.
pub async fn broken(world: &World) -> Vec<Violation> {
    let mut broken = Vec::new();
    for (invariant, query) in INVARIANTS {
        let rows = rows(world, query).await;
        if !rows.is_empty() {
            broken.push(Violation { invariant, rows });
        }
    }
    broken.extend(letters(world).await);
    broken
}

/// What a query gives, however long it takes: the service's own statements are bounded, and long histories leave much
/// to look at.
async fn rows(world: &World, query: &str) -> Vec<String> {
    let sql = format!("set local statement_timeout = 0; {query}");
    let rows = sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).fetch_all(&world.db).await.expect("the query");
    rows.iter().map(|row| row.get(0)).collect()
}

/// I9 from the other end: what arrived is what was sent, each message once.
async fn letters(world: &World) -> Option<Violation> {
    let sent = world.texts("select id::text from outbox where state = 'sent'").await;
    let sent: BTreeSet<String> = sent.into_iter().collect();
    let (mut arrived, mut rows) = (BTreeSet::new(), Vec::new());
    for mail in world.backend.mailer.sent() {
        if !sent.contains(&mail.id) {
            rows.push(format!("{} to {} arrived and is not marked as sent", mail.id, mail.to));
        }
        if !arrived.insert(mail.id.clone()) {
            rows.push(format!("{} to {} arrived more than once", mail.id, mail.to));
        }
    }
    rows.extend(sent.difference(&arrived).map(|id| format!("{id} is marked as sent and did not arrive")));
    (!rows.is_empty()).then_some(Violation { invariant: "I9 every message arrives once", rows })
}
