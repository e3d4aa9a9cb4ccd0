//! `/e/{code}`: a code in any spelling leads to its publication. `/q/…`: what is printed as QR codes leads to
//! what is current, and is counted.

use axum::{
    extract::Path,
    http::{Method, StatusCode, header},
    response::IntoResponse,
};
use domain::{
    catalogue::{code::ProductCode, edition::EditionStatus},
    paths,
    text::Slug,
};

use crate::{gate::Inside, serve::Answer};

/// Redirects to the edition.
pub async fn open(inside: Inside, Path(code): Path<String>) -> Answer {
    let Some(code) = ProductCode::parse(&code) else { return StatusCode::NOT_FOUND.into_response() };
    match store::publications::by_code(&inside.backend.db, &code.normalised()).await {
        Ok(Some(target)) => {
            let version = (target.status != EditionStatus::Live).then_some(target.version);
            to(&paths::edition(&target.slug, &target.language, target.format, version))
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => super::failure(&error),
    }
}

/// Counts a scan and redirects to the current edition in place of the one whose code was printed. Whoever only asks
/// for the headers, as previews of links do, scanned nothing.
pub async fn scanned(inside: Inside, method: Method, Path(code): Path<String>) -> Answer {
    let Some(code) = ProductCode::parse(&code) else { return StatusCode::NOT_FOUND.into_response() };
    match store::publications::by_code(&inside.backend.db, &code.normalised()).await {
        Ok(Some(target)) => {
            if method != Method::HEAD {
                backend::usage::scanned(&inside.backend, target.publication, Some(target.edition));
            }
            let version = (!target.has_live).then_some(target.version);
            to(&paths::edition(&target.slug, &target.language, target.format, version))
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => super::failure(&error),
    }
}

/// Counts a scan of a publication's own code and redirects to it.
pub async fn scanned_publication(inside: Inside, method: Method, Path(slug): Path<String>) -> Answer {
    let Some(slug) = Slug::parse(&slug) else { return StatusCode::NOT_FOUND.into_response() };
    match store::publications::standing(&inside.backend.db, &slug).await {
        Ok(Some((publication, _))) => {
            if method != Method::HEAD {
                backend::usage::scanned(&inside.backend, publication, None);
            }
            to(&paths::publication(&slug))
        }
        // The print is older than the address.
        Ok(None) => super::moved(&inside, &slug, paths::scan).await,
        Err(error) => super::failure(&error),
    }
}

fn to(path: &paths::Path) -> Answer {
    (StatusCode::FOUND, [(header::LOCATION, path.to_string())]).into_response()
}
