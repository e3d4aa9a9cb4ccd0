//! The steps between basket and order.

use domain::{
    address::Address,
    checkout::{ConfirmEmail, Contact, EMAIL, Stage},
    form::{FieldErrors, Problem},
    id::{AccountId, BasketId, EditionId, SessionId},
    one_time_code::CODE,
    order::{Member, Orderer},
    paths::{self, Path},
};
use jiff::ToSpan;
use sqlx::PgConnection;
use store::{
    checkouts::{Answered, Checkout},
    lines::{Line, Of},
};

use crate::{
    Backend, FormError, Guest, StoreError, baskets,
    email_codes::{self, Asked, Purpose},
    secrets::draw_key,
    sessions::Proving,
};

/// Minutes for which the copies of a basket at "Check your answers" are kept.
pub const HOLD_MINUTES: i64 = 15;

/// Why a step was not taken.
#[derive(Debug, thiserror::Error)]
pub enum CheckoutError {
    /// An answer cannot be taken; the person sees why.
    #[error("an answer was refused")]
    Refused(FieldErrors),
    /// The checkout is elsewhere; the person goes there.
    #[error("the checkout is elsewhere")]
    Elsewhere(Path),
    /// It was done too often; what was typed is kept.
    #[error("too often")]
    TooOften {
        /// When it may be done again.
        seconds: i64,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<FormError> for CheckoutError {
    fn from(error: FormError) -> Self {
        match error {
            FormError::Refused(errors) => Self::Refused(errors),
            FormError::NotFound | FormError::Unproved => Self::Elsewhere(paths::basket()),
            FormError::TooOften { seconds } => Self::TooOften { seconds },
            FormError::Store(error) => Self::Store(error),
        }
    }
}

/// Begins the checkout of a basket that can be ordered, or of that part of it that can, and says where to go.
pub async fn begin(backend: &Backend, guest: Guest, accept_partial: bool) -> Result<Path, CheckoutError> {
    let Guest { session, account, basket, .. } = guest;
    let orderer = baskets::orderer(backend, (Some(session), account), basket).await?;
    let now = backend.clock.now();
    let lines = store::lines::find(&backend.db, Of::Basket(basket), &orderer, now, backend.clock.today()).await?;
    if baskets::orderable(lines, accept_partial).is_none() {
        return Err(CheckoutError::Elsewhere(paths::basket()));
    }
    store::checkouts::begin(&backend.db, (basket, session), (&draw_key(), accept_partial), now).await?;
    next(backend, guest).await
}

/// Keeps the address and says where to go. With one that stands in the book of whoever is signed in goes the number of
/// its place, where a look-up gave one: no form does.
pub async fn set_address(backend: &Backend, guest: Guest, address: &Address) -> Result<Path, CheckoutError> {
    let uprn = match guest.account {
        Some(account) => store::accounts::addresses::uprn_of(&backend.db, account, address).await?,
        None => None,
    };
    keep(backend, guest, Answered::Address(address, uprn.as_ref())).await?;
    next(backend, guest).await
}

/// Keeps the contact, mails a code where the address is not confirmed yet, and says where to go. Whoever is signed in
/// orders with the address of their account, by which they are counted.
pub async fn set_contact(backend: &Backend, guest: Guest, contact: &Contact) -> Result<Path, CheckoutError> {
    if let Some(member) = member(&backend.db, guest.account).await?
        && member.email != contact.email.normalised()
    {
        return Err(CheckoutError::Refused(FieldErrors::of(EMAIL.name(), Problem::new("any-other-email"))));
    }
    keep(backend, guest, Answered::Contact(contact)).await?;
    if stage(backend, guest).await?.1.page() == paths::code() {
        mail_code(backend, guest, contact, EMAIL.name()).await?;
    }
    next(backend, guest).await
}

/// Mails another code; the one before stops working.
pub async fn send_code(backend: &Backend, guest: Guest) -> Result<Path, CheckoutError> {
    match stage(backend, guest).await?.1 {
        Stage::Code(_, contact) => {
            mail_code(backend, guest, &contact, CODE.name()).await?;
            Ok(paths::code())
        }
        other => Err(CheckoutError::Elsewhere(other.page())),
    }
}

/// Compares a code with the one that was mailed, and says where to go. That it was tried is counted before.
pub async fn confirm_email(
    backend: &Backend,
    guest: Guest,
    proving: &Proving,
    form: &ConfirmEmail,
) -> Result<Path, CheckoutError> {
    let contact = match stage(backend, guest).await?.1 {
        Stage::Code(_, contact) => contact,
        other => return Err(CheckoutError::Elsewhere(other.page())),
    };
    let email_norm = contact.email.normalised();
    email_codes::confirm(backend, Purpose::Checkout, (proving, &email_norm), &form.code).await?;
    next(backend, guest).await
}

/// How far the checkout of a basket is.
pub async fn stage(backend: &Backend, guest: Guest) -> Result<(Checkout, Stage), CheckoutError> {
    let checkout = store::checkouts::find(&backend.db, guest.basket, Some(guest.session))
        .await?
        .ok_or(CheckoutError::Elsewhere(paths::basket()))?;
    let mut db = backend.connection().await?;
    let (_, confirmed) = proved(&mut db, guest.session, guest.account).await?;
    let stage = stage_of(&checkout, confirmed.as_deref());
    Ok((checkout, stage))
}

/// Whoever is signed in, as limits see them.
async fn member(db: impl sqlx::PgExecutor<'_>, account: Option<AccountId>) -> Result<Option<Member>, StoreError> {
    match account {
        Some(account) => store::accounts::member(db, account).await,
        None => Ok(None),
    }
}

/// Whoever is signed in, and the address of which nothing more has to be proved: theirs, else the one confirmed in the
/// session.
pub(crate) async fn proved(
    db: &mut PgConnection,
    session: SessionId,
    account: Option<AccountId>,
) -> Result<(Option<Member>, Option<String>), StoreError> {
    let member = member(&mut *db, account).await?;
    let email = match &member {
        Some(member) => Some(member.email.clone()),
        None => store::sessions::confirmed_email(db, session).await?,
    };
    Ok((member, email))
}

/// Who orders, as limits see them: whoever is signed in, else whoever has this address and this place.
pub(crate) fn orderer(member: Option<&Member>, contact: &Contact, address: &Address) -> Orderer {
    match member {
        Some(member) => Orderer::member(member),
        None => Orderer::guest(Some(contact.email.normalised()), Some(address.key())),
    }
}

/// The stage that a checkout is at for whoever confirmed an address.
pub fn stage_of(checkout: &Checkout, confirmed_email: Option<&str>) -> Stage {
    let is_confirmed =
        checkout.contact.as_ref().is_some_and(|contact| confirmed_email == Some(contact.email.normalised().as_str()));
    Stage::of(checkout.address.clone(), checkout.contact.clone(), is_confirmed)
}

/// Keeps an answer. Without a checkout the work goes on at the basket.
async fn keep(backend: &Backend, guest: Guest, answer: Answered<'_>) -> Result<(), CheckoutError> {
    let owner = (guest.basket, guest.session);
    let is_kept = store::checkouts::set(&backend.db, owner, answer, &draw_key(), backend.clock.now()).await?;
    if is_kept { Ok(()) } else { Err(CheckoutError::Elsewhere(paths::basket())) }
}

/// The next page. The one that leads to "Check your answers" keeps the basket's copies for a while.
async fn next(backend: &Backend, guest: Guest) -> Result<Path, CheckoutError> {
    let (checkout, stage) = stage(backend, guest).await?;
    if let Stage::Check(address, contact) = &stage {
        let member = member(&backend.db, guest.account).await?;
        let orderer = orderer(member.as_ref(), contact, address);
        hold(backend, guest.basket, &orderer, checkout.accept_partial).await?;
    }
    Ok(stage.page())
}

/// Keeps what is there of the copies that would be ordered, as far as the orderer's limits go, and what those
/// lines are: nothing else is ordered without being shown.
async fn hold(backend: &Backend, basket: BasketId, orderer: &Orderer, partial: bool) -> Result<(), StoreError> {
    let (now, today) = (backend.clock.now(), backend.clock.today());
    let mut tx = backend.db.begin().await?;
    store::baskets::lock(&mut tx, basket, now).await?;
    store::stock::lock(&mut tx, basket).await?;
    let lines = store::lines::find(&mut *tx, Of::Basket(basket), orderer, now, today).await?;
    let lines = baskets::orderable(lines, partial).unwrap_or_default();
    let copies: Vec<(EditionId, i32)> =
        lines.iter().map(|line| (line.edition, line.facts.promised())).filter(|(_, copies)| *copies > 0).collect();
    let freed = store::stock::hold(&mut tx, basket, &copies, now + HOLD_MINUTES.minutes()).await?;
    crate::stock::give_on(backend, &mut tx, &freed).await?;
    store::checkouts::show(&mut *tx, basket, &editions_of(&lines), &draw_key()).await?;
    tx.commit().await?;
    crate::stock::changed(&backend.db).await;
    Ok(())
}

/// Whether an order of these lines is the one that was shown. A whole order always is: another basket has
/// another key. Part of one is, where it is of the lines that the way to "Check your answers" led to.
pub fn is_as_shown(checkout: &Checkout, lines: &[Line]) -> bool {
    !checkout.accept_partial || checkout.shown.as_deref() == Some(editions_of(lines).as_slice())
}

/// The editions of lines, sorted.
fn editions_of(lines: &[Line]) -> Vec<EditionId> {
    let mut editions: Vec<EditionId> = lines.iter().map(|line| line.edition).collect();
    editions.sort_unstable();
    editions
}

/// Mails a code to the contact's address.
async fn mail_code(
    backend: &Backend,
    guest: Guest,
    contact: &Contact,
    field: &'static str,
) -> Result<(), CheckoutError> {
    email_codes::count_network(backend, guest.from).await?;
    let asked = Asked { session: guest.session, email: &contact.email, locale: guest.locale, field };
    Ok(email_codes::mail(backend, asked, Purpose::Checkout).await?)
}
