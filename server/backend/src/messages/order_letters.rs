//! Letters about an order.

use domain::{basket::whole_packs, catalogue::taxonomy::title_language};
use store::{
    orders::{Order, Told, ToldLine},
    outbox::Due,
};
use words::Locale;

use super::{
    MessageError, Say,
    letter::{Item, Letter, Link, Part},
};
use crate::{
    Backend,
    clock::{days, service_day},
};

/// Days for which the link in a message leads to its order.
pub const TRACK_DAYS: i64 = 90;

/// The order a message is about.
async fn order_of(backend: &Backend, due: &Due) -> Result<Order, MessageError> {
    let id = due.order.ok_or(MessageError::NothingToSay)?;
    store::orders::find(&backend.db, id).await?.ok_or(MessageError::NothingToSay)
}

/// What a message was given to tell of its order: how it was then. One that was given nothing tells how it is.
async fn told(backend: &Backend, due: &Due, order: &Order) -> Result<Told, MessageError> {
    if let Ok(told) = serde_json::from_value(due.detail.clone()) {
        return Ok(told);
    }
    store::orders::told(&backend.db, order.id).await?.ok_or(MessageError::NothingToSay)
}

/// The link that leads to an order without its number and address, for so many days from now.
fn link(backend: &Backend, order: &Order, words: String) -> Part {
    let id = order.id;
    let seal = backend.seal("track", id, days(TRACK_DAYS));
    Part::Link(Link { words, address: format!("{}/track/{id}/{seal}", backend.origin) })
}

fn item(line: &ToldLine, locale: Locale) -> Item {
    let copies = words::say_with(locale, "copies", [("copies", line.copies.into())]);
    let mut detail = format!("{} – {copies}", words::isolated(locale, line.code.as_str()));
    if let Some(packs) = whole_packs(line.copies, line.pack) {
        let packs = words::say_with(locale, "basket-packs", [("packs", packs.into()), ("pack", line.pack.into())]);
        detail = format!("{detail}, {packs}");
    }
    if line.waiting > 0 {
        let follows = words::say_with(locale, "check-back-order", [("copies", line.waiting.into())]);
        detail = format!("{detail} ({follows})");
    }
    let language = title_language(line.title_is_translated, &line.language);
    Item { title: line.title.clone(), language, detail }
}

/// What an order is of and where it goes.
fn contents(told: &Told, say: Say) -> Vec<Part> {
    let copies: i64 = told.lines.iter().map(|line| i64::from(line.copies)).sum();
    let mut parts = vec![
        Part::Heading(words::say(say.locale, "mail-order-items")),
        Part::Items(told.lines.iter().map(|line| item(line, say.locale)).collect()),
        Part::Text(words::say_with(say.locale, "mail-order-copies", [("copies", copies.into())])),
        Part::Heading(words::say(say.locale, "mail-order-address")),
        Part::Lines(told.address.printed()),
        Part::Heading(words::say(say.locale, "order-next")),
        Part::Text(words::say(say.locale, "order-next-body")),
    ];
    let is_waiting = told.lines.iter().any(|line| line.waiting > 0);
    parts.extend(is_waiting.then(|| Part::Text(words::say(say.locale, "order-next-waiting"))));
    parts
}

fn hello(order: &Order, say: Say) -> Part {
    Part::Text(say.with("hello", [("name", order.full_name.as_str().into())]))
}

/// An order was placed.
pub async fn placed(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let order = order_of(backend, due).await?;
    let told = told(backend, due, &order).await?;
    let say = Say::new(due.locale, "mail-order-placed");
    let placed_on = words::date(due.locale, service_day(order.placed_at));
    let mut parts = vec![
        hello(&order, say),
        say.text("number"),
        Part::Big(order.number.to_string()),
        Part::Text(say.with("date", [("date", placed_on.into())])),
    ];
    parts.extend(contents(&told, say));
    parts.extend([link(backend, &order, words::say(due.locale, "mail-order-link")), say.text("keep")]);
    Ok(say.letter([("number", order.number.as_str().into())], parts))
}

/// Its orderer changed an order.
pub async fn amended(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let order = order_of(backend, due).await?;
    let told = told(backend, due, &order).await?;
    let say = Say::new(due.locale, "mail-order-amended");
    let mut parts = vec![hello(&order, say)];
    parts.extend(contents(&told, say));
    parts.push(link(backend, &order, words::say(due.locale, "mail-order-link")));
    Ok(say.letter([("number", order.number.as_str().into())], parts))
}

/// An order was called off.
pub async fn cancelled(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let order = order_of(backend, due).await?;
    let say = Say::new(due.locale, "mail-order-cancelled");
    let parts = vec![hello(&order, say), say.text("body"), link(backend, &order, say.say("link"))];
    Ok(say.letter([("number", order.number.as_str().into())], parts))
}
