//! Another address: proved by a code that is mailed there, told to the old one, which can undo it for a while.

use domain::{
    done::Done,
    form::{Answer, FieldErrors, Problem},
    id::{RegistrantId, SessionId},
    locale::Locale,
    one_time_code::{CODE, CODE_MINUTES},
    paths::{self, Path},
    registry::{fields::EMAIL, managing::NEW_EMAIL},
    text::{EmailAddress, OneTimeCode},
};
use jiff::{Timestamp, ToSpan};
use serde_json::json;
use sqlx::{PgConnection, PgExecutor};
use store::{
    outbox::Kind,
    registry::{
        answers::Typed,
        email_changes::{self, EmailChange},
        history::{self, Change},
        leaving::{self, Owner},
        registrants, signed_in,
    },
};
use uuid::Uuid;

use super::{
    duplicates::hinted,
    leaving::{erase_silently, tell},
    updating::Answered,
    versions::BY_OWNER,
};
use crate::{
    Backend, FormError, StoreError,
    clock::days,
    email_codes::{self, Asked, Purpose},
};

/// Days for which the old address can undo a change.
pub const UNDO_DAYS: i64 = 14;
/// What the link that undoes it is sealed for.
const UNDO: &str = "undo-email";

/// Mails a code to the address that somebody wants. The old one stays until the code is typed.
pub async fn ask(
    backend: &Backend,
    session: SessionId,
    registrant: RegistrantId,
    email: &EmailAddress,
    locale: Locale,
) -> Result<Path, FormError> {
    let known = registrants::address(&backend.db, registrant).await?.ok_or(FormError::NotFound)?;
    if known.email_norm == email.normalised() {
        let same = FieldErrors::of(NEW_EMAIL.name(), Problem::new("any-email-same"));
        return Err(FormError::Refused(same));
    }
    mail(backend, registrant, Asked { session, email, locale, field: NEW_EMAIL.name() }).await
}

/// Mails another code to the address that waits for one.
///
/// # Errors
/// Refused at the code where the address, or the session, asked for too many in an hour.
pub async fn ask_again(
    backend: &Backend,
    session: SessionId,
    registrant: RegistrantId,
    locale: Locale,
) -> Result<Path, FormError> {
    let Some(change) = asked(backend, registrant).await? else { return Ok(paths::my_email()) };
    let email = EmailAddress::read(&change.new_email).map_err(|_| FormError::NotFound)?;
    mail(backend, registrant, Asked { session, email: &email, locale, field: CODE.name() }).await
}

async fn mail(backend: &Backend, registrant: RegistrantId, asked: Asked<'_>) -> Result<Path, FormError> {
    email_codes::mail(backend, asked, Purpose::NewAddress).await?;
    email_changes::ask(&backend.db, registrant, asked.email.as_str(), backend.clock.now()).await?;
    Ok(paths::my_email_code())
}

/// The address that somebody has now, as it was typed.
pub async fn current(backend: &Backend, registrant: RegistrantId) -> Result<Option<String>, StoreError> {
    Ok(registrants::address(&backend.db, registrant).await?.map(|address| address.email))
}

/// The address that waits for its code.
pub async fn asked(backend: &Backend, registrant: RegistrantId) -> Result<Option<EmailChange>, StoreError> {
    email_changes::asked(&backend.db, registrant, backend.clock.now() - CODE_MINUTES.minutes()).await
}

/// Changes the address, with its version and history, and tells the old one. Whoever types the code is signed in, which
/// gave their session a token of its own.
pub async fn confirm(
    backend: &Backend,
    session: SessionId,
    registrant: RegistrantId,
    code: &OneTimeCode,
) -> Result<Answered, FormError> {
    let Some(change) = asked(backend, registrant).await? else { return Ok((paths::my_email(), None)) };
    let email = EmailAddress::read(&change.new_email).map_err(|_| FormError::NotFound)?;
    email_codes::confirm(backend, Purpose::NewAddress, (&session.into(), &email.normalised()), code).await?;
    let now = backend.clock.now();
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let owner = leaving::lock(&mut tx, registrant).await?.ok_or(FormError::NotFound)?;
    if !email_changes::changed(&mut *tx, change.id, &owner.email, now).await? {
        // It was made before, and its old address is kept.
        return Ok((paths::my_registration(), None));
    }
    write(&mut tx, &owner, &email, backend).await?;
    let detail = json!({ "change": change.id, "new": hinted(&email), "at": now });
    tell(&mut tx, &owner, Kind::EmailChanged, detail, now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok((paths::my_registration(), Some(Done::EmailChanged)))
}

/// Writes another address. Whose it is already proved it just as well, so that nobody learns anything from hearing so.
async fn write(db: &mut PgConnection, owner: &Owner, email: &EmailAddress, backend: &Backend) -> Result<(), FormError> {
    let now = backend.clock.now();
    if signed_in::owner(&mut *db, &email.normalised()).await?.is_some_and(|other| other != owner.registrant) {
        return Err(FormError::Refused(FieldErrors::of(CODE.name(), Problem::new("any-email-taken"))));
    }
    let version = email_changes::change(&mut *db, owner, (email.as_str(), &email.normalised()), now).await?;
    let plain = |email: &str| Some(Typed::Plain(vec![email.to_owned()]));
    let field = EMAIL.name().to_owned();
    let change = Change { id: Uuid::now_v7(), field, old: plain(&owner.email), new: plain(email.as_str()) };
    history::record(&mut *db, (owner.registration, version), &[change], BY_OWNER, now).await?;
    history::audit(db, owner.registration, BY_OWNER.actor, now).await?;
    Ok(())
}

/// The link by which the old address undoes a change.
pub fn undo_link(backend: &Backend, change: Uuid) -> Path {
    paths::undo_email(change, &backend.seal(UNDO, change, days(UNDO_DAYS)))
}

/// Whether a link that undoes a change is ours and has not ended.
pub fn is_undo_link(backend: &Backend, change: &str, seal: &str) -> bool {
    backend.is_sealed(UNDO, change, seal)
}

/// Whether somebody's address was changed so lately that the old one can still undo it.
pub(super) async fn can_be_undone(
    db: impl PgExecutor<'_>,
    registrant: RegistrantId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    email_changes::are_any_made(db, registrant, now - days(UNDO_DAYS)).await
}

/// Gives a registration its old address again, and signs everybody out: whoever changed it may not have been its owner.
/// What was registered under the old address meanwhile, and that nobody proved, gives way.
///
/// # Errors
/// [`FormError::NotFound`] where there is no way back: the link is not ours or has ended, the change is not kept any
/// more, or somebody proved that the old address is theirs.
pub async fn undo(backend: &Backend, change: &str, seal: &str) -> Result<Path, FormError> {
    let id: Uuid = change.parse().map_err(|_| FormError::NotFound)?;
    if !is_undo_link(backend, change, seal) {
        return Err(FormError::NotFound);
    }
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let change = email_changes::made(&mut *tx, id).await?.ok_or(FormError::NotFound)?;
    let owner = leaving::lock(&mut tx, change.registrant).await?.ok_or(FormError::NotFound)?;
    // Read once it is locked: whoever held the lock may have undone it.
    if email_changes::is_undone(&mut *tx, id).await? {
        return Ok(paths::my_email_undone());
    }
    let email = EmailAddress::read(&change.old_email).map_err(|_| FormError::NotFound)?;
    make_way(backend, &mut tx, &owner, &email).await?;
    write(&mut tx, &owner, &email, backend).await.map_err(|error| match error {
        // Somebody registered under it meanwhile: there is no way back.
        FormError::Refused(_) => FormError::NotFound,
        other => other,
    })?;
    email_changes::undone(&mut *tx, &change, backend.clock.now()).await?;
    signed_in::end_all(&mut tx, change.registrant).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::my_email_undone())
}

/// Erases what was registered under an address that its owner takes back, unless somebody proved that it is theirs or
/// it must be kept. Whoever changes an address proves the new one: of two owners of addresses, only one gives way, and
/// so no two of these transactions wait for each other.
async fn make_way(
    backend: &Backend,
    db: &mut PgConnection,
    owner: &Owner,
    email: &EmailAddress,
) -> Result<(), StoreError> {
    let other = signed_in::owner(&mut *db, &email.normalised()).await?.filter(|other| *other != owner.registrant);
    let Some(other) = other else { return Ok(()) };
    let Some(other) = leaving::lock(&mut *db, other).await? else { return Ok(()) };
    let address = registrants::address(&mut *db, other.registrant).await?;
    if !other.legal_hold && address.is_some_and(|address| address.is_unproved) {
        erase_silently(backend, db, &other).await?;
    }
    Ok(())
}
