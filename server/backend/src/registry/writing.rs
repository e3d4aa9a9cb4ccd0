//! Writing a registration with everything that belongs to it: one transaction, or nothing.

use std::net::IpAddr;

use domain::{
    form::Answers,
    id::{DraftId, RegistrationId, SessionId},
    locale::Locale,
    registry::{
        Registration,
        confirmation::ConfirmationId,
        sending::{CONSENTS, SendRegistration},
        state::{Actor, Channel},
        texts::RegistrationNumber,
    },
};
use jiff::Timestamp;
use sqlx::PgConnection;
use store::{
    outbox::{Kind, NewMessage},
    registry::{
        consents, drafts,
        history::{self, By},
        registering,
        registrants::{self, NewRegistrant, Registrant},
        registrations::{self, NewRegistration, SealedNumber},
    },
};
use uuid::Uuid;

use super::{duplicates, human_check, places::Sealed, rates, versions};
use crate::{Backend, FormError, StoreError, clock::days, secrets};

/// Draws before a number that is taken is given up. Of 37 draws one has no number at all, and two are never alike.
const NUMBER_DRAWS: usize = 50;
/// Days after which somebody who has not confirmed their address is asked once more.
const REMINDER_DAYS: i64 = 3;
/// By whoever sends a registration.
const BY_SENDER: By = By { actor: Actor::Registrant, channel: Channel::Wizard };
/// Under which purpose numbers of colleges are found.
const NUMBER_MARK: &str = "registration-number";

/// A registration on its way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sending<'a> {
    pub session: SessionId,
    pub draft: DraftId,
    pub form: &'a SendRegistration,
    /// What was said.
    pub said: &'a Registration,
    /// The same as answers, without those that do not apply.
    pub answers: &'a Answers,
    pub from: Option<IpAddr>,
    pub locale: Locale,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Sent,
    /// The draft is not there any more.
    Gone,
    /// The draft was written since.
    Changed,
}

/// Writes it. Whoever sends the same draft at once waits for its lock, and finds it gone.
pub(super) async fn write(backend: &Backend, sending: &Sending<'_>) -> Result<Written, FormError> {
    let now = backend.clock.now();
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let Some(draft) = drafts::lock(&mut tx, sending.draft, now).await? else { return Ok(Written::Gone) };
    if draft.version != sending.form.version.0 {
        return Ok(Written::Changed);
    }
    let proved = store::sessions::confirmed_email(&mut *tx, sending.session).await?;
    if proved.is_none() {
        let solution = sending.form.human_check.as_ref();
        human_check::take(backend, &mut tx, sending.draft, solution, sending.from).await?;
    }
    let email_norm = sending.said.email.normalised();
    rates::count(&mut tx, sending.from, &email_norm, now).await?;
    let is_proved = proved.as_ref() == Some(&email_norm);
    let new = NewRegistrant { email: &sending.said.email, is_proved, locale: sending.locale, now };
    let registrant = registrants::find_or_begin(&mut tx, &new).await?;
    let id = RegistrationId(Uuid::now_v7());
    write_answers(backend, &mut tx, (id, &registrant, draft.submit_key), sending, now).await?;
    // Asked for those that are held as well, so that they take as long.
    let alike = duplicates::find(backend, &mut tx, registrant.id, sending.said).await?;
    if registrant.current.is_some() {
        ask_owner(&mut tx, &registrant, now).await?;
    } else {
        consents::write(&mut *tx, registrant.id, &sending.form.consents, BY_SENDER.channel, now).await?;
        duplicates::keep(&mut tx, id, &sending.said.email, &alike, now).await?;
        confirm(&mut tx, id, &registrant, (is_proved, sending.locale), now).await?;
    }
    registering::sent(&mut *tx, sending.draft, backend.clock.registry_today(), now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(Written::Sent)
}

/// Writes what was said: the row under a number that is free, its lists, and the first version of its history.
async fn write_answers(
    backend: &Backend,
    db: &mut PgConnection,
    (id, registrant, submit_key): (RegistrationId, &Registrant, Uuid),
    sending: &Sending<'_>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let number = sealed_number(backend, id, sending.said)?;
    let new = NewRegistration {
        id,
        registrant: registrant.id,
        is_held: registrant.current.is_some(),
        submit_key,
        session: sending.session,
        said: sending.said,
        number: number.as_ref(),
        now,
    };
    insert_under_a_free_number(db, &new).await?;
    registrations::insert_chosen(&mut *db, id, sending.said).await?;
    let changes = versions::first(backend, &with_consents(sending))?;
    history::record(db, (id, 1), &changes, BY_SENDER, now).await
}

/// What was said with what was agreed to: the owner of an address may yet choose a registration that is held.
fn with_consents(sending: &Sending<'_>) -> Answers {
    let mut answers = sending.answers.clone();
    let consents = sending.form.consents.iter().map(ToString::to_string).collect();
    answers.replace(CONSENTS.name(), consents);
    answers
}

async fn insert_under_a_free_number(db: &mut PgConnection, new: &NewRegistration<'_>) -> Result<(), StoreError> {
    for _ in 0..NUMBER_DRAWS {
        let Some(number) = ConfirmationId::from_random(secrets::random_bits()) else { continue };
        if registrations::insert(&mut *db, &number, new).await? {
            return Ok(());
        }
    }
    Err(StoreError::Refused("registrations_confirmation_id_key".to_owned()))
}

/// The number of the college as a registration holds it.
pub(super) fn sealed_number(
    backend: &Backend,
    id: RegistrationId,
    said: &Registration,
) -> Result<Option<SealedNumber>, StoreError> {
    let Some(text) = number_of(said).map(RegistrationNumber::as_str) else { return Ok(None) };
    let sealed = Sealed::Number(id).seal(&backend.sealing, text)?;
    Ok(Some(SealedNumber { sealed, mark: number_mark(backend, text) }))
}

/// The number of the college, where somebody gave one.
pub(super) fn number_of(said: &Registration) -> Option<&RegistrationNumber> {
    said.standing.number().and_then(|number| number.number.as_ref())
}

/// A number however it was spaced and spelled.
fn plain(number: &str) -> String {
    number.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// The mark that is stored of a number.
fn number_mark(backend: &Backend, number: &str) -> [u8; 32] {
    backend.sealing.mark(NUMBER_MARK, &plain(number))
}

/// The marks that a number may be stored under.
pub(super) fn number_marks(backend: &Backend, number: &str) -> Vec<Vec<u8>> {
    backend.sealing.marks(NUMBER_MARK, &plain(number))
}

/// Asks the owner of an address what becomes of the registration that was sent for it.
async fn ask_owner(db: &mut PgConnection, registrant: &Registrant, now: Timestamp) -> Result<(), StoreError> {
    let message = NewMessage {
        kind: Kind::RegistrationExists,
        recipient: &registrant.email,
        order: None,
        detail: serde_json::json!({ "registrant": registrant.id }),
        locale: registrant.locale,
    };
    store::outbox::add(db, message, now).await?;
    Ok(())
}

/// Tells whoever registered, and asks once more in a few days unless the address is proved by then.
async fn confirm(
    db: &mut PgConnection,
    id: RegistrationId,
    registrant: &Registrant,
    (is_proved, locale): (bool, Locale),
    now: Timestamp,
) -> Result<(), StoreError> {
    let message = |kind| NewMessage {
        kind,
        recipient: &registrant.email,
        order: None,
        detail: serde_json::json!({ "registration": id }),
        locale,
    };
    store::outbox::add(&mut *db, message(Kind::RegistrationConfirmation), now).await?;
    if !is_proved {
        let in_days = now + days(REMINDER_DAYS);
        store::outbox::add_for(db, message(Kind::AddressReminder), in_days, now).await?;
    }
    Ok(())
}
