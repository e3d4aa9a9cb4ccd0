//! What stands around every route.

mod address_rate;
mod came_back;
mod catalogue_pages;
mod client;
mod error_pages;
mod form_body;
mod language;
mod programs;
mod request_log;
mod same_origin;
mod security_headers;

use std::time::Duration;

pub use address_rate::AddressRate;
use axum::{
    Router,
    http::{Extensions, HeaderMap, StatusCode, Version, header},
    middleware,
};
pub use client::Client;
pub use form_body::canonical as canonical_form_body;
pub use same_origin::EXEMPT;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, CompressionLevel, DefaultPredicate, Predicate},
    csrf::CsrfLayer,
    limit::RequestBodyLimitLayer,
    timeout::TimeoutLayer,
};

use crate::{gate, serve::Site};

/// The largest form, in bytes.
pub const MAX_BODY: usize = 1024 * 1024;
/// How long an answer may take.
const ANSWER: Duration = Duration::from_secs(10);
/// Requests under way at once; more are turned away.
pub const UNDER_WAY: usize = 256;

/// Puts the layers around the routes. A request meets the last one first.
pub fn around(router: Router, site: &Site) -> Router {
    // What is sent in parts has one ETag for all of them: its bytes stay as they are. What has no parts may say so,
    // and stays as it is as well.
    let has_no_parts =
        |_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions| !headers.contains_key(header::ACCEPT_RANGES);
    let compressible = DefaultPredicate::new().and(has_no_parts);
    router
        .layer(middleware::from_fn_with_state(site.clone(), catalogue_pages::revalidate))
        .layer(middleware::from_fn(gate::look_up))
        .layer(middleware::from_fn(language::choose))
        .layer(CatchPanicLayer::custom(request_log::panicked))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, ANSWER))
        .layer(RequestBodyLimitLayer::new(MAX_BODY))
        .layer(middleware::from_fn_with_state(site.clone(), same_origin::check))
        .layer(CsrfLayer::new())
        .layer(middleware::from_fn_with_state(
            std::sync::Arc::new(tokio::sync::Semaphore::new(UNDER_WAY)),
            request_log::shed,
        ))
        .layer(middleware::from_fn_with_state(site.address_rate.clone(), address_rate::limit))
        .layer(middleware::from_fn_with_state(site.clone(), error_pages::replace))
        .layer(middleware::from_fn(came_back::lead_on))
        .layer(middleware::from_fn(programs::open))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(4)).compress_when(compressible))
        .layer(middleware::from_fn(security_headers::add))
        .layer(middleware::from_fn(request_log::log))
}
