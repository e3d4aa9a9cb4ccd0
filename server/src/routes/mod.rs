//! All routes: pages, forms, what programs ask, files, pictures, health.

mod account;
pub mod api;
mod authenticator;
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
mod sitemap;
mod staff;
mod thumbnail;
mod zip;

use std::path::Path;

use app::error_page::Said;
use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::IntoResponse,
    routing::{MethodRouter, get, post},
};
use domain::{paths, text::Slug};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::{
    gate::Inside,
    serve::{Answer, Site},
};

/// Addresses for machines that ask whether we live; they get no pages.
pub const PROBES: &[&str] = &["/healthz", "/readyz"];

/// How long what lies under the hash of its content is kept, by anybody.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// The route of all forms: what each asks for, its own path says.
pub const FORMS: &str = "/do/{*form}";

/// The router without layers.
pub fn all(site: &Site, folder: &Path) -> Router {
    // Names of built files carry the hash of their content: they never change.
    let forever = SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static(FOR_GOOD));
    let built = tower::ServiceBuilder::new()
        .layer(forever)
        .service(ServeDir::new(folder.join("pkg")).precompressed_br().precompressed_gzip());
    let pages = pages::routes(site).merge(api::all());
    others()
        .into_iter()
        .chain(posts())
        .fold(pages, |router, (path, answer)| router.route(path, answer))
        .route(FORMS, post(forms::submit))
        .nest_service("/pkg", built)
        .fallback(pages::not_found)
        .with_state(site.clone())
}

/// What is asked for and is neither a page nor for programs, with what answers it.
fn others() -> [(&'static str, MethodRouter<Site>); 26] {
    [
        ("/data/editions.csv", get(data::csv)),
        ("/data/editions.json", get(data::json)),
        ("/e/{*code}", get(code::open)),
        ("/q/{*code}", get(code::scanned)),
        ("/q/publications/{slug}", get(code::scanned_publication)),
        ("/covers/{slug}/{file}", get(cover::svg)),
        ("/thumbnails/{file}", get(thumbnail::send)),
        (paths::SUGGESTIONS, get(pages::suggestions)),
        ("/publications.atom", get(feeds::atom)),
        ("/publications/{slug}/qr.svg", get(qr::svg)),
        ("/publications/{slug}/qr.png", get(qr::png)),
        ("/editions/{code}/qr.svg", get(qr::edition_svg)),
        ("/editions/{code}/qr.png", get(qr::edition_png)),
        ("/publications/{slug}/files.zip", get(zip::send)),
        ("/files/{file}/{seal}", get(download::keep)),
        ("/files/{file}/{seal}/view", get(download::view)),
        ("/my/data.json", get(my::data)),
        ("/account/data.json", get(account::data)),
        ("/staff/authenticator.svg", get(authenticator::svg)),
        ("/staff/provider", get(staff::leave)),
        ("/staff/provider/callback", get(staff::come_back)),
        ("/healthz", get(health::lives)),
        ("/readyz", get(health::is_ready)),
        ("/robots.txt", get(feeds::robots)),
        (paths::SITEMAP, get(sitemap::index)),
        ("/sitemaps/{file}", get(sitemap::part)),
    ]
}

/// What is posted to and is no form, with what answers it.
fn posts() -> [(&'static str, MethodRouter<Site>); 2] {
    [
        (reports::PATH, post(reports::take).layer(DefaultBodyLimit::max(reports::MAX_BODY))),
        ("/stop-messages/{registrant}/{seal}", post(my::stop_messages)),
    ]
}

/// The path of everything that is posted to and is no form.
pub fn posted_to() -> Vec<&'static str> {
    posts().into_iter().map(|(path, _)| path).collect()
}

/// The path of everything that can be asked for, but for built files: pages, answers to programs, files, pictures.
pub fn addresses() -> Vec<String> {
    let others = others().into_iter().map(|(path, _)| path.to_owned());
    pages::addresses().into_iter().chain(api::addresses()).chain(others).collect()
}

/// A page in words of its own, which leads back to where one chooses.
fn says(status: StatusCode, words: &'static str, back: paths::Path) -> Answer {
    let mut answer = status.into_response();
    answer.extensions_mut().insert(Said { words, back });
    answer
}

/// The slug of the publication that had this one before; where there is none, the answer.
async fn now_at(inside: &Inside, former: &Slug) -> Result<Slug, Answer> {
    let now = store::publications::now_at(&inside.backend.db, former).await;
    now.map_err(|error| failure(&error))?.ok_or_else(|| StatusCode::NOT_FOUND.into_response())
}

/// Leads on for good (301).
fn leads_on(path: &paths::Path) -> Answer {
    (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, path.to_string())]).into_response()
}

/// Leads on from an address that a publication had before, if it is one.
async fn moved(inside: &Inside, former: &Slug, path: fn(&Slug) -> paths::Path) -> Answer {
    now_at(inside, former).await.map_or_else(|answer| answer, |slug| leads_on(&path(&slug)))
}

/// The answer to a failed statement; its page is rendered by the layer that replaces failures.
fn failure(error: &store::StoreError) -> Answer {
    let status = StatusCode::from_u16(islands::context::app_error(error).status());
    status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
}

/// The same where something was done too often, with the seconds to wait.
fn too_often(seconds: i64) -> Answer {
    (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds.to_string())]).into_response()
}

/// What whoever asks for everything that is held of them gets.
enum Download {
    /// All of it.
    Taken(String),
    /// They had it too often, and wait so many seconds.
    TooOften(i64),
    /// Nobody is signed in.
    SignedOut,
}

impl Download {
    fn of(json: Option<impl std::fmt::Display>) -> Self {
        json.map_or(Self::SignedOut, |json| Self::Taken(json.to_string()))
    }
}

/// Whether whoever asks has this content already, of something that is there: `*` is any mark of it.
fn is_known(headers: &HeaderMap, mark: &str) -> bool {
    is_named(headers, mark) || marks(headers).any(|known| known == "*")
}

/// Whether one of the marks that came along is this one. They are compared weakly (RFC 9110 §13.1.2): whatever
/// compresses an answer on its way weakens its mark.
pub fn is_named(headers: &HeaderMap, mark: &str) -> bool {
    marks(headers).any(|known| opaque(known) == opaque(mark))
}

/// The marks of what whoever asks has kept.
fn marks(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    let lists = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    lists.flat_map(|marks| marks.split(',')).map(str::trim)
}

/// What two marks of one content have in common, strong or weak.
fn opaque(mark: &str) -> &str {
    mark.strip_prefix("W/").unwrap_or(mark)
}

/// The mark of a content, by its hash.
fn etag(sha256: &[u8]) -> String {
    format!("\"{}\"", backend::secrets::hex(&sha256[..sha256.len().min(16)]))
}
