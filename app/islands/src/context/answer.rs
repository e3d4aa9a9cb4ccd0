//! What the browser is told beside the page: where to go on, and how it went.

use domain::paths::Path;
use http::{HeaderValue, StatusCode, header, request::Parts};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use super::SentForm;
use crate::AppError;

/// Sends the browser to a page of ours with a GET (303).
pub fn redirect(path: &Path) {
    leads_to(path, StatusCode::SEE_OTHER);
}

/// Tells whoever asked for a page that it has another address for good (301).
pub fn moved(path: &Path) {
    leads_to(path, StatusCode::MOVED_PERMANENTLY);
}

fn leads_to(path: &Path, status: StatusCode) {
    if let (Some(response), Ok(location)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(path.as_str())) {
        response.insert_header(header::LOCATION, location);
        response.set_status(status);
    }
}

/// Sets the status that belongs to an error. Whoever renders the page of a form that failed learns which it was.
pub fn answer_with(error: AppError) {
    if let Some(parts) = use_context::<Parts>()
        && let Some(form) = parts.extensions.get::<SentForm>()
    {
        form.failed(error);
    }
    if let Ok(status) = StatusCode::from_u16(error.status()) {
        set_status(status);
    }
}

/// Says that what was sent does not fit what is there now (409); the page says what can be done.
pub fn answer_with_conflict() {
    set_status(StatusCode::CONFLICT);
}

fn set_status(status: StatusCode) {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status);
    }
}
