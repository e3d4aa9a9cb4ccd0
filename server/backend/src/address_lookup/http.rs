//! A service that lists the addresses of a postcode, over HTTP.

use std::{sync::Arc, time::Duration};

use domain::address::Postcode;
use http_body_util::{BodyExt, Empty, Limited};
use hyper::{Request, StatusCode, Uri, client::conn::http1, header};
use hyper_util::rt::TokioIo;
use secrecy::{ExposeSecret, SecretString};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    sync::Semaphore,
    task::JoinSet,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, crypto::aws_lc_rs, pki_types::ServerName},
};

use super::{
    LookupError,
    listed::{Listed, read_answer},
};

/// The longest answer that is read, in bytes.
const MOST_BYTES: usize = 1 << 20;
/// Answers that are waited for at once. Beyond, nobody waits: a service that hangs holds up no other post.
const AT_ONCE: usize = 16;

/// A service and how it is asked.
#[derive(Debug)]
pub struct HttpLookup {
    url: Uri,
    host: String,
    port: u16,
    key: Option<SecretString>,
    /// For a service that is reached over TLS.
    tls: Option<Arc<ClientConfig>>,
    patience: Duration,
    turns: Semaphore,
}

impl HttpLookup {
    /// A service by its address, `https://host/path`, the key that it asks for, and how long it may take.
    pub fn new(url: &str, key: Option<SecretString>, patience: Duration) -> Result<Self, LookupError> {
        let url: Uri = url.parse().map_err(|_| LookupError::Url("it is none"))?;
        let (tls, port) = match url.scheme_str() {
            Some("https") => (Some(Arc::new(tls()?)), 443),
            Some("http") => (None, 80),
            _ => return Err(LookupError::Url("it has to begin with https:// or http://")),
        };
        let authority = url.authority().filter(|authority| !authority.as_str().contains('@'));
        let authority = authority.ok_or(LookupError::Url("a host is needed, and nobody's name before it"))?;
        let host = authority.host().trim_matches(['[', ']']).to_owned();
        let port = authority.port_u16().unwrap_or(port);
        Ok(Self { host, port, key, tls, patience, turns: Semaphore::new(AT_ONCE), url })
    }

    /// What the service lists for a postcode.
    pub(super) async fn ask(&self, postcode: &Postcode) -> Result<Vec<Listed>, LookupError> {
        let _turn = self.turns.try_acquire().map_err(|_| LookupError::NoAnswer("too many wait for one"))?;
        let answer = tokio::time::timeout(self.patience, self.answer(postcode)).await;
        read_answer(&answer.map_err(|_| LookupError::NoAnswer("it took too long"))??)
    }

    async fn answer(&self, postcode: &Postcode) -> Result<Vec<u8>, LookupError> {
        let request = self.request(postcode)?;
        let stream = TcpStream::connect((self.host.as_str(), self.port)).await;
        let stream = stream.map_err(|_| LookupError::NoAnswer("it cannot be reached"))?;
        let Some(tls) = &self.tls else { return exchange(stream, request).await };
        let name = ServerName::try_from(self.host.clone()).map_err(|_| LookupError::Url("its host has no name"))?;
        let stream = TlsConnector::from(tls.clone()).connect(name, stream).await;
        exchange(stream.map_err(|_| LookupError::NoAnswer("nobody vouches for it"))?, request).await
    }

    /// The request: the postcode as a parameter, behind those that the address has.
    fn request(&self, postcode: &Postcode) -> Result<Request<Empty<&'static [u8]>>, LookupError> {
        let unwritable = || LookupError::Url("no request can be made of it");
        let asked = self.url.path_and_query().map_or("/", |asked| asked.as_str());
        let joint = if self.url.query().is_some() { '&' } else { '?' };
        let asked = format!("{asked}{joint}postcode={}", postcode.as_str().replace(' ', "%20"));
        let host = self.url.authority().ok_or_else(unwritable)?.as_str();
        let mut request = Request::get(asked).header(header::HOST, host).header(header::ACCEPT, "application/json");
        if let Some(key) = &self.key {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", key.expose_secret()));
        }
        request.body(Empty::new()).map_err(|_| unwritable())
    }
}

/// Whom services have to be vouched for by, as mail servers have.
fn tls() -> Result<ClientConfig, LookupError> {
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let provider = Arc::new(aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.map_err(|_| LookupError::Url("there is no TLS for it"))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

/// Sends a request and reads its answer as a whole. The connection ends with it, or when nobody waits any more.
async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    request: Request<Empty<&'static [u8]>>,
) -> Result<Vec<u8>, LookupError> {
    let broken = |_: hyper::Error| LookupError::NoAnswer("it broke off");
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(broken)?;
    let mut connected = JoinSet::new();
    connected.spawn(connection);
    let answer = sender.send_request(request).await.map_err(broken)?;
    if answer.status() != StatusCode::OK {
        return Err(LookupError::NoAnswer("its status is not 200"));
    }
    let body = Limited::new(answer.into_body(), MOST_BYTES).collect().await;
    let body = body.map_err(|_| LookupError::NoAnswer("it broke off, or is longer than anybody's list"))?;
    Ok(body.to_bytes().to_vec())
}

#[cfg(test)]
mod tests {
    use domain::form::Answer;

    use super::*;

    fn lookup(url: &str) -> Result<HttpLookup, LookupError> {
        HttpLookup::new(url, Some("zqkey".to_owned().into()), Duration::from_secs(1))
    }

    #[test]
    fn a_service_is_asked_for_a_postcode_behind_what_its_address_says() {
        let postcode = Postcode::read("ls14ap").expect("a postcode");
        for (url, asked, port) in [
            ("http://localhost:8080", "/?postcode=LS1%204AP", 8080),
            ("https://places.example/find?of=uk", "/find?of=uk&postcode=LS1%204AP", 443),
            ("http://[::1]/find", "/find?postcode=LS1%204AP", 80),
        ] {
            let lookup = lookup(url).expect("a service");
            let request = lookup.request(&postcode).expect("a request");
            assert_eq!((request.uri().to_string().as_str(), lookup.port), (asked, port), "{url}");
            assert_eq!(request.headers()[header::AUTHORIZATION], "Bearer zqkey");
            assert!(!format!("{lookup:?}").contains("zqkey"));
        }
    }

    #[test]
    fn what_is_no_address_of_a_service_is_refused_at_start() {
        for bad in ["ftp://places.example", "https://", "https://me:secret@places.example", "https:// x", "://x"] {
            assert!(lookup(bad).is_err(), "{bad}");
        }
    }
}
