//! The chains of the audit trail, as people keep where they end.

use std::{fmt, str::FromStr};

/// Characters of a hash: SHA-256 in hexadecimal digits.
pub const HASH_CHARS: usize = 64;

/// Where the chain of a stream ends, or ended when it was written down. Written `stream:sequence:hash`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The stream.
    pub stream: String,
    /// How many entries it holds.
    pub sequence: i64,
    /// The hash of the last seal, in lower-case hexadecimal digits.
    pub hash: String,
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.stream, self.sequence, self.hash)
    }
}

/// A text that names no head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a head is written stream:sequence:hash")]
pub struct NoHead;

impl FromStr for Head {
    type Err = NoHead;

    fn from_str(text: &str) -> Result<Self, NoHead> {
        let (stream, rest) = text.trim().split_once(':').ok_or(NoHead)?;
        let (sequence, hash) = rest.split_once(':').ok_or(NoHead)?;
        let sequence = sequence.parse::<i64>().ok().filter(|sequence| *sequence > 0).ok_or(NoHead)?;
        let is_hash = hash.len() == HASH_CHARS && hash.bytes().all(|digit| digit.is_ascii_hexdigit());
        if stream.is_empty() || !is_hash {
            return Err(NoHead);
        }
        Ok(Self { stream: stream.to_owned(), sequence, hash: hash.to_ascii_lowercase() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_as_it_is_written() {
        let head = Head { stream: "orders".to_owned(), sequence: 12, hash: "0a".repeat(32) };
        assert_eq!(head.to_string().parse::<Head>(), Ok(head.clone()));
        assert_eq!(format!(" {}\n", head.to_string().replace("0a", "0A")).parse::<Head>(), Ok(head));
    }

    #[test]
    fn what_names_no_head_is_refused() {
        let hash = "0a".repeat(32);
        for text in ["", "orders", "orders:1", "orders:1:0a"] {
            assert_eq!(text.parse::<Head>(), Err(NoHead), "{text}");
        }
        for start in [":1:", "orders:0:", "orders:-1:", "orders:x:", "orders:1:0"] {
            assert_eq!(format!("{start}{hash}").parse::<Head>(), Err(NoHead), "{start}");
        }
        assert_eq!(format!("orders:1:{}", hash.replace('a', "ä")).parse::<Head>(), Err(NoHead));
    }
}
