//! Codes by e-mail: who types the one that was mailed reads mail at that address. A session remembers it.

use std::net::IpAddr;

use domain::{
    form::{Answer, FieldErrors, Problem},
    id::SessionId,
    locale::Locale,
    one_time_code::{CODE, CODE_MINUTES, CODE_TRIES},
    paths::{self, Path},
    text::{EmailAddress, OneTimeCode},
};
use jiff::ToSpan;
use serde_json::{Value, json};
use sqlx::PgConnection;
use store::outbox::{Kind, NewMessage};

use crate::{Backend, FormError, Secrets, StoreError, networks, secrets, sessions::Proving};

/// Codes that may be sent to one address in an hour.
pub const CODES_PER_HOUR: i32 = 5;
/// Codes that one network may ask for in an hour, for whatever addresses and in whatever sessions: a workplace has one
/// address.
pub const NETWORK_CODES_PER_HOUR: i32 = 60;
/// Codes that one network may type in an hour, right or wrong: two for each that it may ask for. Each code can be tried
/// a few times only; this bounds what somebody guesses who asks for codes in many sessions or from elsewhere.
pub const NETWORK_TRIES_PER_HOUR: i32 = 2 * NETWORK_CODES_PER_HOUR;
/// What the mark of a code is signed for.
const MARK: &str = "email-code";

/// What a code is asked for, and the only thing that it does: typed anywhere else it is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// An order.
    Checkout,
    /// Coming back to a saved registration.
    Resume,
    /// A registration, in the place of the automatic check that a person sends it.
    HumanCheck,
    /// Signing in to one's registration.
    SignIn,
    /// Another address for it.
    NewAddress,
    /// Erasing it.
    Erase,
}

impl Purpose {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Checkout, Self::Resume, Self::HumanCheck, Self::SignIn, Self::NewAddress, Self::Erase];

    /// Its name in messages that wait.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Checkout => "checkout",
            Self::Resume => "resume",
            Self::HumanCheck => "human_check",
            Self::SignIn => "sign_in",
            Self::NewAddress => "new_address",
            Self::Erase => "erase",
        }
    }

    /// The purpose with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.as_str() == name)
    }

    /// Where the code is typed.
    pub fn page(self) -> Path {
        match self {
            Self::Checkout => paths::code(),
            Self::Resume => paths::register_resume_code(),
            Self::HumanCheck => paths::register_human_code(),
            Self::SignIn => paths::my_code(),
            Self::NewAddress => paths::my_email_code(),
            Self::Erase => paths::my_erase(),
        }
    }
}

/// Who asks for a code, and where it goes.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The session that will type it.
    pub session: SessionId,
    /// The address.
    pub email: &'a EmailAddress,
    /// The language of whoever asks.
    pub locale: Locale,
    /// The question at which it is said that there were too many.
    pub field: &'static str,
}

/// Counts a code that a network is about to ask for.
///
/// # Errors
/// Where it asked for too many; whether anything is known of an address makes no difference.
pub async fn count_network(backend: &Backend, from: Option<IpAddr>) -> Result<(), FormError> {
    networks::count(backend, from, "email-code-net", NETWORK_CODES_PER_HOUR).await
}

/// Counts a code that a network is about to try. Whatever becomes of it, it is counted before it is compared, so that
/// no number of tries at once passes the bound.
///
/// # Errors
/// Where it tried too many. The code at hand then keeps its own tries.
pub async fn count_network_try(backend: &Backend, from: Option<IpAddr>) -> Result<(), FormError> {
    networks::count(backend, from, "email-code-try-net", NETWORK_TRIES_PER_HOUR).await
}

/// The address that a session asked a code for last, while that can be used.
pub async fn asked_for(backend: &Backend, session: SessionId) -> Result<Option<EmailAddress>, StoreError> {
    let known = store::email_codes::address(&backend.db, session, backend.clock.now()).await?;
    Ok(known.and_then(|email| EmailAddress::read(&email).ok()))
}

/// Mails a code; the one before stops working, whatever it was for.
pub async fn mail(backend: &Backend, asked: Asked<'_>, purpose: Purpose) -> Result<(), FormError> {
    let code = secrets::six_digits();
    let hash = code_hash(&backend.secrets, purpose, (asked.session, &asked.email.normalised()), &code);
    let session = asked.session.to_string();
    let detail = json!({ "code": code, "purpose": purpose.as_str(), "at": backend.clock.now(), "session": session });
    send(backend, asked, &hash, (Kind::EmailCode, detail)).await
}

/// Mails something else, and does everything that [`mail`] does: whoever asks sees no difference, and whatever they
/// type is wrong.
pub async fn mail_instead(backend: &Backend, asked: Asked<'_>, kind: Kind) -> Result<(), FormError> {
    send(backend, asked, &secrets::random_bytes(), (kind, json!({}))).await
}

async fn send(
    backend: &Backend,
    asked: Asked<'_>,
    hash: &[u8; 32],
    (kind, detail): (Kind, Value),
) -> Result<(), FormError> {
    let Asked { session, email, locale, field } = asked;
    let (now, email_norm) = (backend.clock.now(), email.normalised());
    let used = store::rate_counters::count(&backend.db, &format!("email-code:{email_norm}"), 60, now).await?;
    let from = store::rate_counters::count(&backend.db, &format!("email-code-from:{session}"), 60, now).await?;
    if used > CODES_PER_HOUR || from > 2 * CODES_PER_HOUR {
        return Err(FormError::Refused(FieldErrors::of(field, Problem::new("any-codes-too-many"))));
    }
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    store::email_codes::put(&mut *tx, session, &email_norm, hash, now + CODE_MINUTES.minutes()).await?;
    let message = NewMessage { kind, recipient: email.as_str(), order: None, detail, locale };
    store::outbox::add(&mut tx, message, now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// Compares a code with the one that was mailed for a purpose to an address, for a session: it works once. The session
/// reads mail at that address from now on, by another token where one is given.
pub async fn confirm(
    backend: &Backend,
    purpose: Purpose,
    (proving, email_norm): (&Proving, &str),
    code: &OneTimeCode,
) -> Result<(), FormError> {
    let right = compare(backend, purpose, (proving.session, email_norm), code).await?;
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    right.use_up(&mut tx, proving.session).await?;
    proving.renew(&mut tx).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// A code that was typed as it was mailed, to be used up with whatever it is typed for.
#[derive(Debug)]
pub(crate) struct Right<'a> {
    session: SessionId,
    email_norm: &'a str,
    hash: Vec<u8>,
}

/// Says that something is wrong with a code, at its question.
pub(crate) fn refused(key: &'static str) -> FormError {
    FormError::Refused(FieldErrors::of(CODE.name(), Problem::new(key)))
}

/// Compares a code with the one that was mailed, which costs one of its tries. One that was mailed for something else
/// is wrong.
pub(crate) async fn compare<'a>(
    backend: &Backend,
    purpose: Purpose,
    (session, email_norm): (SessionId, &'a str),
    code: &OneTimeCode,
) -> Result<Right<'a>, FormError> {
    let hash = store::email_codes::take_try(&backend.db, session, email_norm, CODE_TRIES, backend.clock.now()).await?;
    let Some(hash) = hash else { return Err(refused(why_ended(backend, session, email_norm).await?)) };
    let message = code_message(purpose, (session, email_norm), code.as_str());
    if !backend.secrets.verify(MARK, &message, &hash) {
        return Err(refused("any-code-wrong"));
    }
    Ok(Right { session, email_norm, hash })
}

/// Why a code cannot be tried any more: it was guessed at too often, or it has ended, as one that was used has.
async fn why_ended(backend: &Backend, session: SessionId, email_norm: &str) -> Result<&'static str, StoreError> {
    let now = backend.clock.now();
    let is_locked = store::email_codes::is_there(&backend.db, session, email_norm, now).await?;
    Ok(if is_locked { "any-code-locked" } else { "any-code-ended" })
}

impl Right<'_> {
    /// Uses it up: of two who do so at once, the second waits for the first and is refused. The session in which it was
    /// typed, which need not be the one that asked for it, reads mail at that address from now on.
    pub(crate) async fn use_up(self, db: &mut PgConnection, typed_in: SessionId) -> Result<(), FormError> {
        if !store::email_codes::used(&mut *db, self.session, self.email_norm, &self.hash).await? {
            return Err(refused("any-code-ended"));
        }
        Ok(store::sessions::confirm_email(db, typed_in, self.email_norm).await?)
    }
}

/// What is kept of a code in its place: a mark that tells nobody what it was.
pub fn code_hash(secrets: &Secrets, purpose: Purpose, of: (SessionId, &str), code: &str) -> [u8; 32] {
    secrets.sign(MARK, &code_message(purpose, of, code))
}

fn code_message(purpose: Purpose, (session, email_norm): (SessionId, &str), code: &str) -> String {
    format!("{} {session} {email_norm} {code}", purpose.as_str())
}
