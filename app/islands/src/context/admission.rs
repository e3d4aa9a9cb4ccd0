//! Whether whoever posts may, and not too often: the table of `domain::access` is asked before anything else is.

use backend::{
    Gate, SharedBackend,
    posts::{self, Poster},
    registry::my,
};
use domain::{
    access::{Admitted, Permission, Role, Scope},
    paths,
};
use leptos::prelude::use_context;

use super::{Cx, Refusal, app_error};
use crate::AppError;

/// What a request asks for, and the backend that the gate gives out for it; to be asked before the first wait. Where the
/// table does not know the request, the gate stays closed.
pub(super) fn admitted() -> Result<(Permission, SharedBackend), AppError> {
    let gate = use_context::<Gate>().zip(use_context::<Admitted>());
    let (gate, admitted) = gate.ok_or(AppError::Forbidden)?;
    Ok((admitted.permission(), gate.opens(admitted).clone()))
}

/// Whether only staff have a permission, and whoever waits to be.
pub fn is_of_staff(permission: Permission) -> bool {
    let others = [Role::Guest, Role::ConfirmedGuest, Role::AccountHolder, Role::Registrant];
    others.into_iter().all(|role| permission.scope(role) == Scope::Nothing)
}

impl Cx {
    /// Lets whoever posts go on, if they hold a role that has this permission.
    pub(super) async fn enter(&mut self, permission: Permission) -> Result<(), Refusal> {
        if permission.asks_for(Role::Registrant)
            && let Some(session) = self.known.session
        {
            self.registrant = my::signed_in(&self.backend, session).await?;
        }
        backend::narrow(permission, self.known.account, self.registrant);
        let roles = self.known.roles().chain(self.registrant.map(|_| Role::Registrant));
        match permission.scope_of(roles) {
            Scope::Nothing => Err(self.denied(permission)),
            Scope::Linked | Scope::Own | Scope::Organisation | Scope::Everything => Ok(()),
        }
    }

    /// Lets whoever posts a form go on where they proved as lately as this permission asks who they are.
    pub(super) fn proves(&self, permission: Permission) -> Result<(), Refusal> {
        if permission.is_proved_anew() { self.confirmed().map(|_| ()) } else { Ok(()) }
    }

    /// Counts the post of a form that asks for this permission. Where there were too many, nothing else is written: what
    /// was typed is given back by the page of the failure.
    pub(super) async fn counts(&self, permission: Permission) -> Result<(), AppError> {
        let poster = Poster { from: self.from, account: self.known.account, session: self.known.session };
        let wait = posts::count(&self.backend, permission, poster).await.map_err(|error| app_error(&error))?;
        wait.map_or(Ok(()), |seconds| {
            self.begun().retry_after = Some(seconds);
            Err(AppError::TooManyRequests)
        })
    }

    /// Whoever is staff now and may not, or waits for approval, is refused; whoever is not staff, or not any more, signs in
    /// as such.
    fn denied(&self, permission: Permission) -> Refusal {
        if !is_of_staff(permission) {
            return Refusal::of_denied(permission);
        }
        let is_known_to_staff = self.known.staff.is_some() || self.known.is_pending;
        if is_known_to_staff { AppError::NotTheirs.into() } else { AppError::StaffSignedOut.into() }
    }
}

impl Refusal {
    /// What becomes of a form that whoever posts it may not: they sign in first, or prove their address.
    fn of_denied(permission: Permission) -> Self {
        match permission {
            // The way to an order goes by there, to what is missing.
            Permission::PlaceOrder => Self::Elsewhere(paths::check()),
            Permission::ManageAccount => Self::App(AppError::AccountSignedOut),
            Permission::ManageRegistration => Self::App(AppError::SignedOut),
            _ => Self::App(AppError::Forbidden),
        }
    }
}
