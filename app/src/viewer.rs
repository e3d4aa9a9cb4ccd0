//! Who is looking at a page.

use backend::{
    Connection, Gate, SharedBackend, StoreError,
    catalogue::{Reader, Snapshot},
    taxonomy::Taxonomy,
};
use domain::{
    access::{Admitted, Permission, Role, Scope},
    catalogue::taxonomy::LanguageTag,
    link::{LINK_SEAL, LINK_SUBJECT},
    locale::Locale,
    paths,
    staff::Next,
};
use http::{Method, request::Parts};
use islands::{
    AppError,
    context::{Visitor, accepted_languages, is_of_staff, is_opened},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{sessions::Viewer, versions::Versions};

use crate::load::NotShown;

/// Languages that one reader reads.
const LANGUAGES: usize = 4;

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
    /// Whether somebody opens the page, rather than a script or a program fetching it.
    pub is_opened: bool,
    /// What the public sees now, where a layer asked already.
    versions: Option<Versions>,
    /// What the page asks for.
    permission: Permission,
    visitor: Visitor,
}

/// Reads the request, and has the gate opened for it; to be called before the first wait.
pub fn asking() -> Asking {
    let admitted = expect_context::<Admitted>();
    let backend = expect_context::<Gate>().opens(admitted).clone();
    let parts = expect_context::<Parts>();
    let query = parts.uri.query().unwrap_or_default();
    Asking {
        backend,
        path: parts.uri.path().to_owned(),
        query: form_urlencoded::parse(query.as_bytes())
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect(),
        languages: accepted_languages(&parts.headers).into_iter().map(str::to_owned).collect(),
        is_opened: parts.method == Method::GET && is_opened(&parts.headers),
        versions: parts.extensions.get().copied(),
        permission: admitted.permission(),
        visitor: Visitor::of(&parts.headers),
    }
}

/// What a link of a message is about, by the name of that part of its path, and its proof; to be called before the
/// first wait.
pub fn link_parts(subject: &str) -> (String, String) {
    let part = |name: &str| use_params_map().with_untracked(|params| params.get(name).unwrap_or_default());
    (part(subject), part("seal"))
}

/// Both as the form takes them that the link leads to.
pub fn link_answers(subject: String, seal: String) -> Vec<(&'static str, String)> {
    vec![(LINK_SUBJECT.name(), subject), (LINK_SEAL.name(), seal)]
}

/// Where whoever may not see a page belongs.
fn of_denied(permission: Permission) -> NotShown {
    match permission {
        Permission::ManageAccount => NotShown::Elsewhere(paths::account_sign_in()),
        Permission::ManageRegistration => NotShown::Elsewhere(paths::my()),
        _ => NotShown::App(AppError::Forbidden),
    }
}

impl Asking {
    /// Where whoever may not see this page belongs. Of those of staff: who waits for approval is told so; who is not staff,
    /// or not any more, belongs to where they sign in, and then back.
    fn denied(&self, viewer: Viewer) -> NotShown {
        if !is_of_staff(self.permission) {
            return of_denied(self.permission);
        }
        if viewer.staff.is_some() {
            return NotShown::App(AppError::NotTheirs);
        }
        if viewer.is_pending {
            return NotShown::Waiting(Box::new(viewer));
        }
        NotShown::Elsewhere(paths::staff_sign_in_then(self.next().as_ref()))
    }

    /// This page with its query, where signing in leads back to it.
    fn next(&self) -> Option<Next> {
        let query = self.query.iter().filter(|(name, _)| name != "lang");
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
        let whole = if query.is_empty() { self.path.clone() } else { format!("{}?{query}", self.path) };
        Next::parse(&whole).or_else(|| Next::parse(&self.path))
    }
}

impl Asking {
    /// Who is looking, if they hold a role that has the permission which the page asks for; anybody else belongs where
    /// they sign in.
    pub async fn viewer(&self) -> Result<Viewer, NotShown> {
        let mut viewer = self.found().await?;
        if self.permission.asks_for(Role::Registrant)
            && let Some(session) = viewer.session
        {
            viewer.registrant = backend::registry::my::signed_in(&self.backend, session).await?;
        }
        backend::narrow(self.permission, viewer.account.as_ref().map(|account| account.id), viewer.registrant);
        match self.permission.scope_of(viewer.roles()) {
            Scope::Nothing => Err(self.denied(viewer)),
            Scope::Linked | Scope::Own | Scope::Organisation | Scope::Everything => Ok(viewer),
        }
    }

    /// Who is looking: one statement, or none when nothing came along.
    async fn found(&self) -> Result<Viewer, StoreError> {
        if !self.visitor.is_known() {
            return Ok(Viewer { versions: self.versions, ..Viewer::default() });
        }
        let now = self.backend.clock.now();
        let keep_after = backend::sessions::keep_after(now);
        let page = backend::sessions::kept_under(&self.path);
        store::sessions::viewer(&self.backend.db, self.visitor.tokens, &page, keep_after, now).await
    }

    /// A connection for a page that asks more than once: each time one is taken costs two more round trips.
    pub async fn connection(&self) -> Result<Connection, StoreError> {
        self.backend.connection().await
    }

    /// The catalogue as it is now.
    pub async fn catalogue(&self, viewer: &Viewer) -> Result<Snapshot, StoreError> {
        self.backend.catalogue.at(&self.backend.db, viewer.versions, self.backend.clock.now()).await
    }

    /// The languages of whoever reads, the dearest first: those that were asked for, the one that was chosen for
    /// the interface, the browser's. The first one's editions stand for publications. What their own basket holds is
    /// theirs to order.
    pub fn reader(&self, asked: &[String], names: &Taxonomy, viewer: &Viewer) -> Reader {
        let chosen = self.visitor.chosen.as_ref().map(Locale::as_str);
        let tags = asked.iter().map(String::as_str).chain(chosen).chain(self.languages.iter().map(String::as_str));
        let mut all = Vec::with_capacity(LANGUAGES);
        for tag in tags.filter_map(LanguageTag::parse).filter_map(|tag| names.nearest(&tag)) {
            if all.len() < LANGUAGES && !all.contains(&tag) {
                all.push(tag);
            }
        }
        let preferred = all.first().cloned().unwrap_or_else(LanguageTag::english);
        Reader { preferred, languages: all, basket: viewer.basket }
    }

    /// A parameter of the query.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}
