//! Catalogue pages of people we know nothing about are the same for all of them, and what programs are told is
//! the same for everybody: they keep it and ask whether it still holds. The answer is one statement.

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::IntoResponse,
};
use domain::access::Admitted;
use islands::context::{Visitor, is_opened};
use jiff::Timestamp;
use store::versions::Versions;

use crate::{
    routes,
    serve::{Answer, Site},
};

/// Routes whose pages are kept.
const PAGES: [&str; 5] = ["/", "/publications", "/publications/{slug}", "/programmes", "/programmes/{slug}"];

/// Whose answer is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    /// A page: by the browser it was rendered for.
    Page,
    /// A record: by whoever asks.
    Record,
}

impl Kept {
    fn of(route: &str) -> Option<Self> {
        let page = PAGES.contains(&route).then_some(Self::Page);
        page.or_else(|| routes::api::KEPT.contains(&route).then_some(Self::Record))
    }
}

/// Seconds after which a page is rendered anew in any case: holds end, days begin, and links to files
/// work for an hour.
const KEPT_SECONDS: i64 = 600;

/// Answers 304 where the page that a browser kept still holds; else renders it, with the mark under which
/// to ask again. People with a session or a basket get pages of their own, which nobody keeps.
pub async fn revalidate(State(site): State<Site>, mut request: Request, next: Next) -> Answer {
    let kept = request.extensions().get::<MatchedPath>().and_then(|path| Kept::of(path.as_str()));
    let is_get = matches!(*request.method(), Method::GET | Method::HEAD);
    let Some(kept) = kept.filter(|_| is_get) else { return next.run(request).await };
    if kept == Kept::Page && Visitor::of(request.headers()).is_known() {
        return next.run(request).await;
    }
    let Some(backend) = request.extensions().get::<Admitted>().map(|admitted| site.gate.opens(*admitted)) else {
        return next.run(request).await;
    };
    // Without the database there is no page either; its own failure is the one to show.
    let Ok(versions) = store::versions::read(&backend.db).await else { return next.run(request).await };
    let depends_on = if kept == Kept::Page { reader(request.headers()) } else { request.uri().to_string() };
    let now = backend.clock.now();
    let mark_now = || mark(&site, versions, &format!("{depends_on} {:?}", notice(&site, kept)), now);
    let mark = mark_now();
    // Not by `*`: whether there is such a page is not known here.
    if routes::is_named(request.headers(), &mark) {
        return (StatusCode::NOT_MODIFIED, headers(kept, &mark)).into_response();
    }
    request.extensions_mut().insert(versions);
    let mut response = next.run(request).await;
    if response.status() == StatusCode::OK {
        // Made again: the first page that a process renders is what makes it read the notices.
        response.headers_mut().extend(headers(kept, &mark_now()));
    }
    response
}

/// What stands above a page now. Notices begin and end by the clock, which no version tells.
fn notice(site: &Site, kept: Kept) -> Option<String> {
    if kept == Kept::Page { site.gate.notice() } else { None }
}

/// The languages of the reader of a page, and whether they open it: what is opened after results were fetched for each
/// word as it was typed is one search more.
fn reader(headers: &HeaderMap) -> String {
    let languages = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let chosen = Visitor::of(headers).chosen;
    format!("{chosen:?} {languages} {}", is_opened(headers))
}

/// Everything the answer depends on. A record's address is part of it: no mark of one answers for another.
fn mark(site: &Site, versions: Versions, depends_on: &str, now: Timestamp) -> String {
    let Versions { catalogue, stock } = versions;
    let period = now.as_second() / KEPT_SECONDS;
    let whole = format!("{} {catalogue} {stock} {period} {depends_on}", site.build);
    format!("W/\"{}\"", backend::secrets::short_hash(&whole))
}

fn headers(kept: Kept, mark: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    if let Ok(mark) = HeaderValue::from_str(mark) {
        headers.insert(header::ETAG, mark);
    }
    let (control, vary) = match kept {
        // For the browser alone: the page carries the nonce of its own policy.
        Kept::Page => ("private, no-cache", "cookie, accept-language, accept-encoding"),
        Kept::Record => ("public, no-cache", "accept-encoding"),
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(control));
    headers.insert(header::VARY, HeaderValue::from_static(vary));
    headers
}
