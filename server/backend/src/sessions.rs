//! Sessions: made by the first post, known by a token whose hash is stored.

use std::borrow::Cow;

use base64::{Engine, prelude::BASE64_STANDARD};
use domain::{
    form::{Answers, FieldErrors, Form},
    id::SessionId,
};
use jiff::{Timestamp, ToSpan};
use sqlx::PgConnection;
use store::sessions::TokenHash;

use crate::{
    Backend, StoreError,
    registry::places::Sealed,
    secrets::{Token, hash_token, hex},
};

/// Minutes for which a refused form is kept.
pub const KEEP_MINUTES: i64 = 30;

/// Refused forms kept after this moment are still shown.
pub fn keep_after(now: Timestamp) -> Timestamp {
    now - KEEP_MINUTES.minutes()
}

/// Begins a session; its token goes into the cookie.
pub async fn begin(backend: &Backend) -> Result<(SessionId, Token), StoreError> {
    let (id, token) = (SessionId(uuid::Uuid::now_v7()), Token::draw());
    store::sessions::begin(&backend.db, id, token.hash(), backend.clock.now()).await?;
    Ok((id, token))
}

/// Seconds in which the same answers with the same cookie are a button that was pressed twice.
const PRESSED_TWICE_SECONDS: i64 = 10;
/// What the token of a session in which something was proved follows from.
const PROVED: &str = "proved-token";

/// Another token for a session that is about to be worth more: whoever knew the one before, as they may have planted
/// it, reads nothing by it. It follows from that one, from what was typed, from the ten seconds at hand and from the
/// server's key, so that a second press, which comes with the cookie of before, finds the session again.
#[derive(Clone, Debug)]
pub struct Renewal {
    before: TokenHash,
    after: Token,
    /// What a press in the ten seconds before made of it.
    earlier: Token,
}

impl Renewal {
    /// The token that follows where a form is sent with these answers and this cookie.
    pub fn of<F: Form>(backend: &Backend, before: TokenHash, typed: &str) -> Self {
        let at = backend.clock.now().as_second() / PRESSED_TWICE_SECONDS;
        let token = |at: i64| backend.secrets.token(PROVED, &format!("{} {at} {} {typed}", F::NAME, hex(&before)));
        Self { before, after: token(at), earlier: token(at - 1) }
    }

    /// The session that has the token now, and the token: this press renewed it, or another one did just now.
    pub async fn found(&self, backend: &Backend) -> Result<Option<(SessionId, Token)>, StoreError> {
        let (after, earlier) = (self.after.hash(), self.earlier.hash());
        let found = store::sessions::of_either(&backend.db, after, earlier).await?;
        Ok(found.map(|(session, is_after)| {
            let token = if is_after { &self.after } else { &self.earlier };
            (session, token.clone())
        }))
    }
}

/// The session in which something is about to be proved.
#[derive(Clone, Debug)]
pub struct Proving {
    /// The session.
    pub session: SessionId,
    /// The token that it has from then on. None where no cookie came along: nobody else knows its token.
    pub renewal: Option<Renewal>,
}

impl From<SessionId> for Proving {
    fn from(session: SessionId) -> Self {
        Self { session, renewal: None }
    }
}

impl Proving {
    /// Renews the token, in the transaction that writes what was proved.
    pub(crate) async fn renew(&self, db: &mut PgConnection) -> Result<(), StoreError> {
        let Some(Renewal { before, after, .. }) = &self.renewal else { return Ok(()) };
        store::sessions::renew_from(db, self.session, *before, after.hash()).await
    }
}

/// The fewest characters of a part of an address that opens something by itself.
const LEAST_OF_TOKEN: usize = 40;

/// A page, as what was refused there is kept under it: of the link of a message nothing is stored but a hash.
pub fn kept_under(page: &str) -> Cow<'_, str> {
    match page.rsplit_once('/') {
        Some((before, token)) if token.len() >= LEAST_OF_TOKEN => {
            Cow::Owned(format!("{before}/{}", hex(&hash_token(token))))
        }
        _ => Cow::Borrowed(page),
    }
}

/// Keeps a refused form for the page that shows it again: what may be kept encrypted only ([`Form::SEALED`]) as base64 of
/// what is sealed.
pub async fn keep<F: Form>(
    backend: &Backend,
    session: SessionId,
    page: &str,
    (answers, errors): (&Answers, &FieldErrors),
) -> Result<(), StoreError> {
    let mut kept = answers.clone();
    for field in F::SEALED {
        let seal = |value: &String| -> Result<String, StoreError> {
            Ok(BASE64_STANDARD.encode(Sealed::Kept(session, field.name).seal(&backend.sealing, value)?))
        };
        kept.replace(field.name, answers.all(field.name).iter().map(seal).collect::<Result<_, _>>()?);
    }
    let (page, now) = (kept_under(page), backend.clock.now());
    store::sessions::keep_rejection(&backend.db, session, F::NAME, &page, (&kept, errors), now).await
}

/// What was kept of a refused form, as it was typed. What cannot be opened, as its key is gone, is left out: it would
/// not be kept for long.
pub fn opened<F: Form>(backend: &Backend, session: SessionId, mut kept: Answers) -> Answers {
    for field in F::SEALED {
        let open = |sealed: &String| {
            let sealed = BASE64_STANDARD.decode(sealed).ok()?;
            Sealed::Kept(session, field.name).open(&backend.sealing, &sealed).ok()
        };
        let values = kept.all(field.name).iter().filter_map(open).collect();
        kept.replace(field.name, values);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_a_link_opens_is_named_by_no_token() {
        let token = Token::draw();
        let page = format!("/staff/invitation/{}", token.as_str());
        assert!(!kept_under(&page).contains(token.as_str()), "{page}");
        assert_eq!(kept_under(&page), kept_under(&page), "and found again");
        for plain in ["/", "/basket", "/account/addresses/01a22f09-98c7-734a-ae6b-d310a262e149"] {
            assert_eq!(kept_under(plain), plain);
        }
    }
}
