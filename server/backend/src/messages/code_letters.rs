//! The letter with a code that proves an e-mail address.

use jiff::Timestamp;
use store::outbox::Due;

use super::{
    MessageError, Say, detail,
    letter::{Letter, Link, Part},
};
use crate::{Backend, clock::registry_time, email_codes::Purpose, registry::my};

/// A code, and what it does. It says nothing of whoever it belongs to, and nothing of what is stored for the address.
pub fn code(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let code = detail(due, "code")?;
    let purpose = detail(due, "purpose").ok().and_then(Purpose::from_name).unwrap_or(Purpose::Checkout);
    let big = Part::Big(code.to_owned());
    if purpose == Purpose::Checkout {
        let say = Say::new(due.locale, "mail-code");
        return Ok(say.letter([("code", code.into())], vec![big, say.text("enter"), say.text("ignore")]));
    }
    let say = Say::new(due.locale, "mail-sign-in-code");
    let at: Timestamp = detail(due, "at")?.parse().map_err(|_| MessageError::NothingToSay)?;
    let asked_in = detail(due, "session").ok().and_then(|session| session.parse().ok());
    let page = match (purpose, asked_in) {
        (Purpose::SignIn, Some(session)) => my::link(backend, session, code, at)?,
        (other, _) => other.page(),
    };
    let at = words::moment(due.locale, registry_time(at));
    let parts = vec![
        Part::Text(say.with("asked", [("at", at.into())])),
        say.text(&format!("for-{}", purpose.as_str())),
        big,
        say.text("once"),
        Part::Link(Link { words: say.say("link"), address: format!("{}{page}", backend.origin) }),
        say.text("ignore"),
    ];
    Ok(say.letter([("code", code.into())], parts))
}
