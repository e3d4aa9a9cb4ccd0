//! What a provider sends somebody back with stands in the address that it sends them to: whatever fails there, nobody
//! stays at it.

use axum::{
    extract::Request,
    http::{StatusCode, header},
    middleware::Next,
    response::IntoResponse,
};
use domain::{
    paths,
    staff::{ProviderPurpose, ProviderTrouble},
};

use crate::serve::Answer;

/// Leads from a failure at that address to a page that says so.
pub async fn lead_on(request: Request, next: Next) -> Answer {
    let has_come_back = request.uri().path() == paths::staff_provider_callback().as_str();
    let answer = next.run(request).await;
    let has_failed = answer.status().is_server_error() || answer.status() == StatusCode::TOO_MANY_REQUESTS;
    if !has_come_back || !has_failed {
        return answer;
    }
    let page = paths::staff_provider_trouble(ProviderTrouble::Failed, ProviderPurpose::SignIn, None);
    (StatusCode::SEE_OTHER, [(header::LOCATION, page.to_string())]).into_response()
}
