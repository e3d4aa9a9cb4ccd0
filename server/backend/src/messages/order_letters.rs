//! Letters about an order.

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
    let copies = words::say_with(locale, "copies", [("copies", line.ordered.into())]);
    let waiting = line.ordered - line.reserved - line.shipped - line.cancelled;
    let mut detail = format!("{} – {copies}", line.code);
    if waiting > 0 {
        let follows = words::say_with(locale, "check-back-order", [("copies", waiting.into())]);
        detail = format!("{detail} ({follows})");
    }
    Item { title: line.title.clone(), detail }
}

fn items(lines: &[OrderLine], locale: Locale) -> Part {
    Part::Items(lines.iter().filter(|line| line.cancelled < line.ordered).map(|line| item(line, locale)).collect())
}

/// An order was placed.
pub async fn placed(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let (order, lines) = order_of(backend, due).await?;
    let (locale, say) = (due.locale, Say::new(due.locale, "mail-order-placed"));
    let copies: i64 = lines.iter().map(|line| i64::from(line.ordered)).sum();
    let is_waiting = lines.iter().any(|line| line.reserved < line.ordered);
    let mut parts = vec![
        Part::Text(say.with("hello", [("name", order.full_name.as_str().into())])),
        say.text("number"),
        Part::Big(order.number.to_string()),
        Part::Text(say.with("date", [("date", words::date(locale, service_day(order.placed_at)).into())])),
        Part::Heading(say.say("items")),
        items(&lines, locale),
        Part::Text(say.with("copies", [("copies", copies.into())])),
        Part::Heading(say.say("address")),
        Part::Lines(order.address.printed()),
        Part::Heading(words::say(locale, "order-next")),
        Part::Text(words::say(locale, "order-next-body")),
    ];
    parts.extend(is_waiting.then(|| Part::Text(words::say(locale, "order-next-waiting"))));
    parts.extend([link(backend, &order, locale), say.text("keep")]);
    Ok(say.letter([("number", order.number.as_str().into())], parts))
}
