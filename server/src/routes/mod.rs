//! All routes: pages, forms, what programs ask, files, pictures, health.

pub mod api;
mod code;
mod cover;
mod cover_colours;
mod data;
mod download;
mod feeds;
mod forms;
mod health;
pub mod my;
pub mod pages;
mod qr;
pub mod reports;
mod thumbnail;
mod zip;

use std::path::Path;

use app::error_page::Said;
use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderValue, StatusCode, header},
    response::IntoResponse,
    routing::{get, post},
};
use domain::{paths, text::Slug};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::serve::{Answer, Site};

/// Addresses for machines that ask whether we live; they get no pages.
pub const PROBES: &[&str] = &["/healthz", "/readyz"];

/// How long what lies under the hash of its content is kept, by anybody.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// The router without layers.
pub fn all(site: &Site, folder: &Path) -> Router {
    // Names of built files carry the hash of their content: they never change.
    let forever = SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static(FOR_GOOD));
    let built = tower::ServiceBuilder::new()
        .layer(forever)
        .service(ServeDir::new(folder.join("pkg")).precompressed_br().precompressed_gzip());
    pages::routes(site)
        .merge(api::all())
        .route("/data/editions.csv", get(data::csv))
        .route("/data/editions.json", get(data::json))
        .route("/do/{*form}", post(forms::submit))
        .route("/e/{*code}", get(code::open))
        .route("/q/{*code}", get(code::scanned))
        .route("/q/publications/{slug}", get(code::scanned_publication))
        .route("/covers/{slug}/{file}", get(cover::svg))
        .route("/thumbnails/{file}", get(thumbnail::send))
        .route(paths::SUGGESTIONS, get(pages::suggestions))
        .route("/publications.atom", get(feeds::atom))
        .route("/publications/{slug}/qr.svg", get(qr::svg))
        .route("/publications/{slug}/qr.png", get(qr::png))
        .route("/editions/{code}/qr.svg", get(qr::edition_svg))
        .route("/editions/{code}/qr.png", get(qr::edition_png))
        .route("/publications/{slug}/files.zip", get(zip::send))
        .route("/files/{file}/{seal}", get(download::keep))
        .route("/files/{file}/{seal}/view", get(download::view))
        .route(reports::PATH, post(reports::take).layer(DefaultBodyLimit::max(reports::MAX_BODY)))
        .route("/my/data.json", get(my::data))
        .route("/stop-messages/{registrant}/{seal}", post(my::stop_messages))
        .route("/healthz", get(health::lives))
        .route("/readyz", get(health::is_ready))
        .nest_service("/pkg", built)
        .route("/robots.txt", get(feeds::robots))
        .route("/sitemap.xml", get(feeds::sitemap))
        .fallback(pages::not_found)
        .with_state(site.clone())
}

/// A page in words of its own, which leads back to where one chooses.
fn says(status: StatusCode, words: &'static str, back: paths::Path) -> Answer {
    let mut answer = status.into_response();
    answer.extensions_mut().insert(Said { words, back });
    answer
}

/// Leads on from an address that a publication had before (301), if it is one.
async fn moved(site: &Site, former: &Slug, path: fn(&Slug) -> paths::Path) -> Answer {
    match store::publications::now_at(&site.backend.db, former).await {
        Ok(Some(slug)) => {
            (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, path(&slug).to_string())]).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => failure(&error),
    }
}

/// The answer to a failed statement; its page is rendered by the layer that replaces failures.
fn failure(error: &store::StoreError) -> Answer {
    let status = StatusCode::from_u16(islands::context::app_error(error).status());
    status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
}

/// The mark of a content, by its hash.
fn etag(sha256: &[u8]) -> String {
    format!("\"{}\"", backend::secrets::hex(&sha256[..sha256.len().min(16)]))
}
