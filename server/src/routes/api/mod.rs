//! What other programs ask, without a key: editions and publications as JSON. Each route stands here with its
//! documentation, from which `/api/v1/openapi.json` is made. Its words are English, as nobody but programs
//! and who writes them reads them.

mod editions;
mod parameters;
mod problem;
mod publications;

use std::sync::LazyLock;

use axum::{
    Router,
    http::{HeaderValue, StatusCode, header},
    response::IntoResponse,
};
pub use problem::{Problem, of_status};
use serde::Serialize;
use utoipa::openapi::{InfoBuilder, OpenApi, OpenApiBuilder};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::serve::{Answer, Site};

/// How paths of this interface begin.
const PREFIX: &str = "/api/";

/// Routes whose answers hold until the catalogue or its stock changes.
pub const KEPT: [&str; 4] =
    ["/api/v1/editions", "/api/v1/editions/{code}", "/api/v1/editions/{code}/files", "/api/v1/publications/{slug}"];

/// Whether a path is one that programs ask.
pub fn is_asked(path: &str) -> bool {
    path.starts_with(PREFIX)
}

/// All routes for programs.
pub fn all() -> Router<Site> {
    documented().split_for_parts().0
}

/// The path of each.
pub fn addresses() -> Vec<String> {
    documented().split_for_parts().1.paths.paths.into_keys().collect()
}

fn documented() -> OpenApiRouter<Site> {
    let about = "Publications of the catalogue: what there is, in which languages and formats, and whether it can be \
                 ordered. No key is needed. The whole catalogue is at /data/editions.csv and /data/editions.json, \
                 written every night.";
    let info = InfoBuilder::new().title("Healthpost").version("1").description(Some(about)).build();
    OpenApiRouter::with_openapi(OpenApiBuilder::new().info(info).build())
        .routes(routes!(editions::list))
        .routes(routes!(editions::one))
        .routes(routes!(editions::files))
        .routes(routes!(publications::one))
        .routes(routes!(document))
}

static DOCUMENT: LazyLock<String> = LazyLock::new(|| {
    let document: OpenApi = documented().split_for_parts().1;
    serde_json::to_string(&document).unwrap_or_default()
});

/// This document
///
/// What there is to ask, as OpenAPI 3.1.
#[utoipa::path(
    get,
    path = "/api/v1/openapi.json",
    operation_id = "document",
    responses((status = 200, description = "The document", content_type = "application/json"))
)]
pub async fn document() -> Answer {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "public, max-age=3600")];
    (headers, DOCUMENT.as_str()).into_response()
}

/// A record as the answer.
fn json(record: &impl Serialize) -> Answer {
    match serde_json::to_vec(record) {
        Ok(body) => ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], body).into_response(),
        Err(error) => {
            tracing::error!(%error, "an answer cannot be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_that_is_kept_is_documented() {
        let document: OpenApi = documented().split_for_parts().1;
        for path in KEPT {
            assert!(document.paths.paths.contains_key(path), "{path}");
        }
    }
}
