//! Letters to people who wait for stock, and to those who own it.

use domain::id::{EditionId, SubscriptionId};
use store::{outbox::Due, subscriptions::NamedEdition};

use super::{
    MessageError, Say, detail,
    letter::{Letter, Link, Part},
};
use crate::{Backend, subscriptions};

async fn edition_of(backend: &Backend, due: &Due) -> Result<NamedEdition, MessageError> {
    let id: EditionId = detail(due, "edition")?.parse().map_err(|_| MessageError::NothingToSay)?;
    store::subscriptions::edition(&backend.db, id).await?.ok_or(MessageError::NothingToSay)
}

/// Asks whether the address is whose it says.
pub async fn confirm(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let edition = edition_of(backend, due).await?;
    let id: SubscriptionId = detail(due, "subscription")?.parse().map_err(|_| MessageError::NothingToSay)?;
    let say = Say::new(due.locale, "mail-waiting-confirm");
    let link = |words: &str, path: String| {
        Part::Link(Link { words: say.say(words), address: format!("{}/waiting/{path}", backend.origin) })
    };
    let parts = vec![
        Part::Text(say.with("body", [("title", say.given(&edition.title))])),
        link("confirm", format!("confirm/{}", subscriptions::confirm_link(backend, id))),
        say.text("ignore"),
        link("end", format!("end/{}", subscriptions::end_link(backend, id))),
    ];
    Ok(say.letter([("title", say.given(&edition.title))], parts))
}

/// It can be ordered again.
pub async fn back(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let edition = edition_of(backend, due).await?;
    let say = Say::new(due.locale, "mail-back-in-stock");
    let address = format!("{}{}", backend.origin, domain::paths::by_code(&edition.code));
    let parts = vec![
        Part::Text(
            say.with("body", [("title", say.given(&edition.title)), ("code", say.given(edition.code.as_str()))]),
        ),
        Part::Link(Link { words: say.say("order"), address }),
        say.text("once"),
    ];
    Ok(say.letter([("title", say.given(&edition.title))], parts))
}

/// To the owner of the stock: few copies are left, or none.
pub async fn low(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let edition = edition_of(backend, due).await?;
    let copies = due.detail.get("copies").and_then(serde_json::Value::as_i64).ok_or(MessageError::NothingToSay)?;
    let say = Say::new(due.locale, "mail-low-stock");
    let facts =
        [("title", say.given(&edition.title)), ("code", say.given(edition.code.as_str())), ("copies", copies.into())];
    let address = format!("{}{}", backend.origin, domain::paths::by_code(&edition.code));
    let parts = vec![
        Part::Text(say.with("body", facts.clone())),
        Part::Link(Link { words: say.say("edition"), address }),
        say.text("once"),
    ];
    Ok(say.letter(facts, parts))
}
