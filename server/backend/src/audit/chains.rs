//! The chains of the audit trail, followed from their beginnings: what a seal has to be, made anew from what its entry
//! says, without the functions of the database that made it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use domain::audit::Head;
use sha2::{Digest, Sha256};
use store::audit::{Seal, Waiting};
use uuid::Uuid;

use crate::secrets::hex;

/// What stands before the first seal.
const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A place in a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The stream.
    pub stream: String,
    /// The number there.
    pub sequence: i64,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.stream, self.sequence)
    }
}

/// What is wrong with the trail, where it first is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A number is left out.
    #[error("{0}: there is no seal of this number")]
    NoSeal(Place),
    /// A seal names another one before it.
    #[error("{0}: the seal does not follow from the one before it")]
    Unlinked(Place),
    /// A sealed entry is gone.
    #[error("{0}: the entry {1} is gone")]
    NoEntry(Place, Uuid),
    /// An entry says something else than when it was sealed, or its seal does.
    #[error("{0}: the entry {1}, or its seal, is not what was sealed")]
    Changed(Place, Uuid),
    /// The last seals are gone, or the head was changed.
    #[error("{0}: the chain does not end where its head says")]
    End(Place),
    /// A head that was kept elsewhere is not on the chain.
    #[error("{0}: the chain does not hold the head that was kept")]
    Kept(Place),
    /// An entry that waited for its seal is gone.
    #[error("the entry {0} is gone; it was not sealed yet")]
    NoneToSeal(Uuid),
    /// An entry says something else than when it was written, and was not sealed yet.
    #[error("the entry {0} is not what was written; it was not sealed yet")]
    ChangedUnsealed(Uuid),
    /// An entry was put in that neither is sealed nor waits for it.
    #[error("{0}: the entry {1} was put in without a seal")]
    Unsealed(String, Uuid),
}

/// The chains as far as they were followed.
pub struct Chains<'a> {
    /// Heads that were kept elsewhere.
    kept: &'a [Head],
    /// Where each has come to, by stream.
    ends: BTreeMap<String, Head>,
}

impl<'a> Chains<'a> {
    /// Before the first seal of any; with heads that were kept elsewhere.
    pub fn new(kept: &'a [Head]) -> Self {
        Self { kept, ends: BTreeMap::new() }
    }

    /// Goes on to the next seal of its stream.
    pub fn add(&mut self, seal: Seal) -> Result<(), Fault> {
        let (number, previous) = match self.ends.get(&seal.stream) {
            Some(end) => (end.sequence, end.hash.as_str()),
            None => (0, NOTHING),
        };
        let place = Place { stream: seal.stream.clone(), sequence: number + 1 };
        if seal.sequence != place.sequence {
            return Err(Fault::NoSeal(place));
        }
        if seal.previous != previous {
            return Err(Fault::Unlinked(place));
        }
        let Some(parts) = &seal.parts else { return Err(Fault::NoEntry(place, seal.entry)) };
        let (number, mark) = (seal.sequence.to_string(), mark(parts));
        let hash = digest([seal.stream.as_str(), number.as_str(), previous, mark.as_str()]);
        if hash != seal.hash {
            return Err(Fault::Changed(place, seal.entry));
        }
        let mut kept = self.kept.iter().filter(|kept| kept.stream == seal.stream && kept.sequence == seal.sequence);
        if kept.any(|kept| kept.hash != hash) {
            return Err(Fault::Kept(place));
        }
        self.ends.insert(seal.stream.clone(), Head { stream: seal.stream, sequence: seal.sequence, hash });
        Ok(())
    }

    /// Whether the chains end where their heads say, and not before any that was kept.
    pub fn end(&self, heads: &[Head]) -> Result<(), Fault> {
        let followed = self.ends.keys().map(String::as_str);
        let streams: BTreeSet<&str> = followed.chain(heads.iter().map(|head| head.stream.as_str())).collect();
        for stream in streams {
            let end = self.ends.get(stream);
            let head = heads.iter().find(|head| head.stream == stream);
            if end != head {
                let (end, head) = (end.map_or(0, |end| end.sequence), head.map_or(0, |head| head.sequence));
                let sequence = if end == head { end } else { end.min(head) + 1 };
                return Err(Fault::End(Place { stream: stream.to_owned(), sequence }));
            }
        }
        let is_lost = |kept: &&Head| self.ends.get(&kept.stream).is_none_or(|end| end.sequence < kept.sequence);
        match self.kept.iter().find(is_lost) {
            Some(kept) => Err(Fault::Kept(Place { stream: kept.stream.clone(), sequence: kept.sequence })),
            None => Ok(()),
        }
    }
}

/// Whether an entry that waits for its seal is there, as it was written.
pub fn check_waiting(waiting: &Waiting) -> Result<(), Fault> {
    match &waiting.parts {
        None => Err(Fault::NoneToSeal(waiting.entry)),
        Some(parts) if mark(parts) != waiting.mark => Err(Fault::ChangedUnsealed(waiting.entry)),
        Some(_) => Ok(()),
    }
}

/// What an entry says, as one value.
fn mark(parts: &[String]) -> String {
    digest(parts.iter().map(String::as_str))
}

fn digest<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    hex(&Sha256::digest(encoded(parts)))
}

/// Texts in one, each behind its length in bytes, so that no two lists of texts are written alike.
fn encoded<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(&part.len().to_string());
        text.push(':');
        text.push_str(part);
        text.push(',');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The texts that were written into one.
    fn decoded(mut text: &str) -> Vec<&str> {
        let mut parts = Vec::new();
        while let Some((length, rest)) = text.split_once(':') {
            let (part, rest) = rest.split_at(length.parse().expect("a length"));
            parts.push(part);
            text = rest.strip_prefix(',').expect("an end");
        }
        assert_eq!(text, "");
        parts
    }

    #[test]
    fn what_is_written_in_one_can_be_taken_apart_again() {
        let lists: [&[&str]; 9] = [
            &[],
            &[""],
            &["", ""],
            &["ab", "c"],
            &["a", "bc"],
            &["abc", ""],
            &["2:ab,1:c,"],
            &["1", ":", ",", "0:,"],
            &["ة", "é\0\n", "10:"],
        ];
        for list in lists {
            assert_eq!(decoded(&encoded(list.iter().copied())), list);
        }
        let different: BTreeSet<String> = lists.iter().map(|list| digest(list.iter().copied())).collect();
        assert_eq!(different.len(), lists.len());
    }
}
