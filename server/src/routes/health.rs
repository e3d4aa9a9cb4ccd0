//! Whether we live, and whether we can answer.

use axum::{extract::State, http::StatusCode};

use crate::{gate::Inside, serve::Site};

/// The process lives.
pub async fn lives() -> &'static str {
    "ok"
}

/// The database answers and is up to date.
pub async fn is_ready(State(site): State<Site>, inside: Inside) -> (StatusCode, &'static str) {
    let is_stopping = site.is_stopping.load(std::sync::atomic::Ordering::Relaxed);
    match store::versions::read(&inside.backend.db).await {
        Ok(_) if !is_stopping => (StatusCode::OK, "ready"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "not ready"),
    }
}
