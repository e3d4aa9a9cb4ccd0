//! Signing in through a provider of OpenID Connect (Core 1.0): the code flow with PKCE (RFC 7636), as a client that has
//! a secret. Everything that the provider says is checked before any of it is believed, and nothing is kept of it but
//! who somebody is there.

mod claims;
mod discovery;
mod flow;
mod http;
mod invitation;
mod people;
mod trouble;

use std::{sync::Mutex, time::Duration};

pub use claims::Identity;
pub use flow::{Asks, Came, Hop, begin, identify, take};
use hyper::Uri;
pub use invitation::invited;
use openidconnect::{ClientId, ClientSecret, IssuerUrl, LogoutRequest, PostLogoutRedirectUrl};
pub use people::enter;
use secrecy::{ExposeSecret, SecretString};
pub use trouble::NotSignedIn;

use self::{discovery::Known, http::Client};
use crate::{
    Backend,
    outgoing::{NoAnswer, Outgoing, Service},
};

/// How long the provider may take over one answer. Somebody waits for it.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// What whoever runs the service says of the provider.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Its issuer: an address, to the letter as the provider writes it.
    pub issuer: String,
    /// What it calls us.
    pub client_id: String,
    /// What we prove that by.
    pub client_secret: SecretString,
    /// What people call it: "Sign in with …".
    pub name: String,
}

/// A provider, and what is known of it.
#[derive(Debug)]
pub struct Provider {
    issuer: IssuerUrl,
    client_id: ClientId,
    client_secret: SecretString,
    name: String,
    http: Client,
    known: Mutex<Option<Known>>,
}

/// Why a provider cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the issuer cannot be used: {0}")]
pub struct BadIssuer(&'static str);

impl Provider {
    /// A provider by its settings, and how long it may take over one answer. It is not asked anything yet.
    ///
    /// # Errors
    /// Where the issuer is no address, or one with a query.
    pub fn new(settings: Settings, patience: Duration) -> Result<Self, BadIssuer> {
        let service = service(&settings.issuer)?;
        let issuer = IssuerUrl::new(settings.issuer).map_err(|_| BadIssuer("it is no address"))?;
        if issuer.url().query().is_some() || issuer.url().fragment().is_some() {
            return Err(BadIssuer("it has a query or a fragment"));
        }
        let outgoing = Outgoing::new(patience).map_err(|NoAnswer(why)| BadIssuer(why))?;
        Ok(Self {
            issuer,
            client_id: ClientId::new(settings.client_id),
            client_secret: settings.client_secret,
            name: settings.name,
            http: Client { outgoing, is_tls: service.is_tls() },
            known: Mutex::default(),
        })
    }

    /// What people call it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its issuer, under which people are known here.
    pub fn issuer(&self) -> &str {
        self.issuer.as_str()
    }

    fn secret(&self) -> ClientSecret {
        ClientSecret::new(self.client_secret.expose_secret().to_owned())
    }
}

/// Whether an issuer is reached over TLS, or is on this machine, where nobody listens.
pub fn is_safe(issuer: &str) -> bool {
    service(issuer).is_ok_and(|service| service.is_tls() || service.is_here())
}

fn service(issuer: &str) -> Result<Service, BadIssuer> {
    let url: Uri = issuer.parse().map_err(|_| BadIssuer("it is no address"))?;
    Service::of(&url).map_err(BadIssuer)
}

/// Where somebody signs out at the provider, who signed in there; it leads back to a page of ours. Nothing where the
/// provider has no such place, or none can be asked now.
pub async fn signs_out_at(backend: &Backend) -> Option<String> {
    let provider = backend.provider.as_ref()?;
    let metadata = provider.metadata(backend.clock.now()).await.ok()?;
    let end = metadata.additional_metadata().end_session_endpoint.clone()?;
    if provider.http.is_tls && end.url().scheme() != "https" {
        return None;
    }
    let back = format!("{}{}", backend.origin, domain::paths::staff_signed_out());
    let request = LogoutRequest::from(end).set_client_id(provider.client_id.clone());
    Some(request.set_post_logout_redirect_uri(PostLogoutRedirectUrl::new(back).ok()?).http_get_url().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn provider(issuer: &str) -> Result<Provider, BadIssuer> {
        let settings = Settings {
            issuer: issuer.to_owned(),
            client_id: "healthpost".to_owned(),
            client_secret: "zqsecret".to_owned().into(),
            name: "NHSmail".to_owned(),
        };
        Provider::new(settings, PATIENCE)
    }

    #[test]
    fn what_is_no_issuer_is_refused_at_start() {
        for good in ["https://login.example", "https://login.example/realms/staff/", "http://127.0.0.1:8080"] {
            assert_eq!(provider(good).expect("a provider").issuer(), good, "to the letter");
        }
        for bad in ["", "login.example", "ftp://login.example", "https://", "https://login.example/?a=b"] {
            assert!(provider(bad).is_err(), "{bad}");
        }
        assert!(provider("https://me:secret@login.example").is_err());
    }

    #[test]
    fn nobody_listens_on_the_way_to_a_safe_issuer() {
        for safe in ["https://login.example", "http://localhost:8080", "http://127.0.0.1", "http://[::1]:1"] {
            assert!(is_safe(safe), "{safe}");
        }
        for unsafe_one in ["http://login.example", "http://10.0.0.1", "http://localhost.example", "login.example"] {
            assert!(!is_safe(unsafe_one), "{unsafe_one}");
        }
    }

    #[test]
    fn the_secret_is_never_written_out() {
        assert!(!format!("{:?}", provider("https://login.example")).contains("zqsecret"));
    }
}
