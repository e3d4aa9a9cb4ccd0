//! Taking what people tell us.

use domain::{
    contact::{ContactUs, GiveFeedback, HOW_SATISFIED, SUPPORT_SUMMARY},
    form::{FieldErrors, Problem},
    id::{FeedbackId, SessionId, SupportMessageId},
    locale::Locale,
    paths::{self, Path},
};
use store::outbox::{Kind, NewMessage};

use crate::{Backend, FormError, StoreError};

/// Messages from one session, or one address, in an hour.
const PER_HOUR: i32 = 5;

/// Keeps a message, mails it to the support desk, and tells whoever wrote, in their language, that it was received.
pub async fn contact_us(
    backend: &Backend,
    session: SessionId,
    locale: Locale,
    form: &ContactUs,
) -> Result<Path, FormError> {
    let now = backend.clock.now();
    for subject in [format!("contact:{}", form.email.normalised()), format!("contact-from:{session}")] {
        if store::rate_counters::count(&backend.db, &subject, 60, now).await? > PER_HOUR {
            return Err(too_many(SUPPORT_SUMMARY.name()));
        }
    }
    let id = SupportMessageId(uuid::Uuid::now_v7());
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    store::contact::insert_message(&mut *tx, id, form, now).await?;
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

/// Keeps what somebody thinks of the service; nothing leads from it to a person.
pub async fn feedback(backend: &Backend, session: SessionId, form: &GiveFeedback) -> Result<Path, FormError> {
    let now = backend.clock.now();
    if store::rate_counters::count(&backend.db, &format!("feedback-from:{session}"), 60, now).await? > PER_HOUR {
        return Err(too_many(HOW_SATISFIED.name()));
    }
    store::contact::insert_feedback(&backend.db, FeedbackId(uuid::Uuid::now_v7()), form, now).await?;
    Ok(paths::feedback_sent())
}

fn too_many(field: &'static str) -> FormError {
    FormError::Refused(FieldErrors::of(field, Problem::new("any-messages-too-many")))
}
