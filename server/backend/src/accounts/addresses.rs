//! The address book of an account: looking addresses up, keeping, changing and removing them.

use domain::{
    account::{
        ADDRESS_KNOWN, AddAddress, AddressFor, ChangeAddress, ChooseFound, FOUND_ADDRESS, FindAddress, MOST_ADDRESSES,
    },
    address::{Address, Postcode},
    checkout::LINE_1,
    done::Done,
    form::{FieldErrors, MALFORMED, Problem},
    found_address::{Found, Whereabouts, in_natural_order},
    id::{AccountAddressId, AccountId, SessionId},
    paths::{self, Path},
    text::Line,
};
use jiff::{Timestamp, ToSpan};
use sqlx::PgConnection;
use store::accounts::{
    address_lookups::{self, LookedUp},
    addresses::{self, OwnAddress},
};

use crate::{Backend, FormError, StoreError};

/// How often one account may look addresses up in an hour: services ask money for it. Beyond, nothing is looked up, and
/// addresses are kept unchecked.
pub const LOOKUPS_PER_HOUR: i32 = 60;
/// Minutes for which what was found may be chosen.
const FOUND_MINUTES: i64 = 30;

/// Who keeps addresses, and in which session.
pub type Owner = (SessionId, AccountId);

/// Looks a postcode up, and keeps what was found for the page that offers it.
pub async fn look_up(backend: &Backend, (session, account): Owner, form: &FindAddress) -> Result<Path, StoreError> {
    let mut found = find(backend, account, &form.postcode).await?;
    if let Some(found) = &mut found {
        let building = form.building.as_ref().map_or("", Line::as_str);
        found.retain(|one| one.is_at(building));
        in_natural_order(found);
    }
    let now = backend.clock.now();
    address_lookups::keep(&backend.db, session, &form.postcode, found.as_deref(), now).await?;
    Ok(form.wanted.as_ref().map_or_else(paths::account_add_address, paths::account_add_address_for))
}

/// What was looked up last in a session, for as long as it may be chosen.
pub async fn looked_up(backend: &Backend, session: SessionId) -> Result<Option<LookedUp>, StoreError> {
    address_lookups::find(&backend.db, session, found_after(backend)).await
}

/// Forgets what nobody chose.
pub async fn forget(backend: &Backend) -> Result<(), StoreError> {
    address_lookups::forget(&backend.db, found_after(backend)).await
}

fn found_after(backend: &Backend) -> Timestamp {
    backend.clock.now() - FOUND_MINUTES.minutes()
}

/// The addresses of a postcode; nothing where they cannot be looked up now.
async fn find(backend: &Backend, account: AccountId, postcode: &Postcode) -> Result<Option<Vec<Found>>, StoreError> {
    if backend.address_lookup.is_nowhere() {
        return Ok(None);
    }
    let (subject, now) = (format!("address-lookup:{account}"), backend.clock.now());
    if store::rate_counters::count(&backend.db, &subject, 60, now).await? > LOOKUPS_PER_HOUR {
        return Ok(None);
    }
    Ok(backend.address_lookup.find(postcode).await)
}

/// What is known of an address, if there is one like it. Nobody else says so: no form does.
async fn verify(backend: &Backend, account: AccountId, address: &Address) -> Result<Option<Whereabouts>, StoreError> {
    let found = find(backend, account, &address.postcode).await?.unwrap_or_default();
    Ok(found.into_iter().find(|one| address.is_listed_as(&one.address)).map(|one| one.known))
}

/// Keeps an address that was found, with all that is known of it.
pub async fn choose(backend: &Backend, (session, account): Owner, form: &ChooseFound) -> Result<Path, FormError> {
    let found = looked_up(backend, session).await?.and_then(|looked_up| looked_up.found).unwrap_or_default();
    let chosen = found.into_iter().find(|one| one.id == form.found);
    let Found { address, known, .. } = chosen.ok_or_else(|| refused(FOUND_ADDRESS.name(), MALFORMED))?;
    let new = New { address: &address, known: Some(&known), at: FOUND_ADDRESS.name() };
    let id = new.add(backend, account, form.known).await?;
    address_lookups::clear(&backend.db, session).await?;
    Ok(on_with(form.wanted.as_ref(), id))
}

/// Keeps an address that was typed.
pub async fn add(backend: &Backend, (session, account): Owner, form: &AddAddress) -> Result<Path, FormError> {
    let known = verify(backend, account, &form.address).await?;
    let new = New { address: &form.address, known: known.as_ref(), at: LINE_1.name() };
    let id = new.add(backend, account, form.known).await?;
    address_lookups::clear(&backend.db, session).await?;
    Ok(on_with(form.wanted.as_ref(), id))
}

/// Where somebody goes on with an address that is in their book now.
fn on_with(wanted: Option<&AddressFor>, own: AccountAddressId) -> Path {
    wanted.map_or_else(paths::account_addresses, |wanted| wanted.page_with(own))
}

/// Keeps an address to which something is ordered, unless it is in the book or the book is full: neither stands in the
/// way of an order, and whoever orders is told.
pub async fn keep(backend: &Backend, account: AccountId, address: &Address) -> Result<Option<Done>, StoreError> {
    let known = verify(backend, account, address).await?;
    let new = New { address, known: known.as_ref(), at: LINE_1.name() };
    match new.add(backend, account, None).await {
        Err(FormError::Store(error)) => Err(error),
        Err(FormError::Refused(errors)) => {
            let is_known = errors.iter().any(|error| error.problem.key == ADDRESS_KNOWN);
            Ok(Some(if is_known { Done::AddressKnown } else { Done::AddressesFull }))
        }
        _ => Ok(None),
    }
}

/// Changes an address of the book. What was known of it is asked for anew; where nothing changes, it stays.
pub async fn change(backend: &Backend, account: AccountId, form: &ChangeAddress) -> Result<Path, FormError> {
    let before = addresses::find(&backend.db, account, form.own).await?.ok_or(FormError::NotFound)?;
    if before.is_verified && before.address == form.address {
        return Ok(paths::account_addresses());
    }
    let known = verify(backend, account, &form.address).await?;
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let mut others = locked(&mut tx, account).await?;
    others.retain(|one| one.id != form.own);
    is_other(&others, &form.address, form.known, LINE_1.name())?;
    let (id, now) = ((account, form.own), backend.clock.now());
    if !addresses::change(&mut *tx, id, &form.address, known.as_ref(), now).await? {
        return Err(FormError::NotFound);
    }
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::account_addresses())
}

/// Makes an address of the book its default.
pub async fn make_default(backend: &Backend, account: AccountId, own: AccountAddressId) -> Result<Path, FormError> {
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    if !locked(&mut tx, account).await?.iter().any(|one| one.id == own) {
        return Err(FormError::NotFound);
    }
    addresses::make_default(&mut tx, account, own, backend.clock.now()).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::account_addresses())
}

/// Takes an address out of the book. Where it was the default, the newest one is from then on.
pub async fn remove(backend: &Backend, account: AccountId, own: AccountAddressId) -> Result<Path, FormError> {
    let (mut tx, now) = (backend.db.begin().await.map_err(StoreError::from)?, backend.clock.now());
    addresses::lock(&mut tx, account).await?;
    let was_default = addresses::remove(&mut *tx, account, own, now).await?.ok_or(FormError::NotFound)?;
    if was_default {
        let rest = addresses::list(&mut *tx, account).await?;
        if let Some(newest) = rest.first() {
            addresses::make_default(&mut tx, account, newest.id, now).await?;
        }
    }
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::account_addresses())
}

/// An address of the book.
pub async fn own(backend: &Backend, account: AccountId, id: AccountAddressId) -> Result<Option<Address>, StoreError> {
    Ok(addresses::find(&backend.db, account, id).await?.map(|own| own.address))
}

/// An address that comes into the book, with what is known of it, and the question at which it is refused.
struct New<'a> {
    address: &'a Address,
    known: Option<&'a Whereabouts>,
    at: &'static str,
}

impl New<'_> {
    /// Adds it. One that is in the book already is added only by whoever was told so.
    async fn add(
        self,
        backend: &Backend,
        account: AccountId,
        told: Option<AccountAddressId>,
    ) -> Result<AccountAddressId, FormError> {
        let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
        let others = locked(&mut tx, account).await?;
        is_other(&others, self.address, told, self.at)?;
        if others.len() >= MOST_ADDRESSES {
            return Err(refused(self.at, Problem::new("any-addresses-full").arg("max", MOST_ADDRESSES)));
        }
        let id = (account, AccountAddressId(uuid::Uuid::now_v7()));
        addresses::add(&mut *tx, id, self.address, self.known, backend.clock.now()).await?;
        tx.commit().await.map_err(StoreError::from)?;
        Ok(id.1)
    }
}

/// The book, which nobody else changes in the meantime.
async fn locked(db: &mut PgConnection, account: AccountId) -> Result<Vec<OwnAddress>, StoreError> {
    addresses::lock(db, account).await?;
    addresses::list(db, account).await
}

/// Refuses an address that is the same as another one of the book, unless whoever saves it was told of that one.
fn is_other(
    others: &[OwnAddress],
    address: &Address,
    told: Option<AccountAddressId>,
    at: &'static str,
) -> Result<(), FormError> {
    let same: Vec<_> = others.iter().filter(|one| one.address.same_as(address)).map(|one| one.id).collect();
    if same.is_empty() || told.is_some_and(|told| same.contains(&told)) {
        Ok(())
    } else {
        Err(refused(at, Problem::new(ADDRESS_KNOWN)))
    }
}

fn refused(at: &'static str, problem: Problem) -> FormError {
    FormError::Refused(FieldErrors::of(at, problem))
}
