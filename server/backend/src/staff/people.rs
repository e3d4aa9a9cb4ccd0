//! What somebody may do: approving them, giving them other roles, suspending them and letting them in again, and having
//! them set anew how they sign in. Nobody does so to themselves, and those who administer the catalogue or the whole
//! registry never all go.

use domain::{
    form::{FieldErrors, Problem},
    id::AccountId,
    paths::{self, Path},
    staff::{
        AccountState, ApproveAccount, CATALOGUE_ROLE, ChangeRoles, NotGiven, Roles, STAFF_MEMBER, StaffVersion,
        may_act_on, may_give,
    },
};
use serde_json::{Value, json};
use sqlx::{PgConnection, Postgres, Transaction};
use store::{
    accounts::{email_changes, links},
    outbox::Kind,
    staff::{factors, invitations::For, rights as stored},
};

use super::{
    Manager,
    inviting::Invited,
    rights::Rights,
    telling::{Letter, roles_detail},
    watching,
};
use crate::{Backend, FormError, StoreError};

/// Somebody whose rights change, and everything that says whether they may.
struct Case {
    tx: Transaction<'static, Postgres>,
    rights: Rights,
}

/// Why roles are not given.
fn not_given(error: NotGiven) -> FormError {
    FormError::Refused(error.errors())
}

/// What a form is refused at.
fn refused(field: &'static str, problem: &'static str) -> FormError {
    FormError::Refused(FieldErrors::of(field, Problem::new(problem)))
}

impl Case {
    /// Locks everybody whom a change is about, and whoever makes it; `at` is the question at which it is refused.
    async fn open(
        backend: &Backend,
        manager: &Manager,
        (member, version): (AccountId, StaffVersion),
        at: &'static str,
    ) -> Result<Self, FormError> {
        let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
        let rights = Rights::lock(&mut tx, manager.account, member).await?;
        if member == manager.account {
            return Err(refused(at, "any-staff-yourself"));
        }
        if rights.target.version != version {
            return Err(refused(at, "any-out-of-date"));
        }
        Ok(Self { tx, rights })
    }

    /// The same for a button.
    async fn of_button(
        backend: &Backend,
        manager: &Manager,
        about: (AccountId, StaffVersion),
        is_in: impl FnOnce(AccountState) -> bool,
    ) -> Result<Self, FormError> {
        let case = Self::open(backend, manager, about, STAFF_MEMBER.name()).await?;
        if !is_in(case.rights.target.state) {
            return Err(refused(STAFF_MEMBER.name(), "any-out-of-date"));
        }
        may_act_on(&case.rights.actor, &case.rights.target.roles).map_err(not_given)?;
        Ok(case)
    }

    /// Ends what is open for the address of whoever it is about, and what they invited others to be.
    async fn ends_invitations(&mut self, backend: &Backend, manager: &Manager) -> Result<(), StoreError> {
        let (id, email_norm) = (self.rights.target.id, self.rights.target.email.normalised());
        watching::cancels_invitations(backend, &mut self.tx, manager.account, (id, &email_norm)).await
    }

    /// Writes down what was done, and commits.
    async fn close(
        mut self,
        backend: &Backend,
        manager: &Manager,
        (action, detail): (&'static str, Value),
    ) -> Result<Path, FormError> {
        let (subject, now) = (format!("account:{}", self.rights.target.id), backend.clock.now());
        store::staff::audit(&mut *self.tx, Some(manager.account), (action, &subject), &detail, now).await?;
        self.tx.commit().await.map_err(StoreError::from)?;
        Ok(if self.rights.is_still_seen() { paths::staff_member(self.rights.target.id) } else { paths::staff_people() })
    }
}

/// Lets somebody in who waits, with their first roles, and tells them.
///
/// # Errors
/// Refused at the roles where they are not for whoever acts to give, or where the account was changed meanwhile; nothing
/// is found where it is not theirs to see.
pub async fn approve(backend: &Backend, manager: &Manager, form: &ApproveAccount) -> Result<Path, FormError> {
    let at = CATALOGUE_ROLE.name();
    let mut case = Case::open(backend, manager, (form.member, form.version), at).await?;
    if case.rights.target.state != AccountState::Pending {
        return Err(refused(at, "any-out-of-date"));
    }
    let (now, id) = (backend.clock.now(), case.rights.target.id);
    may_give(&case.rights.actor, &Roles::default(), &form.roles).map_err(not_given)?;
    stored::set_roles(&mut *case.tx, id, &form.roles, now).await?;
    case.rights.target.roles = form.roles.clone();
    case.ends_invitations(backend, manager).await?;
    tell(backend, &mut case, manager, (Kind::StaffApproved, &form.roles)).await?;
    case.close(backend, manager, ("account.approved", roles_detail(&form.roles))).await
}

/// Gives somebody other roles, or none, and tells them. It holds from their next request on.
///
/// # Errors
/// As [`approve`]; also where nobody would be left to administer the catalogue or the whole registry.
pub async fn change_roles(backend: &Backend, manager: &Manager, form: &ChangeRoles) -> Result<Path, FormError> {
    let at = CATALOGUE_ROLE.name();
    let mut case = Case::open(backend, manager, (form.member, form.version), at).await?;
    let target = case.rights.target.clone();
    if target.state == AccountState::Pending {
        return Err(refused(at, "any-out-of-date"));
    }
    if target.roles == form.roles {
        return Ok(paths::staff_member(target.id));
    }
    may_give(&case.rights.actor, &target.roles, &form.roles).map_err(not_given)?;
    if !case.rights.leaves_admins(Some(&form.roles)) {
        return Err(refused(at, "any-staff-last-admin"));
    }
    let now = backend.clock.now();
    stored::set_roles(&mut *case.tx, target.id, &form.roles, now).await?;
    case.rights.target.roles = form.roles.clone();
    case.ends_invitations(backend, manager).await?;
    tell(backend, &mut case, manager, (Kind::StaffRolesChanged, &form.roles)).await?;
    let detail = json!({ "before": roles_detail(&target.roles), "after": roles_detail(&form.roles) });
    case.close(backend, manager, ("account.roles_changed", detail)).await
}

/// Suspends somebody: they are signed out everywhere, links to their account open nothing any more, and they are told.
///
/// # Errors
/// As [`change_roles`], on the page that asks.
pub async fn suspend(
    backend: &Backend,
    manager: &Manager,
    about: (AccountId, StaffVersion),
) -> Result<Path, FormError> {
    let mut case = Case::of_button(backend, manager, about, |state| state == AccountState::Active).await?;
    if !case.rights.leaves_admins(None) {
        return Err(refused(STAFF_MEMBER.name(), "any-staff-last-admin"));
    }
    let (now, target) = (backend.clock.now(), case.rights.target.clone());
    stored::set_state(&mut *case.tx, target.id, AccountState::Suspended, now).await?;
    case.ends_invitations(backend, manager).await?;
    end(&mut case.tx, target.id).await?;
    tell(backend, &mut case, manager, (Kind::StaffSuspended, &Roles::default())).await?;
    case.close(backend, manager, ("account.suspended", json!({}))).await
}

/// Lets somebody in again who was suspended, with the roles that they have, and tells them.
///
/// # Errors
/// As [`suspend`].
pub async fn reactivate(
    backend: &Backend,
    manager: &Manager,
    about: (AccountId, StaffVersion),
) -> Result<Path, FormError> {
    let mut case = Case::of_button(backend, manager, about, |state| state == AccountState::Suspended).await?;
    let target = case.rights.target.clone();
    stored::set_state(&mut *case.tx, target.id, AccountState::Active, backend.clock.now()).await?;
    case.rights.target.state = AccountState::Active;
    if target.roles.is_staff() {
        tell(backend, &mut case, manager, (Kind::StaffReactivated, &target.roles)).await?;
    }
    case.close(backend, manager, ("account.reactivated", json!({}))).await
}

/// Takes from somebody their password, everything that is their second step and what a provider knows them by, signs them
/// out everywhere, and mails a link by which they set anew how they sign in.
///
/// # Errors
/// As [`suspend`].
pub async fn reset_factors(
    backend: &Backend,
    manager: &Manager,
    about: (AccountId, StaffVersion),
) -> Result<Path, FormError> {
    let mut case = Case::of_button(backend, manager, about, |state| state == AccountState::Active).await?;
    let (now, target) = (backend.clock.now(), case.rights.target.clone());
    stored::forget_password(&mut *case.tx, target.id, now).await?;
    factors::clear(&mut *case.tx, target.id, now).await?;
    watching::ends_identities(backend, &mut case.tx, (manager.account, target.id), ("", "")).await?;
    end(&mut case.tx, target.id).await?;
    let of_target = (Some(manager.account), Some(target.id));
    watching::cancels_invitations_to(backend, &mut case.tx, of_target, &target.email.normalised()).await?;
    let invited = Invited { email: &target.email, to: For::Account(target.id), name: None };
    invited.write(backend, &mut case.tx, (Some(manager.account), manager.locale)).await?;
    case.close(backend, manager, ("account.factors_reset", json!({}))).await
}

/// Signs somebody out everywhere; what was mailed to them opens nothing any more.
async fn end(db: &mut PgConnection, account: AccountId) -> Result<(), StoreError> {
    links::end_all(&mut *db, account).await?;
    email_changes::end(&mut *db, account).await?;
    store::accounts::signing_in::end_all(db, account, None).await
}

/// Tells somebody what was decided about them.
async fn tell(
    backend: &Backend,
    case: &mut Case,
    manager: &Manager,
    (kind, roles): (Kind, &Roles),
) -> Result<(), StoreError> {
    let letter = Letter { kind, email: &case.rights.target.email, locale: manager.locale };
    letter.write(&mut case.tx, roles_detail(roles), backend.clock.now()).await
}
