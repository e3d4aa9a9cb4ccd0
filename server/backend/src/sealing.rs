//! Encryption of single values: what is worst to lose stays unreadable for whoever holds the database alone.
//!
//! A sealed value is one byte with the length of the key's id, the id, a nonce of 24 random bytes, and the text under
//! XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03). Where it stands is authenticated with it, so that a value that was
//! moved to another row or column cannot be read.

use base64::{Engine, prelude::BASE64_STANDARD};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use secrecy::{ExposeSecret, SecretBox, SecretString};

use crate::{
    Secrets,
    secrets::{mark, random_bytes},
};

/// Bytes of a key.
const KEY_BYTES: usize = 32;
/// Bytes of a nonce.
const NONCE_BYTES: usize = 24;
/// The most characters in the id of a key.
const ID_CHARS: usize = 16;
/// Different bytes that a key must have: one that was not drawn has few.
const DISTINCT_BYTES: usize = 12;

/// The keys that seal: the first writes, all read.
#[derive(Debug)]
pub struct Sealing {
    first: Key,
    others: Vec<Key>,
}

#[derive(Debug)]
struct Key {
    id: String,
    bytes: SecretBox<[u8; KEY_BYTES]>,
}

/// Why keys cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadKeys {
    /// There is none, or one is not `id:key`, where the id is 1 to 16 letters, digits and hyphens.
    #[error("each key is written id:key, where the id is 1 to 16 letters, digits and hyphens")]
    Unreadable,
    /// A key is not 32 bytes as base64.
    #[error("a key has to be 32 bytes in base64")]
    Length,
    /// A key was not drawn by chance.
    #[error("a key is too weak")]
    Weak,
    /// Two keys have one id.
    #[error("two keys have the same id")]
    Twice,
}

/// A sealed value cannot be read: its key is not there, it stands elsewhere, or it was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a sealed value cannot be read")]
pub struct Unsealable;

/// Where a sealed value stands.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The table.
    pub table: &'a str,
    /// The column.
    pub column: &'a str,
    /// The row, by its key.
    pub row: &'a str,
}

impl Place<'_> {
    fn authenticated(&self) -> Vec<u8> {
        format!("{}|{}|{}", self.table, self.column, self.row).into_bytes()
    }
}

impl Key {
    fn new(id: &str, bytes: [u8; KEY_BYTES]) -> Self {
        Self { id: id.to_owned(), bytes: SecretBox::new(Box::new(bytes)) }
    }

    /// Reads `id:base64`.
    fn read(text: &str) -> Result<Self, BadKeys> {
        let (id, key) = text.trim().split_once(':').ok_or(BadKeys::Unreadable)?;
        let is_id = (1..=ID_CHARS).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !is_id {
            return Err(BadKeys::Unreadable);
        }
        let bytes = BASE64_STANDARD.decode(key).map_err(|_| BadKeys::Length)?;
        let bytes: [u8; KEY_BYTES] = bytes.try_into().map_err(|_| BadKeys::Length)?;
        let distinct = bytes.iter().collect::<std::collections::BTreeSet<_>>().len();
        if distinct < DISTINCT_BYTES { Err(BadKeys::Weak) } else { Ok(Self::new(id, bytes)) }
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.bytes.expose_secret().into())
    }

    /// The mark of a text, by which equal texts are found; under a key of its own for each purpose.
    fn mark(&self, purpose: &str, text: &str) -> [u8; 32] {
        let own = mark(self.bytes.expose_secret(), "blind-index", purpose);
        mark(&own, purpose, text)
    }
}

impl Sealing {
    /// Reads `id:base64,id:base64`.
    ///
    /// # Errors
    /// Where a key is missing, malformed or weak, or two have one id.
    pub fn read(keys: &SecretString) -> Result<Self, BadKeys> {
        let keys = keys.expose_secret().split(',').map(Key::read).collect::<Result<Vec<_>, _>>()?;
        let distinct = keys.iter().map(|key| key.id.as_str()).collect::<std::collections::BTreeSet<_>>().len();
        if distinct < keys.len() {
            return Err(BadKeys::Twice);
        }
        let mut keys = keys.into_iter();
        let first = keys.next().ok_or(BadKeys::Unreadable)?;
        Ok(Self { first, others: keys.collect() })
    }

    /// One key derived from the server's secret: for development, where nobody's data is.
    pub fn derived(secrets: &Secrets) -> Self {
        Self { first: Key::new("derived", secrets.sign("sealing", "development")), others: Vec::new() }
    }

    fn keys(&self) -> impl Iterator<Item = &Key> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// Seals a text for where it will stand.
    ///
    /// # Errors
    /// Where the text is longer than the cipher takes (256 GiB).
    pub fn seal(&self, place: Place<'_>, text: &str) -> Result<Vec<u8>, Unsealable> {
        let nonce = random_bytes::<NONCE_BYTES>();
        let payload = Payload { msg: text.as_bytes(), aad: &place.authenticated() };
        let under_key = self.first.cipher().encrypt(&XNonce::from(nonce), payload).map_err(|_| Unsealable)?;
        let id = self.first.id.as_bytes();
        let length = u8::try_from(id.len()).map_err(|_| Unsealable)?;
        Ok([[length].as_slice(), id, nonce.as_slice(), under_key.as_slice()].concat())
    }

    /// Reads a sealed text where it stands.
    ///
    /// # Errors
    /// Where its key is not among ours, or the value was changed or moved.
    pub fn open(&self, place: Place<'_>, sealed: &[u8]) -> Result<String, Unsealable> {
        let (length, rest) = sealed.split_first().ok_or(Unsealable)?;
        let (id, rest) = rest.split_at_checked(usize::from(*length)).ok_or(Unsealable)?;
        let (nonce, under_key) = rest.split_first_chunk::<NONCE_BYTES>().ok_or(Unsealable)?;
        let key = self.keys().find(|key| key.id.as_bytes() == id).ok_or(Unsealable)?;
        let payload = Payload { msg: under_key, aad: &place.authenticated() };
        let text = key.cipher().decrypt(&XNonce::from(*nonce), payload).map_err(|_| Unsealable)?;
        String::from_utf8(text).map_err(|_| Unsealable)
    }

    /// The mark that is stored of a text, so that an equal one is found without reading any.
    pub fn mark(&self, purpose: &str, text: &str) -> [u8; 32] {
        self.first.mark(purpose, text)
    }

    /// The marks that a text may be stored under: one for each key.
    pub fn marks(&self, purpose: &str, text: &str) -> Vec<Vec<u8>> {
        self.keys().map(|key| key.mark(purpose, text).to_vec()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Place<'static> = Place { table: "draft_answers", column: "sealed", row: "1" };
    /// Bytes 0 to 31, and 32 to 63.
    const ONE: &str = "one:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    const TWO: &str = "two:ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

    fn with(keys: &str) -> Sealing {
        Sealing::read(&keys.to_owned().into()).expect("keys")
    }

    #[test]
    fn a_sealed_text_is_read_where_it_stands_and_nowhere_else() {
        let keys = with(ONE);
        let sealed = keys.seal(HERE, "RN-12345").expect("sealed");
        assert!(!sealed.windows(5).any(|bytes| bytes == b"12345"));
        assert_ne!(sealed, keys.seal(HERE, "RN-12345").expect("sealed"), "no two are equal");
        assert_eq!(keys.open(HERE, &sealed).as_deref(), Ok("RN-12345"));
        assert_eq!(keys.open(Place { row: "2", ..HERE }, &sealed), Err(Unsealable), "another row");
        assert_eq!(keys.open(Place { column: "typed", ..HERE }, &sealed), Err(Unsealable), "another column");
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(keys.open(HERE, &changed), Err(Unsealable), "changed at {at}");
        }
        assert_eq!(keys.open(HERE, &sealed[..20]), Err(Unsealable));
        assert_eq!(keys.open(HERE, &[]), Err(Unsealable));
    }

    #[test]
    fn the_first_key_writes_and_all_read() {
        let old = with(ONE);
        let sealed = old.seal(HERE, "x").expect("sealed");
        let turned = with(&format!("{TWO},{ONE}"));
        assert_eq!(turned.open(HERE, &sealed).as_deref(), Ok("x"));
        assert_eq!(turned.seal(HERE, "x").expect("sealed")[1..4], *b"two");
        assert_eq!(with(TWO).open(HERE, &sealed), Err(Unsealable), "a key that is gone");
        assert!(turned.marks("number", "x").contains(&old.mark("number", "x").to_vec()));
        assert_ne!(old.mark("number", "x"), old.mark("address", "x"), "another purpose");
    }

    #[test]
    fn keys_that_were_not_drawn_are_refused() {
        let refused = |keys: &str| Sealing::read(&keys.to_owned().into()).map(|_| ()).expect_err("refused");
        assert_eq!(refused(""), BadKeys::Unreadable);
        assert_eq!(refused("AAEC"), BadKeys::Unreadable);
        assert_eq!(refused("an id:AAEC"), BadKeys::Unreadable);
        assert_eq!(refused("one:AAEC"), BadKeys::Length);
        assert_eq!(refused(&format!("one:{}=", "A".repeat(43))), BadKeys::Weak);
        assert_eq!(refused(&format!("{ONE},{ONE}")), BadKeys::Twice);
    }
}
