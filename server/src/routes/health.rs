//! Whether we live, and whether we can answer.

use axum::{extract::State, http::StatusCode};

use crate::serve::Site;

/// The process lives.
pub async fn lives() -> &'static str {
    "ok"
}

/// The database answers and is up to date.
pub async fn is_ready(State(site): State<Site>) -> (StatusCode, &'static str) {
    let is_stopping = site.is_stopping.load(std::sync::atomic::Ordering::Relaxed);
    match store::versions::read(&site.backend.db).await {
        Ok(_) if !is_stopping => (StatusCode::OK, "ready"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "not ready"),
    }
}
