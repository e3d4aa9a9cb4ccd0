//! Pictures made smaller, under the hash of their content: what is kept of them never goes stale.

use axum::{
    body::Body,
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::IntoResponse,
};
use domain::catalogue::thumbnail::{MEDIA_TYPE, hash_of};

use crate::{gate::Inside, serve::Answer};

/// `/thumbnails/{file}`: the picture, as long as it is of something that anybody may see.
pub async fn send(inside: Inside, Path(file): Path<String>, headers: HeaderMap) -> Answer {
    found(&inside, &file, &headers).await.unwrap_or_else(|answer| answer)
}

async fn found(inside: &Inside, file: &str, headers: &HeaderMap) -> Result<Answer, Answer> {
    let (here, not_found) = (&inside.backend, || StatusCode::NOT_FOUND.into_response());
    let sha256 = hash_of(file).ok_or_else(not_found)?;
    let is_public = store::thumbnails::is_public(&here.db, &sha256).await.map_err(|error| super::failure(&error))?;
    if !is_public {
        return Err(not_found());
    }
    let etag = super::etag(&sha256);
    let said = [(header::ETAG, etag.clone()), (header::CACHE_CONTROL, super::FOR_GOOD.to_owned())];
    if super::is_known(headers, &etag) {
        return Ok((StatusCode::NOT_MODIFIED, said).into_response());
    }
    let unreadable = |error: std::io::Error| {
        tracing::error!(file, %error, "a thumbnail is missing from the store, or cannot be read");
        not_found()
    };
    let length = here.files.length(&sha256).await.map_err(unreadable)?;
    let pieces = here.files.stream(&sha256, 0..length).await.map_err(unreadable)?;
    let of_file = [(header::CONTENT_TYPE, MEDIA_TYPE.to_owned()), (header::CONTENT_LENGTH, length.to_string())];
    Ok((said, of_file, Body::from_stream(pieces)).into_response())
}
