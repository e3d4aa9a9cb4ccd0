//! Sessions: made by the first post, known by a token whose hash is stored.

use std::borrow::Cow;

use base64::{Engine, prelude::BASE64_STANDARD};
use domain::{
    form::{Answers, FieldErrors, Form},
    id::SessionId,
};
use jiff::{Timestamp, ToSpan};

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
