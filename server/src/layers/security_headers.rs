//! What browsers are told not to do.

use axum::{
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
};
use base64::{Engine, prelude::BASE64_STANDARD};
use leptos::nonce::Nonce;

use crate::serve::Answer;

/// On every answer.
const ALWAYS: [(&str, &str); 3] = [
    ("strict-transport-security", "max-age=63072000; includeSubDomains; preload"),
    ("x-content-type-options", "nosniff"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// On pages and on scripts: a worker must embed as strictly as the page that starts it, and says so itself.
const EMBEDDING: (&str, &str) = ("cross-origin-embedder-policy", "require-corp");
/// What is a script.
const SCRIPT: &str = "text/javascript";

/// On whatever a browser could show as a page.
const PAGES: [(&str, &str); 5] = [
    ("reporting-endpoints", "csp=\"/csp-reports\""),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    (
        "permissions-policy",
        "accelerometer=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), \
         microphone=(), midi=(), payment=(), publickey-credentials-get=(self), screen-wake-lock=(), usb=(), xr-spatial-tracking=()",
    ),
];

/// What pages are made of. Browsers obey what the page said when they load these, and on a slow network a
/// kilobyte on each of them is time.
const PARTS: [&str; 4] = [SCRIPT, "text/css", "application/wasm", "font/woff2"];

/// Mints a nonce for this answer's scripts and sets the headers. Nothing is stored unless a route
/// says that it may be.
pub async fn add(mut request: Request, next: Next) -> Answer {
    let nonce = BASE64_STANDARD.encode(backend::secrets::random_bytes::<16>());
    request.extensions_mut().insert(Nonce::from_value(nonce.clone()));
    let mut response = next.run(request).await;
    let is_unchanged = response.status() == StatusCode::NOT_MODIFIED;
    let headers = response.headers_mut();
    let is_of = |part: &str| headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == part);
    let (is_part, is_script) = (PARTS.iter().any(|part| is_of(part)), is_of(SCRIPT));
    for (name, value) in ALWAYS.iter().chain(PAGES.iter().filter(|_| !is_part)) {
        headers.insert(*name, HeaderValue::from_static(value));
    }
    if !is_part || is_script {
        headers.insert(EMBEDDING.0, HeaderValue::from_static(EMBEDDING.1));
    }
    if !is_unchanged && !is_part && !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        let policy = format!(
            "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; \
             font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; \
             manifest-src 'self'; report-to csp"
        );
        if let Ok(policy) = HeaderValue::from_str(&policy) {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        }
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use axum::{Router, body::Body, response::Html, routing::get};
    use tower::ServiceExt;

    use super::*;

    #[tokio::test]
    async fn scripts_carry_only_what_browsers_obey_on_them() {
        let script = || async { ([(header::CONTENT_TYPE, "text/javascript")], "") };
        let router = Router::new().route("/", get(|| async { Html("") })).route("/a.js", get(script));
        let router = router.layer(axum::middleware::from_fn(add));
        let headers = async |path: &str| {
            let request = Request::get(path).body(Body::empty()).unwrap();
            router.clone().oneshot(request).await.unwrap().headers().clone()
        };
        let (page, part) = (headers("/").await, headers("/a.js").await);
        for (name, value) in ALWAYS.into_iter().chain([EMBEDDING]) {
            assert!(page[name] == value && part[name] == value, "{name}");
        }
        for name in PAGES.iter().map(|(name, _)| *name).chain(["content-security-policy"]) {
            assert!(page.contains_key(name) && !part.contains_key(name), "{name}");
        }
    }
}
