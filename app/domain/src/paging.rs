//! Paging by keyset: a page starts after a row, not after a count, so unchanged rows neither
//! repeat nor go missing while others come and go.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};

/// Where a page begins or ends. Travels in URLs as an opaque text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// The order of the list, then the values it is sorted by, as text, of the row at the edge.
    pub keys: Vec<String>,
    /// The id of that row.
    pub id: uuid::Uuid,
    /// The number of the page that this cursor leads to, counted from 1.
    pub page: u32,
}

/// Which part of a list is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Position {
    /// The first page.
    #[default]
    Start,
    /// The page that follows a row.
    After(Cursor),
    /// The page that precedes a row.
    Before(Cursor),
}

/// Longest cursor that is read; sort keys are titles and codes, so real ones are far below it.
const MAX_CHARS: usize = 4_000;

impl Cursor {
    /// The cursor as it stands in a URL: page, id and keys, separated by unit separators, in
    /// base 64 for URLs (RFC 4648 §5, unpadded).
    pub fn encode(&self) -> String {
        let plain = [&[self.page.to_string(), self.id.to_string()], self.keys.as_slice()].concat().join("\u{1f}");
        BASE64_URL_SAFE_NO_PAD.encode(plain)
    }

    /// Reads a cursor. `None` for anything that is not one; such a list starts at its first page.
    pub fn decode(text: &str) -> Option<Self> {
        if text.len() > MAX_CHARS {
            return None;
        }
        let plain = String::from_utf8(BASE64_URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let mut parts = plain.split('\u{1f}').map(str::to_owned);
        let page = parts.next()?.parse().ok()?;
        let id = parts.next()?.parse().ok()?;
        let keys: Vec<String> = parts.collect();
        (!keys.iter().any(|key| key.contains('\0'))).then_some(Self { keys, id, page })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_cursor_comes_back_from_its_url(keys in proptest::collection::vec("[^\u{1f}\u{0}]{0,12}", 1..3), id in any::<u128>(), page in any::<u32>()) {
            let cursor = Cursor { keys, id: uuid::Uuid::from_u128(id), page };
            prop_assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
        }

        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = Cursor::decode(&text);
        }
    }
}
