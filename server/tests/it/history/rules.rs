//! The rules of a history: what was answered is what is there.
//!
//! Every order answered with `Done` is there once, as it was asked for; what was refused left nothing; what is
//! unknown is there whole, or not at all, and may still come to be after any later answer.

use std::collections::{BTreeMap, BTreeSet};

use domain::id::BasketId;

use super::{
    checks::Violation,
    log::{Asked, Call, Entry, Outcome},
};
use crate::world::World;

/// An order as it is in the end, and its lines as they were placed.
#[derive(Debug, serde::Deserialize)]
struct Kept {
    number: String,
    basket: BasketId,
    key: String,
    email: String,
    /// Where it was sent to at first.
    address: Option<String>,
    status: String,
    revision: usize,
    placed: BTreeMap<String, i32>,
    copies: BTreeMap<String, i32>,
}

const ORDERS: &str = "
    select jsonb_build_object('number', o.number, 'basket', o.basket_id, 'key', o.idempotency_key, 'email', o.email_norm,
        'address', (select min(c.address) from recorded_lines c where c.order_id = o.id and c.what = 'placed'),
        'status', o.status, 'revision', o.revision,
        'placed', (select coalesce(jsonb_object_agg(c.product_code, c.copies), '{}') from recorded_lines c
            where c.order_id = o.id and c.what = 'placed'),
        'copies', (select coalesce(jsonb_object_agg(l.product_code, l.quantity_ordered - l.quantity_cancelled), '{}')
            from order_lines l where l.order_id = o.id))::text
    from orders o";

/// How the calls for one thing ended.
#[derive(Debug, Default)]
struct Ends {
    done: usize,
    unknown: usize,
    numbers: BTreeSet<String>,
}

impl Ends {
    fn count(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Done(number) => {
                self.done += 1;
                self.numbers.extend(number.iter().map(ToString::to_string));
            }
            Outcome::Unknown(_) => self.unknown += 1,
            Outcome::Invoked | Outcome::Refused(_) | Outcome::Broken(_) => {}
        }
    }
}

/// How many rules there are.
pub const COUNT: usize = 4;

/// Every rule that the history and what is there do not keep.
pub async fn broken(world: &World, entries: &[Entry]) -> Vec<Violation> {
    let baskets: BTreeSet<BasketId> = entries.iter().filter_map(|entry| entry.what.pressed()).collect();
    let orders_there = world.texts(ORDERS).await;
    let kept = orders_there.iter().map(|order| serde_json::from_str::<Kept>(order).expect("an order"));
    let kept: Vec<Kept> = kept.filter(|order| baskets.contains(&order.basket)).collect();
    let rules: [(_, Vec<String>); COUNT] = [
        ("H1 every order answered is there once, as it was asked for", orders(&kept, entries)),
        ("H2 every change answered is there, and no other", changes(&kept, entries)),
        ("H3 the quantity answered last is there", quantities(&kept, entries)),
        ("H4 nothing is refused by the schema, and nobody locks for ever", failures(entries)),
    ];
    let broken = rules.into_iter().filter(|(_, rows)| !rows.is_empty());
    broken.map(|(invariant, rows)| Violation { invariant, rows }).collect()
}

/// The orders of each key, against what was answered to it.
fn orders(kept: &[Kept], entries: &[Entry]) -> Vec<String> {
    let mut keys: BTreeMap<&str, (&Asked, Ends)> = BTreeMap::new();
    for entry in entries {
        let Call::Place(asked) = &entry.what else { continue };
        // What was shown when the button was first pressed is what the key orders.
        keys.entry(asked.key.as_str()).or_insert_with(|| (asked, Ends::default())).1.count(&entry.outcome);
    }
    let mut by_key: BTreeMap<&str, Vec<&Kept>> = BTreeMap::new();
    for order in kept {
        by_key.entry(order.key.as_str()).or_default().push(order);
    }
    let mut rows = Vec::new();
    for (key, (asked, ends)) in &keys {
        let of_key = by_key.get(key).into_iter().flatten().copied();
        let there: Vec<&Kept> = of_key.filter(|order| order.basket == asked.basket).collect();
        let numbers: BTreeSet<String> = there.iter().map(|order| order.number.clone()).collect();
        let is_right = match (ends.done, ends.unknown) {
            (0, 0) => there.is_empty(),
            (0, _) => there.len() <= 1,
            _ => there.len() == 1 && numbers == ends.numbers,
        };
        if !is_right {
            rows.push(format!("key {key} of basket {}: {ends:?}, and there are {numbers:?}", asked.basket));
        }
        rows.extend(there.iter().filter(|order| !order.is(asked)).map(|order| format!("{asked:?} became {order:?}")));
    }
    let unasked = kept.iter().filter(|order| !keys.contains_key(order.key.as_str()));
    rows.extend(unasked.map(|order| format!("nobody asked for {order:?}")));
    rows
}

impl Kept {
    /// Whether it was placed as it was shown: every line with its copies, and no other, also where a part was accepted.
    fn is(&self, asked: &Asked) -> bool {
        self.placed == asked.lines
            && self.email == asked.email
            && self.address.as_deref() == Some(asked.address_key.as_str())
    }
}

/// Revisions and calling off of each order, against what was answered.
fn changes(kept: &[Kept], entries: &[Entry]) -> Vec<String> {
    let (mut amended, mut cancelled) = (BTreeMap::<&str, Ends>::new(), BTreeMap::<&str, Ends>::new());
    for entry in entries {
        let (of, number) = match &entry.what {
            Call::Amend { number, .. } | Call::AddLine { number, .. } | Call::Redirect { number, .. } => {
                (&mut amended, number)
            }
            Call::Cancel { number } => (&mut cancelled, number),
            _ => continue,
        };
        of.entry(number.as_str()).or_default().count(&entry.outcome);
    }
    let none = Ends::default();
    let mut rows = Vec::new();
    for order in kept {
        let amends = amended.get(order.number.as_str()).unwrap_or(&none);
        let cancels = cancelled.get(order.number.as_str()).unwrap_or(&none);
        let revisions = 1 + amends.done..=1 + amends.done + amends.unknown;
        let is_cancelled = order.status == "cancelled";
        let may_be = match (cancels.done, cancels.unknown) {
            (0, 0) => !is_cancelled,
            (0, _) => true,
            (done, _) => is_cancelled && done == 1,
        };
        if !may_be || !revisions.contains(&order.revision) {
            rows.push(format!("amended {amends:?}, cancelled {cancels:?}: {order:?}"));
        }
    }
    rows
}

/// Copies of each line that was amended or added, unless one answer is unknown.
fn quantities(kept: &[Kept], entries: &[Entry]) -> Vec<String> {
    let mut last: BTreeMap<(&str, &str), Option<i32>> = BTreeMap::new();
    for entry in entries {
        let (Call::Amend { number, code, copies } | Call::AddLine { number, code, copies }) = &entry.what else {
            continue;
        };
        let line = (number.as_str(), code.as_str());
        match &entry.outcome {
            Outcome::Unknown(_) => {
                last.insert(line, None);
            }
            Outcome::Done(_) => {
                last.entry(line).and_modify(|known| *known = known.map(|_| *copies)).or_insert(Some(*copies));
            }
            Outcome::Invoked | Outcome::Refused(_) | Outcome::Broken(_) => {}
        }
    }
    let open = kept.iter().filter(|order| order.status != "cancelled");
    let lines = open.flat_map(|order| order.copies.iter().map(move |(code, copies)| (order, code, *copies)));
    lines
        .filter_map(|(order, code, copies)| {
            let answered = (*last.get(&(order.number.as_str(), code.as_str()))?)?;
            (answered != copies).then(|| format!("{code} of {}: {answered} answered, {copies} there", order.number))
        })
        .collect()
}

/// Calls that ended as none may.
fn failures(entries: &[Entry]) -> Vec<String> {
    let broken = entries.iter().filter(|entry| matches!(entry.outcome, Outcome::Broken(_)));
    broken.map(|entry| format!("{}: {}", entry.outcome, entry.what)).collect()
}
