//! Letters to people who look after their registration, or who should. None holds an answer.

use domain::{
    id::RegistrantId,
    paths::{self, Path},
    registry::{
        Task,
        state::{Actor, WithdrawalReason},
    },
};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use store::outbox::Due;

use super::{
    MessageError, Say, address_of,
    letter::{Letter, Link, Part},
};
use crate::{
    Backend,
    clock::{registry_day, registry_time},
    registry::{OwnerLink, email},
};

fn detail<T: DeserializeOwned>(due: &Due, name: &str) -> Result<T, MessageError> {
    let value = due.detail.get(name).cloned().ok_or(MessageError::NothingToSay)?;
    serde_json::from_value(value).map_err(|_| MessageError::NothingToSay)
}

fn link(backend: &Backend, say: Say, id: &str, path: &Path) -> Part {
    Part::Link(Link { words: say.say(id), address: format!("{}{path}", backend.origin) })
}

fn dated(say: Say, id: &str, at: Timestamp) -> Part {
    Part::Text(say.with(id, [("date", words::date(say.locale, registry_day(at)).into())]))
}

fn contact(backend: &Backend, say: Say, id: &str) -> Part {
    Part::Text(say.with(id, [("mailbox", say.given(&backend.support_email))]))
}

/// To whoever wanted to sign in where nobody is registered.
pub fn no_registration(backend: &Backend, due: &Due) -> Letter {
    let say = Say::new(due.locale, "mail-no-registration");
    let parts = vec![
        say.text("body"),
        link(backend, say, "link", &paths::register()),
        say.text("saved"),
        link(backend, say, "resume", &paths::register_resume()),
        say.text("ignore"),
    ];
    say.letter([], parts)
}

/// Which parts of a registration were changed, and not how.
pub fn updated(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let say = Say::new(due.locale, "mail-updated");
    let (tasks, by): (Vec<Task>, Actor) = (detail(due, "tasks")?, detail(due, "by")?);
    let at = words::moment(due.locale, registry_time(detail(due, "at")?));
    let who = if by == Actor::Registrant { "by-you" } else { "by-staff" };
    let names = tasks.iter().map(|task| words::say(due.locale, &format!("reg-task-{task}"))).collect();
    let parts = vec![
        Part::Text(say.with(who, [("at", at.into())])),
        Part::Lines(names),
        link(backend, say, "link", &paths::my()),
        contact(backend, say, "not-you"),
    ];
    Ok(say.letter([], parts))
}

/// That nobody is matched, called or written to any more.
pub fn withdrawn(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let say = Say::new(due.locale, "mail-withdrawn");
    let reason: WithdrawalReason = detail(due, "reason")?;
    let reason = words::say(due.locale, &format!("withdrawal_reason.{reason}"));
    let parts = vec![
        say.text("body"),
        Part::Text(say.with("reason", [("reason", reason.into())])),
        dated(say, "erased", detail(due, "erased_at")?),
        link(backend, say, "rejoin", &paths::my_rejoin()),
        link(backend, say, "erase", &paths::my_erase()),
    ];
    Ok(say.letter([], parts))
}

/// That the registration counts again.
pub fn rejoined(backend: &Backend, due: &Due) -> Letter {
    let say = Say::new(due.locale, "mail-rejoined");
    say.letter([], vec![say.text("body"), link(backend, say, "link", &paths::my())])
}

/// To the address that a registration had: only whoever reads its mail can undo the change.
pub fn email_changed(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let say = Say::new(due.locale, "mail-email-changed");
    let (new, at): (String, Timestamp) = (detail(due, "new")?, detail(due, "at")?);
    let at = words::moment(due.locale, registry_time(at));
    let undo = email::undo_link(backend, detail(due, "change")?);
    let parts = vec![
        Part::Text(say.with("body", [("new", say.given(&new)), ("at", at.into())])),
        say.text("undo-why"),
        link(backend, say, "undo", &undo),
        contact(backend, say, "contact"),
    ];
    Ok(say.letter([], parts))
}

/// Whether everything is still right.
pub fn still_right(backend: &Backend, due: &Due, is_reminder: bool) -> Result<Letter, MessageError> {
    let say = Say::new(due.locale, if is_reminder { "mail-still-right-again" } else { "mail-still-right" });
    let (registrant, address): (RegistrantId, String) = (detail(due, "registrant")?, address_of(due)?);
    let parts = vec![
        say.text("body"),
        link(backend, say, "yes", &OwnerLink::StillRight.path(backend, registrant, &address)),
        link(backend, say, "change", &paths::my()),
        link(backend, say, "withdraw", &OwnerLink::Withdraw.path(backend, registrant, &address)),
        dated(say, "lapses", detail(due, "lapses_at")?),
    ];
    Ok(say.letter([], parts))
}

/// That nobody is matched any more, and how to be again.
pub fn lapsed(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let say = Say::new(due.locale, "mail-lapsed");
    let (registrant, address): (RegistrantId, String) = (detail(due, "registrant")?, address_of(due)?);
    let parts = vec![
        say.text("body"),
        link(backend, say, "back", &OwnerLink::StillRight.path(backend, registrant, &address)),
        dated(say, "erased", detail(due, "erased_at")?),
    ];
    Ok(say.letter([], parts))
}

/// The last message: everything is erased.
pub fn erased(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let say = Say::new(due.locale, "mail-erased");
    let parts = vec![
        dated(say, "body", detail(due, "at")?),
        say.text("left"),
        say.text("last"),
        contact(backend, say, "contact"),
    ];
    Ok(say.letter([], parts))
}
