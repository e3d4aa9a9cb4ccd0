//! The way to the provider of OpenID Connect and back. Both are opened by browsers (GET), and write nothing but how far
//! somebody has come with signing in.

use std::{net::IpAddr, sync::Arc};

use axum::{
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    response::IntoResponse,
};
use backend::{
    SharedBackend, StoreError,
    accounts::{Browser, Entered},
    provider::{self, Asks, Came, NotSignedIn, Provider},
    secrets::Token,
    to_its_end,
};
use domain::{
    account::Device,
    done::Done,
    paths::{self, Path},
    staff::{Next, ProviderPurpose, ProviderTrouble},
};
use islands::context::{ClientAddress, SESSION_COOKIE, Visitor, app_error, done_cookie};
use store::{sessions::Known, staff::provider_sign_ins::ProviderSignIn};

use crate::{gate::Inside, serve::Answer};

/// The parameters of a request.
struct Query(Vec<(String, String)>);

impl Query {
    fn of(parts: &Parts) -> Self {
        let pairs = form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes());
        Self(pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn next(&self) -> Option<Next> {
        self.get(paths::NEXT).and_then(Next::parse)
    }

    /// What somebody is sent for; to sign in, where nothing is said. Nothing where it cannot be read.
    fn purpose(&self) -> Option<ProviderPurpose> {
        self.get(paths::PROVIDER_FOR).map_or(Some(ProviderPurpose::SignIn), ProviderPurpose::from_code)
    }
}

/// The provider, for somebody who opens an address; whoever only asks for its headers begins and ends nothing.
fn opened(inside: &Inside, parts: &Parts) -> Result<Arc<Provider>, StatusCode> {
    let provider = inside.backend.provider.clone().ok_or(StatusCode::NOT_FOUND)?;
    if parts.method == Method::HEAD { Err(StatusCode::NO_CONTENT) } else { Ok(provider) }
}

/// `/staff/provider`: sends somebody to the provider, or says why the way there or back led nowhere.
pub async fn leave(inside: Inside, parts: Parts) -> Answer {
    let provider = match opened(&inside, &parts) {
        Ok(provider) => provider,
        Err(status) => return status.into_response(),
    };
    let (query, visitor) = (Query::of(&parts), Visitor::of(&parts.headers));
    let (Some(purpose), next) = (query.purpose(), query.next()) else { return StatusCode::NOT_FOUND.into_response() };
    if let Some(trouble) = query.get(paths::PROVIDER_TROUBLE) {
        return ProviderTrouble::from_code(trouble)
            .map_or_else(|| StatusCode::NOT_FOUND.into_response(), |trouble| page_of(trouble, purpose, next.as_ref()));
    }
    if is_from_elsewhere(&parts.headers) {
        return leads_to(&paths::staff_sign_in_then(next.as_ref()));
    }
    let known = match known(&inside.backend, &visitor).await {
        Ok(known) => known,
        Err(error) => return super::failure(&error),
    };
    if !may_go(&known, purpose) {
        return leads_to(&paths::staff_provider_first(purpose, next.as_ref()));
    }
    let asks = Asks { session: known.session, from: client(&parts), purpose, next: next.clone() };
    match provider::begin(&inside.backend, &provider, asks).await {
        Ok(hop) => with_session(leads_away(&hop.url), hop.token.as_ref()),
        Err(error) => not_signed_in(error, purpose, next.as_ref()),
    }
}

/// `/staff/provider/callback`: signs somebody in who comes back from the provider. It leads on in any case, also where we
/// fail: what stands in its address stays in no history and on no page.
pub async fn come_back(inside: Inside, parts: Parts) -> Answer {
    let provider = match opened(&inside, &parts) {
        Ok(provider) => provider,
        Err(status) => return status.into_response(),
    };
    let (query, visitor, backend) = (Query::of(&parts), Visitor::of(&parts.headers), &inside.backend);
    let taken = taken(backend, &visitor, query.get("state").unwrap_or_default()).await;
    let (known, sign_in) = match taken {
        Ok(taken) => taken,
        Err(error) => return came_for_nothing(error, ProviderPurpose::SignIn, None),
    };
    let said = |name: &str| query.get(name).map(str::to_owned);
    let came = Came { code: said("code"), error: said("error"), issuer: said("iss") };
    let browser = (visitor, &known, client(&parts), device(&parts.headers));
    match entered(backend, &provider, browser, (&sign_in, came)).await {
        Ok(entered) => {
            let answer = with_session(leads_to(&entered.path), Some(&entered.token));
            if sign_in.purpose == ProviderPurpose::Connect { tells(answer, Done::ProviderConnected) } else { answer }
        }
        Err(error) => came_for_nothing(error, sign_in.purpose, sign_in.next.as_ref()),
    }
}

/// Who asks, and what was sent to the provider with them.
async fn taken(
    backend: &SharedBackend,
    visitor: &Visitor,
    state: &str,
) -> Result<(Known, ProviderSignIn), NotSignedIn> {
    let known = known(backend, visitor).await?;
    let session = known.session.ok_or(ProviderTrouble::Lost)?;
    let sign_in = provider::take(backend, session, state).await?.ok_or(ProviderTrouble::Lost)?;
    Ok((known, sign_in))
}

/// Signs in whoever the provider says that they are, to the end even where the browser goes away.
async fn entered(
    backend: &SharedBackend,
    provider: &Provider,
    (visitor, known, from, device): (Visitor, &Known, Option<IpAddr>, Device),
    (sign_in, came): (&ProviderSignIn, Came),
) -> Result<Entered, NotSignedIn> {
    let identity = provider::identify(backend, provider, sign_in, came).await?;
    let browser = Browser {
        cookie: visitor.tokens.session,
        session: known.session.ok_or(ProviderTrouble::Lost)?,
        basket: known.basket.filter(|_| known.account.is_none()),
        device,
        locale: visitor.locale,
        from,
    };
    let (here, sign_in) = (backend.clone(), sign_in.clone());
    to_its_end(&backend.writes, async move { provider::enter(&here, browser, &sign_in, &identity).await }).await?
}

async fn known(backend: &SharedBackend, visitor: &Visitor) -> Result<Known, StoreError> {
    if !visitor.is_known() {
        return Ok(Known::default());
    }
    store::sessions::known(&backend.db, visitor.tokens, backend.clock.now()).await
}

/// Whether somebody may be sent there for this, as far as it is known before they come back.
const fn may_go(known: &Known, purpose: ProviderPurpose) -> bool {
    match purpose {
        ProviderPurpose::SignIn | ProviderPurpose::Invitation => true,
        ProviderPurpose::Confirm => known.staff.is_some(),
        ProviderPurpose::Connect => known.account.is_some(),
    }
}

/// Whether another site opened an address, as browsers say (Fetch Metadata): nobody is sent to the provider by it.
fn is_from_elsewhere(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-site").is_some_and(|site| site == "cross-site" || site == "same-site")
}

fn client(parts: &Parts) -> Option<IpAddr> {
    parts.extensions.get::<ClientAddress>().map(|client| client.0)
}

fn device(headers: &HeaderMap) -> Device {
    let user_agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    user_agent.map(Device::of).unwrap_or_default()
}

/// Why somebody was not signed in who came back: on a page of its own, whatever it is.
fn came_for_nothing(error: NotSignedIn, purpose: ProviderPurpose, next: Option<&Next>) -> Answer {
    let trouble = match error {
        NotSignedIn::Trouble(trouble) => trouble,
        NotSignedIn::TooOften { .. } => ProviderTrouble::Failed,
        NotSignedIn::Store(error) => {
            app_error(&error);
            ProviderTrouble::Failed
        }
    };
    leads_to(&paths::staff_provider_trouble(trouble, purpose, next))
}

/// Why somebody was not sent there: on a page of its own, or as any other failure.
fn not_signed_in(error: NotSignedIn, purpose: ProviderPurpose, next: Option<&Next>) -> Answer {
    match error {
        NotSignedIn::Trouble(trouble) => leads_to(&paths::staff_provider_trouble(trouble, purpose, next)),
        NotSignedIn::TooOften { seconds } => {
            (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds.to_string())]).into_response()
        }
        NotSignedIn::Store(error) => super::failure(&error),
    }
}

fn page_of(trouble: ProviderTrouble, purpose: ProviderPurpose, next: Option<&Next>) -> Answer {
    let status = StatusCode::from_u16(trouble.status()).unwrap_or(StatusCode::BAD_REQUEST);
    super::says(status, trouble.as_str(), paths::staff_provider_again(trouble, purpose, next))
}

fn leads_to(path: &Path) -> Answer {
    leads_away(path.as_str())
}

fn leads_away(url: &str) -> Answer {
    (StatusCode::SEE_OTHER, [(header::LOCATION, url.to_owned())]).into_response()
}

/// Gives the browser the cookie of a session that was begun or has another token.
fn with_session(answer: Answer, token: Option<&Token>) -> Answer {
    let cookie = |token: &Token| format!("{SESSION_COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Lax", token.as_str());
    with_cookie(answer, token.map(cookie))
}

/// Has the page that follows say what was done.
fn tells(answer: Answer, done: Done) -> Answer {
    with_cookie(answer, Some(done_cookie(done)))
}

fn with_cookie(mut answer: Answer, cookie: Option<String>) -> Answer {
    if let Some(cookie) = cookie.and_then(|cookie| HeaderValue::from_str(&cookie).ok()) {
        answer.headers_mut().append(header::SET_COOKIE, cookie);
    }
    answer
}
