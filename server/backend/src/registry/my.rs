//! Signing in to one's registration, and reading everything it says.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::{
    form::Answer,
    id::{RegistrantId, SessionId},
    locale::Locale,
    one_time_code::{CODE, CODE_MINUTES},
    paths::{self, Path},
    registry::{managing::SIGN_IN_EMAIL, registration::Standing, texts::RegistrationNumber},
    text::{EmailAddress, OneTimeCode},
};
use jiff::{Timestamp, ToSpan};
use sqlx::PgConnection;
use store::{
    outbox::Kind,
    registry::{
        mine::{self, Stored, Which},
        signed_in,
    },
    sessions::TokenHash,
};

use super::places::Sealed;
pub use super::signing_in::{Browser, sign_in, sign_in_by_link, sign_in_elsewhere};
use crate::{
    Backend, FormError, StoreError,
    email_codes::{self, Asked, Purpose},
};

/// Mails a code to whoever has a registration, and to everybody else that they have none. The answer is the same.
///
/// # Errors
/// Refused at the address where it, or the session, asked for too many codes in an hour.
pub async fn send_code(
    backend: &Backend,
    session: SessionId,
    email: &EmailAddress,
    locale: Locale,
) -> Result<Path, FormError> {
    send(backend, Asked { session, email, locale, field: SIGN_IN_EMAIL.name() }).await
}

async fn send(backend: &Backend, asked: Asked<'_>) -> Result<Path, FormError> {
    if signed_in::owner(&backend.db, &asked.email.normalised()).await?.is_some() {
        email_codes::mail(backend, asked, Purpose::SignIn).await?;
    } else {
        email_codes::mail_instead(backend, asked, Kind::NoRegistration).await?;
    }
    Ok(paths::my_code())
}

/// Mails another code to the address that this session asked for last.
///
/// # Errors
/// As [`send_code`], at the code.
pub async fn send_code_again(backend: &Backend, session: SessionId, locale: Locale) -> Result<Path, FormError> {
    let Some(email) = email_codes::asked_for(backend, session).await? else { return Ok(paths::my()) };
    send(backend, Asked { session, email: &email, locale, field: CODE.name() }).await
}

/// What the link of a message with a code holds.
#[derive(Clone, Debug)]
pub struct Linked {
    /// The session that asked for the code; nothing where a program of before wrote the link, which did not say it.
    pub session: Option<SessionId>,
    /// The code.
    pub code: OneTimeCode,
}

/// The link of a message with a code, for as long as that works. It holds the code, encrypted: where it was asked for,
/// its button does what typing the code does, and anywhere else the code has to be typed beside it.
pub fn link(backend: &Backend, session: SessionId, code: &str, asked_at: Timestamp) -> Result<Path, StoreError> {
    let ends = (asked_at + CODE_MINUTES.minutes()).as_second();
    let sealed = Sealed::SignInLink.seal(&backend.sealing, &format!("{ends} {session} {code}"))?;
    Ok(paths::my_link(&BASE64_URL_SAFE_NO_PAD.encode(sealed)))
}

/// What a link holds that is ours and has not ended. Whether its code was used is not known here.
pub fn linked(backend: &Backend, token: &str) -> Option<Linked> {
    let sealed = BASE64_URL_SAFE_NO_PAD.decode(token).ok()?;
    let text = Sealed::SignInLink.open(&backend.sealing, &sealed).ok()?;
    let parts: Vec<&str> = text.split(' ').collect();
    let (ends, session, code) = match parts[..] {
        [ends, session, code] => (ends, Some(session.parse().ok()?), code),
        [ends, code] => (ends, None, code),
        _ => return None,
    };
    if ends.parse::<i64>().ok()? < backend.clock.now().as_second() {
        return None;
    }
    Some(Linked { session, code: OneTimeCode::read(code).ok()? })
}

/// Who is signed in, until 30 minutes after they were last seen and 8 hours after they signed in.
pub async fn signed_in(backend: &Backend, session: SessionId) -> Result<Option<RegistrantId>, StoreError> {
    signed_in::seen(&backend.db, session, backend.clock.now()).await
}

/// The same for whoever sent the token of a session.
pub async fn signed_in_by(backend: &Backend, token: TokenHash) -> Result<Option<RegistrantId>, StoreError> {
    match signed_in::session_of(&backend.db, token).await? {
        Some(session) => signed_in(backend, session).await,
        None => Ok(None),
    }
}

/// Signs out, here or everywhere. The session proves no address any more, and its changes that were not saved go.
pub async fn sign_out(backend: &Backend, session: SessionId, everywhere: bool) -> Result<Path, StoreError> {
    let registrant = if everywhere { signed_in(backend, session).await? } else { None };
    let mut tx = backend.db.begin().await?;
    if let Some(registrant) = registrant {
        signed_in::end_all(&mut tx, registrant).await?;
    }
    signed_in::end(&mut tx, session).await?;
    tx.commit().await?;
    Ok(paths::my_signed_out())
}

/// A registration with the number of its college as it was typed.
pub async fn find(backend: &Backend, which: Which) -> Result<Option<Stored>, StoreError> {
    let mut db = backend.connection().await?;
    find_on(backend, &mut db, which).await
}

/// The same on a connection, where a transaction is under way.
pub(super) async fn find_on(
    backend: &Backend,
    db: &mut PgConnection,
    which: Which,
) -> Result<Option<Stored>, StoreError> {
    let Some(mut stored) = mine::find(db, which).await? else { return Ok(None) };
    if let (Standing::Registered { number, .. }, Some(sealed)) = (&mut stored.said.standing, &stored.number_sealed) {
        let text = Sealed::Number(stored.id).open(&backend.sealing, sealed)?;
        number.number = RegistrationNumber::read(&text).ok();
    }
    Ok(Some(stored))
}
