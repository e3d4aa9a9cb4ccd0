//! The one way from a request to the backend, and so to the database.

use domain::access::Admitted;

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
