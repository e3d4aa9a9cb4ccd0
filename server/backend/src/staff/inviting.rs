//! Inviting people to be staff. The link of an invitation follows from what its message holds and our key; only its hash is
//! stored, and another message has another link.

use domain::{
    account::ACCOUNT_EMAIL,
    form::{FieldErrors, Problem},
    id::{AccountId, InvitationId},
    locale::Locale,
    paths::{self, Path},
    staff::{AccountState, INVITATION_DAYS, InviteStaff, Roles, may_give},
    text::{EmailAddress, FullName},
};
use jiff::Timestamp;
use serde_json::{Value, json};
use sqlx::PgConnection;
use store::{
    outbox::Kind,
    staff::{
        invitations::{self, For, Invitation, NewInvitation},
        signing_in::{self, StaffAccount},
    },
};
use uuid::Uuid;

use super::{
    Manager,
    rights::{Rights, sees},
    telling::{Letter, roles_detail},
};
use crate::{Backend, FormError, StoreError, clock::days, networks, secrets::Token};

/// Invitations that one of those who manage staff may write or send again in so many minutes.
const WRITTEN: (i32, i32) = (100, 60);

/// The token of the link that a message holds.
pub(crate) fn link_token(backend: &Backend, link: Uuid) -> Token {
    backend.secrets.token("staff-invitation", &link.to_string())
}

/// Who is invited, and to what.
#[derive(Clone, Copy, Debug)]
pub(super) struct Invited<'a> {
    /// Their address.
    pub(super) email: &'a EmailAddress,
    /// What for.
    pub(super) to: For<'a>,
    /// What they are called, where it is known.
    pub(super) name: Option<&'a FullName>,
}

impl Invited<'_> {
    fn roles(&self) -> Roles {
        match self.to {
            For::Roles(roles) => roles.clone(),
            For::Account(_) => Roles::default(),
        }
    }

    /// Writes the invitation, its message and its audit entry. The token of its link; nothing where one is open for the
    /// address.
    pub(super) async fn write(
        self,
        backend: &Backend,
        db: &mut PgConnection,
        (by, locale): (Option<AccountId>, Locale),
    ) -> Result<Option<Token>, StoreError> {
        let Some((link, expires_at)) = self.write_unsent(backend, db, by).await? else { return Ok(None) };
        let (roles, is_reset) = (self.roles(), matches!(self.to, For::Account(_)));
        let message = Message { email: self.email, is_reset, roles: &roles };
        message.write(db, (link, expires_at, self.name), locale, backend.clock.now()).await?;
        Ok(Some(link_token(backend, link)))
    }

    /// The same without its message, so that nobody has its link: what the link follows from, and until when it works.
    async fn write_unsent(
        self,
        backend: &Backend,
        db: &mut PgConnection,
        by: Option<AccountId>,
    ) -> Result<Option<(Uuid, Timestamp)>, StoreError> {
        let (now, link) = (backend.clock.now(), Uuid::now_v7());
        let (id, token) = (InvitationId(Uuid::now_v7()), link_token(backend, link));
        let expires_at = now + days(INVITATION_DAYS);
        let new = NewInvitation { id, token: token.hash(), email: self.email, to: self.to, by, expires_at };
        if !invitations::add(&mut *db, new, now).await? {
            return Ok(None);
        }
        let (subject, detail) = (format!("invitation:{id}"), roles_detail(&self.roles()));
        store::staff::audit(db, by, ("staff.invited", &subject), &detail, now).await?;
        Ok(Some((link, expires_at)))
    }
}

/// What is mailed to whoever is invited.
struct Message<'a> {
    email: &'a EmailAddress,
    is_reset: bool,
    roles: &'a Roles,
}

impl Message<'_> {
    const fn kind(&self) -> Kind {
        if self.is_reset { Kind::StaffSignInReset } else { Kind::StaffInvitation }
    }

    async fn write(
        &self,
        db: &mut PgConnection,
        (link, until, name): (Uuid, Timestamp, Option<&FullName>),
        locale: Locale,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut detail = roles_detail(self.roles);
        if let Value::Object(members) = &mut detail {
            members.insert("link".to_owned(), json!(link));
            members.insert("until".to_owned(), json!(until));
            members.extend(name.map(|name| ("name".to_owned(), json!(name))));
        }
        Letter { kind: self.kind(), email: self.email, locale }.write(db, detail, now).await
    }

    /// Takes back the message of before, if it has not left: its link opens nothing any more.
    async fn take_back(&self, db: &mut PgConnection) -> Result<(), StoreError> {
        store::outbox::take_back(db, self.kind(), self.email.as_str()).await?;
        Ok(())
    }
}

impl<'a> From<&'a Invitation> for Message<'a> {
    fn from(invitation: &'a Invitation) -> Self {
        Self { email: &invitation.email, is_reset: invitation.account.is_some(), roles: &invitation.roles }
    }
}

/// Invites somebody to be staff: a message with a link goes to them once this is written down.
///
/// # Errors
/// Refused at the address where an invitation is open for it, or it is of somebody who has such a role or is suspended and
/// whom whoever acts sees; at the roles where they are not for whoever acts to give. About people whom they do not see
/// they learn nothing: the invitation stands there as any other does, and is mailed to nobody.
pub async fn invite(backend: &Backend, manager: &Manager, form: &InviteStaff) -> Result<Path, FormError> {
    networks::count_subject(backend, &format!("staff-invite:{}", manager.account), WRITTEN).await?;
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let actor = Rights::of_actor(&mut tx, manager.account).await?;
    may_give(&actor, &Roles::default(), &form.roles).map_err(|error| FormError::Refused(error.errors()))?;
    let account = signing_in::of_email(&mut *tx, &form.email.normalised()).await?;
    if account.as_ref().is_some_and(|account| account.id == manager.account) {
        return Err(refused("any-staff-yourself"));
    }
    let taken = account.filter(is_taken);
    if taken.as_ref().is_some_and(|account| sees(&actor, account.state, &account.roles)) {
        return Err(refused("staff"));
    }
    let by = Some(manager.account);
    let invited = Invited { email: &form.email, to: For::Roles(&form.roles), name: None };
    let is_written = match taken {
        Some(_) => invited.write_unsent(backend, &mut tx, by).await?.is_some(),
        None => invited.write(backend, &mut tx, (by, manager.locale)).await?.is_some(),
    };
    if !is_written {
        return Err(refused("invited"));
    }
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::staff_people())
}

/// Whether whoever is invited has a role already, which is changed and not given: who reads their mail could come in by
/// the invitation, without what they sign in with. Or they may not come in.
fn is_taken(account: &StaffAccount) -> bool {
    account.state == AccountState::Suspended || account.roles.is_staff()
}

/// An open invitation, and whoever acts on it locked.
async fn of(db: &mut PgConnection, manager: &Manager, id: InvitationId) -> Result<Invitation, FormError> {
    let actor = Rights::of_actor(db, manager.account).await?;
    let invitation = invitations::of(db, id, None).await?.ok_or(FormError::NotFound)?;
    may_give(&actor, &Roles::default(), &invitation.roles).map_err(|_| FormError::NotFound)?;
    Ok(invitation)
}

/// Sends an open invitation once more, with another link that works for as long again; the one before opens nothing. It is
/// mailed to nobody who has a role already, or is suspended.
///
/// # Errors
/// Nothing is found where it is not open, or not for whoever acts to give.
pub async fn resend(backend: &Backend, manager: &Manager, id: InvitationId) -> Result<Path, FormError> {
    let (now, link) = (backend.clock.now(), Uuid::now_v7());
    let (token, until) = (link_token(backend, link), now + days(INVITATION_DAYS));
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let invitation = of(&mut tx, manager, id).await?;
    networks::count_subject(backend, &format!("staff-invite:{}", manager.account), WRITTEN).await?;
    if !invitations::resend(&mut *tx, id, token.hash(), until, now).await? {
        return Err(FormError::NotFound);
    }
    let message = Message::from(&invitation);
    message.take_back(&mut tx).await?;
    let account = signing_in::of_email(&mut *tx, &invitation.email.normalised()).await?;
    if invitation.account.is_some() || !account.as_ref().is_some_and(is_taken) {
        message.write(&mut tx, (link, until, None), manager.locale, now).await?;
    }
    audit(&mut tx, manager, (id, "staff.invitation_resent"), now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::staff_people())
}

/// Takes an open invitation back.
///
/// # Errors
/// As [`resend`].
pub async fn cancel(backend: &Backend, manager: &Manager, id: InvitationId) -> Result<Path, FormError> {
    let now = backend.clock.now();
    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
    let invitation = of(&mut tx, manager, id).await?;
    if !invitations::cancel(&mut *tx, id, now).await? {
        return Err(FormError::NotFound);
    }
    Message::from(&invitation).take_back(&mut tx).await?;
    audit(&mut tx, manager, (id, "staff.invitation_cancelled"), now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(paths::staff_people())
}

async fn audit(
    db: &mut PgConnection,
    manager: &Manager,
    (id, action): (InvitationId, &'static str),
    now: Timestamp,
) -> Result<(), StoreError> {
    store::staff::audit(db, Some(manager.account), (action, &format!("invitation:{id}")), &json!({}), now).await
}

fn refused(problem: &'static str) -> FormError {
    FormError::Refused(FieldErrors::of(ACCOUNT_EMAIL.name(), Problem::new(problem)))
}
