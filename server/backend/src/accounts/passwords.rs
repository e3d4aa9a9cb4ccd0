//! Passwords: Argon2id with 19 MiB, two rounds and one lane, which is what OWASP's cheat sheet on storing them asks for.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use domain::{
    account::{NewPassword, Password},
    id::AccountId,
};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;
use zxcvbn::{Score, zxcvbn};

use crate::{Backend, StoreError, secrets::random_bytes};

/// Passwords that are worked on at once: each takes 19 MiB and a core for a while.
const AT_ONCE: usize = 2;
static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);
/// What is compared where there is no password, so that it takes as long. Nothing fits it.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// One form for however a keyboard makes an accent.
fn composed(password: &str) -> String {
    password.nfc().collect()
}

/// Works on a password beside the requests, a few at a time.
async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, StoreError> {
    let failed = |error: &dyn std::fmt::Display| {
        tracing::error!(%error, "a password was not worked on");
        StoreError::Unavailable(sqlx::Error::WorkerCrashed)
    };
    let _turn = TURNS.acquire().await.map_err(|error| failed(&error))?;
    tokio::task::spawn_blocking(work).await.map_err(|error| failed(&error))
}

/// Whether a password is the one that is stored, if one is.
pub(crate) async fn fits(password: &Password, stored: Option<String>) -> Result<bool, StoreError> {
    let password = composed(password.as_str());
    in_turn(move || is_of(&password, stored.as_deref())).await
}

fn is_of(password: &str, stored: Option<&str>) -> bool {
    let Ok(hash) = PasswordHash::new(stored.unwrap_or(NOBODYS)) else { return false };
    let fits = Argon2::default().verify_password(password.as_bytes(), &hash).is_ok();
    fits && stored.is_some()
}

/// What is stored of a new password; nothing where it is guessed easily, the owner's own words among what is tried.
pub(crate) async fn hash(password: &NewPassword, own: &str) -> Result<Option<String>, StoreError> {
    let (password, own) = (composed(password.as_str()), own.to_owned());
    let hashed =
        in_turn(move || if is_common(&password, &own) { Ok(None) } else { hashed(&password).map(Some) }).await?;
    hashed.map_err(|error| not_hashed(&error))
}

/// Stores a password that fits anew, where what is stored was made with other parameters than are asked for now. Nobody
/// is told, and nobody signed out: it is the same password.
pub(crate) async fn renew(
    backend: &Backend,
    account: AccountId,
    password: &Password,
    stored: Option<&str>,
) -> Result<(), StoreError> {
    let Some(stored) = stored.filter(|stored| !is_current(stored)) else { return Ok(()) };
    let password = composed(password.as_str());
    let hash = in_turn(move || hashed(&password)).await?.map_err(|error| not_hashed(&error))?;
    store::accounts::signing_in::renew_password(&backend.db, account, (stored, &hash)).await
}

/// Whether a hash was made with the parameters that new ones are made with.
fn is_current(stored: &str) -> bool {
    match (PasswordHash::new(stored), PasswordHash::new(NOBODYS)) {
        (Ok(hash), Ok(ours)) => {
            (hash.algorithm, hash.version, &hash.params) == (ours.algorithm, ours.version, &ours.params)
        }
        _ => false,
    }
}

fn not_hashed(error: &argon2::password_hash::Error) -> StoreError {
    tracing::error!(%error, "a password was not hashed");
    StoreError::Unavailable(sqlx::Error::WorkerCrashed)
}

fn hashed(password: &str) -> Result<String, argon2::password_hash::Error> {
    let hash: PasswordHash = Argon2::default().hash_password_with_salt(password.as_bytes(), &random_bytes::<16>())?;
    Ok(hash.to_string())
}

/// Whether a password is among those that are tried first.
fn is_common(password: &str, own: &str) -> bool {
    let name = own.split('@').next().unwrap_or_default();
    zxcvbn(password, &[own, name, "healthpost"]).score() < Score::Three
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_own_hash_alone() {
        let stored = hashed("correct horse battery staple").expect("a hash");
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(is_of("correct horse battery staple", Some(&stored)));
        assert!(!is_of("correct horse battery", Some(&stored)));
        assert_ne!(hashed("correct horse battery staple").expect("a hash"), stored, "each has its own salt");
    }

    #[test]
    fn without_a_password_the_same_work_is_done_and_nothing_fits() {
        let (hash, nobodys) = (hashed("x").expect("a hash"), PasswordHash::new(NOBODYS).expect("it can be compared"));
        let hash = PasswordHash::new(&hash).expect("a hash");
        assert_eq!((hash.algorithm, hash.version, &hash.params), (nobodys.algorithm, nobodys.version, &nobodys.params));
        assert!(!is_of("", None) && !is_of("correct horse battery staple", None));
    }

    #[test]
    fn what_was_hashed_with_less_is_to_be_hashed_anew() {
        // Of the reference implementation's tests.
        let earlier = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assert!(is_of("password", Some(earlier)) && !is_current(earlier));
        assert!(is_current(&hashed("password").expect("a hash")));
    }

    #[test]
    fn what_everybody_tries_first_is_too_common() {
        for bad in ["passwordpassword", "123456789012", "qwertyuiopas", "healthposthealthpost", "ada@example.com"] {
            assert!(is_common(bad, "ada@example.com"), "{bad}");
        }
        assert!(!is_common("correct horse battery staple", "ada@example.com"));
        assert!(!is_common("Xh7-quiet-lamp-offset", "ada@example.com"));
    }
}
