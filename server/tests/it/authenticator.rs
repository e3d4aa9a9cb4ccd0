//! An authenticator in software, and the browser around it: makes passkeys and answers for them, rightly or as wrongly
//! as a test wants it to (WebAuthn level 3, §6).

use backend::secrets::hash_token;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};

use crate::world::ORIGIN;

/// Flags of what an authenticator says: somebody was there, was verified, and a new key comes along.
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const ATTESTED: u8 = 0x40;
/// It may be copied to other devices by whoever keeps it, and is.
const BACKUP_ELIGIBLE: u8 = 0x08;
const BACKED_UP: u8 = 0x10;

/// One passkey on one device.
#[derive(Clone)]
pub struct Authenticator {
    /// The key that signs.
    pub key: SigningKey,
    /// What it calls itself.
    pub id: Vec<u8>,
    /// How often it was used.
    pub counter: u32,
    /// Whether it counts at all; those that are kept in several places do not.
    pub counts: bool,
    /// Whether it verifies who is there.
    pub verifies: bool,
    /// Whether it may be kept in several places, and is.
    pub backup: (bool, bool),
    /// The page that the browser says it is on.
    pub origin: String,
    /// The site that it is asked for.
    pub site: Option<String>,
}

fn base64url(bytes: impl AsRef<[u8]>) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// Bytes in CBOR (RFC 8949 §3), at most 65,535 of them.
fn cbor_bytes(bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len()).expect("few bytes").to_be_bytes();
    [[0x59].as_slice(), &length, bytes].concat()
}

impl Authenticator {
    /// A device; another number is another one.
    pub fn new(number: u8) -> Self {
        Self {
            key: SigningKey::from_slice(&[number; 32]).expect("a key"),
            id: vec![number; 24],
            counter: 0,
            counts: true,
            verifies: true,
            backup: (false, false),
            origin: ORIGIN.to_owned(),
            site: None,
        }
    }

    /// One that is kept in several places, as those of telephones are.
    pub fn synchronised(number: u8) -> Self {
        Self { counts: false, backup: (true, true), ..Self::new(number) }
    }

    /// Makes a passkey, as a page asks for it; what the browser gives the page.
    pub fn makes(&mut self, options: &Value) -> String {
        let asked = &options["publicKey"];
        assert_eq!(asked["authenticatorSelection"]["userVerification"], "required");
        assert_eq!(asked["attestation"], "none", "nobody asks for the make of a device");
        let client = self.client_data("webauthn.create", asked);
        let said = [self.said(asked["rp"]["id"].as_str().expect("a site"), ATTESTED), self.attested()].concat();
        // A map of three: no statement about the make of the device.
        let object = [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData".as_slice(), &cbor_bytes(&said)].concat();
        let response = json!({
            "clientDataJSON": base64url(&client),
            "attestationObject": base64url(object),
            "transports": ["internal", "some-day"],
        });
        self.answer(&response)
    }

    /// Answers for the passkey, as a page asks for it.
    pub fn answers(&mut self, options: &Value) -> String {
        let asked = &options["publicKey"];
        assert_eq!(asked["userVerification"], "required");
        let client = self.client_data("webauthn.get", asked);
        let said = self.said(asked["rpId"].as_str().expect("a site"), 0);
        let signed = [said.as_slice(), &hash_token(&client)].concat();
        let signature: Signature = self.key.sign(&signed);
        let response = json!({
            "clientDataJSON": base64url(&client),
            "authenticatorData": base64url(&said),
            "signature": base64url(signature.to_der().as_bytes()),
            "userHandle": null,
        });
        self.answer(&response)
    }

    /// Whether a page asks for this one.
    pub fn is_asked_for(&self, options: &Value) -> bool {
        let id = base64url(&self.id);
        let allowed = options["publicKey"]["allowCredentials"].as_array().expect("a list");
        allowed.iter().any(|one| one["id"] == id.as_str())
    }

    fn answer(&self, response: &Value) -> String {
        let id = base64url(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response }).to_string()
    }

    /// What the browser says of the page, which is signed along.
    fn client_data(&self, kind: &str, asked: &Value) -> String {
        let challenge = &asked["challenge"];
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false }).to_string()
    }

    /// What the authenticator says: for which site, how, and how often it was used.
    fn said(&mut self, site: &str, more: u8) -> Vec<u8> {
        self.counter += u32::from(self.counts);
        let flag = |is_set: bool, flag: u8| if is_set { flag } else { 0 };
        let flags = PRESENT
            | more
            | flag(self.verifies, VERIFIED)
            | flag(self.backup.0, BACKUP_ELIGIBLE)
            | flag(self.backup.1, BACKED_UP);
        let site = self.site.as_deref().unwrap_or(site);
        [hash_token(site).as_slice(), &[flags], &self.counter.to_be_bytes()].concat()
    }

    /// The new key: no make of device, what it calls itself, and a public key for ES256 (RFC 9053 §7.1).
    fn attested(&self) -> Vec<u8> {
        let length = u16::try_from(self.id.len()).expect("a short id").to_be_bytes();
        let point = self.key.verifying_key().to_sec1_point(false);
        let (across, up) = point.as_bytes()[1..].split_at(32);
        let (across, up) = (cbor_bytes(across), cbor_bytes(up));
        let key = [b"\xa5\x01\x02\x03\x26\x20\x01\x21".as_slice(), &across, b"\x22", &up].concat();
        [[0; 16].as_slice(), &length, &self.id, &key].concat()
    }
}
