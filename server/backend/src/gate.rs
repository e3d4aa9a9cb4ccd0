//! The one way from a request to the backend, and so to the database.

use domain::{
    access::{Admitted, Permission},
    id::{AccountId, RegistrantId},
};

use crate::SharedBackend;

/// Stands between requests and the backend. It opens for what the table of `domain::access` knows, and tells anybody
/// only what stands on every page.
#[derive(Clone, Debug)]
pub struct Gate(SharedBackend);

impl Gate {
    /// A gate in front of a backend.
    pub const fn new(backend: SharedBackend) -> Self {
        Self(backend)
    }

    /// The backend, for a request of which the table knows what it asks for.
    pub const fn opens(&self, _: Admitted) -> &SharedBackend {
        &self.0
    }

    /// The address people know the service by.
    pub fn origin(&self) -> &str {
        &self.0.origin
    }

    /// What stands above every page now, as far as this process has read.
    pub fn notice(&self) -> Option<String> {
        self.0.catalogue.notice(self.0.clock.now())
    }
}

/// Tells the database whose rows this request touches from now on: of whoever looks after a registration theirs, of
/// anybody else those of the account that they are signed in to.
pub fn narrow(permission: Permission, account: Option<AccountId>, registrant: Option<RegistrantId>) {
    let subject = match permission {
        Permission::ManageRegistration => registrant.map(|registrant| registrant.0),
        _ => account.map(|account| account.0),
    };
    if let Some(subject) = subject {
        store::scope::narrow(subject);
    }
}
