//! All routes: pages, forms, files, pictures, health.

mod code;
mod cover;
mod download;
mod forms;
mod health;
pub mod pages;
mod qr;

use std::path::Path;

use axum::{
    Router,
    http::{HeaderValue, StatusCode, header},
    response::IntoResponse,
    routing::{get, post},
};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::serve::{Answer, Site};

/// Addresses for machines that ask whether we live; they get no pages.
pub const PROBES: &[&str] = &["/healthz", "/readyz"];

/// The router without layers.
pub fn all(site: &Site, folder: &Path) -> Router {
    // Names of built files carry the hash of their content: they never change.
    let forever = SetResponseHeaderLayer::overriding(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    let built = tower::ServiceBuilder::new()
        .layer(forever)
        .service(ServeDir::new(folder.join("pkg")).precompressed_br().precompressed_gzip());
    let robots = ServeDir::new(folder).append_index_html_on_directories(false);
    pages::routes(site)
        .route("/do/{*form}", post(forms::submit))
        .route("/e/{*code}", get(code::open))
        .route("/q/{*code}", get(code::open))
        .route("/covers/{slug}/{file}", get(cover::svg))
        .route("/publications/{slug}/qr.svg", get(qr::svg))
        .route("/files/{file}/{seal}", get(download::file))
        .route("/healthz", get(health::lives))
        .route("/readyz", get(health::is_ready))
        .nest_service("/pkg", built)
        .route_service("/robots.txt", robots)
        .fallback(pages::not_found)
        .with_state(site.clone())
}

/// The answer to a failed statement; its page is rendered by the layer that replaces failures.
fn failure(error: &store::StoreError) -> Answer {
    let status = StatusCode::from_u16(islands::context::app_error(error).status());
    status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
}
