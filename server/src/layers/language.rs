//! `?lang=cy` on any page chooses the language of the interface: a link, so that it works everywhere and
//! says where it leads.

use axum::{
    extract::Request,
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::IntoResponse,
};
use domain::{locale::Locale, paths::stays_here};
use islands::context::LANGUAGE_COOKIE;

use crate::serve::Answer;

/// The parameter.
pub const PARAMETER: &str = "lang";
/// The choice is kept for a year.
const SECONDS: u32 = 365 * 24 * 60 * 60;

/// Keeps the choice and leads to the same page without the parameter.
pub async fn choose(request: Request, next: Next) -> Answer {
    let uri = request.uri();
    // Programs speak no language of the interface.
    let is_page = stays_here(uri.path()) && !crate::routes::api::is_asked(uri.path());
    if *request.method() != Method::GET || !is_page {
        return next.run(request).await;
    }
    let pairs = || form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
    let chosen = pairs().find(|(name, _)| name == PARAMETER).and_then(|(_, value)| Locale::from_code(&value));
    let Some(chosen) = chosen else { return next.run(request).await };
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs().filter(|(name, _)| name != PARAMETER));
    let query = query.finish();
    let page = if query.is_empty() { uri.path().to_owned() } else { format!("{}?{query}", uri.path()) };
    let cookie = format!("{LANGUAGE_COOKIE}={chosen}; Path=/; Max-Age={SECONDS}; Secure; HttpOnly; SameSite=Lax");
    let (Ok(page), Ok(cookie)) = (HeaderValue::from_str(&page), HeaderValue::from_str(&cookie)) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    (StatusCode::SEE_OTHER, [(header::LOCATION, page), (header::SET_COOKIE, cookie)]).into_response()
}
