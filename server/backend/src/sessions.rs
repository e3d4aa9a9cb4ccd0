//! Sessions: made by the first post, known by a token whose hash is stored.

use domain::{
    form::{Answers, FieldErrors},
    id::SessionId,
};
use jiff::{Timestamp, ToSpan};

use crate::{Backend, StoreError, secrets::Token};

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

/// Keeps a refused form for the page that shows it again.
pub async fn keep(
    backend: &Backend,
    session: SessionId,
    form: &str,
    page: &str,
    refused: (&Answers, &FieldErrors),
) -> Result<(), StoreError> {
    store::sessions::keep_rejection(&backend.db, session, form, page, refused, backend.clock.now()).await
}
