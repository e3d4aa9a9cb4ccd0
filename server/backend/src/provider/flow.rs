//! The way to the provider and back. What is sent there with somebody is kept under their session until they come back,
//! once; the code that they bring is exchanged at once, and forgotten with all that it gave.

use std::{net::IpAddr, time::Duration};

use domain::{
    id::SessionId,
    paths,
    staff::{Next, PROVIDER_MINUTES, ProviderPurpose, ProviderTrouble},
};
use jiff::ToSpan;
use openidconnect::{
    AuthType, AuthorizationCode, CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, Nonce, PkceCodeChallenge,
    PkceCodeVerifier, ProviderMetadataWithLogout, RedirectUrl, RequestTokenError, Scope,
    core::{
        CoreAuthPrompt, CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreErrorResponseType,
        CoreRequestTokenError,
    },
};
use store::staff::provider_sign_ins::{self, NewProviderSignIn, ProviderSignIn};

use super::{
    Identity, NotSignedIn, Provider,
    claims::{Expected, Unbelieved, verified},
    discovery::away,
    invitation::accepted,
};
use crate::{
    Backend, StoreError, networks,
    outgoing::NoAnswer,
    secrets::{Token, hash_token},
    sessions,
};

/// Times that somebody of one network may be sent to the provider in an hour.
const NETWORK_HOPS_PER_HOUR: i32 = 120;
/// All that is asked of the provider when somebody comes back has so long: a page that takes longer is given up.
const WHOLE: Duration = Duration::from_secs(8);

/// A client that knows where people sign in and may know where codes are exchanged.
type OurClient =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// Somebody who wants to go to the provider.
#[derive(Clone, Debug)]
pub struct Asks {
    /// Their session, if there is one.
    pub session: Option<SessionId>,
    /// Their network address, where it is known.
    pub from: Option<IpAddr>,
    /// What for.
    pub purpose: ProviderPurpose,
    /// Where they were going.
    pub next: Option<Next>,
}

/// Where they go.
#[derive(Clone, Debug)]
pub struct Hop {
    /// The address at the provider.
    pub url: String,
    /// The token of their session, where it was begun for this.
    pub token: Option<Token>,
}

/// What somebody brings who comes back.
#[derive(Clone, Default)]
pub struct Came {
    /// The code.
    pub code: Option<String>,
    /// What went wrong in its place.
    pub error: Option<String>,
    /// Who says so (RFC 9207), where they say it.
    pub issuer: Option<String>,
}

impl std::fmt::Debug for Came {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Came(..)")
    }
}

/// Sends somebody to the provider, in the place of where they were sent before in this session. A session is begun
/// where there is none.
///
/// # Errors
/// Too often where a network sends too many; trouble where the provider is away or the invitation has ended.
pub async fn begin(backend: &Backend, provider: &Provider, asks: Asks) -> Result<Hop, NotSignedIn> {
    networks::count(backend, asks.from, "staff-provider", NETWORK_HOPS_PER_HOUR).await?;
    let (now, invitation) = (backend.clock.now(), accepted(backend, &asks).await?);
    let metadata = provider.metadata(now).await?;
    let [state, nonce, verifier] = [(); 3].map(|()| Token::draw());
    let url = provider.asks_at(&backend.origin, &metadata, asks.purpose, [&state, &nonce, &verifier])?;
    let (session, token) = match asks.session {
        Some(session) => (session, None),
        None => sessions::begin(backend).await.map(|(session, token)| (session, Some(token)))?,
    };
    let sign_in = NewProviderSignIn {
        state: state.hash(),
        nonce: nonce.as_str(),
        pkce_verifier: verifier.as_str(),
        purpose: asks.purpose,
        invitation,
        next: asks.next.as_ref(),
        expires_at: now + PROVIDER_MINUTES.minutes(),
    };
    provider_sign_ins::begin(&backend.db, session, sign_in).await?;
    Ok(Hop { url, token })
}

/// What was sent to the provider with somebody who comes back with this state, in the same session and in time. It is
/// taken: nobody comes back twice.
pub async fn take(backend: &Backend, session: SessionId, state: &str) -> Result<Option<ProviderSignIn>, StoreError> {
    provider_sign_ins::take(&backend.db, session, hash_token(state), backend.clock.now()).await
}

/// Who somebody is at the provider who came back with what was sent there.
///
/// # Errors
/// Trouble where they did not sign in there, the provider is away, or anything that it says does not hold.
pub async fn identify(
    backend: &Backend,
    provider: &Provider,
    sign_in: &ProviderSignIn,
    came: Came,
) -> Result<Identity, ProviderTrouble> {
    if came.issuer.is_some_and(|issuer| issuer != provider.issuer()) {
        return Err(unproved("somebody else answers"));
    }
    let code = match (came.code, came.error) {
        (_, Some(error)) => return Err(ProviderTrouble::of_error(&error)),
        (Some(code), None) => AuthorizationCode::new(code),
        (None, None) => return Err(ProviderTrouble::Lost),
    };
    let identified = tokio::time::timeout(WHOLE, provider.exchange(backend, sign_in, code)).await;
    identified.unwrap_or_else(|_| Err(away("all of it took too long")))
}

impl Provider {
    /// Where somebody signs in, with what is sent there: a state, a nonce, and the hash of a verifier.
    fn asks_at(
        &self,
        origin: &str,
        metadata: &ProviderMetadataWithLogout,
        purpose: ProviderPurpose,
        [state, nonce, verifier]: [&Token; 3],
    ) -> Result<String, ProviderTrouble> {
        let [state, nonce, verifier] = [state, nonce, verifier].map(|token| token.as_str().to_owned());
        let client = self.client(origin, metadata)?;
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let request = client
            .authorize_url(flow, move || CsrfToken::new(state), move || Nonce::new(nonce))
            .add_scopes(["email", "profile"].map(|scope| Scope::new(scope.to_owned())))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier)));
        let request = if purpose.is_anew() {
            request.add_prompt(CoreAuthPrompt::Login).set_max_age(Duration::ZERO)
        } else {
            request
        };
        Ok(request.url().0.to_string())
    }

    /// Exchanges a code, and checks what comes for it; with keys read anew where one is unknown.
    async fn exchange(
        &self,
        backend: &Backend,
        sign_in: &ProviderSignIn,
        code: AuthorizationCode,
    ) -> Result<Identity, ProviderTrouble> {
        let now = backend.clock.now();
        let metadata = self.metadata(now).await?;
        let client = self.client(&backend.origin, &metadata)?;
        let request = client.exchange_code(code).map_err(|_| away("it does not say where codes are exchanged"))?;
        let verifier = PkceCodeVerifier::new(sign_in.pkce_verifier.clone());
        let answer = request.set_pkce_verifier(verifier).request_async(&self.http).await;
        let answer = answer.map_err(|error| not_exchanged(&error))?;
        let nonce = Nonce::new(sign_in.nonce.clone());
        let began = sign_in.expires_at - PROVIDER_MINUTES.minutes();
        let signed_in_from = sign_in.purpose.is_anew().then_some(began);
        let expected = Expected { nonce: &nonce, signed_in_from, now };
        let mut identity = verified(self, &metadata, &answer, expected);
        if identity.as_ref().is_err_and(|error| *error == Unbelieved::Key) {
            let metadata = self.with_keys_of_now(&metadata, now).await?;
            identity = verified(self, &metadata, &answer, expected);
        }
        identity.map_err(|error| match error {
            Unbelieved::Key => unproved("its key is unknown, or its signature is not by it"),
            Unbelieved::Other(why) => unproved(why),
        })
    }

    /// The client that we are at the provider. It proves that as the provider wants it.
    fn client(&self, origin: &str, metadata: &ProviderMetadataWithLogout) -> Result<OurClient, ProviderTrouble> {
        let back = RedirectUrl::new(format!("{origin}{}", paths::staff_provider_callback()));
        let back = back.map_err(|_| away("our own address cannot be read"))?;
        let client = CoreClient::from_provider_metadata(metadata.clone(), self.client_id.clone(), Some(self.secret()));
        let is_wanted = |method: &CoreClientAuthMethod| {
            metadata.token_endpoint_auth_methods_supported().is_some_and(|methods| methods.contains(method))
        };
        let is_in_body =
            is_wanted(&CoreClientAuthMethod::ClientSecretPost) && !is_wanted(&CoreClientAuthMethod::ClientSecretBasic);
        let auth_type = if is_in_body { AuthType::RequestBody } else { AuthType::BasicAuth };
        Ok(client.set_redirect_uri(back).set_auth_type(auth_type))
    }
}

/// Logs why what the provider says is not believed, without anything that it said.
fn unproved(why: &'static str) -> ProviderTrouble {
    tracing::warn!(why, "what the sign-in provider says is not believed");
    ProviderTrouble::Unproved
}

/// Why a code was not exchanged.
fn not_exchanged(error: &CoreRequestTokenError<NoAnswer>) -> ProviderTrouble {
    match error {
        RequestTokenError::Request(NoAnswer(why)) => away(why),
        RequestTokenError::ServerResponse(said) if *said.error() == CoreErrorResponseType::InvalidGrant => {
            unproved("the code is not taken")
        }
        RequestTokenError::ServerResponse(_) => away("it does not take what we are there"),
        RequestTokenError::Parse(..) | RequestTokenError::Other(_) => away("its answer cannot be read"),
    }
}
