//! Saving a draft and coming back to it: whoever reads mail at the address it was saved for opens it with a code.
//! Nobody learns from an answer whether a draft is saved for an address.

mod letters;
mod links;

use domain::{
    form::Answer,
    id::{DraftId, SessionId},
    locale::Locale,
    one_time_code::CODE,
    paths::{self, Path},
    registry::saving::RESUME_EMAIL,
    text::{EmailAddress, OneTimeCode},
};
use jiff::Timestamp;
pub use letters::{NETWORK_LETTERS_PER_HOUR, are_held_back};
pub use links::{LinkState, LinkTo, discard, link_state};
use serde_json::json;
use sqlx::PgConnection;
pub use store::registry::saved::OfAddress;
use store::{
    outbox::{Kind, NewMessage},
    registry::{drafts, saved},
};

use super::{Writer, drafts::end};
use crate::{
    Backend, FormError, StoreError,
    clock::days,
    email_codes::{self, Asked, Purpose},
    secrets::Token,
    sessions::Proving,
};

/// Days before its end at which the owner of a saved draft is reminded.
const REMIND_DAYS: i64 = 7;

/// Saves a draft for an address and writes there. Where another one was saved for it before, both are kept until the
/// owner of the address chooses; nothing on the screen says so.
///
/// # Errors
/// Where the network of whoever saves had too many letters written.
pub async fn save(backend: &Backend, draft: DraftId, email: &EmailAddress, writer: Writer) -> Result<Path, FormError> {
    keep(backend, draft, (email.normalised().as_str(), email.as_str()), writer).await
}

/// Saves a draft for the address it is kept for; without one that is asked first.
pub(super) async fn again(backend: &Backend, row: &drafts::Draft, writer: Writer) -> Result<Path, FormError> {
    match row.kept_for() {
        Some(email) => keep(backend, row.id, (email, email), writer).await,
        None => Ok(paths::register_save()),
    }
}

async fn keep(
    backend: &Backend,
    draft: DraftId,
    (email, recipient): (&str, &str),
    writer: Writer,
) -> Result<Path, FormError> {
    let now = backend.clock.now();
    let is_written = letters::count(backend, email, writer).await?;
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    saved::lock_address(&mut tx, email, now).await?;
    if drafts::lock(&mut tx, draft, now).await?.is_none() {
        return Ok(paths::register());
    }
    let others = saved::of_address(&mut *tx, email, None, now).await?;
    let earlier = others.iter().find(|known| known.is_saved && known.id != draft);
    saved::save(&mut *tx, draft, (email, earlier.is_none(), Some(writer.locale)), end(true, now), now).await?;
    if is_written {
        let (kind, detail) = match earlier {
            None => (Kind::DraftSaved, json!({ "draft": draft })),
            Some(earlier) => (Kind::DraftExists, json!({ "draft": draft, "earlier": earlier.id })),
        };
        let message = NewMessage { kind, recipient, order: None, detail, locale: writer.locale };
        store::outbox::add(&mut tx, message, now).await?;
    }
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::register_saved())
}

/// Mails a code to the owner of saved drafts, and to everybody else that there is none. The answer is the same.
pub async fn send_code(
    backend: &Backend,
    session: SessionId,
    email: &EmailAddress,
    locale: Locale,
) -> Result<Path, FormError> {
    send(backend, Asked { session, email, locale, field: RESUME_EMAIL.name() }).await
}

async fn send(backend: &Backend, asked: Asked<'_>) -> Result<Path, FormError> {
    let drafts = saved::of_address(&backend.db, &asked.email.normalised(), None, backend.clock.now()).await?;
    if drafts.is_empty() {
        email_codes::mail_instead(backend, asked, Kind::NoDraft).await?;
    } else {
        email_codes::mail(backend, asked, Purpose::Resume).await?;
    }
    Ok(paths::register_resume_code())
}

/// Mails another code to the address that this session asked for last.
pub async fn send_code_again(backend: &Backend, session: SessionId, locale: Locale) -> Result<Path, FormError> {
    let Some(email) = email_codes::asked_for(backend, session).await? else { return Ok(paths::register_resume()) };
    send(backend, Asked { session, email: &email, locale, field: CODE.name() }).await
}

/// Mails a code to the address of the draft that a link in a message is about.
pub async fn send_code_for_link(
    backend: &Backend,
    session: SessionId,
    draft: DraftId,
    seal: &str,
    locale: Locale,
) -> Result<Path, FormError> {
    let row = drafts::find(&backend.db, draft, backend.clock.now()).await?.ok_or(FormError::NotFound)?;
    if !LinkTo::Draft.opens(backend, &row, seal) {
        return Err(FormError::NotFound);
    }
    let email = row.kept_for().and_then(|email| EmailAddress::read(email).ok()).ok_or(FormError::NotFound)?;
    let asked = Asked { session, email: &email, locale, field: RESUME_EMAIL.name() };
    email_codes::mail(backend, asked, Purpose::Resume).await?;
    Ok(paths::register_resume_code())
}

/// Opens the draft of whoever types the code that was mailed, and gives the token that names it from now on. With
/// another one at hand, or beside it, they choose first. No token where the draft at hand is the one.
///
/// # Errors
/// Refused at the code where it is wrong, was used, or has ended.
pub async fn open(
    backend: &Backend,
    proving: impl Into<Proving> + Send,
    code: &OneTimeCode,
    current: Option<DraftId>,
) -> Result<(Path, Option<Token>), FormError> {
    let (now, proving) = (backend.clock.now(), proving.into());
    let email = email_codes::asked_for(backend, proving.session).await?;
    let email = email.ok_or_else(|| email_codes::refused("any-code-ended"))?.normalised();
    email_codes::confirm(backend, Purpose::Resume, (&proving, &email), code).await?;
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    saved::lock_address(&mut tx, &email, now).await?;
    let drafts = saved::of_address(&mut *tx, &email, current, now).await?;
    let saved = drafts.iter().find(|known| known.is_saved);
    let newer = newer(&drafts, current);
    let token_of = |draft: &OfAddress| (Some(draft.id) != current).then(Token::draw);
    let (path, opened, token) = match (saved, newer) {
        (Some(_), Some(newer)) => (paths::register_which(), newer, token_of(newer)),
        (Some(saved), None) => (paths::register_tasks(), saved, token_of(saved)),
        (None, Some(newer)) => {
            saved::save(&mut *tx, newer.id, (email.as_str(), true, None), end(true, now), now).await?;
            (paths::register_tasks(), newer, token_of(newer))
        }
        (None, None) => return Ok((paths::register_resume(), None)),
    };
    open_by(&mut tx, opened.id, token.as_ref(), now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok((path, token))
}

/// The draft that somebody has at hand, if anything is answered in it; else the newest that waits for a choice.
fn newer(drafts: &[OfAddress], current: Option<DraftId>) -> Option<&OfAddress> {
    let mut others = drafts.iter().filter(|known| !known.is_saved && known.answered > 0);
    let at_hand = others.clone().find(|known| Some(known.id) == current);
    at_hand.or_else(|| others.next())
}

/// Gives a draft that is kept for an address another token.
async fn open_by(
    db: &mut PgConnection,
    draft: DraftId,
    token: Option<&Token>,
    now: Timestamp,
) -> Result<(), StoreError> {
    match token {
        Some(token) => drafts::open_by(db, draft, token.hash(), end(true, now), now).await,
        None => Ok(()),
    }
}

/// Two drafts of one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Which {
    /// The one that was saved first.
    pub earlier: OfAddress,
    /// The one at hand.
    pub newer: OfAddress,
}

/// The two drafts between which somebody chooses: the one at hand, and the one saved for the address whose mail this
/// session reads.
pub async fn which(backend: &Backend, session: SessionId, current: DraftId) -> Result<Option<Which>, StoreError> {
    let Some(email) = store::sessions::confirmed_email(&backend.db, session).await? else { return Ok(None) };
    let drafts = saved::of_address(&backend.db, &email, Some(current), backend.clock.now()).await?;
    Ok(choice(&drafts, current))
}

fn choice(drafts: &[OfAddress], current: DraftId) -> Option<Which> {
    let earlier = *drafts.iter().find(|known| known.is_saved && known.id != current)?;
    let newer = *drafts.iter().find(|known| !known.is_saved && known.id == current)?;
    Some(Which { earlier, newer })
}

/// Keeps one of two drafts and deletes the other, with what else waits for a choice.
pub async fn choose(
    backend: &Backend,
    session: SessionId,
    current: DraftId,
    keep_earlier: bool,
) -> Result<(Path, Option<Token>), FormError> {
    let now = backend.clock.now();
    let email = store::sessions::confirmed_email(&backend.db, session).await?;
    let Some(email) = email else { return Ok((paths::register_resume(), None)) };
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    saved::lock_address(&mut tx, &email, now).await?;
    let drafts = saved::of_address(&mut *tx, &email, Some(current), now).await?;
    let Some(Which { earlier, newer }) = choice(&drafts, current) else { return Ok((paths::register_tasks(), None)) };
    let (kept, dropped) = if keep_earlier { (earlier, newer) } else { (newer, earlier) };
    drafts::delete(&mut *tx, dropped.id).await?;
    saved::delete_others(&mut *tx, kept.id, &email).await?;
    saved::save(&mut *tx, kept.id, (email.as_str(), true, None), end(true, now), now).await?;
    let token = keep_earlier.then(Token::draw);
    open_by(&mut tx, kept.id, token.as_ref(), now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok((paths::register_tasks(), token))
}

/// Reminds the owners of drafts that are kept for them and end soon, once for each end: some of them, and the next with
/// the next call.
pub async fn remind(backend: &Backend) -> Result<(), StoreError> {
    let now = backend.clock.now();
    let mut tx = backend.db.begin().await?;
    for draft in saved::take_to_remind(&mut *tx, now + days(REMIND_DAYS), now).await? {
        let message = NewMessage {
            kind: Kind::DraftReminder,
            recipient: &draft.email,
            order: None,
            detail: json!({ "draft": draft.id }),
            locale: draft.locale,
        };
        store::outbox::add(&mut tx, message, now).await?;
    }
    Ok(tx.commit().await?)
}
