//! What browsers report: something on a page of ours wanted to do what our policy forbids.

use axum::{body::Bytes, http::StatusCode};
use serde::Deserialize;

/// Where browsers send reports. They say where from in their own way, so this path takes them without.
pub const PATH: &str = "/csp-reports";

/// The largest post, in bytes.
pub const MAX_BODY: usize = 16 * 1024;
/// The most reports that are read of one post.
const MOST: usize = 5;
/// The longest word of a report that is logged, in characters.
const LONGEST: usize = 60;

#[derive(Debug, Deserialize)]
struct Report {
    body: Option<Violation>,
}

#[derive(Debug, Deserialize)]
struct Violation {
    #[serde(rename = "effectiveDirective")]
    directive: Option<String>,
    #[serde(rename = "blockedURL")]
    blocked: Option<String>,
}

/// Logs which rule was broken and by which host. Anybody may post here, and addresses of pages may hold
/// tokens: nothing else of a report is kept.
pub async fn take(body: Bytes) -> StatusCode {
    let Ok(reports) = serde_json::from_slice::<Vec<Report>>(&body) else { return StatusCode::BAD_REQUEST };
    let said = reports.into_iter().take(MOST).filter_map(|report| report.body);
    for violation in said.filter(|violation| violation.directive.is_some()) {
        let (directive, blocked) = (word(violation.directive), word(violation.blocked.map(|url| host_of(&url))));
        tracing::warn!(directive, blocked, "a browser reports a violation of the policy");
    }
    StatusCode::NO_CONTENT
}

/// The host of an address; a word like `inline` stays as it is.
fn host_of(url: &str) -> String {
    url.split_once("//").map_or(url, |(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or_default()).to_owned()
}

fn word(text: Option<String>) -> String {
    text.unwrap_or_default().chars().filter(|c| c.is_ascii_alphanumeric() || ".-:".contains(*c)).take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hosts_are_kept() {
        assert_eq!(host_of("https://evil.example/path?token=1"), "evil.example");
        assert_eq!(host_of("inline"), "inline");
        assert_eq!(word(Some("script-src-elem\n<b>".to_owned())), "script-src-elemb");
    }
}
