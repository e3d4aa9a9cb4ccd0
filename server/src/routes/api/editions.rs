//! Editions: those that fit a search, one by its code, and fresh links to its files.

use axum::{
    Extension,
    extract::{Path, RawQuery},
    http::StatusCode,
    response::IntoResponse,
};
use backend::{
    catalogue::Snapshot,
    records::{self, EditionList, EditionRecord, FileList, Found},
};
use domain::catalogue::code::ProductCode;
use store::versions::Versions;

use super::{
    json, parameters,
    problem::{Problem, of_status},
};
use crate::{gate::Inside, routes::failure, serve::Answer};

/// What the public sees, where a layer has asked for it already.
pub type Known = Option<Extension<Versions>>;

/// The catalogue as it is now.
pub async fn catalogue(inside: &Inside, known: Known) -> Result<Snapshot, Answer> {
    let backend = &inside.backend;
    let versions = known.map(|Extension(versions)| versions);
    backend.catalogue.at(&backend.db, versions, backend.clock.now()).await.map_err(|error| failure(&error))
}

/// Live editions
///
/// Those that fit a search, a page of them. Values of one parameter are alternatives; all parameters have to
/// fit. What a page of the catalogue would leave out of its address is refused here.
#[utoipa::path(
    get,
    path = "/api/v1/editions",
    operation_id = "editions",
    params(
        ("q" = Option<String>, Query, description = "Words, all of them; \"quoted phrases\"; -word excludes; or a product code"),
        ("programme" = Option<Vec<String>>, Query, description = "Key, name, code or id of a programme"),
        ("language" = Option<Vec<String>>, Query, description = "BCP 47 tag of a language"),
        ("format" = Option<Vec<String>>, Query, description = "Accessible format"),
        ("type" = Option<Vec<String>>, Query, description = "What kind of thing it is"),
        ("disease" = Option<Vec<String>>, Query, description = "Key of a disease"),
        ("vaccination" = Option<Vec<String>>, Query, description = "Key of a vaccination"),
        ("audience" = Option<Vec<String>>, Query, description = "Key of an audience"),
        ("setting" = Option<Vec<String>>, Query, description = "Key of a setting"),
        ("access" = Option<Vec<String>>, Query, description = "How people get it"),
        ("available" = Option<Vec<String>>, Query, description = "\"now\": it can be ordered"),
        ("updated_since" = Option<String>, Query, description = "A day or a moment since which it was changed"),
        ("sort" = Option<String>, Query, description = "relevance, published, updated, created, title, programme, version, code or popular; with - in front the largest or newest first"),
        ("per_page" = Option<i32>, Query, description = "Editions on a page: 10, 20 or 50; 20 if nothing is said"),
        ("after" = Option<String>, Query, description = "The cursor of the page before, from `next`"),
    ),
    responses(
        (status = 200, description = "A page of editions", body = EditionList),
        (status = 422, description = "A parameter cannot be taken", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many searches", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn list(inside: Inside, known: Known, RawQuery(query): RawQuery) -> Answer {
    found(&inside, known, query.as_deref()).await.unwrap_or_else(|answer| answer)
}

async fn found(inside: &Inside, known: Known, query: Option<&str>) -> Result<Answer, Answer> {
    let asked = parameters::search(query).map_err(IntoResponse::into_response)?;
    let catalogue = catalogue(inside, known).await?;
    let unknown = records::unknown(&catalogue.names, &asked);
    if !unknown.is_empty() {
        return Err(Problem::parameters(unknown).into_response());
    }
    let found: EditionList =
        records::search(&inside.backend, &catalogue, &asked).await.map_err(|error| failure(&error))?;
    Ok(json(&found))
}

/// An edition
///
/// By its product code, in any spelling. An old version says which code took its place.
#[utoipa::path(
    get,
    path = "/api/v1/editions/{code}",
    operation_id = "edition",
    params(("code" = String, Path, description = "Product code; case, blanks and signs do not matter")),
    responses(
        (status = 200, description = "The edition", body = EditionRecord),
        (status = 422, description = "There are no parameters here", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No edition has this code", body = Problem, content_type = "application/problem+json"),
        (status = 410, description = "It was withdrawn", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn one(inside: Inside, known: Known, Path(code): Path<String>, RawQuery(query): RawQuery) -> Answer {
    match by_code(&inside, known, &code, query.as_deref()).await {
        Ok(edition) => json(&edition),
        Err(answer) => answer,
    }
}

/// Links to the files of an edition
///
/// They work for an hour.
#[utoipa::path(
    get,
    path = "/api/v1/editions/{code}/files",
    operation_id = "files",
    params(("code" = String, Path, description = "Product code; case, blanks and signs do not matter")),
    responses(
        (status = 200, description = "The files", body = FileList),
        (status = 422, description = "There are no parameters here", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No edition has this code", body = Problem, content_type = "application/problem+json"),
        (status = 410, description = "It was withdrawn", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn files(inside: Inside, known: Known, Path(code): Path<String>, RawQuery(query): RawQuery) -> Answer {
    match by_code(&inside, known, &code, query.as_deref()).await {
        Ok(edition) => json(&FileList { items: edition.files }),
        Err(answer) => answer,
    }
}

async fn by_code(inside: &Inside, known: Known, code: &str, query: Option<&str>) -> Result<EditionRecord, Answer> {
    parameters::none(query).map_err(IntoResponse::into_response)?;
    let not_found = || of_status(StatusCode::NOT_FOUND).into_response();
    let code = ProductCode::parse(code).ok_or_else(not_found)?;
    let names = catalogue(inside, known).await?.names;
    match records::by_code(&inside.backend, &names, &code).await.map_err(|error| failure(&error))? {
        Some(Found::Edition(edition)) => Ok(*edition),
        Some(Found::Withdrawn(newer)) => Err(Problem::withdrawn(newer.as_ref()).into_response()),
        None => Err(not_found()),
    }
}
