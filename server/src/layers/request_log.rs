//! A reference for each request, one line in the log, and turning away what is too much.

use std::{sync::Arc, time::Instant};

use app::error_page::RequestId;
use axum::{
    body::Body,
    extract::{MatchedPath, Request, State},
    http::{Response, StatusCode, header},
    middleware::Next,
    response::IntoResponse,
};
use tokio::sync::Semaphore;

use crate::serve::Answer;

/// Gives a request its reference and logs its answer. The log holds the route's template, never the
/// path: tokens and numbers of people's orders stand in paths.
pub async fn log(mut request: Request, next: Next) -> Answer {
    let began = Instant::now();
    let id = RequestId(uuid::Uuid::now_v7().simple().to_string());
    request.extensions_mut().insert(id.clone());
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    let (status, took) = (response.status(), began.elapsed());
    if status.is_server_error() {
        tracing::error!(id = %id.0, %method, route, status = status.as_u16(), ?took, "answered");
    } else {
        tracing::debug!(id = %id.0, %method, route, status = status.as_u16(), ?took, "answered");
    }
    response
}

/// Turns requests away when too many are under way; health is always answered.
pub async fn shed(State(places): State<Arc<Semaphore>>, request: Request, next: Next) -> Answer {
    if crate::routes::PROBES.contains(&request.uri().path()) {
        return next.run(request).await;
    }
    let Ok(_place) = places.try_acquire() else {
        return (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "2")]).into_response();
    };
    next.run(request).await
}

/// The answer to a panic: the words of any other failure, and a line in the log.
pub fn panicked(panic: Box<dyn std::any::Any + Send>) -> Response<Body> {
    let message = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    tracing::error!(message = message.unwrap_or("unknown"), "a request panicked");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
