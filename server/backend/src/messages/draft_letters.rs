//! Letters about registrations that were saved before they were sent.

use domain::{id::DraftId, paths};
use jiff::Timestamp;
use store::{outbox::Due, registry::drafts::Draft};

use super::{
    MessageError, Say, address_of, detail,
    letter::{Letter, Link, Part},
};
use crate::{Backend, clock::registry_day, registry::saving::LinkTo};

/// The draft that a message names so.
async fn draft_of(backend: &Backend, due: &Due, name: &str) -> Result<Draft, MessageError> {
    let id: DraftId = detail(due, name)?.parse().map_err(|_| MessageError::NothingToSay)?;
    let draft = store::registry::drafts::find(&backend.db, id, backend.clock.now()).await?;
    draft.ok_or(MessageError::NothingToSay)
}

/// A link that is for the address that the message goes to.
fn link(
    backend: &Backend,
    due: &Due,
    (say, words): (Say, &str),
    to: LinkTo,
    draft: &Draft,
) -> Result<Part, MessageError> {
    let path = to.path(backend, draft.id, &address_of(due)?);
    Ok(Part::Link(Link { words: say.say(words), address: format!("{}{path}", backend.origin) }))
}

fn dated(say: Say, id: &str, at: Timestamp) -> Part {
    Part::Text(say.with(id, [("date", words::date(say.locale, registry_day(at)).into())]))
}

/// A draft was saved: until when, and how to come back.
pub async fn saved(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let draft = draft_of(backend, due, "draft").await?;
    let say = Say::new(due.locale, "mail-draft-saved");
    let parts = vec![
        dated(say, "kept", draft.expires_at),
        say.text("return"),
        link(backend, due, (say, "link"), LinkTo::Draft, &draft)?,
        say.text("certify"),
        say.text("ignore"),
    ];
    Ok(say.letter([], parts))
}

/// A second draft was saved: the first one, and that its owner chooses.
pub async fn exists(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let draft = draft_of(backend, due, "draft").await?;
    let earlier = draft_of(backend, due, "earlier").await?;
    let say = Say::new(due.locale, "mail-draft-exists");
    let parts = vec![
        dated(say, "earlier", earlier.touched_at),
        say.text("choose"),
        link(backend, due, (say, "link"), LinkTo::Draft, &draft)?,
        say.text("ignore"),
    ];
    Ok(say.letter([], parts))
}

/// A draft is deleted soon.
pub async fn reminder(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let draft = draft_of(backend, due, "draft").await?;
    let say = Say::new(due.locale, "mail-draft-reminder");
    let parts = vec![
        dated(say, "ends", draft.expires_at),
        link(backend, due, (say, "link"), LinkTo::Draft, &draft)?,
        say.text("discard"),
        link(backend, due, (say, "discard-link"), LinkTo::Discard, &draft)?,
    ];
    Ok(say.letter([], parts))
}

/// To whoever wanted to come back to a draft where none is saved.
pub fn none(backend: &Backend, due: &Due) -> Letter {
    let say = Say::new(due.locale, "mail-no-draft");
    let start =
        Part::Link(Link { words: say.say("link"), address: format!("{}{}", backend.origin, paths::register()) });
    say.letter([], vec![say.text("body"), say.text("other"), start, say.text("ignore")])
}
