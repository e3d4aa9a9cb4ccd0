//! Sending a registration, and what its sender does around it.

use std::net::IpAddr;

use domain::{
    form::{Answers, FieldErrors, Problem, Reader},
    id::{DraftId, SessionId},
    locale::Locale,
    one_time_code::CODE,
    paths::{self, Path},
    registry::{
        Draft, Registration, confirmation::ConfirmationId, fields::EMAIL, forms::SHOWN_VERSION,
        sending::SendRegistration,
    },
    text::{EmailAddress, OneTimeCode},
    time::Day,
};
use jiff::ToSpan;
use unicode_normalization::UnicodeNormalization;

pub(crate) use super::addresses::confirm_link;
pub use super::{
    addresses::{confirm_address, is_confirm_link},
    human_check::challenge,
};
use super::{
    drafts, number_format,
    writing::{self, Sending, Written},
};
use crate::{
    Backend, FormError, StoreError,
    email_codes::{self, Asked, Purpose},
    sessions::Proving,
};

/// Hours for which a session shows what was sent in it.
const DONE_HOURS: i64 = 12;

/// Sends a registration, once for each draft: who sends it again is led to the same end. A draft with anything wrong
/// in it stays, and its sender is led to the page that says what.
///
/// # Errors
/// Where it was not certified in this version, the automatic check failed, or too much came from there or for the
/// address. The draft then stays as it was.
pub async fn send(
    backend: &Backend,
    session: SessionId,
    draft: DraftId,
    form: &SendRegistration,
    from: Option<IpAddr>,
    locale: Locale,
) -> Result<Path, FormError> {
    let Some(open) = drafts::find(backend, draft).await? else { return Ok(sent_before(backend, session).await?) };
    if open.version != form.version.0 || form.version.is_of_another(draft) {
        return Err(changed_since());
    }
    let register = super::register(backend).await?;
    let whole = composed(&open.draft);
    let Ok(said) = Registration::read(&whole, &register, Day(backend.clock.registry_today())) else {
        return Ok(paths::register_check());
    };
    if number_format::errors(&whole, &register).is_some() {
        return Ok(paths::register_check());
    }
    let answers = said.draft(&register).answers;
    let sending = Sending { session, draft, form, said: &said, answers: &answers, from, locale };
    match writing::write(backend, &sending).await? {
        Written::Sent => Ok(paths::register_done()),
        Written::Gone => Ok(sent_before(backend, session).await?),
        Written::Changed => Err(changed_since()),
    }
}

/// Where somebody goes whose draft is not there any more: it was sent, or its time has passed.
pub async fn sent_before(backend: &Backend, session: SessionId) -> Result<Path, StoreError> {
    Ok(if done(backend, session).await?.is_some() { paths::register_done() } else { paths::register() })
}

/// What was certified is not what is there.
fn changed_since() -> FormError {
    FormError::Refused(FieldErrors::of(SHOWN_VERSION.name(), Problem::new("any-out-of-date")))
}

/// The draft with its texts as they are stored: in Unicode's composed form, so that what looks alike is alike.
pub(super) fn composed(draft: &Draft) -> Draft {
    Draft { answers: composed_answers(&draft.answers), visited: draft.visited.clone() }
}

/// The same of answers. They are put so before they are read, so that a letter of two signs counts once.
pub fn composed_answers(answers: &Answers) -> Answers {
    let mut composed = Answers::default();
    for (name, values) in answers.iter() {
        composed.replace(name, values.iter().map(|value| value.nfc().collect()).collect());
    }
    composed
}

/// What the page after sending shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The number of the registration.
    pub confirmation: ConfirmationId,
    /// The address as it was typed.
    pub email: String,
    /// The first name.
    pub first_name: String,
}

/// What was sent in a session, for as long as a draft would be open there.
pub async fn done(backend: &Backend, session: SessionId) -> Result<Option<Done>, StoreError> {
    let since = backend.clock.now() - DONE_HOURS.hours();
    let sent = store::registry::people::sent_last(&backend.db, session, since).await?;
    Ok(sent.map(|sent| Done {
        confirmation: sent.confirmation,
        email: sent.email.unwrap_or_default(),
        first_name: sent.first_name,
    }))
}

/// Mails a code to the address of a draft, in the place of the automatic check.
pub async fn human_code(
    backend: &Backend,
    session: SessionId,
    draft: DraftId,
    locale: Locale,
) -> Result<Path, FormError> {
    let Some(email) = address_of(backend, draft).await? else { return Ok(paths::register_check()) };
    let asked = Asked { session, email: &email, locale, field: CODE.name() };
    email_codes::mail(backend, asked, Purpose::HumanCheck).await?;
    Ok(paths::register_human_code())
}

/// Compares that code. The session has proved a mailbox from now on, and needs no automatic check.
pub async fn confirm_human_code(
    backend: &Backend,
    proving: &Proving,
    draft: DraftId,
    code: &OneTimeCode,
) -> Result<Path, FormError> {
    let Some(email) = address_of(backend, draft).await? else { return Ok(paths::register_check()) };
    email_codes::confirm(backend, Purpose::HumanCheck, (proving, &email.normalised()), code).await?;
    Ok(paths::register_check())
}

/// The address in a draft, if it is one.
async fn address_of(backend: &Backend, draft: DraftId) -> Result<Option<EmailAddress>, StoreError> {
    let Some(open) = drafts::find(backend, draft).await? else { return Ok(None) };
    let answers = composed_answers(&open.draft.answers);
    let mut read = Reader::new(&answers);
    let email = read.required(&EMAIL);
    Ok(read.finish(|| email).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_stored_composed() {
        let answers = Answers::default().with("first_name", "Zoe\u{308}").with("last_name", "Zo\u{eb}");
        let draft = composed(&Draft { answers, ..Draft::default() });
        assert_eq!((draft.answers.first("first_name"), draft.answers.first("last_name")), ("Zo\u{eb}", "Zo\u{eb}"));
    }
}
