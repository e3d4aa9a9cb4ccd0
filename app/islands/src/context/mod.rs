//! Who is asking, and what becomes of a form. Server only.

mod account;
mod admission;
mod answer;
mod basket;
mod begun;
mod client;
mod done;
mod draft;
mod opened;
mod passkeys;
mod proving;
mod refill;
mod refusal;
mod registrant;
mod sent;
mod staff;
mod visitor;

use std::{
    future::Future,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

pub use admission::is_of_staff;
pub use answer::{answer_with, answer_with_conflict, moved, redirect};
use backend::{SharedBackend, StoreError, secrets::Token, to_its_end};
use begun::Begun;
pub use client::{ClientAddress, client_address};
use domain::{
    account::Device,
    done::Done,
    form::{Answers, Facts, FieldErrors, Form},
    id::{RegistrantId, SessionId},
    locale::Locale,
    paths::Path,
    time::Day,
};
pub use done::{cookie as done_cookie, take_done};
use http::{HeaderName, HeaderValue, header, request::Parts};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
pub use refusal::{Refusal, app_error};
pub use sent::{Sent, SentForm};
use store::sessions::Known;
pub use visitor::{
    BASKET_COOKIE, DRAFT_COOKIE, LANGUAGE_COOKIE, SESSION_COOKIE, Visitor, accepted_languages, is_opened,
};

use crate::{AppError, Submitted};

/// What browsers forget of whoever signs out (docs/adr/0010).
const CLEARED: (&str, &str) = ("clear-site-data", r#""cache", "storage""#);

/// Who posts a form, and the backend that works on it.
#[derive(Clone, Debug)]
pub struct Cx {
    /// The backend.
    pub backend: SharedBackend,
    visitor: Visitor,
    known: Known,
    /// Who is signed in to a registration; asked where the form is theirs only.
    registrant: Option<RegistrantId>,
    /// The network address of whoever posts, where it is known.
    from: Option<IpAddr>,
    /// What they post with.
    device: Device,
    /// The token of the basket that came along.
    basket_token: Option<Token>,
    /// The token of the registration under way, to be sent again.
    draft_token: Option<String>,
    begun: Arc<Mutex<Begun>>,
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
        begun.set_session(&token);
        Ok(session)
    }

    /// Has the page that follows say what was done, if anything was.
    pub fn tells(&self, done: impl Into<Option<Done>>) {
        self.begun().cookies.extend(done.into().map(done::cookie));
    }

    /// The language of whoever posts.
    pub const fn locale(&self) -> Locale {
        self.visitor.locale
    }

    /// Keeps what was typed where we failed, so that it stands in the form again. If that fails as well,
    /// there is nothing more to be done.
    async fn keep_unrefused<F: Form>(&self, answers: &Answers) {
        let (kept, errors) = (F::kept(answers), FieldErrors::default());
        if kept.is_empty() {
            return;
        }
        let Ok(session) = self.session().await else { return };
        let page = F::page(answers);
        let _ = backend::sessions::keep::<F>(&self.backend, session, page.route(), (&kept, &errors)).await;
    }

    async fn finish<F: Form>(&self, answers: Answers, outcome: Result<Path, Refusal>) -> Result<Path, AppError> {
        let failed = |error: StoreError| app_error(&error);
        match outcome {
            Ok(path) => {
                self.drop_kept::<F>().await.map_err(failed)?;
                Ok(path)
            }
            Err(Refusal::Fields(errors)) => {
                let page = F::page(&answers);
                let session = self.session().await.map_err(failed)?;
                let kept = F::kept(&answers);
                backend::sessions::keep::<F>(&self.backend, session, page.route(), (&kept, &errors))
                    .await
                    .map_err(failed)?;
                Ok(page)
            }
            Err(Refusal::Elsewhere(path)) => Ok(path),
            Err(Refusal::Confirm) => self.proves_first::<F>(&answers).await,
            // A button is pressed again once it is open again.
            Err(Refusal::App(error)) if error.is_closed() && !sent::is_filled_in::<F>() => Ok(sent::opened_at(error)),
            Err(Refusal::TooOften(seconds)) => {
                self.begun().retry_after = Some(seconds);
                self.keep_unrefused::<F>(&answers).await;
                Err(AppError::TooManyRequests)
            }
            Err(Refusal::App(error)) => {
                if error.may_pass() {
                    self.keep_unrefused::<F>(&answers).await;
                }
                Err(error)
            }
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
    submit_knowing(answers, |_| async { Ok(Facts::default()) }, act).await
}

/// The same for a form whose rule needs more than the day: `know` gives the lists on offer and the answers
/// of earlier pages, as they are now.
pub async fn submit_knowing<F, Know, Knowing, Act, Acting>(
    answers: Answers,
    know: Know,
    act: Act,
) -> Result<Submitted, AppError>
where
    F: Form,
    Know: FnOnce(Cx) -> Knowing + Send + 'static,
    Knowing: Future<Output = Result<Facts, StoreError>> + Send + 'static,
    Act: FnOnce(Cx, F) -> Acting + Send + 'static,
    Acting: Future<Output = Result<Path, Refusal>> + Send + 'static,
{
    let (permission, backend) = admission::admitted().inspect_err(|error| answer_with(*error))?;
    let ((visitor, basket_token, device), draft_token, from) =
        (sender::<F>(&answers), draft::token(), client_address());
    let begun = Arc::<Mutex<Begun>>::default();
    let (kept, turns) = (begun.clone(), backend.writes.clone());
    // On the heap: it holds the form, whoever posts it, and all that is done with it.
    let work = Box::pin(async move {
        let known = visitor.known(&backend).await.map_err(|error| app_error(&error))?;
        let registrant = None;
        let mut cx = Cx { backend, visitor, known, registrant, from, device, basket_token, draft_token, begun: kept };
        if let Err(refusal) = cx.enter(permission).await {
            return cx.finish::<F>(answers, Err(refusal)).await;
        }
        cx.counts(permission).await?;
        let known = know(cx.clone()).await.map_err(|error| app_error(&error))?;
        let facts = Facts { today: Some(Day(cx.backend.clock.today())), ..known };
        let composed = F::IS_COMPOSED.then(|| backend::registry::sending::composed_answers(&answers));
        let outcome = match F::parse(composed.as_ref().unwrap_or(&answers), &facts) {
            Ok(form) => match cx.proves(permission) {
                Ok(()) => act(cx.clone(), form).await,
                Err(refusal) => Err(refusal),
            },
            Err(_) if F::IS_LINK => Err(AppError::LinkEnded.into()),
            Err(errors) => Err(Refusal::Fields(errors)),
        };
        cx.finish::<F>(answers, outcome).await
    });
    let answer = to_its_end(&turns, work).await.unwrap_or(Err(AppError::Internal));
    tell(&std::mem::take(&mut *begun.lock().unwrap_or_else(PoisonError::into_inner)));
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

/// Tells the browser what was begun for it, and when it may come back.
fn tell(begun: &Begun) {
    if let Some(response) = use_context::<ResponseOptions>() {
        if let Some(seconds) = begun.retry_after {
            response.insert_header(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        for cookie in begun.cookies.iter().filter_map(|cookie| HeaderValue::from_str(cookie).ok()) {
            response.append_header(header::SET_COOKIE, cookie);
        }
        if begun.is_left {
            let (name, value) = CLEARED;
            response.insert_header(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
    }
}

/// Who posts, and with what. What they sent is remembered for the page of a failure.
fn sender<F: Form>(answers: &Answers) -> (Visitor, Option<Token>, Device) {
    let Some(parts) = use_context::<Parts>() else { return Default::default() };
    if let Some(sent) = parts.extensions.get::<SentForm>() {
        sent.fill::<F>(parts.uri.path(), answers);
    }
    let device = visitor::device(&parts.headers);
    (Visitor::of(&parts.headers), visitor::basket_token(&parts.headers), device)
}
