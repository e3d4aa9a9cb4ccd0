//! What the provider says of itself (OpenID Connect Discovery 1.0): its addresses and its keys. It is asked once an
//! hour, and for its keys once more where a token names one that is unknown.

use std::sync::{Arc, PoisonError};

use domain::staff::ProviderTrouble;
use jiff::{Timestamp, ToSpan};
use openidconnect::{
    DiscoveryError, ProviderMetadataWithLogout,
    core::{CoreJsonWebKeySet, CoreJwsSigningAlgorithm},
};

use super::Provider;
use crate::outgoing::NoAnswer;

/// Minutes for which it is believed.
const BELIEVED_MINUTES: i64 = 60;
/// What tokens may be signed with, where the provider says that it does.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 2] =
    [CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256, CoreJwsSigningAlgorithm::EcdsaP256Sha256];

/// What was read, and when.
#[derive(Clone, Debug)]
pub(super) struct Known {
    metadata: Arc<ProviderMetadataWithLogout>,
    read_at: Timestamp,
}

impl Provider {
    /// What the provider says of itself.
    pub(super) async fn metadata(&self, now: Timestamp) -> Result<Arc<ProviderMetadataWithLogout>, ProviderTrouble> {
        let fresh_from = now - BELIEVED_MINUTES.minutes();
        if let Some(known) = self.known().filter(|known| known.read_at > fresh_from && known.read_at <= now) {
            return Ok(known.metadata);
        }
        let found = ProviderMetadataWithLogout::discover_async(self.issuer.clone(), &self.http).await;
        let metadata = Arc::new(found.map_err(|error| away(reason(&error)))?);
        if metadata.token_endpoint().is_none() || algorithms(&metadata).is_empty() {
            return Err(away("it does not do what we need"));
        }
        if self.http.is_tls && metadata.authorization_endpoint().url().scheme() != "https" {
            return Err(away("it names an address without TLS"));
        }
        self.remember(Known { metadata: metadata.clone(), read_at: now });
        Ok(metadata)
    }

    /// The same with the keys that it has now.
    pub(super) async fn with_keys_of_now(
        &self,
        metadata: &ProviderMetadataWithLogout,
        now: Timestamp,
    ) -> Result<Arc<ProviderMetadataWithLogout>, ProviderTrouble> {
        let keys = CoreJsonWebKeySet::fetch_async(metadata.jwks_uri(), &self.http).await;
        let keys = keys.map_err(|error| away(reason(&error)))?;
        let metadata = Arc::new(metadata.clone().set_jwks(keys));
        let read_at = self.known().map_or(now, |known| known.read_at);
        self.remember(Known { metadata: metadata.clone(), read_at });
        Ok(metadata)
    }

    fn known(&self) -> Option<Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn remember(&self, known: Known) {
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some(known);
    }
}

/// What its tokens may be signed with: what we take of what it says. Never nothing at all, and never our own secret.
pub(super) fn algorithms(metadata: &ProviderMetadataWithLogout) -> Vec<CoreJwsSigningAlgorithm> {
    let theirs = metadata.id_token_signing_alg_values_supported();
    ALGORITHMS.into_iter().filter(|ours| theirs.contains(ours)).collect()
}

/// Logs why the provider cannot be used now, without anything that it said.
pub(super) fn away(why: &'static str) -> ProviderTrouble {
    tracing::warn!(why, "the sign-in provider cannot be used");
    ProviderTrouble::Away
}

/// Why there is no answer.
const fn reason(error: &DiscoveryError<NoAnswer>) -> &'static str {
    match error {
        DiscoveryError::Request(NoAnswer(why)) => why,
        DiscoveryError::Response(..) => "its status is not 200, or it is no JSON",
        DiscoveryError::Parse(_) => "what it says of itself cannot be read",
        DiscoveryError::Validation(_) => "it says that it is another issuer",
        _ => "it cannot be asked",
    }
}
