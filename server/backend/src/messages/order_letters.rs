//! Letters about an order.

use domain::basket::whole_packs;
use jiff::ToSpan;
use store::{
    orders::{Order, OrderLine},
    outbox::Due,
};
use words::Locale;

use super::{
    MessageError, Say,
    letter::{Item, Letter, Link, Part},
};
use crate::{Backend, clock::service_day};

/// Days for which the link in a message leads to its order.
pub const TRACK_DAYS: i64 = 90;

/// The order a message is about, with its lines.
async fn order_of(backend: &Backend, due: &Due) -> Result<(Order, Vec<OrderLine>), MessageError> {
    let id = due.order.ok_or(MessageError::NothingToSay)?;
    let order = store::orders::find(&backend.db, id).await?.ok_or(MessageError::NothingToSay)?;
    let lines = store::orders::lines(&backend.db, id).await?;
    Ok((order, lines))
}

/// The link that leads to an order without its number and address.
fn link(backend: &Backend, order: &Order, locale: Locale) -> Part {
    let id = order.id;
    let seal = backend.secrets.seal("track", &id.to_string(), order.placed_at + (24 * TRACK_DAYS).hours());
    Part::Link(Link {
        words: words::say(locale, "mail-order-link"),
        address: format!("{}/track/{id}/{seal}", backend.origin),
    })
}

fn item(line: &OrderLine, locale: Locale) -> Item {
    let (open, pack) = (line.counts.open(), line.unit_of_issue);
    let copies = words::say_with(locale, "copies", [("copies", open.into())]);
    let mut detail = format!("{} – {copies}", line.code);
    if let Some(packs) = whole_packs(open, pack) {
        let packs = words::say_with(locale, "basket-packs", [("packs", packs.into()), ("pack", pack.into())]);
        detail = format!("{detail}, {packs}");
    }
    if line.counts.waiting() > 0 {
        let follows = words::say_with(locale, "check-back-order", [("copies", line.counts.waiting().into())]);
        detail = format!("{detail} ({follows})");
    }
    Item { title: line.title.clone(), detail }
}

/// What an order is of and where it goes.
fn contents(order: &Order, lines: &[OrderLine], say: Say) -> Vec<Part> {
    let open = || lines.iter().filter(|line| line.counts.open() > 0);
    let copies: i64 = open().map(|line| i64::from(line.counts.open())).sum();
    let mut parts = vec![
        Part::Heading(words::say(say.locale, "mail-order-items")),
        Part::Items(open().map(|line| item(line, say.locale)).collect()),
        Part::Text(words::say_with(say.locale, "mail-order-copies", [("copies", copies.into())])),
        Part::Heading(words::say(say.locale, "mail-order-address")),
        Part::Lines(order.address.printed()),
        Part::Heading(words::say(say.locale, "order-next")),
        Part::Text(words::say(say.locale, "order-next-body")),
    ];
    let is_waiting = open().any(|line| line.counts.waiting() > 0);
    parts.extend(is_waiting.then(|| Part::Text(words::say(say.locale, "order-next-waiting"))));
    parts
}

fn hello(order: &Order, say: Say) -> Part {
    Part::Text(say.with("hello", [("name", order.full_name.as_str().into())]))
}

/// An order was placed.
pub async fn placed(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let (order, lines) = order_of(backend, due).await?;
    let say = Say::new(due.locale, "mail-order-placed");
    let placed_on = words::date(due.locale, service_day(order.placed_at));
    let mut parts = vec![
        hello(&order, say),
        say.text("number"),
        Part::Big(order.number.to_string()),
        Part::Text(say.with("date", [("date", placed_on.into())])),
    ];
    parts.extend(contents(&order, &lines, say));
    parts.extend([link(backend, &order, due.locale), say.text("keep")]);
    Ok(say.letter([("number", order.number.as_str().into())], parts))
}

/// Its orderer changed an order.
pub async fn amended(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let (order, lines) = order_of(backend, due).await?;
    let say = Say::new(due.locale, "mail-order-amended");
    let mut parts = vec![hello(&order, say)];
    parts.extend(contents(&order, &lines, say));
    parts.push(link(backend, &order, due.locale));
    Ok(say.letter([("number", order.number.as_str().into())], parts))
}

/// An order was called off.
pub async fn cancelled(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let (order, _) = order_of(backend, due).await?;
    let say = Say::new(due.locale, "mail-order-cancelled");
    Ok(say.letter([("number", order.number.as_str().into())], vec![hello(&order, say), say.text("body")]))
}
