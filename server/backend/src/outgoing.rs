//! Services that we ask over HTTP. An answer is waited for so long and read up to a bound, and it is the answer: nobody
//! is led elsewhere by one.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use http_body_util::{BodyExt, Full, Limited};
use hyper::{Request, Response, Uri, client::conn::http1};
use hyper_util::rt::TokioIo;
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

/// The longest answer that is read, in bytes.
const MOST_BYTES: usize = 1 << 20;
/// Answers that are waited for at once. Beyond, nobody waits: a service that hangs holds up nothing else.
const AT_ONCE: usize = 16;

/// Why there is no answer. It holds nothing of what was asked or said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NoAnswer(pub &'static str);

/// Where a service is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Service {
    /// Host and port, as they stand in its address.
    pub authority: String,
    host: String,
    /// Its port.
    pub port: u16,
    is_tls: bool,
}

/// Asks services.
#[derive(Debug)]
pub(crate) struct Outgoing {
    tls: Arc<ClientConfig>,
    patience: Duration,
    turns: Semaphore,
}

impl Service {
    /// Where the service of an address is, `https://host/path`.
    ///
    /// # Errors
    /// What is wrong with the address.
    pub fn of(url: &Uri) -> Result<Self, &'static str> {
        let (is_tls, port) = match url.scheme_str() {
            Some("https") => (true, 443),
            Some("http") => (false, 80),
            _ => return Err("it has to begin with https:// or http://"),
        };
        let authority = url.authority().filter(|authority| !authority.as_str().contains('@'));
        let authority = authority.ok_or("a host is needed, and nobody's name before it")?;
        let host = authority.host().trim_matches(['[', ']']).to_owned();
        let port = authority.port_u16().unwrap_or(port);
        Ok(Self { authority: authority.as_str().to_owned(), host, port, is_tls })
    }

    /// Whether it is on this machine.
    pub fn is_here(&self) -> bool {
        let address = self.host.parse::<std::net::IpAddr>();
        self.host == "localhost" || address.is_ok_and(|address| address.is_loopback())
    }

    /// Whether nobody on the way reads what is said to it.
    pub const fn is_tls(&self) -> bool {
        self.is_tls
    }
}

impl Outgoing {
    /// Asks services and waits for each answer so long.
    ///
    /// # Errors
    /// Where there is no TLS.
    pub fn new(patience: Duration) -> Result<Self, NoAnswer> {
        Ok(Self { tls: Arc::new(tls()?), patience, turns: Semaphore::new(AT_ONCE) })
    }

    /// What a service answers, whatever its status. The request names path and query only.
    ///
    /// # Errors
    /// Where it cannot be reached, nobody vouches for it, it takes too long, breaks off or never ends.
    pub async fn ask(&self, service: &Service, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, NoAnswer> {
        let _turn = self.turns.try_acquire().map_err(|_| NoAnswer("too many wait for one"))?;
        let answer = tokio::time::timeout(self.patience, self.answer(service, request)).await;
        answer.map_err(|_| NoAnswer("it took too long"))?
    }

    async fn answer(&self, service: &Service, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, NoAnswer> {
        let stream = TcpStream::connect((service.host.as_str(), service.port)).await;
        let stream = stream.map_err(|_| NoAnswer("it cannot be reached"))?;
        if !service.is_tls {
            return exchange(stream, request).await;
        }
        let name = ServerName::try_from(service.host.clone()).map_err(|_| NoAnswer("its host has no name"))?;
        let stream = TlsConnector::from(self.tls.clone()).connect(name, stream).await;
        exchange(stream.map_err(|_| NoAnswer("nobody vouches for it"))?, request).await
    }
}

/// Whom services have to be vouched for by, as mail servers have.
fn tls() -> Result<ClientConfig, NoAnswer> {
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let provider = Arc::new(aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.map_err(|_| NoAnswer("there is no TLS for it"))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

/// Sends a request and reads its answer as a whole. The connection ends with it, or when nobody waits any more.
async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    request: Request<Vec<u8>>,
) -> Result<Response<Vec<u8>>, NoAnswer> {
    let broken = |_: hyper::Error| NoAnswer("it broke off");
    let request = request.map(|body| Full::new(Bytes::from(body)));
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(broken)?;
    let mut connected = JoinSet::new();
    connected.spawn(connection);
    let (head, body) = sender.send_request(request).await.map_err(broken)?.into_parts();
    let body = Limited::new(body, MOST_BYTES).collect().await;
    let body = body.map_err(|_| NoAnswer("it broke off, or is longer than any answer may be"))?;
    Ok(Response::from_parts(head, body.to_bytes().to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn service(url: &str) -> Result<Service, &'static str> {
        Service::of(&url.parse().map_err(|_| "it is none")?)
    }

    #[test]
    fn a_service_is_where_its_address_says() {
        for (url, authority, port, is_here) in [
            ("http://localhost:8080", "localhost:8080", 8080, true),
            ("https://places.example/find?of=uk", "places.example", 443, false),
            ("http://[::1]/find", "[::1]", 80, true),
            ("http://127.0.0.2", "127.0.0.2", 80, true),
            ("https://localhost.example", "localhost.example", 443, false),
        ] {
            let found = service(url).expect("a service");
            assert_eq!((found.authority.as_str(), found.port, found.is_here()), (authority, port, is_here), "{url}");
            assert_eq!(found.is_tls(), url.starts_with("https://"));
        }
        for bad in ["ftp://places.example", "https://", "https://me:secret@places.example", "https:// x", "/find"] {
            assert!(service(bad).is_err(), "{bad}");
        }
    }
}
