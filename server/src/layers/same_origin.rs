//! Forms are posted from our own pages only.
//!
//! tower-http's layer refuses what a browser says comes from another site. This one refuses what
//! says nothing at all, and compares `Origin` with the address the service is known by.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode},
    middleware::Next,
    response::IntoResponse,
};

use crate::{
    routes,
    serve::{Answer, Site},
};

/// Paths that take posts which do not say where they come from. What ends with a slash stands for everything below
/// it. Reports change nothing; the link that stops messages carries its own proof.
pub const EXEMPT: &[&str] = &[routes::reports::PATH, routes::my::STOP_MESSAGES];

/// Whether a path is one of them.
pub fn is_exempt(path: &str) -> bool {
    EXEMPT.iter().any(|known| if known.ends_with('/') { path.starts_with(known) } else { path == *known })
}

/// Refuses unsafe requests that cannot be shown to come from us. The answer has no `Location`.
pub async fn check(State(site): State<Site>, request: Request, next: Next) -> Answer {
    let is_safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if is_safe || is_exempt(request.uri().path()) {
        return next.run(request).await;
    }
    let is_ours = says_ours(request.headers(), site.gate.origin());
    if is_ours { next.run(request).await } else { StatusCode::FORBIDDEN.into_response() }
}

fn says_ours(headers: &HeaderMap, ours: &str) -> bool {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (header("origin"), header("sec-fetch-site")) {
        (Some(origin), site) => origin == ours && site.is_none_or(|site| site == "same-origin"),
        (None, Some(site)) => site == "same-origin",
        (None, None) => false,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn only_our_own_pages_may_post() {
        let says = |pairs: &[(&'static str, &'static str)]| {
            let headers: HeaderMap = pairs
                .iter()
                .map(|(name, value)| (axum::http::HeaderName::from_static(name), HeaderValue::from_static(value)))
                .collect();
            says_ours(&headers, "http://localhost:3000")
        };
        assert!(says(&[("origin", "http://localhost:3000")]));
        assert!(says(&[("origin", "http://localhost:3000"), ("sec-fetch-site", "same-origin")]));
        assert!(says(&[("sec-fetch-site", "same-origin")]));
        assert!(!says(&[]), "nothing is said at all");
        assert!(!says(&[("origin", "null")]));
        assert!(!says(&[("origin", "http://localhost:3001")]));
        assert!(!says(&[("sec-fetch-site", "same-site")]), "another host of the same domain");
        assert!(!says(&[("sec-fetch-site", "none")]), "typed into the address bar");
    }
}
