//! Files, by links that work for an hour and are checked again at each use.

use std::ops::Range;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::IntoResponse,
};
use domain::id::FileId;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use store::publications::File;

use crate::serve::{Answer, Site};

/// How long browsers keep a file: as long as its link works.
const KEPT: &str = "private, max-age=3600";

/// Sends the file under its own name, with an ETag and byte ranges.
pub async fn file(State(site): State<Site>, Path((id, seal)): Path<(FileId, String)>, headers: HeaderMap) -> Answer {
    let here = &site.backend;
    if !here.secrets.is_sealed("file", &id.to_string(), &seal, here.clock.now()) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let (file, edition) = match store::publications::downloadable(&here.db, id).await {
        Ok(Some(found)) => found,
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => return super::failure(&error),
    };
    let Some(sha256) = file.sha256.clone() else { return StatusCode::NOT_FOUND.into_response() };
    let etag = format!("\"{}\"", backend::secrets::hex(&sha256[..sha256.len().min(16)]));
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == etag.as_bytes()) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, etag), (header::CACHE_CONTROL, KEPT.to_owned())])
            .into_response();
    }
    let length = match here.files.length(&sha256).await {
        Ok(length) => length,
        Err(error) => {
            tracing::error!(%edition, %error, "a file is missing from the store");
            return StatusCode::NOT_FOUND.into_response();
        }
    };
    // Whoever has the beginning of another content gets the whole of this one (RFC 9110 §13.1.5).
    let is_same = headers.get(header::IF_RANGE).is_none_or(|known| known.as_bytes() == etag.as_bytes());
    let range = headers.get(header::RANGE).filter(|_| is_same).and_then(|range| range.to_str().ok());
    let (status, part) = match range.map(|range| slice(range, length)) {
        None | Some(Part::Whole) => (StatusCode::OK, 0..length),
        // A part that is the whole is sent as the whole.
        Some(Part::Of(part)) if part == (0..length) => (StatusCode::OK, part),
        Some(Part::Of(part)) => (StatusCode::PARTIAL_CONTENT, part),
        Some(Part::Outside) => {
            let of = [(header::CONTENT_RANGE, format!("bytes */{length}"))];
            return (StatusCode::RANGE_NOT_SATISFIABLE, of).into_response();
        }
    };
    let pieces = match here.files.stream(&sha256, part.clone()).await {
        Ok(pieces) => pieces,
        Err(error) => {
            tracing::error!(%edition, %error, "a file cannot be read");
            return StatusCode::NOT_FOUND.into_response();
        }
    };
    let mut response = (status, Body::from_stream(pieces)).into_response();
    response.headers_mut().extend(headers_of(file, etag, part, length));
    response
}

/// What is said of a file and the part of it that is sent.
fn headers_of(file: File, etag: String, part: Range<u64>, length: u64) -> HeaderMap {
    let name = utf8_percent_encode(&file.file_name, NON_ALPHANUMERIC);
    let mut said = vec![
        (header::CONTENT_TYPE, file.media_type),
        (header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{name}")),
        (header::CONTENT_LENGTH, (part.end - part.start).to_string()),
        (header::ETAG, etag),
        (header::ACCEPT_RANGES, "bytes".to_owned()),
        (header::CACHE_CONTROL, KEPT.to_owned()),
        // Whatever a file holds, it does nothing here.
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
    ];
    if part != (0..length) {
        said.push((header::CONTENT_RANGE, format!("bytes {}-{}/{length}", part.start, part.end - 1)));
    }
    said.into_iter().filter_map(|(name, value)| Some((name, HeaderValue::from_str(&value).ok()?))).collect()
}

/// The part of a file that a `Range` header asks for.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    Whole,
    Of(Range<u64>),
    Outside,
}

/// Reads one range (RFC 9110 §14.1.2); several ranges, and what cannot be read, mean the whole.
fn slice(range: &str, length: u64) -> Part {
    let Some((first, last)) = range.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return Part::Whole;
    };
    let part = match (first.trim().parse::<u64>(), last.trim().parse::<u64>()) {
        (Ok(start), Ok(end)) => start..end.saturating_add(1).min(length),
        (Ok(start), Err(_)) if last.trim().is_empty() => start..length,
        (Err(_), Ok(suffix)) if first.trim().is_empty() => length.saturating_sub(suffix)..length,
        _ => return Part::Whole,
    };
    if part.is_empty() { Part::Outside } else { Part::Of(part) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_the_standard_says() {
        assert_eq!(slice("bytes=0-9", 100), Part::Of(0..10));
        assert_eq!(slice("bytes=90-", 100), Part::Of(90..100));
        assert_eq!(slice("bytes=-10", 100), Part::Of(90..100));
        assert_eq!(slice("bytes=50-500", 100), Part::Of(50..100));
        assert_eq!(slice("bytes=100-", 100), Part::Outside);
        assert_eq!(slice("bytes=0-1,5-6", 100), Part::Whole);
        assert_eq!(slice("lines=1-2", 100), Part::Whole);
        assert_eq!(slice("bytes=0-", 0), Part::Outside);
    }
}
