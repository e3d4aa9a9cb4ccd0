//! Letters about requests for more than the limit.

use domain::id::LimitRequestId;
use store::{limit_requests::LimitRequest, outbox::Due};
use words::Value;

use super::{
    MessageError, Say, detail,
    letter::{Letter, Link, Part},
};
use crate::{Backend, clock::service_day};

async fn request_of(backend: &Backend, due: &Due) -> Result<LimitRequest, MessageError> {
    let id: LimitRequestId = detail(due, "request")?.parse().map_err(|_| MessageError::NothingToSay)?;
    store::limit_requests::find(&backend.db, id).await?.ok_or(MessageError::NothingToSay)
}

fn facts(say: Say, request: &LimitRequest) -> [(&'static str, Value<'_>); 4] {
    [
        ("title", say.given(&request.title)),
        ("code", say.given(request.code.as_str())),
        ("copies", request.quantity.into()),
        ("name", request.full_name.as_str().into()),
    ]
}

/// To whoever asks: it was taken. Nobody has proved that the address is theirs, so neither name nor reason is in it.
pub async fn asked(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let request = request_of(backend, due).await?;
    let say = Say::new(due.locale, "mail-limit-asked");
    let parts = vec![say.text("hello"), Part::Text(say.with("body", facts(say, &request))), say.text("next")];
    Ok(say.letter(facts(say, &request), parts))
}

/// To whoever decides.
pub async fn referred(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let request = request_of(backend, due).await?;
    let say = Say::new(due.locale, "mail-limit-referred");
    let needed_by = match request.needed_by {
        Some(day) => say.with("needed-by", [("date", words::date(due.locale, day).into())]),
        None => say.say("no-date"),
    };
    let edition = Link {
        words: say.say("edition"),
        address: format!("{}{}", backend.origin, domain::paths::by_code(&request.code)),
    };
    let parts = vec![
        Part::Text(say.with("body", facts(say, &request))),
        Part::Text(needed_by),
        Part::Heading(say.say("reason")),
        Part::Lines(request.reason.lines().map(str::to_owned).collect()),
        Part::Link(edition),
    ];
    Ok(say.letter(facts(say, &request), parts))
}

/// To whoever asked: it was decided.
pub async fn decided(backend: &Backend, due: &Due) -> Result<Letter, MessageError> {
    let request = request_of(backend, due).await?;
    let say = Say::new(due.locale, "mail-limit-decided");
    let mut parts = vec![Part::Text(say.with("hello", facts(say, &request)))];
    match request.grant_expires_at.filter(|_| request.granted > 0) {
        Some(ends) => {
            let until = words::date(due.locale, service_day(ends));
            let granted = [("granted", request.granted.into()), ("date", until.into())];
            parts.push(Part::Text(say.with("granted", facts(say, &request).into_iter().chain(granted))));
            let address = format!("{}{}", backend.origin, domain::paths::by_code(&request.code));
            parts.push(Part::Link(Link { words: say.say("order"), address }));
        }
        None => parts.push(Part::Text(say.with("refused", facts(say, &request)))),
    }
    parts.extend(request.note.as_ref().map(|note| Part::Text(say.with("note", [("note", note.as_str().into())]))));
    Ok(say.letter(facts(say, &request), parts))
}
