//! Which state of a registration a page shows.

use std::fmt;

use crate::{
    form::{Answer, MALFORMED, Problem},
    id::DraftId,
};

/// How often it was written, and which draft it is, where it is one: two windows that write to it are told apart, and
/// so is one that was left open on another draft. As text: `7`, or `7-` and the id of the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownVersion(pub i32, pub Option<DraftId>);

impl ShownVersion {
    /// Whether the page shows another draft than this one.
    pub fn is_of_another(self, draft: DraftId) -> bool {
        self.1.is_some_and(|shown| shown != draft)
    }
}

impl fmt::Display for ShownVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self(version, None) => write!(f, "{version}"),
            Self(version, Some(draft)) => write!(f, "{version}-{draft}"),
        }
    }
}

impl Answer for ShownVersion {
    /// A number, a hyphen and an id.
    const MAX_CHARS: usize = 10 + 1 + 36;

    fn read(text: &str) -> Result<Self, Problem> {
        let (version, draft) = text.split_once('-').map_or((text, None), |(version, draft)| (version, Some(draft)));
        let version = version.parse::<i32>().ok().filter(|version| *version >= 0).ok_or(MALFORMED)?;
        Ok(Self(version, draft.map(str::parse::<DraftId>).transpose().map_err(|_| MALFORMED)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_names_its_draft_or_none() {
        let draft = DraftId(uuid::Uuid::from_u128(7));
        for version in [ShownVersion(7, None), ShownVersion(0, Some(draft)), ShownVersion(i32::MAX, Some(draft))] {
            let text = version.to_string();
            assert!(text.len() <= ShownVersion::MAX_CHARS);
            assert_eq!(ShownVersion::read(&text).ok(), Some(version), "{text}");
        }
        for text in ["", "-1", "7-", "7-8", "7-<b>", "2147483648"] {
            assert!(ShownVersion::read(text).is_err(), "{text}");
        }
    }
}
