//! Letters about a registration that was sent. None holds an answer, but for a first name that is nothing else.

use domain::{
    id::{RegistrantId, RegistrationId},
    paths::{self, Path},
};
use store::{
    outbox::Due,
    registry::people::{self, Taken},
};

use super::{
    MessageError, Say, detail,
    letter::{Letter, Link, Part},
};
use crate::{Backend, clock::registry_day, registry::sending::confirm_link};

/// The longest first name that a letter calls somebody by.
const LONGEST_NAME: usize = 40;

async fn taken(backend: &Backend, due: &Due) -> Result<Taken, MessageError> {
    let id: RegistrationId = detail(due, "registration")?.parse().map_err(|_| MessageError::NothingToSay)?;
    people::taken(&backend.db, id).await?.ok_or(MessageError::NothingToSay)
}

fn link(backend: &Backend, say: Say, id: &str, path: &Path) -> Part {
    Part::Link(Link { words: say.say(id), address: format!("{}{path}", backend.origin) })
}

/// Thanks by first name. Nobody has proved that the address is theirs, so that a name which could say anything
/// else than a name is left out: else anybody could send anything to anybody through us.
fn hello(say: Say, first_name: &str) -> Part {
    let is_name = first_name.chars().count() <= LONGEST_NAME
        && first_name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’'));
    if is_name { Part::Text(say.with("hello", [("name", first_name.into())])) } else { say.text("hello-plain") }
}

fn confirm(backend: &Backend, say: Say, taken: &Taken) -> Part {
    link(backend, say, "confirm-link", &confirm_link(backend, taken.registrant, &taken.email_norm))
}

/// To whoever registered.
pub async fn confirmation(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let taken = taken(backend, due).await?;
    let say = Say::new(due.locale, "mail-registration");
    let mut parts = vec![
        hello(say, &taken.first_name),
        Part::Heading(say.say("number")),
        Part::Big(taken.confirmation.to_string()),
        say.text("number-use"),
    ];
    if taken.is_unproved {
        parts.extend([Part::Heading(say.say("confirm")), say.text("confirm-why"), confirm(backend, say, &taken)]);
    }
    parts.extend([
        Part::Heading(say.say("next")),
        say.text("next-body"),
        say.text("manage"),
        link(backend, say, "manage-link", &paths::my()),
        Part::Text(say.with("contact", [("mailbox", say.given(&backend.support_email))])),
    ]);
    Ok(say.letter([("number", say.given(taken.confirmation.as_str()))], parts))
}

/// To whoever registered, has not confirmed the address yet, and did not leave since.
pub async fn reminder(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let taken = taken(backend, due).await?;
    if !taken.is_unproved || taken.is_withdrawn {
        return Err(MessageError::NothingToSay);
    }
    let say = Say::new(due.locale, "mail-address-reminder");
    Ok(say.letter([], vec![say.text("body"), confirm(backend, say, &taken), say.text("ignore")]))
}

/// To the owner of an address that was registered again.
pub async fn exists(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let id: RegistrantId = detail(due, "registrant")?.parse().map_err(|_| MessageError::NothingToSay)?;
    let made = people::made(&backend.db, id).await?.ok_or(MessageError::NothingToSay)?;
    let say = Say::new(due.locale, "mail-registration-exists");
    let on = |at| words::date(due.locale, registry_day(at));
    let dates = [("made", on(made.at).into()), ("changed", on(made.changed_at).into())];
    let parts = vec![
        say.text("body"),
        Part::Text(say.with("dates", dates)),
        say.text("choices"),
        link(backend, say, "link", &paths::my()),
        say.text("end"),
    ];
    Ok(say.letter([], parts))
}

/// To the owner of a registration that another one, under another address, looks like.
pub async fn possible_duplicate(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let id: RegistrantId = detail(due, "registrant")?.parse().map_err(|_| MessageError::NothingToSay)?;
    people::made(&backend.db, id).await?.ok_or(MessageError::NothingToSay)?;
    let say = Say::new(due.locale, "mail-possible-duplicate");
    let parts = vec![
        Part::Text(say.with("body", [("other", say.given(detail(due, "other")?))])),
        say.text("yours"),
        link(backend, say, "link", &paths::my()),
        say.text("not-yours"),
        link(backend, say, "report", &paths::contact_us()),
    ];
    Ok(say.letter([], parts))
}
