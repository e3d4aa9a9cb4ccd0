//! Who is looking at a page.

use std::sync::Arc;

use backend::{SharedBackend, StoreError, taxonomy::Taxonomy};
use http::request::Parts;
use islands::context::{Visitor, accepted_languages};
use leptos::prelude::*;
use store::{sessions::Viewer, versions::Versions};

/// What a page needs before it asks anything: the backend and the request.
#[derive(Clone, Debug)]
pub struct Asking {
    /// The backend.
    pub backend: SharedBackend,
    /// Path of the page.
    pub path: String,
    /// Decoded parameters of its query.
    pub query: Vec<(String, String)>,
    /// Languages the browser asks for, best first.
    pub languages: Vec<String>,
    /// What the public sees now, where a layer asked already.
    versions: Option<Versions>,
    visitor: Visitor,
}

/// Reads the request; to be called before the first wait.
pub fn asking() -> Asking {
    let backend = expect_context::<SharedBackend>();
    let parts = expect_context::<Parts>();
    let query = parts.uri.query().unwrap_or_default();
    Asking {
        backend,
        path: parts.uri.path().to_owned(),
        query: form_urlencoded::parse(query.as_bytes())
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect(),
        languages: accepted_languages(&parts.headers).into_iter().map(str::to_owned).collect(),
        versions: parts.extensions.get().copied(),
        visitor: Visitor::of(&parts.headers),
    }
}

impl Asking {
    /// Who is looking: one statement, or none when nothing came along.
    pub async fn viewer(&self) -> Result<Viewer, StoreError> {
        if !self.visitor.is_known() {
            return Ok(Viewer { versions: self.versions, ..Viewer::default() });
        }
        let keep_after = backend::sessions::keep_after(self.backend.clock.now());
        store::sessions::viewer(&self.backend.db, self.visitor.session, self.visitor.basket, &self.path, keep_after)
            .await
    }

    /// Names of languages and programmes, as they are now.
    pub async fn names(&self, viewer: &Viewer) -> Result<Arc<Taxonomy>, StoreError> {
        let version = viewer.versions.map(|versions| versions.catalogue);
        self.backend.taxonomy.at(&self.backend.db, version).await
    }

    /// A parameter of the query.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}
