//! `/data/editions.csv` and `.json`: the dump, as it was written last.

use axum::{
    body::Body,
    http::{HeaderMap, StatusCode, header},
    response::IntoResponse,
};
use domain::catalogue::dump::DumpFormat;
use jiff::tz::TimeZone;
use store::dumps::Dump;

use crate::{gate::Inside, serve::Answer};

/// A program may keep a dump for so long before it asks again.
const KEPT: &str = "public, max-age=900";

/// Every live edition as CSV.
pub async fn csv(inside: Inside, headers: HeaderMap) -> Answer {
    send(&inside, DumpFormat::Csv, &headers).await.unwrap_or_else(|answer| answer)
}

/// Every live edition as JSON.
pub async fn json(inside: Inside, headers: HeaderMap) -> Answer {
    send(&inside, DumpFormat::Json, &headers).await.unwrap_or_else(|answer| answer)
}

/// Sends the newest dump piece by piece.
async fn send(inside: &Inside, format: DumpFormat, headers: &HeaderMap) -> Result<Answer, Answer> {
    let (here, not_found) = (&inside.backend, || StatusCode::NOT_FOUND.into_response());
    let dump = store::dumps::newest(&here.db, format).await.map_err(|error| super::failure(&error))?;
    let dump = dump.ok_or_else(not_found)?;
    let said = described(&dump);
    if super::is_known(headers, &said[0].1) {
        return Ok((StatusCode::NOT_MODIFIED, said).into_response());
    }
    let unreadable = |error: std::io::Error| {
        tracing::error!(%format, %error, "the dump is missing from the store, or cannot be read");
        not_found()
    };
    let length = here.files.length(&dump.sha256).await.map_err(unreadable)?;
    let pieces = here.files.stream(&dump.sha256, 0..length).await.map_err(unreadable)?;
    let kind = match format {
        DumpFormat::Csv => "text/csv; charset=utf-8; header=present",
        DumpFormat::Json => "application/json",
    };
    let body = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_LENGTH, length.to_string())];
    Ok((said, body, Body::from_stream(pieces)).into_response())
}

/// What is said of a dump, whether it is sent or not: its mark first. Weak, as it may be compressed on its way.
fn described(dump: &Dump) -> [(header::HeaderName, String); 3] {
    let mark = backend::secrets::hex(&dump.sha256[..dump.sha256.len().min(16)]);
    let made_at = dump.made_at.to_zoned(TimeZone::UTC).strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    [
        (header::ETAG, format!("W/\"{mark}\"")),
        (header::LAST_MODIFIED, made_at),
        (header::CACHE_CONTROL, KEPT.to_owned()),
    ]
}
