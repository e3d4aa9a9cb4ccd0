//! Who is asking, and what becomes of a form. Server only.

use std::{
    future::Future,
    sync::{Arc, Mutex, PoisonError},
};

use backend::{Guest, SharedBackend, StoreError, baskets::BasketError, checkout::CheckoutError, secrets, to_its_end};
use domain::{
    form::{Answers, Facts, FieldErrors, Form},
    id::{BasketId, SessionId},
    locale::Locale,
    paths::Path,
    time::Day,
};
use http::{HeaderValue, StatusCode, header, request::Parts};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use store::sessions::{Known, TokenHash};

use crate::{AppError, Submitted};

/// Cookie of the session.
pub const SESSION_COOKIE: &str = "__Host-sid";
/// Cookie of the basket; kept for 60 days.
pub const BASKET_COOKIE: &str = "__Host-basket";
/// Cookie of the language that was chosen; kept for a year.
pub const LANGUAGE_COOKIE: &str = "__Host-language";
const BASKET_SECONDS: u32 = 60 * 24 * 60 * 60;

/// What came with a request: tokens, hashed, and the language.
#[derive(Clone, Copy, Debug, Default)]
pub struct Visitor {
    /// Of the session.
    pub session: Option<TokenHash>,
    /// Of the basket.
    pub basket: Option<TokenHash>,
    /// The language that was chosen for the interface.
    pub chosen: Option<Locale>,
    /// The language of the interface: that one, else the first of the browser's that it speaks.
    pub locale: Locale,
}

impl Visitor {
    /// Reads the cookies of a request.
    pub fn of(headers: &http::HeaderMap) -> Self {
        let mut visitor = Self::default();
        let pairs = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        for (name, token) in pairs.flat_map(|pairs| pairs.split(';')).filter_map(|pair| pair.trim().split_once('=')) {
            match name {
                SESSION_COOKIE => visitor.session = Some(secrets::hash_token(token)),
                BASKET_COOKIE => visitor.basket = Some(secrets::hash_token(token)),
                LANGUAGE_COOKIE => visitor.chosen = Locale::from_code(token),
                _ => {}
            }
        }
        visitor.locale = visitor.chosen.or_else(|| Locale::of_reader(accepted_languages(headers))).unwrap_or_default();
        visitor
    }

    /// What is behind the tokens; nothing is asked when none came along.
    async fn known(&self, backend: &SharedBackend) -> Result<Known, StoreError> {
        if !self.is_known() {
            return Ok(Known::default());
        }
        store::sessions::known(&backend.db, self.session, self.basket).await
    }

    /// Whether anything came along.
    pub const fn is_known(&self) -> bool {
        self.session.is_some() || self.basket.is_some()
    }
}

/// The languages of `Accept-Language` in the order they stand; weights follow it in practice.
pub fn accepted_languages(headers: &http::HeaderMap) -> Vec<&str> {
    let header = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let tags = header.split(',').filter_map(|part| part.split(';').next()).map(str::trim);
    tags.filter(|tag| !tag.is_empty()).take(10).collect()
}

/// Why a form was not accepted.
#[derive(Debug)]
pub enum Refusal {
    /// Answers are wrong; the person sees which and why, where they typed them.
    Fields(FieldErrors),
    /// The work goes on elsewhere.
    Elsewhere(Path),
    /// There is nothing the person can repair.
    App(AppError),
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::App(app_error(&error))
    }
}

impl From<BasketError> for Refusal {
    fn from(error: BasketError) -> Self {
        match error {
            BasketError::Refused(errors) => Self::Fields(errors),
            BasketError::NotFound => Self::App(AppError::NotFound),
            BasketError::Store(error) => error.into(),
        }
    }
}

impl From<CheckoutError> for Refusal {
    fn from(error: CheckoutError) -> Self {
        match error {
            CheckoutError::Refused(errors) => Self::Fields(errors),
            CheckoutError::Elsewhere(path) => Self::Elsewhere(path),
            CheckoutError::Store(error) => error.into(),
        }
    }
}

/// What the public learns of a failure; the operator learns the rest here, once.
pub fn app_error(error: &StoreError) -> AppError {
    match error {
        StoreError::Unavailable(source) => {
            tracing::warn!(error = %source, "the database is not available");
            AppError::Unavailable
        }
        StoreError::Refused(rule) => {
            tracing::error!(rule, "the database refused a write");
            AppError::Internal
        }
        StoreError::Unreadable(error) => {
            tracing::error!(%error, "a stored value cannot be read");
            AppError::Internal
        }
        // Its own words only: the details of a failed row may be personal.
        StoreError::Database(source) => {
            tracing::error!(error = %source, "the database failed");
            AppError::Internal
        }
    }
}

/// Who posts a form, and the backend that works on it.
#[derive(Clone, Debug)]
pub struct Cx {
    /// The backend.
    pub backend: SharedBackend,
    visitor: Visitor,
    known: Known,
    begun: Arc<Mutex<Begun>>,
}

/// What this request began: rows that exist, and cookies to set for them.
#[derive(Debug, Default)]
struct Begun {
    session: Option<SessionId>,
    basket: Option<BasketId>,
    cookies: Vec<String>,
}

impl Cx {
    fn begun(&self) -> std::sync::MutexGuard<'_, Begun> {
        self.begun.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The session that came along or was begun, if it is one of ours.
    pub fn known_session(&self) -> Option<SessionId> {
        self.begun().session.or(self.known.session)
    }

    /// The session that came along, or a new one.
    pub async fn session(&self) -> Result<SessionId, StoreError> {
        if let Some(session) = self.known_session() {
            return Ok(session);
        }
        let (session, token) = backend::sessions::begin(&self.backend).await?;
        let mut begun = self.begun();
        begun.session = Some(session);
        begun.cookies.push(format!("{SESSION_COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Lax", token.as_str()));
        Ok(session)
    }

    /// The basket that came along or was begun, if it is one of ours.
    pub fn known_basket(&self) -> Option<BasketId> {
        self.begun().basket.or(self.known.basket)
    }

    /// The basket that came along, or a new one.
    pub async fn basket(&self) -> Result<BasketId, StoreError> {
        if let Some(basket) = self.known_basket() {
            return Ok(basket);
        }
        let (basket, token) = backend::baskets::begin(&self.backend).await?;
        let mut begun = self.begun();
        begun.basket = Some(basket);
        begun.cookies.push(format!(
            "{BASKET_COOKIE}={}; Path=/; Max-Age={BASKET_SECONDS}; Secure; HttpOnly; SameSite=Lax",
            token.as_str()
        ));
        Ok(basket)
    }

    /// The basket that came along; without one the work goes on at the empty basket.
    pub fn basket_at_hand(&self) -> Result<BasketId, Refusal> {
        self.known_basket().ok_or_else(|| Refusal::Elsewhere(domain::paths::basket()))
    }

    /// Who posts, on the way to an order.
    pub async fn guest(&self) -> Result<Guest, Refusal> {
        let (session, basket) = (self.session().await?, self.basket_at_hand()?);
        Ok(Guest { session, basket, locale: self.visitor.locale })
    }

    /// The language of whoever posts.
    pub const fn locale(&self) -> Locale {
        self.visitor.locale
    }

    async fn finish<F: Form>(&self, answers: Answers, outcome: Result<Path, Refusal>) -> Result<Path, AppError> {
        let failed = |error: StoreError| app_error(&error);
        match outcome {
            Ok(path) => {
                if let Some(session) = self.known_session().filter(|_| self.known.has_rejections) {
                    store::sessions::drop_rejection(&self.backend.db, session, F::NAME).await.map_err(failed)?;
                }
                Ok(path)
            }
            Err(Refusal::Fields(errors)) => {
                let page = F::page(&answers);
                let session = self.session().await.map_err(failed)?;
                let kept = answers.only(F::FIELDS);
                backend::sessions::keep(&self.backend, session, F::NAME, page.route(), (&kept, &errors))
                    .await
                    .map_err(failed)?;
                Ok(page)
            }
            Err(Refusal::Elsewhere(path)) => Ok(path),
            Err(Refusal::App(error)) => Err(error),
        }
    }
}

/// Parses a form, acts on it, and sends the browser on: to where `act` says when it is accepted,
/// back to the form's own page with everything that was typed when it is not. The work runs to its
/// end even when the browser goes away.
pub async fn submit<F, Act, Acting>(answers: Answers, act: Act) -> Result<Submitted, AppError>
where
    F: Form,
    Act: FnOnce(Cx, F) -> Acting + Send + 'static,
    Acting: Future<Output = Result<Path, Refusal>> + Send + 'static,
{
    let backend = expect_context::<SharedBackend>();
    let visitor = use_context::<Parts>().map(|parts| Visitor::of(&parts.headers)).unwrap_or_default();
    let begun = Arc::<Mutex<Begun>>::default();
    let (kept, turns) = (begun.clone(), backend.writes.clone());
    let work = async move {
        let known = visitor.known(&backend).await.map_err(|error| app_error(&error))?;
        let cx = Cx { backend, visitor, known, begun: kept };
        let facts = Facts { today: Some(Day(cx.backend.clock.today())), ..Facts::default() };
        let outcome = match F::parse(&answers, &facts) {
            Ok(form) => act(cx.clone(), form).await,
            Err(errors) => Err(Refusal::Fields(errors)),
        };
        cx.finish::<F>(answers, outcome).await
    };
    let answer = to_its_end(&turns, work).await.unwrap_or(Err(AppError::Internal));
    let cookies = std::mem::take(&mut begun.lock().unwrap_or_else(PoisonError::into_inner).cookies);
    if let Some(response) = use_context::<ResponseOptions>() {
        for cookie in cookies.iter().filter_map(|cookie| HeaderValue::from_str(cookie).ok()) {
            response.append_header(header::SET_COOKIE, cookie);
        }
    }
    match answer {
        Ok(path) => {
            redirect(&path);
            Ok(Submitted)
        }
        Err(error) => {
            answer_with(error);
            Err(error)
        }
    }
}

/// Sends the browser to a page of ours with a GET (303).
pub fn redirect(path: &Path) {
    if let (Some(response), Ok(location)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(path.as_str())) {
        response.insert_header(header::LOCATION, location);
        response.set_status(StatusCode::SEE_OTHER);
    }
}

/// Sets the status that belongs to an error.
pub fn answer_with(error: AppError) {
    if let (Some(response), Ok(status)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(error.status())) {
        response.set_status(status);
    }
}
