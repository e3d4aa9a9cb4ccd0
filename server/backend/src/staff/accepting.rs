//! Accepting an invitation, or setting anew how one signs in. The mailbox is proved by the link; what is still missing then
//! is the second step.

use domain::{
    account::NEW_PASSWORD,
    form::{FieldErrors, Problem},
    id::AccountId,
    paths,
    staff::{AcceptInvitation, SignInChange},
};
use sqlx::PgConnection;
use store::{
    accounts::{self, email_changes, links},
    staff::{
        factors,
        invitations::{self, Invitation},
        locked,
        rights::{self, NewStaff},
        signing_in,
    },
};
use uuid::Uuid;

use super::{
    telling::{roles_detail, tells_owner},
    watching::ends_identities,
};
use crate::{
    Backend, FormError, StoreError,
    accounts::{Browser, Entered, passwords},
    networks,
    secrets::{Token, hash_token},
};

/// Links that one network may press in an hour, whatever becomes of them.
const NETWORK_PRESSES_PER_HOUR: i32 = 60;

/// What the link of an invitation would do, if it works still. Nothing changes.
pub async fn opened(backend: &Backend, token: &str) -> Result<Option<Invitation>, StoreError> {
    invitations::find(&backend.db, hash_token(token), backend.clock.now()).await
}

/// Accepts an invitation, once: makes the account or takes that of its address, with the name and the password that were
/// typed, and gives it its roles. Everybody who was signed in there is signed out, and its owner is told; whoever accepted
/// goes on with the second step.
///
/// # Errors
/// Refused at the password where it is guessed easily. Nothing is found where the link was used, taken back or replaced, is
/// too old or none of ours, or the account is suspended.
pub async fn accept(backend: &Backend, browser: Browser, form: &AcceptInvitation) -> Result<Entered, FormError> {
    networks::count(backend, browser.from, "staff-invitation-open", NETWORK_PRESSES_PER_HOUR).await?;
    let found = opened(backend, form.token.as_str()).await?.ok_or(FormError::NotFound)?;
    let hash = passwords::hash(&form.password, found.email.as_str()).await?;
    let hash =
        hash.ok_or_else(|| FormError::Refused(FieldErrors::of(NEW_PASSWORD.name(), Problem::new("too-common"))))?;
    let (now, token) = (backend.clock.now(), Token::draw());
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    lock_invited(&mut tx, &found).await?;
    let invitation = invitations::take(&mut *tx, found.id, now).await?.ok_or(FormError::NotFound)?;
    let account = taken_in(backend, &mut tx, &invitation, (form, &hash)).await?.ok_or(FormError::NotFound)?;
    accepted(backend, &mut tx, account, &invitation).await?;
    // Whoever comes in by a provider may have come into the account before it had a role.
    let has_ended = ends_identities(backend, &mut tx, (account, account), ("", "")).await?;
    let changes = [Some(SignInChange::Password), has_ended.then_some(SignInChange::ProviderRemoved)];
    tells_owner(backend, &mut tx, (account, browser.locale), changes).await?;
    store::accounts::signing_in::end_all(&mut *tx, account, Some(browser.session)).await?;
    signing_in::begin_step(&mut *tx, browser.session, account, token.hash(), now).await?;
    let has_factor =
        factors::of(&mut *tx, account, None).await?.is_some_and(|own| own.has_authenticator || own.passkeys > 0);
    tx.commit().await.map_err(StoreError::from)?;
    let path = if has_factor { paths::staff_code() } else { paths::staff_security() };
    Ok(Entered { path, token })
}

/// Locks the account of an invitation, if there is one already: accounts are locked before invitations.
pub(crate) async fn lock_invited(db: &mut PgConnection, invitation: &Invitation) -> Result<(), StoreError> {
    let account = match invitation.account {
        Some(account) => Some(account),
        None => signing_in::of_email(&mut *db, &invitation.email.normalised()).await?.map(|account| account.id),
    };
    if let Some(account) = account {
        locked::account(db, account).await?;
    }
    Ok(())
}

/// The account of whoever accepted, with the name and the password that they typed.
async fn taken_in(
    backend: &Backend,
    db: &mut PgConnection,
    invitation: &Invitation,
    (form, hash): (&AcceptInvitation, &str),
) -> Result<Option<AccountId>, StoreError> {
    let (now, full_name) = (backend.clock.now(), &form.full_name);
    if let Some(account) = invitation.account {
        accounts::rename(&mut *db, account, full_name, now).await?;
        accounts::signing_in::set_password(db, account, Some(hash), now).await?;
        return Ok(Some(account));
    }
    let (id, email, roles) = (AccountId(Uuid::now_v7()), &invitation.email, &invitation.roles);
    rights::take_in(db, NewStaff { id, email, full_name, hash: Some(hash), roles }, now).await
}

/// What follows for the account of whoever accepted an invitation, by a password or a provider: other links to it open
/// nothing any more, and it is written down.
pub(crate) async fn accepted(
    backend: &Backend,
    db: &mut PgConnection,
    account: AccountId,
    invitation: &Invitation,
) -> Result<(), StoreError> {
    links::end_all(&mut *db, account).await?;
    email_changes::end(&mut *db, account).await?;
    let (subject, detail) = (format!("account:{account}"), roles_detail(&invitation.roles));
    store::staff::audit(db, Some(account), ("account.invitation_accepted", &subject), &detail, backend.clock.now())
        .await
}
