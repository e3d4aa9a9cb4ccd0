//! Catalogue pages of people we know nothing about are the same for all of them: browsers keep them and
//! ask whether they still hold. The answer is one statement.

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::IntoResponse,
};
use islands::context::Visitor;
use jiff::Timestamp;
use store::versions::Versions;

use crate::serve::{Answer, Site};

/// Routes whose pages are kept.
const PAGES: [&str; 5] = ["/", "/publications", "/publications/{slug}", "/programmes", "/programmes/{slug}"];
/// Seconds after which a page is rendered anew in any case: holds end, days begin, and links to files
/// work for an hour.
const KEPT_SECONDS: i64 = 600;

/// Answers 304 where the page that a browser kept still holds; else renders it, with the mark under which
/// to ask again. People with a session or a basket get pages of their own, which nobody keeps.
pub async fn revalidate(State(site): State<Site>, mut request: Request, next: Next) -> Answer {
    let is_ours = request.extensions().get::<MatchedPath>().is_some_and(|path| PAGES.contains(&path.as_str()));
    let is_get = matches!(*request.method(), Method::GET | Method::HEAD);
    if !is_get || !is_ours || Visitor::of(request.headers()).is_known() {
        return next.run(request).await;
    }
    // Without the database there is no page either; its own failure is the one to show.
    let Ok(versions) = store::versions::read(&site.backend.db).await else { return next.run(request).await };
    let mark = mark(&site, versions, request.headers(), site.backend.clock.now());
    if is_known(request.headers(), &mark) {
        return (StatusCode::NOT_MODIFIED, headers(&mark)).into_response();
    }
    request.extensions_mut().insert(versions);
    let mut response = next.run(request).await;
    if response.status() == StatusCode::OK {
        response.headers_mut().extend(headers(&mark));
    }
    response
}

/// Everything the page depends on besides its address.
fn mark(site: &Site, versions: Versions, headers: &HeaderMap, now: Timestamp) -> String {
    let languages = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Versions { catalogue, stock } = versions;
    let period = now.as_second() / KEPT_SECONDS;
    let chosen = Visitor::of(headers).chosen;
    let whole = format!("{} {catalogue} {stock} {period} {chosen:?} {languages}", site.build);
    format!("W/\"{}\"", backend::secrets::short_hash(&whole))
}

fn is_known(headers: &HeaderMap, mark: &str) -> bool {
    let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    known.flat_map(|marks| marks.split(',')).any(|known| known.trim() == mark)
}

fn headers(mark: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    if let Ok(mark) = HeaderValue::from_str(mark) {
        headers.insert(header::ETAG, mark);
    }
    // For the browser alone: the page carries the nonce of its own policy.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("cookie, accept-language, accept-encoding"));
    headers
}
