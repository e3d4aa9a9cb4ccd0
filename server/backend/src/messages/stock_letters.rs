//! Letters to people who wait for stock.

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
        Part::Text(say.with("body", [("title", edition.title.as_str().into())])),
        link("confirm", format!("confirm/{}", subscriptions::confirm_link(backend, id))),
        say.text("ignore"),
        link("end", format!("end/{}", subscriptions::end_link(backend, id))),
    ];
    Ok(say.letter([("title", edition.title.as_str().into())], parts))
}

/// It can be ordered again.
pub async fn back(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let edition = edition_of(backend, due).await?;
    let say = Say::new(due.locale, "mail-back-in-stock");
    let address = format!("{}{}", backend.origin, domain::paths::by_code(&edition.code));
    let parts = vec![
        Part::Text(
            say.with("body", [("title", edition.title.as_str().into()), ("code", edition.code.as_str().into())]),
        ),
        Part::Link(Link { words: say.say("order"), address }),
        say.text("once"),
    ];
    Ok(say.letter([("title", edition.title.as_str().into())], parts))
}
