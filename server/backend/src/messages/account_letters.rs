//! Letters about accounts: links that confirm an address or sign in, and what was done to a password.

use domain::{
    account::EmailSide,
    id::AccountLinkId,
    paths::{self, Path},
};
use store::outbox::Due;

use super::{
    MessageError, Say, detail,
    letter::{Letter, Link, Part},
};
use crate::{Backend, accounts};

/// A link that works once and for minutes, and what it is for.
pub fn link(backend: &Backend, due: &Due, message: &'static str) -> Result<Letter, MessageError> {
    let id: AccountLinkId = detail(due, "link")?.parse().map_err(|_| MessageError::NothingToSay)?;
    let token = accounts::link_token(backend, id);
    let say = Say::new(due.locale, message);
    let parts = vec![
        say.text("body"),
        way(backend, say, &paths::account_link(token.as_str())),
        Part::Text(words::say(due.locale, "mail-account-once")),
        say.text("ignore"),
    ];
    Ok(say.letter([], parts))
}

/// There is no account: how to make one.
pub fn none(backend: &Backend, due: &Due) -> Letter {
    let say = Say::new(due.locale, "mail-account-none");
    let parts = vec![say.text("body"), way(backend, say, &paths::account_sign_up()), say.text("ignore")];
    say.letter([], parts)
}

/// A password was set or removed, and what to do if it was somebody else.
pub fn password_changed(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let say = Say::new(due.locale, "mail-password-changed");
    let is_set = due.detail.get("is_set").and_then(serde_json::Value::as_bool).ok_or(MessageError::NothingToSay)?;
    let mut parts = vec![say.text(if is_set { "set" } else { "removed" })];
    parts.extend(say.when(due));
    parts.extend([say.text("elsewhere"), say.text("not-you"), way(backend, say, &paths::account_forgotten())]);
    Ok(say.letter([], parts))
}

/// A link by which one of the two addresses confirms that an account gets the new one.
pub fn email_link(backend: &Backend, due: &Due, side: EmailSide) -> Result<Letter, MessageError> {
    let id: AccountLinkId = detail(due, "link")?.parse().map_err(|_| MessageError::NothingToSay)?;
    let token = accounts::email::link_token(backend, side, id);
    let say = Say::new(
        due.locale,
        match side {
            EmailSide::New => "mail-account-new-email",
            EmailSide::Old => "mail-account-old-email",
        },
    );
    let parts = vec![
        say.text("body"),
        way(backend, say, &paths::account_email_link(token.as_str())),
        Part::Text(words::say(due.locale, "mail-account-once")),
        say.text("ignore"),
    ];
    Ok(say.letter([], parts))
}

/// This address has an account of its own, and so no other gets it.
pub fn email_taken(backend: &Backend, due: &Due) -> Letter {
    let say = Say::new(due.locale, "mail-account-email-taken");
    say.letter([], vec![say.text("body"), way(backend, say, &paths::account_sign_in()), say.text("ignore")])
}

/// An account goes under another address, and what to do if it was somebody else.
pub fn email_changed(backend: &Backend, due: &Due) -> Letter {
    let say = Say::new(due.locale, "mail-account-email-changed");
    let parts =
        vec![say.text("body"), say.text("elsewhere"), say.text("not-you"), way(backend, say, &paths::contact_us())];
    say.letter([], parts)
}

/// An account was closed, and what is kept of it for a while.
pub fn closed(due: &Due) -> Result<Letter, MessageError> {
    let say = Say::new(due.locale, "mail-account-closed");
    let open = due.detail.get("open").and_then(serde_json::Value::as_i64).ok_or(MessageError::NothingToSay)?;
    let mut parts = vec![say.text("body")];
    if open > 0 {
        parts.push(Part::Text(
            say.with("open", [("orders", open.into()), ("days", domain::account::ERASE_DAYS.into())]),
        ));
    }
    parts.push(say.text("again"));
    Ok(say.letter([], parts))
}

fn way(backend: &Backend, say: Say, path: &Path) -> Part {
    Part::Link(Link { words: say.say("link"), address: format!("{}{path}", backend.origin) })
}
