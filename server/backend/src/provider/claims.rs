//! What an ID token says of somebody, once everything about it is proved (OpenID Connect Core 1.0 §3.1.3.7).

use std::time::SystemTime;

use domain::{
    checkout::FULL_NAME,
    form::{Answer, Answers, Reader},
    text::{EmailAddress, FullName},
};
use jiff::{Timestamp, ToSpan};
use openidconnect::{
    AccessTokenHash, ClaimsVerificationError, Nonce, OAuth2TokenResponse, ProviderMetadataWithLogout,
    SignatureVerificationError, TokenResponse,
    core::{CoreIdToken, CoreIdTokenClaims, CoreIdTokenVerifier, CoreTokenResponse},
};

use super::{Provider, discovery::algorithms};

/// Seconds by which the provider's clock may go before or behind ours.
const SKEW_SECONDS: i64 = 60;
/// Minutes after which a token is too old, however long it says that it holds.
const TOKEN_MINUTES: i64 = 10;
/// The longest name of somebody at a provider, in characters (OpenID Connect Core 1.0 §2).
const SUBJECT_CHARS: usize = 255;

/// Who somebody is at the provider.
#[derive(Clone, Debug)]
pub struct Identity {
    /// The provider.
    pub issuer: String,
    /// Who they are there, for good.
    pub subject: String,
    /// Their address, where the provider vouches for it.
    pub email: Option<EmailAddress>,
    /// What they are called there.
    pub name: Option<FullName>,
}

impl Identity {
    /// What they are called here: the name that the provider gives, else their address, as far as a name may be long.
    pub fn full_name(&self) -> Option<FullName> {
        let address = self.email.as_ref().map_or("", EmailAddress::as_str);
        self.name.clone().or_else(|| name(&address.chars().take(FullName::MAX_CHARS).collect::<String>()))
    }
}

/// What a token has to fit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected<'a> {
    /// What was sent with the question.
    pub nonce: &'a Nonce,
    /// When they have to have signed in at the provider, at the earliest.
    pub signed_in_from: Option<Timestamp>,
    /// Now.
    pub now: Timestamp,
}

/// Why a token is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unbelieved {
    /// Its key is unknown, or its signature does not fit the key that is known: there may be others by now.
    Key,
    /// For another reason.
    Other(&'static str),
}

/// Who the ID token of an answer says that they are.
pub(super) fn verified(
    provider: &Provider,
    metadata: &ProviderMetadataWithLogout,
    answer: &CoreTokenResponse,
    expected: Expected<'_>,
) -> Result<Identity, Unbelieved> {
    let token = answer.id_token().ok_or(Unbelieved::Other("there is none"))?;
    let verifier = verifier(provider, metadata, expected);
    let claims = token.claims(&verifier, expected.nonce).map_err(|error| unbelieved(&error))?;
    if claims.authorized_party().is_some_and(|party| *party != provider.client_id) {
        return Err(Unbelieved::Other("it was given to somebody else"));
    }
    fits_access_token(answer, token, &verifier, claims)?;
    let subject = claims.subject().as_str();
    if subject.is_empty() || subject.chars().count() > SUBJECT_CHARS {
        return Err(Unbelieved::Other("its subject is no name"));
    }
    Ok(identity(provider, claims))
}

/// What checks a token: its signature, who gave it to whom, and when. The secret is not among the keys.
fn verifier(
    provider: &Provider,
    metadata: &ProviderMetadataWithLogout,
    expected: Expected<'_>,
) -> CoreIdTokenVerifier<'static> {
    let keys = metadata.jwks().clone();
    let verifier = CoreIdTokenVerifier::new_public_client(provider.client_id.clone(), provider.issuer.clone(), keys);
    let (now, from) = (expected.now.as_second(), expected.signed_in_from.map(Timestamp::as_second));
    let lately = SystemTime::from(expected.now - SKEW_SECONDS.seconds());
    let is_past = move |second: i64| second <= now + SKEW_SECONDS;
    verifier
        .set_allowed_algs(algorithms(metadata))
        .set_time_fn(move || lately.into())
        .set_issue_time_verifier_fn(move |at| {
            let second = at.timestamp();
            let is_young = second >= now - TOKEN_MINUTES * 60 - SKEW_SECONDS;
            if is_young && is_past(second) { Ok(()) } else { Err(String::new()) }
        })
        .set_auth_time_verifier_fn(move |at| {
            let Some(from) = from else { return Ok(()) };
            let is_anew = at.is_some_and(|at| at.timestamp() >= from - SKEW_SECONDS && is_past(at.timestamp()));
            if is_anew { Ok(()) } else { Err(String::new()) }
        })
}

/// Whether the token came with this access token, where it says with which (§3.1.3.8).
fn fits_access_token(
    answer: &CoreTokenResponse,
    token: &CoreIdToken,
    verifier: &CoreIdTokenVerifier<'_>,
    claims: &CoreIdTokenClaims,
) -> Result<(), Unbelieved> {
    let Some(said) = claims.access_token_hash() else { return Ok(()) };
    let (algorithm, key) = token.signing_alg().ok().zip(token.signing_key(verifier).ok()).ok_or(Unbelieved::Key)?;
    let found = AccessTokenHash::from_token(answer.access_token(), algorithm, key);
    if found.is_ok_and(|found| found == *said) { Ok(()) } else { Err(Unbelieved::Other("it came with another token")) }
}

fn identity(provider: &Provider, claims: &CoreIdTokenClaims) -> Identity {
    let email = claims.email().filter(|_| claims.email_verified() == Some(true));
    Identity {
        issuer: provider.issuer().to_owned(),
        subject: claims.subject().as_str().to_owned(),
        email: email.and_then(|email| EmailAddress::read(email.as_str()).ok()),
        name: claims.name().and_then(|names| names.get(None)).and_then(|said| name(said.as_str())),
    }
}

/// A name as one would be taken that somebody typed.
fn name(said: &str) -> Option<FullName> {
    let answers = Answers::default().with(FULL_NAME.name(), said);
    Reader::new(&answers).optional(&FULL_NAME)
}

/// Why a token is not believed, without anything that it says.
fn unbelieved(error: &ClaimsVerificationError) -> Unbelieved {
    use ClaimsVerificationError as Error;
    Unbelieved::Other(match error {
        Error::SignatureVerification(
            SignatureVerificationError::NoMatchingKey | SignatureVerificationError::CryptoError(_),
        ) => return Unbelieved::Key,
        Error::SignatureVerification(_) => "it is not signed as it has to be",
        Error::Expired(_) => "it is too old, or of a time to come",
        Error::InvalidAudience(_) => "it is for somebody else",
        Error::InvalidIssuer(_) => "it is of somebody else",
        Error::InvalidNonce(_) => "it answers another question",
        Error::InvalidAuthTime(_) => "they did not sign in anew",
        _ => "it cannot be read",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_called_as_the_provider_says_or_by_their_address() {
        let called = |said: &str, email: &str| {
            let (issuer, subject) = ("https://login.example".to_owned(), "1".to_owned());
            let identity = Identity { issuer, subject, email: EmailAddress::read(email).ok(), name: name(said) };
            identity.full_name().map(|name| name.to_string())
        };
        let email = "ada@example.com";
        assert_eq!(called("Ada Lovelace", email).as_deref(), Some("Ada Lovelace"));
        assert_eq!(called(" أدا لوفلايس ", email).as_deref(), Some("أدا لوفلايس"));
        for none in ["", "   ", "Ada\u{7}", &"a".repeat(101)] {
            assert_eq!(called(none, email).as_deref(), Some(email), "{none}");
        }
        let long = format!("ada@{0}.{0}.example.com", "a".repeat(60));
        assert_eq!(called("", &long).map(|name| name.chars().count()), Some(100));
        assert_eq!(called("", ""), None);
    }
}
