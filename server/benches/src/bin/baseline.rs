//! The ceiling that pages and writes are measured against: plain axum, the same statements, the answer
//! written with `format!`. No layers, no sessions, no forms, no components.

use std::{fmt::Write as _, net::IpAddr, sync::Arc};

use anyhow::Context;
use axum::{
    Router,
    extract::{Path, RawQuery, State},
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::{get, post},
};
use backend::{
    Backend, Clock, FileStore, FormError, Guest, Mailer, Sealing, Secrets, SharedBackend,
    catalogue::{CatalogueCache, Reader},
    registry::{RegisterCache, Writer, drafts, saving, sending},
};
use domain::{
    catalogue::{availability::Availability, search::Search, taxonomy::LanguageTag},
    checkout::{IdempotencyKey, PlaceOrder},
    form::{Answer, Answers},
    id::{BasketId, DraftId, SessionId},
    locale::Locale,
    order::Orderer,
    paths::Path as Page,
    registry::{
        Step,
        forms::{AnswerStep, ShownVersion, Then},
        sending::{Certified, Consent, SendRegistration},
    },
    text::{OneTimeCode, Slug},
};
use store::scope::Scope;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let mut next = |what: &'static str| arguments.next().context(what);
    let (url, address) = (next("the database")?, next("an address")?);
    let secrets = Secrets::new(next("a secret")?.into());
    let sealing = Sealing::read(&next("keys")?.into())?;
    let backend: SharedBackend = Arc::new(Backend {
        db: store::pool_options_for(16, || Some(Scope::job())).connect_with(store::with_settings(url.parse()?)).await?,
        clock: Clock::System,
        mailer: Mailer::memory(),
        files: FileStore::memory(),
        sealing,
        secrets,
        address_lookup: backend::AddressLookup::Nowhere,
        shared_networks: backend::SharedNetworks::default(),
        provider: None,
        writes: Arc::new(tokio::sync::Semaphore::new(backend::WRITES_UNDER_WAY)),
        catalogue: CatalogueCache::default(),
        register: RegisterCache::default(),
        support_email: String::new(),
        origin: format!("http://{address}"),
    });
    let router = Router::new()
        .route("/publications", get(list))
        .route("/publications/{slug}", get(publication))
        .route("/place", post(place))
        .route("/register/answer", post(answer))
        .route("/register/send", post(send))
        .route("/register/resume", post(resume))
        .with_state(backend);
    axum::serve(tokio::net::TcpListener::bind(address).await?, router).await?;
    Ok(())
}

struct Failed;

impl From<backend::StoreError> for Failed {
    fn from(error: backend::StoreError) -> Self {
        eprintln!("{error:?}");
        Self
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    }
}

async fn list(State(backend): State<SharedBackend>, RawQuery(query): RawQuery) -> Result<Html<String>, Failed> {
    let query = query.unwrap_or_default();
    let search = Search::read(form_urlencoded::parse(query.as_bytes()));
    let (now, today) = (backend.clock.now(), backend.clock.today());
    let catalogue = backend.catalogue.at(&backend.db, None, now).await?;
    let reader = Reader { preferred: LanguageTag::english(), languages: Vec::new(), basket: None };
    let found = backend::catalogue::search(&backend, &catalogue, &search, &reader).await?;
    let mut html = format!(
        "<!DOCTYPE html><title>{}</title><h1>{} of {}</h1><ol>",
        search.words,
        found.total,
        catalogue.index.len()
    );
    for card in found.cards {
        let availability = Availability::of(&card.orderability, today).words_id();
        let _ = write!(
            html,
            "<li><h3><a href=\"/publications/{}\">{}</a></h3><p>{availability} {} {}</p><p>{}</p><p>{:?} {:?}</p>",
            card.slug, card.title, card.resource_type, card.programme, card.summary, card.languages, card.formats
        );
    }
    for count in found.counts {
        let _ = write!(
            html,
            "<label><input type=checkbox value=\"{}\">{} ({})</label>",
            count.value, count.value, count.publications
        );
    }
    Ok(Html(html))
}

async fn publication(State(backend): State<SharedBackend>, Path(slug): Path<String>) -> Result<Response, Failed> {
    let (mut db, now, today) = (backend.connection().await?, backend.clock.now(), backend.clock.today());
    let Some(slug) = Slug::parse(&slug) else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let Some(publication) = store::publications::find(&mut *db, &slug).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let editions = store::publications::editions(&mut *db, publication.id, None, now).await?;
    let Some(edition) = editions.first() else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let (files, _) = store::publications::files(&mut *db, edition.id).await?;
    let line = store::lines::of_edition(&mut *db, edition.id, &Orderer::guest(None, None), now, today).await?;
    let mut html = format!(
        "<!DOCTYPE html><title>{0}</title><h1>{0}</h1><p>{1}</p><p>{2} {3:?} {4:?} {5:?} {6:?}</p><p>{7} {8} {9}</p>",
        publication.title,
        publication.summary,
        publication.programme,
        publication.diseases,
        publication.vaccinations,
        publication.audiences,
        publication.settings,
        edition.code,
        Availability::of(&edition.orderability, today).words_id(),
        line.map_or(0, |line| line.facts.allowance.limit)
    );
    for other in &editions {
        let _ = write!(html, "<a href=\"?language={}&format={}\">{}</a>", other.language, other.format, other.language);
    }
    for file in files {
        let _ = write!(html, "<p>{} {} {} {:?}</p>", file.file_name, file.media_type, file.bytes, file.pages);
    }
    Ok(Html(html).into_response())
}

/// Session, basket and key in the body; the very transaction that the form runs.
async fn place(State(backend): State<SharedBackend>, body: String) -> Result<Response, StatusCode> {
    let mut parts = body.split(' ');
    let mut id = || parts.next().and_then(|part| part.parse::<uuid::Uuid>().ok());
    let (Some(session), Some(basket)) = (id(), id()) else { return Err(StatusCode::BAD_REQUEST) };
    let key = parts.next().and_then(|key| IdempotencyKey::read(key).ok()).ok_or(StatusCode::BAD_REQUEST)?;
    let form = PlaceOrder { key };
    let (session, basket) = (SessionId(session), BasketId(basket));
    let guest = Guest { session, account: None, basket, locale: Locale::English, from: None };
    match backend::orders::place(&backend, guest, &form).await {
        Ok(number) => Ok(number.to_string().into_response()),
        Err(error) => {
            eprintln!("{error:?}");
            Err(StatusCode::CONFLICT)
        }
    }
}

/// Somebody who registers: session, draft and network in the body, and the rest.
struct Registering {
    session: SessionId,
    draft: DraftId,
    from: IpAddr,
    rest: String,
}

impl Registering {
    fn read(body: &str) -> Option<Self> {
        let mut parts = body.split(' ');
        Some(Self {
            session: SessionId(parts.next()?.parse().ok()?),
            draft: DraftId(parts.next()?.parse().ok()?),
            from: parts.next()?.parse().ok()?,
            rest: parts.next()?.to_owned(),
        })
    }
}

/// Where somebody is led who registers.
fn led(outcome: Result<Page, FormError>) -> Result<Response, StatusCode> {
    match outcome {
        Ok(page) => Ok((StatusCode::SEE_OTHER, [(header::LOCATION, page.to_string())]).into_response()),
        Err(error) => {
            eprintln!("{error:?}");
            Err(StatusCode::CONFLICT)
        }
    }
}

/// The very transaction that the form of a page runs.
async fn answer(State(backend): State<SharedBackend>, body: String) -> Result<Response, StatusCode> {
    let who = Registering::read(&body).ok_or(StatusCode::BAD_REQUEST)?;
    let typed = Answers::default().with("regulator", "").with("registration_number", who.rest);
    let form =
        AnswerStep { step: Step::RegistrationNumber, version: ShownVersion(0, None), then: Then::Continue, typed };
    let writer = Writer { locale: Locale::English, from: Some(who.from) };
    led(drafts::answer(&backend, who.draft, &form, writer).await)
}

/// The very transaction that sending runs.
async fn send(State(backend): State<SharedBackend>, body: String) -> Result<Response, StatusCode> {
    let who = Registering::read(&body).ok_or(StatusCode::BAD_REQUEST)?;
    let form = SendRegistration {
        version: ShownVersion(1, None),
        certification: Certified::Yes,
        consents: vec![Consent::Campaigns],
        human_check: None,
    };
    led(sending::send(&backend, who.session, who.draft, &form, Some(who.from), Locale::English).await)
}

/// The very transactions that coming back with a code runs.
async fn resume(State(backend): State<SharedBackend>, body: String) -> Result<Response, StatusCode> {
    let who = Registering::read(&body).ok_or(StatusCode::BAD_REQUEST)?;
    let code = OneTimeCode::read(&who.rest).map_err(|_| StatusCode::BAD_REQUEST)?;
    led(saving::open(&backend, who.session, &code, None).await.map(|(page, _)| page))
}
