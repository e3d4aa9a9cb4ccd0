//! `/e/{code}` and `/q/{code}`: a code in any spelling leads to its publication.

use axum::{
    extract::{Path, State},
    http::{StatusCode, header},
    response::IntoResponse,
};
use domain::{
    catalogue::{code::ProductCode, edition::EditionStatus},
    paths,
};

use crate::serve::{Answer, Site};

/// Redirects to the edition.
pub async fn open(State(site): State<Site>, Path(code): Path<String>) -> Answer {
    let Some(code) = ProductCode::parse(&code) else { return StatusCode::NOT_FOUND.into_response() };
    let normalised = code.normalised();
    match store::publications::by_code(&site.backend.db, &normalised).await {
        Ok(Some(target)) => {
            let version = (target.status != EditionStatus::Live).then_some(target.version);
            let path = paths::edition(&target.slug, &target.language, target.format, version);
            (StatusCode::FOUND, [(header::LOCATION, path.to_string())]).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => super::failure(&error),
    }
}
