//! Files, by links that work for an hour and are checked again at each use.

use std::ops::Range;

use axum::{
    body::Body,
    extract::Path,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::IntoResponse,
};
use backend::secrets::Seal;
use domain::{catalogue::file::can_be_shown, id::FileId};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use store::publications::File;

use crate::{gate::Inside, serve::Answer};

/// How long browsers keep a file: as long as its link works.
const KEPT: &str = "private, max-age=3600";

/// How a browser is to take a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Take {
    /// It is kept, under its own name.
    Kept,
    /// It is shown where it is, if browsers can show such files without running anything.
    Shown,
}

/// `/files/{file}/{seal}`: sends the file to be kept.
pub async fn keep(inside: Inside, link: Path<(FileId, String)>, method: Method, headers: HeaderMap) -> Answer {
    send(&inside, link, (&method, &headers), Take::Kept).await.unwrap_or_else(|answer| answer)
}

/// `/files/{file}/{seal}/view`: sends the file to be shown.
pub async fn view(inside: Inside, link: Path<(FileId, String)>, method: Method, headers: HeaderMap) -> Answer {
    send(&inside, link, (&method, &headers), Take::Shown).await.unwrap_or_else(|answer| answer)
}

/// Sends the file with an ETag and byte ranges. Whoever only asks for the headers has downloaded nothing.
async fn send(
    inside: &Inside,
    Path((id, seal)): Path<(FileId, String)>,
    (method, headers): (&Method, &HeaderMap),
    take: Take,
) -> Result<Answer, Answer> {
    let (here, not_found) = (&inside.backend, || StatusCode::NOT_FOUND.into_response());
    opens(inside, id, &seal).await?;
    let found = store::publications::downloadable(&here.db, id).await.map_err(|error| super::failure(&error))?;
    let (file, edition) = found.ok_or_else(not_found)?;
    let sha256 = file.sha256.clone().ok_or_else(not_found)?;
    let etag = super::etag(&sha256);
    if super::is_known(headers, &etag) {
        let said = [(header::ETAG, etag), (header::CACHE_CONTROL, KEPT.to_owned())];
        return Ok((StatusCode::NOT_MODIFIED, said).into_response());
    }
    let unreadable = |error: std::io::Error| {
        tracing::error!(%edition, %error, "a file is missing from the store, or cannot be read");
        not_found()
    };
    let length = here.files.length(&sha256).await.map_err(unreadable)?;
    let (status, part) = asked_for(headers, &etag, length).ok_or_else(|| {
        let of = [(header::CONTENT_RANGE, format!("bytes */{length}"))];
        (StatusCode::RANGE_NOT_SATISFIABLE, of).into_response()
    })?;
    let mut response = if method == Method::HEAD {
        status.into_response()
    } else {
        let pieces = here.files.stream(&sha256, part.clone()).await.map_err(unreadable)?;
        if part.start == 0 {
            backend::usage::downloaded(here, vec![file.id]);
        }
        (status, Body::from_stream(pieces)).into_response()
    };
    response.headers_mut().extend(headers_of(file, take, etag, part, length));
    Ok(response)
}

/// Whether a link opens its file now. One of ours whose time has passed leads back to where there is a fresh one.
async fn opens(inside: &Inside, file: FileId, seal: &str) -> Result<(), Answer> {
    let here = &inside.backend;
    match here.secrets.sealed("file", &file.to_string(), seal, here.clock.now()) {
        Seal::Holds => Ok(()),
        Seal::Foreign => Err(StatusCode::NOT_FOUND.into_response()),
        Seal::Ended => Err(match store::publications::page_of_file(&here.db, file).await {
            Ok(Some(page)) => super::says(StatusCode::GONE, "link-expired", page),
            Ok(None) => StatusCode::NOT_FOUND.into_response(),
            Err(error) => super::failure(&error),
        }),
    }
}

/// The part of a file that a request asks for, and the status of the answer; nothing when it lies outside.
fn asked_for(headers: &HeaderMap, etag: &str, length: u64) -> Option<(StatusCode, Range<u64>)> {
    // Whoever has the beginning of another content gets the whole of this one (RFC 9110 §13.1.5).
    let is_same = headers.get(header::IF_RANGE).is_none_or(|known| known.as_bytes() == etag.as_bytes());
    let range = headers.get(header::RANGE).filter(|_| is_same).and_then(|range| range.to_str().ok());
    match range.map(|range| slice(range, length)) {
        None | Some(Part::Whole) => Some((StatusCode::OK, 0..length)),
        // A part that is the whole is sent as the whole.
        Some(Part::Of(part)) if part == (0..length) => Some((StatusCode::OK, part)),
        Some(Part::Of(part)) => Some((StatusCode::PARTIAL_CONTENT, part)),
        Some(Part::Outside) => None,
    }
}

/// What is said of a file and the part of it that is sent.
fn headers_of(file: File, take: Take, etag: String, part: Range<u64>, length: u64) -> HeaderMap {
    let name = utf8_percent_encode(&file.file_name, NON_ALPHANUMERIC);
    let is_shown = take == Take::Shown && can_be_shown(&file.media_type);
    let disposition = if is_shown { "inline" } else { "attachment" };
    // Whatever a file holds, it does nothing here. Browsers' own viewers of PDF files do not start in a sandbox.
    let policy = if is_shown && file.media_type == "application/pdf" {
        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    } else {
        "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
    };
    let mut said = vec![
        (header::CONTENT_TYPE, file.media_type),
        (header::CONTENT_DISPOSITION, format!("{disposition}; filename*=UTF-8''{name}")),
        (header::CONTENT_LENGTH, (part.end - part.start).to_string()),
        (header::ETAG, etag),
        (header::ACCEPT_RANGES, "bytes".to_owned()),
        (header::CACHE_CONTROL, KEPT.to_owned()),
        (header::CONTENT_SECURITY_POLICY, policy.to_owned()),
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
