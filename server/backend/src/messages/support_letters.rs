//! Letters about messages to the support desk.

use domain::id::SupportMessageId;
use store::{contact::SupportMessage, outbox::Due};

use super::{
    MessageError, Say, detail,
    letter::{Letter, Part},
};
use crate::Backend;

async fn message_of(backend: &Backend, due: &Due) -> Result<SupportMessage, MessageError> {
    let id: SupportMessageId = detail(due, "message")?.parse().map_err(|_| MessageError::NothingToSay)?;
    store::contact::message(&backend.db, id).await?.ok_or(MessageError::NothingToSay)
}

/// To the support desk: what somebody wrote.
pub async fn written(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let message = message_of(backend, due).await?;
    let say = Say::new(due.locale, "mail-support");
    let from = [("name", message.contact_name.as_str().into()), ("email", message.contact_email.as_str().into())];
    let parts = vec![
        Part::Text(say.with("from", from)),
        Part::Heading(message.summary.clone()),
        Part::Lines(message.message.lines().map(str::to_owned).collect()),
    ];
    Ok(say.letter([("summary", message.summary.as_str().into())], parts))
}

/// To whoever wrote: it was received. Nobody has proved that the address is theirs, so nothing that was typed is in
/// it: else anybody could send anything to anybody through us.
pub fn received(due: &Due) -> Letter {
    let say = Say::new(due.locale, "mail-support-received");
    say.letter([], vec![say.text("body"), say.text("ignore")])
}
