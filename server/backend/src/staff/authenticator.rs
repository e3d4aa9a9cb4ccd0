//! Codes of an authenticator (RFC 6238): SHA-1, six digits, half a minute each, as every app knows them. The secret is
//! stored sealed, for its account and nowhere else.

use domain::id::AccountId;
use jiff::Timestamp;
use totp_rs::{Builder, Secret, Totp};

use crate::{Sealing, StoreError, sealing::Place, secrets::random_bytes};

/// What apps call the service.
const ISSUER: &str = "Healthpost";

/// The secret of an authenticator, 160 bits. No log shows it.
#[derive(Clone)]
pub(super) struct Authenticator(Secret);

/// A secret that is being set up, as its owner brings it into their app. No log shows it.
#[derive(Clone)]
pub struct ShownSecret {
    /// To be typed: capital letters and digits (base 32), in groups of four.
    pub typed: String,
    /// To be read from a QR code: an `otpauth:` address.
    pub url: String,
}

impl std::fmt::Debug for ShownSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ShownSecret(..)")
    }
}

/// Where the secret of an account stands.
fn sealed<T>(account: AccountId, with: impl FnOnce(Place<'_>) -> T) -> T {
    with(Place { table: "staff_authenticators", column: "secret", row: &account.to_string() })
}

/// A stored secret from which no codes can be made.
fn unreadable(error: impl std::fmt::Display) -> StoreError {
    StoreError::Unreadable(serde::de::Error::custom(error))
}

impl Authenticator {
    /// Draws a secret.
    pub(super) fn draw() -> Self {
        Self(Secret::from(random_bytes::<20>()))
    }

    /// Reads what is stored of an account.
    pub(super) fn open(sealing: &Sealing, account: AccountId, stored: &[u8]) -> Result<Self, StoreError> {
        let text = sealed(account, |place| sealing.open(place, stored))?;
        Secret::try_from_base32(text).map(Self).map_err(unreadable)
    }

    /// What is stored of it for an account.
    pub(super) fn seal(&self, sealing: &Sealing, account: AccountId) -> Result<Vec<u8>, StoreError> {
        Ok(sealed(account, |place| sealing.seal(place, &self.0.to_base32()))?)
    }

    fn totp(&self, email: &str) -> Result<Totp, StoreError> {
        let email: String = email.chars().filter(|sign| *sign != ':').collect();
        let builder = Builder::new().with_secret(self.0.clone()).with_issuer(Some(ISSUER)).with_account_name(email);
        builder.build().map_err(unreadable)
    }

    /// The step whose code this is: that of a moment, or the one before or after it. Whether it was taken before, its
    /// caller asks.
    pub(super) fn step_of(&self, code: &str, at: Timestamp) -> Result<Option<i64>, StoreError> {
        let second = u64::try_from(at.as_second()).map_err(unreadable)?;
        Ok(self.totp("")?.check(code, second).and_then(|step| i64::try_from(step).ok()))
    }

    /// The secret as it is brought into an app, under the address of its account.
    pub(super) fn shown(&self, email: &str) -> Result<ShownSecret, StoreError> {
        let secret = self.0.to_base32();
        let groups: Vec<&str> = (0..secret.len()).step_by(4).filter_map(|at| secret.get(at..at + 4)).collect();
        Ok(ShownSecret { typed: groups.join(" "), url: self.totp(email)?.to_url().map_err(unreadable)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Secrets;

    /// The secret of RFC 6238 (appendix B), and a moment of it.
    fn known() -> (Authenticator, Timestamp) {
        (Authenticator(Secret::from(*b"12345678901234567890")), "2005-03-18T01:58:29Z".parse().expect("a moment"))
    }

    #[test]
    fn cp_46_codes_are_those_of_rfc_6238_for_half_a_minute_around() {
        let (authenticator, at) = known();
        let step = |code: &str, seconds: i64| {
            let at = at + jiff::SignedDuration::from_secs(seconds);
            authenticator.step_of(code, at).expect("codes can be made")
        };
        assert_eq!(step("081804", 0), Some(1_111_111_109 / 30));
        assert_eq!(step("081804", 30), Some(1_111_111_109 / 30), "a step late");
        assert_eq!(step("081804", -30), Some(1_111_111_109 / 30), "a step early");
        assert_eq!((step("081804", 61), step("081804", -61)), (None, None));
        for wrong in ["081805", "81804", "", "0818040", "+81804", "٠٨١٨٠٤"] {
            assert_eq!(step(wrong, 0), None, "{wrong}");
        }
    }

    #[test]
    fn a_secret_is_shown_as_apps_read_it_and_to_nobody_else() {
        let (authenticator, _) = known();
        let shown = authenticator.shown("ada:x@example.com").expect("a secret");
        assert_eq!(shown.typed, "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(
            shown.url,
            "otpauth://totp/Healthpost:adax%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Healthpost"
        );
        assert!(!format!("{shown:?}").contains("GEZD"));
    }

    #[test]
    fn a_secret_is_read_for_its_own_account_only() {
        let sealing = Sealing::derived(&Secrets::new("0123456789abcdef0123456789abcdef".to_owned().into()));
        let [own, other] = [(); 2].map(|()| AccountId(uuid::Uuid::now_v7()));
        let drawn = Authenticator::draw();
        let stored = drawn.seal(&sealing, own).expect("sealed");
        let opened = Authenticator::open(&sealing, own, &stored).expect("opened");
        assert_eq!(opened.shown("a@b.example").expect("shown").url, drawn.shown("a@b.example").expect("shown").url);
        assert!(Authenticator::open(&sealing, other, &stored).is_err(), "another account's");
        assert!(Authenticator::open(&sealing, own, &stored[1..]).is_err());
        assert_ne!(stored, drawn.seal(&sealing, own).expect("sealed"), "no two are equal");
    }
}
