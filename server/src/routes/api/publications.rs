//! Publications, with all their live editions.

use axum::{
    extract::{Path, RawQuery},
    http::StatusCode,
    response::IntoResponse,
};
use backend::records::{self, FoundPublication, PublicationRecord};
use domain::text::Slug;

use super::{
    editions::{Known, catalogue},
    json, parameters,
    problem::{Problem, of_status},
};
use crate::{
    gate::Inside,
    routes::{failure, moved},
    serve::Answer,
};

/// A publication
///
/// With all its live editions.
#[utoipa::path(
    get,
    path = "/api/v1/publications/{slug}",
    operation_id = "publication",
    params(("slug" = String, Path, description = "The last part of its address")),
    responses(
        (status = 200, description = "The publication", body = PublicationRecord),
        (status = 301, description = "It has another address now, which Location says"),
        (status = 422, description = "There are no parameters here", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No publication is at this address, or none that is live", body = Problem, content_type = "application/problem+json"),
        (status = 410, description = "All of it was withdrawn", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn one(inside: Inside, known: Known, Path(slug): Path<String>, RawQuery(query): RawQuery) -> Answer {
    match by_slug(&inside, known, &slug, query.as_deref()).await {
        Ok(publication) => json(&publication),
        Err(answer) => answer,
    }
}

async fn by_slug(inside: &Inside, known: Known, slug: &str, query: Option<&str>) -> Result<PublicationRecord, Answer> {
    parameters::none(query).map_err(IntoResponse::into_response)?;
    let not_found = || of_status(StatusCode::NOT_FOUND).into_response();
    let slug = Slug::parse(slug).ok_or_else(not_found)?;
    let names = catalogue(inside, known).await?.names;
    match records::of_publication(&inside.backend, &names, &slug).await.map_err(|error| failure(&error))? {
        Some(FoundPublication::Live(publication)) => Ok(*publication),
        Some(FoundPublication::Withdrawn) => Err(Problem::withdrawn_publication().into_response()),
        None => Err(moved(inside, &slug, domain::paths::api_publication).await),
    }
}
