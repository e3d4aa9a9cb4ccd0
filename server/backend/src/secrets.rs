//! Keys, tokens and codes.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::{checkout::IdempotencyKey, form::Answer};
use hmac::{Hmac, Mac};
use jiff::Timestamp;
use rand::{Rng, RngCore};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// The server's keys.
#[derive(Debug)]
pub struct Secrets {
    signing: SecretString,
}

/// What a seal is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    /// It is ours, and holds.
    Holds,
    /// It is ours, and its time has passed.
    Ended,
    /// It is none of ours, or of something else.
    Foreign,
}

/// A random token for a cookie, 256 bits. Only its hash is stored, and no log shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(..)")
    }
}

impl Token {
    /// Draws a token.
    pub fn draw() -> Self {
        Self(BASE64_URL_SAFE_NO_PAD.encode(random_bytes::<32>()))
    }

    /// A token that came back in its cookie; whether it is ours, only its hash tells.
    pub fn sent(token: &str) -> Self {
        Self(token.to_owned())
    }

    /// The token as it stands in the cookie.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is stored of it.
    pub fn hash(&self) -> [u8; 32] {
        hash_token(&self.0)
    }
}

/// What is stored of a token that somebody sent.
pub fn hash_token(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// Draws the key under which a form does once what it does.
///
/// # Panics
///
/// Never: what is drawn has the form that is read.
#[expect(clippy::expect_used, reason = "what is drawn here has the form that is read")]
pub fn draw_key() -> IdempotencyKey {
    IdempotencyKey::read(&Token::draw().as_str().replace('_', "-")).expect("a key of letters and digits")
}

/// Random bytes from a cryptographic generator that the operating system seeds.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    chance().fill_bytes(&mut bytes);
    bytes
}

/// The one source of chance.
#[expect(clippy::disallowed_methods, reason = "everybody else asks here")]
fn chance() -> rand::rngs::ThreadRng {
    rand::rng()
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

/// Sixteen digits that stand for a text; other texts have others.
pub fn short_hash(text: &str) -> String {
    hex(&hash_token(text)[..8])
}

/// Six random digits.
pub fn six_digits() -> String {
    format!("{:06}", chance().random_range(0..1_000_000_u32))
}

/// 64 random bits.
pub fn random_bits() -> u64 {
    u64::from_le_bytes(random_bytes())
}

/// The mark of a message under a key, for a purpose.
pub fn mark(key: &[u8; 32], purpose: &str, message: &str) -> [u8; 32] {
    // A key of exactly one block: filled up with zeros (RFC 2104 §2).
    let mut block = [0; 64];
    block[..32].copy_from_slice(key);
    let mut mac = <Hmac<Sha256> as Mac>::new(&block.into());
    mac.update(purpose.as_bytes());
    mac.update(&[0]);
    mac.update(message.as_bytes());
    mac.finalize().into_bytes().into()
}

impl Secrets {
    /// Keys derived from one configured secret.
    pub fn new(signing: SecretString) -> Self {
        Self { signing }
    }

    /// The mark of a message under the server's key.
    pub fn sign(&self, purpose: &str, message: &str) -> [u8; 32] {
        let key = Sha256::digest(self.signing.expose_secret().as_bytes());
        mark(&key.into(), purpose, message)
    }

    /// Whether a mark belongs to a message; takes the same time whether it does or not.
    pub fn verify(&self, purpose: &str, message: &str, mark: &[u8]) -> bool {
        self.sign(purpose, message).ct_eq(mark).into()
    }

    /// A token that follows from a message: nobody can tell it who has not the server's key.
    pub fn token(&self, purpose: &str, message: &str) -> Token {
        Token(BASE64_URL_SAFE_NO_PAD.encode(self.sign(purpose, message)))
    }

    /// A link's last part for something that ends: `{expiry}.{mark}`.
    pub fn seal(&self, purpose: &str, subject: &str, expires_at: Timestamp) -> String {
        let expiry = expires_at.as_second();
        let mark = self.sign(purpose, &format!("{subject} {expiry}"));
        format!("{expiry}.{}", BASE64_URL_SAFE_NO_PAD.encode(mark))
    }

    /// Whether a seal is ours, for this subject, and has not ended.
    pub fn is_sealed(&self, purpose: &str, subject: &str, seal: &str, now: Timestamp) -> bool {
        self.sealed(purpose, subject, seal, now) == Seal::Holds
    }

    /// Whether a seal is ours, for this subject, and whether it holds still.
    pub fn sealed(&self, purpose: &str, subject: &str, seal: &str, now: Timestamp) -> Seal {
        let Some((expiry, mark)) = seal.split_once('.') else { return Seal::Foreign };
        let Ok(mark) = BASE64_URL_SAFE_NO_PAD.decode(mark) else { return Seal::Foreign };
        if !self.verify(purpose, &format!("{subject} {expiry}"), &mark) {
            return Seal::Foreign;
        }
        let in_time = expiry.parse::<i64>().is_ok_and(|expiry| expiry >= now.as_second());
        if in_time { Seal::Holds } else { Seal::Ended }
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;

    use super::*;

    #[test]
    fn a_seal_holds_for_its_subject_until_its_end() {
        let secrets = Secrets::new("0123456789abcdef0123456789abcdef".to_owned().into());
        let now = Timestamp::UNIX_EPOCH;
        let seal = secrets.seal("file", "a", now + 1.hour());
        assert!(secrets.is_sealed("file", "a", &seal, now));
        assert!(!secrets.is_sealed("file", "b", &seal, now), "another subject");
        assert!(!secrets.is_sealed("track", "a", &seal, now), "another purpose");
        assert!(!secrets.is_sealed("file", "a", &seal, now + 2.hours()), "too late");
        assert_eq!(secrets.sealed("file", "a", &seal, now + 2.hours()), Seal::Ended);
        assert_eq!(secrets.sealed("file", "b", &seal, now + 2.hours()), Seal::Foreign);
        let longer = seal.replacen("3600", "9999", 1);
        assert!(!secrets.is_sealed("file", "a", &longer, now), "a changed end");
    }
}
