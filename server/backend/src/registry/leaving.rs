//! Leaving the registry, coming back, confirming that everything is still right, and being erased. Each is one
//! transaction with its letter.

use domain::{
    done::Done,
    form::{Answer, FieldErrors, Problem},
    id::{RegistrantId, SessionId},
    locale::Locale,
    one_time_code::CODE,
    paths::{self, Path},
    registry::{
        leaving::{ByLink, Reason},
        state::{Channel, RegistrationState},
    },
    text::{EmailAddress, OneTimeCode},
};
use jiff::Timestamp;
use serde_json::{Value, json};
use sqlx::{PgConnection, PgExecutor};
pub use store::registry::leaving::Withdrawal;
use store::{
    outbox::{Kind, NewMessage},
    registry::{
        leaving::{self, NewWithdrawal, Owner},
        letters,
        mine::Which,
        saved, signed_in,
    },
};
use uuid::Uuid;

use super::{OwnerLink, email, my, places::Sealed, updating::Answered};
use crate::{
    Backend, FormError, StoreError,
    clock::days,
    email_codes::{self, Asked, Purpose},
};

/// Days after which what is withdrawn is erased.
pub const WITHDRAWN_DAYS: i64 = 30;
/// Under which purpose the address of somebody who was erased is known again.
const ERASED_MARK: &str = "erased-address";

/// Tells the owner of a registration something, as it happens.
pub(super) async fn tell(
    db: &mut PgConnection,
    owner: &Owner,
    kind: Kind,
    detail: Value,
    now: Timestamp,
) -> Result<(), StoreError> {
    let message = NewMessage { kind, recipient: &owner.email, order: None, detail, locale: owner.locale };
    store::outbox::add(db, message, now).await?;
    Ok(())
}

/// Leaves by the link of a message.
///
/// # Errors
/// [`FormError::NotFound`] where the link is not ours, has ended, or was written to another address.
pub async fn withdraw_by_link(backend: &Backend, link: &ByLink, reason: &Reason) -> Result<Path, FormError> {
    let seal = link.seal.as_str();
    let registrant = OwnerLink::Withdraw.opened(backend, link.registrant.as_str(), seal).await?;
    let registrant = registrant.ok_or(FormError::NotFound)?;
    leave(backend, registrant, reason, (Channel::Link, paths::withdraw_link(registrant, seal))).await
}

/// Leaves, signed in.
pub async fn withdraw(backend: &Backend, registrant: RegistrantId, reason: &Reason) -> Result<Path, FormError> {
    leave(backend, registrant, reason, (Channel::Update, paths::my_withdraw())).await
}

/// Leaves, through a channel. Whoever left before is led back to the page that they came from, which says so. What was
/// changed and not saved goes.
async fn leave(
    backend: &Backend,
    registrant: RegistrantId,
    reason: &Reason,
    (channel, page): (Channel, Path),
) -> Result<Path, FormError> {
    let now = backend.clock.now();
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let owner = leaving::lock(&mut tx, registrant).await?.ok_or(FormError::NotFound)?;
    if owner.state == RegistrationState::Withdrawn {
        return Ok(page);
    }
    let id = Uuid::now_v7();
    let text = reason.text().map(|text| Sealed::Reason(id).seal(&backend.sealing, text.as_str()));
    let text = text.transpose()?;
    let registration = owner.registration;
    let new = NewWithdrawal { id, registration, reason: reason.code(), text_sealed: text.as_deref(), channel };
    leaving::withdraw(&mut *tx, &new, now).await?;
    let erased_at = now + days(WITHDRAWN_DAYS);
    let detail = json!({ "registrant": registrant, "reason": reason.code(), "erased_at": erased_at });
    tell(&mut tx, &owner, Kind::Withdrawn, detail, now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::my_withdrawn())
}

/// When and why somebody left, if they did not come back.
pub async fn withdrawal(backend: &Backend, registrant: RegistrantId) -> Result<Option<Withdrawal>, StoreError> {
    let Some(stored) = my::find(backend, Which::Current(registrant)).await? else { return Ok(None) };
    if stored.state != RegistrationState::Withdrawn {
        return Ok(None);
    }
    leaving::withdrawal(&backend.db, stored.id).await
}

/// Comes back after leaving.
pub async fn rejoin(backend: &Backend, registrant: RegistrantId) -> Result<Answered, FormError> {
    let now = backend.clock.now();
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let owner = leaving::lock(&mut tx, registrant).await?.ok_or(FormError::NotFound)?;
    if owner.state != RegistrationState::Withdrawn {
        return Ok((paths::my_registration(), None));
    }
    leaving::revive(&mut *tx, owner.registration, "registration.rejoin", now).await?;
    tell(&mut tx, &owner, Kind::Rejoined, json!({}), now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok((paths::my_registration(), Some(Done::RegistrationBack)))
}

/// What the page of the yearly question shows: nothing else may be read by whoever holds its link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StillRight {
    /// The first name.
    pub first_name: String,
    /// The name of the profession, as long as it is on offer.
    pub profession: Option<String>,
    /// When it was last confirmed.
    pub last_confirmed_at: Timestamp,
    /// Whether its owner left.
    pub is_withdrawn: bool,
    /// Where they leave.
    pub withdraw: Path,
}

/// The page of a link, if it is ours.
pub async fn still_right_page(
    backend: &Backend,
    registrant: &str,
    seal: &str,
) -> Result<Option<StillRight>, StoreError> {
    let Some(registrant) = OwnerLink::StillRight.opened(backend, registrant, seal).await? else { return Ok(None) };
    let Some(stored) = my::find(backend, Which::Current(registrant)).await? else { return Ok(None) };
    let register = super::register(backend).await?;
    let stream = register.stream(stored.said.profession.stream().as_str());
    Ok(Some(StillRight {
        first_name: stored.said.name.first.to_string(),
        profession: stream.map(|stream| stream.name.clone()),
        last_confirmed_at: stored.last_confirmed_at,
        is_withdrawn: stored.state == RegistrationState::Withdrawn,
        withdraw: OwnerLink::Withdraw.path(backend, registrant, &stored.said.email.normalised()),
    }))
}

/// Confirms that everything is still right; what lapsed counts again. Who left has to come back first.
pub async fn still_right(backend: &Backend, registrant: RegistrantId) -> Result<Path, FormError> {
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let owner = leaving::lock(&mut tx, registrant).await?.ok_or(FormError::NotFound)?;
    if owner.state == RegistrationState::Withdrawn {
        return Ok(paths::my_rejoin());
    }
    leaving::revive(&mut *tx, owner.registration, "registration.confirm", backend.clock.now()).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::still_right_done())
}

/// Whether the messages of campaigns are stopped, for the page of a link that is ours.
pub async fn stop_page(backend: &Backend, registrant: &str, seal: &str) -> Result<Option<bool>, StoreError> {
    let Some(registrant) = OwnerLink::StopMessages.opened(backend, registrant, seal).await? else { return Ok(None) };
    leaving::are_messages_stopped(&backend.db, registrant).await
}

/// Stops the messages of campaigns by their link, or lets them come again. Says whether the link is ours.
pub async fn stop_messages(backend: &Backend, registrant: &str, seal: &str, stop: bool) -> Result<bool, StoreError> {
    let Some(registrant) = OwnerLink::StopMessages.opened(backend, registrant, seal).await? else { return Ok(false) };
    leaving::stop_messages(&backend.db, registrant, stop.then(|| backend.clock.now())).await
}

/// Refuses to erase anything while the address that somebody had can undo a change: whoever changed it may not be its
/// owner, and reads the code that is mailed to the new one.
async fn refuse_moved(db: impl PgExecutor<'_>, registrant: RegistrantId, now: Timestamp) -> Result<(), FormError> {
    if email::can_be_undone(db, registrant, now).await? {
        return Err(FormError::Refused(FieldErrors::of(CODE.name(), Problem::new("any-erase-moved"))));
    }
    Ok(())
}

/// Mails the code without which nothing is erased.
///
/// # Errors
/// Refused at the code while a change of address can be undone.
pub async fn send_erase_code(
    backend: &Backend,
    session: SessionId,
    registrant: RegistrantId,
    locale: Locale,
) -> Result<Path, FormError> {
    let known = store::registry::registrants::address(&backend.db, registrant).await?.ok_or(FormError::NotFound)?;
    let address = EmailAddress::read(&known.email).map_err(|_| FormError::NotFound)?;
    refuse_moved(&backend.db, registrant, backend.clock.now()).await?;
    let asked = Asked { session, email: &address, locale, field: CODE.name() };
    email_codes::mail(backend, asked, Purpose::Erase).await?;
    Ok(paths::my_erase())
}

/// Erases whoever types the code, at once. Under a legal hold, and while a change of address can be undone, nothing is
/// erased, and they learn why.
pub async fn erase(
    backend: &Backend,
    session: SessionId,
    registrant: RegistrantId,
    code: &OneTimeCode,
) -> Result<Path, FormError> {
    let address = store::registry::registrants::address(&backend.db, registrant).await?.ok_or(FormError::NotFound)?;
    email_codes::confirm(backend, Purpose::Erase, (&session.into(), &address.email_norm), code).await?;
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let owner = leaving::lock(&mut tx, registrant).await?.ok_or(FormError::NotFound)?;
    refuse_moved(&mut *tx, registrant, backend.clock.now()).await?;
    if owner.legal_hold {
        return Err(FormError::Refused(FieldErrors::of(CODE.name(), Problem::new("any-erase-hold"))));
    }
    erase_locked(backend, &mut tx, &owner).await?;
    signed_in::end(&mut tx, session).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::my_erased())
}

/// Erases somebody who is locked, with what else is kept for their address and for those they had before, and tells
/// them: the last message they get, which is written once everything that was written to them before is gone.
pub(super) async fn erase_locked(backend: &Backend, db: &mut PgConnection, owner: &Owner) -> Result<(), StoreError> {
    let now = backend.clock.now();
    // Read from a history that is about to be deleted.
    let addresses = letters::addresses(&mut *db, owner.into()).await?;
    letters::delete(&mut *db, owner, Purpose::Checkout.as_str()).await?;
    erase_silently(backend, &mut *db, owner).await?;
    saved::delete_all(&mut *db, &addresses).await?;
    signed_in::forget_proved(&mut *db, &addresses).await?;
    tell(db, owner, Kind::RegistrationErased, json!({ "at": now }), now).await
}

/// Erases somebody who is locked and whose address is somebody else's.
pub(super) async fn erase_silently(backend: &Backend, db: &mut PgConnection, owner: &Owner) -> Result<(), StoreError> {
    let mark = backend.sealing.mark(ERASED_MARK, &owner.email_norm);
    leaving::erase(db, owner, &mark, backend.clock.now()).await
}
