//! Keys of a provider of OpenID Connect, and what is signed with them.

use aws_lc_rs::{
    hmac,
    rand::SystemRandom,
    rsa::{KeyPair as RsaKeyPair, KeySize},
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair, RSA_PKCS1_SHA256},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::{Value, json};

/// Bytes of the modulus of an RSA key of 2048 bits, and of its DER (RFC 8017) with the exponent 65537.
const MODULUS: usize = 256;
const DER: usize = 270;

enum Pair {
    Es256(EcdsaKeyPair),
    Rs256(RsaKeyPair),
}

/// A key with its name.
pub struct SigningKey {
    kid: String,
    pair: Pair,
}

/// How a token is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signs {
    /// With the key that is published.
    Rightly,
    /// With another one, of a name that is not published.
    Unknown,
    /// With another one, under the name of the one that is published.
    Forged,
    /// Not at all, and it says so.
    Not,
    /// With a text that both sides know, as the secret of the client is.
    Symmetrically(&'static str),
}

fn written(bytes: impl AsRef<[u8]>) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

impl SigningKey {
    /// An ES256 key.
    pub fn es256(kid: &str) -> Self {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).expect("a key");
        Self { kid: kid.to_owned(), pair: Pair::Es256(pair) }
    }

    /// An RS256 key.
    pub fn rs256(kid: &str) -> Self {
        let pair = RsaKeyPair::generate(KeySize::Rsa2048).expect("a key");
        Self { kid: kid.to_owned(), pair: Pair::Rs256(pair) }
    }

    fn algorithm(&self) -> &'static str {
        match self.pair {
            Pair::Es256(_) => "ES256",
            Pair::Rs256(_) => "RS256",
        }
    }

    /// What is published of it (RFC 7517).
    pub fn published(&self) -> Value {
        let (kid, alg) = (&self.kid, self.algorithm());
        match &self.pair {
            Pair::Es256(pair) => {
                // An uncompressed point: 4, x, y.
                let (x, y) = pair.public_key().as_ref()[1..].split_at(32);
                let (x, y) = (written(x), written(y));
                json!({ "kty": "EC", "crv": "P-256", "use": "sig", "kid": kid, "alg": alg, "x": x, "y": y })
            }
            Pair::Rs256(pair) => {
                let der = pair.public_key().as_ref();
                assert_eq!(der.len(), DER);
                let (n, e) = (&der[9..9 + MODULUS], &der[DER - 3..]);
                json!({ "kty": "RSA", "use": "sig", "kid": kid, "alg": alg, "n": written(n), "e": written(e) })
            }
        }
    }

    fn signature(&self, text: &str) -> Vec<u8> {
        let chance = SystemRandom::new();
        match &self.pair {
            Pair::Es256(pair) => pair.sign(&chance, text.as_bytes()).expect("a signature").as_ref().to_vec(),
            Pair::Rs256(pair) => {
                let mut signature = vec![0; MODULUS];
                pair.sign(&RSA_PKCS1_SHA256, &chance, text.as_bytes(), &mut signature).expect("a signature");
                signature
            }
        }
    }

    /// A token (RFC 7515) that says this.
    pub fn token(&self, says: &Value, signs: Signs) -> String {
        let (kid, alg) = match signs {
            Signs::Rightly | Signs::Forged => (self.kid.as_str(), self.algorithm()),
            Signs::Unknown => ("nobody", self.algorithm()),
            Signs::Not => (self.kid.as_str(), "none"),
            Signs::Symmetrically(_) => (self.kid.as_str(), "HS256"),
        };
        let head = json!({ "typ": "JWT", "alg": alg, "kid": kid });
        let text = format!("{}.{}", written(head.to_string()), written(says.to_string()));
        let signature = match signs {
            Signs::Rightly => self.signature(&text),
            Signs::Unknown | Signs::Forged => Self::es256("another").signature(&text),
            Signs::Not => Vec::new(),
            Signs::Symmetrically(secret) => {
                let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
                hmac::sign(&key, text.as_bytes()).as_ref().to_vec()
            }
        };
        format!("{text}.{}", written(signature))
    }
}
