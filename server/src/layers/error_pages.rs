//! Every failure gets a page in words for people, or a problem for programs, whatever layer or route it came
//! from.

use app::error_page::{OfRegistry, RetryAfter, Said};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{Extensions, HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    middleware::Next,
    response::IntoResponse,
};
use domain::paths::is_of_registry;
use islands::context::SentForm;

use crate::{
    routes,
    serve::{Answer, Site},
};

/// Replaces an answer of 400 and above by a page, unless a page rendered it; by a problem where programs
/// ask. Neither the text of an error nor a place to be redirected to leaves with it; what a form sent does, for
/// whoever sent it, where it can be sent again.
pub async fn replace(State(site): State<Site>, mut request: Request, next: Next) -> Answer {
    mark(&mut request);
    let (mut extensions, headers) = (request.extensions().clone(), request.headers().clone());
    let is_head = request.method() == Method::HEAD;
    // What was posted cannot be opened again: its page leads on from home.
    let is_opened = is_head || request.method() == Method::GET;
    let here = if is_opened { request.uri().clone() } else { Uri::default() };
    let is_probe = routes::PROBES.contains(&request.uri().path());
    let is_for_programs = routes::api::is_asked(request.uri().path());
    let mut response = next.run(request).await;
    let status = response.status();
    let is_failure = status.is_client_error() || status.is_server_error();
    let kind = if is_for_programs { "application/problem+json" } else { "text/html" };
    if !is_failure || is_probe || (is_of_kind(&response, kind) && !response.headers().contains_key(header::LOCATION)) {
        ask_back_later(&mut response);
        return response;
    }
    // A timeout of ours is not the client's.
    let status = if status == StatusCode::REQUEST_TIMEOUT { StatusCode::SERVICE_UNAVAILABLE } else { status };
    if let Some(said) = response.extensions_mut().remove::<Said>() {
        extensions.insert(said);
    }
    if let Some(after) = retry_after(&response) {
        extensions.insert(after);
    }
    let mut page = if is_for_programs {
        routes::api::of_status(status).into_response()
    } else {
        page_of(&site, status, here, extensions, &headers).await
    };
    for name in [header::RETRY_AFTER, header::ALLOW, header::CONTENT_RANGE, header::SET_COOKIE] {
        for value in response.headers().get_all(&name) {
            page.headers_mut().append(&name, value.clone());
        }
    }
    ask_back_later(&mut page);
    if is_head {
        *page.body_mut() = Body::empty();
    }
    page
}

/// What the page of a failure asks of a request.
fn mark(request: &mut Request) {
    if request.method() == Method::POST {
        request.extensions_mut().insert(SentForm::default());
    }
    if is_of_registry(request.uri().path()) {
        request.extensions_mut().insert(OfRegistry);
    }
}

/// The page of a status, in the reader's language; the other languages lead to where it was met.
async fn page_of(site: &Site, status: StatusCode, here: Uri, extensions: Extensions, headers: &HeaderMap) -> Answer {
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = here;
    *request.extensions_mut() = extensions;
    for name in [header::COOKIE, header::ACCEPT_LANGUAGE] {
        if let Some(value) = headers.get(&name) {
            request.headers_mut().insert(name, value.clone());
        }
    }
    let mut page = routes::pages::status_page(site, status)(request).await;
    *page.status_mut() = status;
    page
}

/// What fails for now says when to try again.
fn ask_back_later(answer: &mut Answer) {
    if answer.status() == StatusCode::SERVICE_UNAVAILABLE {
        answer.headers_mut().entry(header::RETRY_AFTER).or_insert(HeaderValue::from_static("2"));
    }
}

/// When an answer says to try again.
fn retry_after(answer: &Answer) -> Option<RetryAfter> {
    let seconds = answer.headers().get(header::RETRY_AFTER)?.to_str().ok()?;
    seconds.parse().ok().map(RetryAfter)
}

fn is_of_kind(response: &Answer, kind: &str) -> bool {
    let said = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    said.is_some_and(|said| said.starts_with(kind))
}
