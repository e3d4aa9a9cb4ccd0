//! Taking what people tell us.

use domain::{
    contact::{ContactUs, GiveFeedback, HOW_SATISFIED, SUPPORT_SUMMARY},
    form::{FieldErrors, Problem},
    id::{FeedbackId, SessionId, SupportMessageId},
    locale::Locale,
    paths::{self, Path},
};
use store::outbox::{Kind, NewMessage};

use crate::{Backend, FormError, StoreError, secrets};

/// Messages from one session, or one address, in an hour.
const PER_HOUR: i32 = 5;

/// Keeps a message, mails it to the support desk, and tells whoever wrote, in their language, that it was received.
/// What is sent twice from one page, as by a double press, counts once, and gets the same answer.
pub async fn contact_us(
    backend: &Backend,
    session: SessionId,
    locale: Locale,
    form: &ContactUs,
) -> Result<Path, FormError> {
    let now = backend.clock.now();
    let id = SupportMessageId(uuid::Uuid::now_v7());
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let key = form.key.as_ref().map(|_| sent_key(form));
    if !store::contact::insert_message(&mut *tx, id, (form, key.as_ref().map(<[u8; 32]>::as_slice)), now).await? {
        return Ok(paths::contact_sent());
    }
    // What is refused here goes with its transaction.
    for subject in [format!("contact:{}", form.email.normalised()), format!("contact-from:{session}")] {
        if store::rate_counters::count(&mut *tx, &subject, 60, now).await? > PER_HOUR {
            return Err(too_many(SUPPORT_SUMMARY.name()));
        }
    }
    for (kind, recipient, locale) in [
        (Kind::Support, backend.support_email.as_str(), Locale::English),
        (Kind::SupportReceived, form.email.as_str(), locale),
    ] {
        let message = NewMessage { kind, recipient, order: None, detail: serde_json::json!({ "message": id }), locale };
        store::outbox::add(&mut tx, message, now).await?;
    }
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::contact_sent())
}

/// Keeps what somebody thinks of the service, once for each page; nothing leads from it to a person.
pub async fn feedback(backend: &Backend, session: SessionId, form: &GiveFeedback) -> Result<Path, FormError> {
    let (now, id) = (backend.clock.now(), FeedbackId(uuid::Uuid::now_v7()));
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let key = form.key.as_ref().map(|_| sent_key(form));
    if !store::contact::insert_feedback(&mut *tx, id, (form, key.as_ref().map(<[u8; 32]>::as_slice)), now).await? {
        return Ok(paths::feedback_sent());
    }
    if store::rate_counters::count(&mut *tx, &format!("feedback-from:{session}"), 60, now).await? > PER_HOUR {
        return Err(too_many(HOW_SATISFIED.name()));
    }
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::feedback_sent())
}

/// Under what a form is kept once: the key of its page with everything it says. Whoever goes back and writes something
/// else sends another one.
fn sent_key(form: &impl std::fmt::Debug) -> [u8; 32] {
    secrets::hash_token(&format!("{form:?}"))
}

fn too_many(field: &'static str) -> FormError {
    FormError::Refused(FieldErrors::of(field, Problem::new("any-messages-too-many")))
}
