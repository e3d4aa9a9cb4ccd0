//! A service that lists the addresses of a postcode, over HTTP.

use std::time::Duration;

use domain::address::Postcode;
use hyper::{Request, StatusCode, Uri, header};
use secrecy::{ExposeSecret, SecretString};

use super::{
    LookupError,
    listed::{Listed, read_answer},
};
use crate::outgoing::{NoAnswer, Outgoing, Service};

/// A service and how it is asked.
#[derive(Debug)]
pub struct HttpLookup {
    url: Uri,
    service: Service,
    key: Option<SecretString>,
    outgoing: Outgoing,
}

impl HttpLookup {
    /// A service by its address, `https://host/path`, the key that it asks for, and how long it may take.
    pub fn new(url: &str, key: Option<SecretString>, patience: Duration) -> Result<Self, LookupError> {
        let url: Uri = url.parse().map_err(|_| LookupError::Url("it is none"))?;
        let service = Service::of(&url).map_err(LookupError::Url)?;
        let outgoing = Outgoing::new(patience).map_err(|NoAnswer(why)| LookupError::Url(why))?;
        Ok(Self { url, service, key, outgoing })
    }

    /// What the service lists for a postcode.
    pub(super) async fn ask(&self, postcode: &Postcode) -> Result<Vec<Listed>, LookupError> {
        let answer = self.outgoing.ask(&self.service, self.request(postcode)?).await;
        let answer = answer.map_err(|NoAnswer(why)| LookupError::NoAnswer(why))?;
        if answer.status() != StatusCode::OK {
            return Err(LookupError::NoAnswer("its status is not 200"));
        }
        read_answer(answer.body())
    }

    /// The request: the postcode as a parameter, behind those that the address has.
    fn request(&self, postcode: &Postcode) -> Result<Request<Vec<u8>>, LookupError> {
        let asked = self.url.path_and_query().map_or("/", |asked| asked.as_str());
        let joint = if self.url.query().is_some() { '&' } else { '?' };
        let asked = format!("{asked}{joint}postcode={}", postcode.as_str().replace(' ', "%20"));
        let host = self.service.authority.as_str();
        let mut request = Request::get(asked).header(header::HOST, host).header(header::ACCEPT, "application/json");
        if let Some(key) = &self.key {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", key.expose_secret()));
        }
        request.body(Vec::new()).map_err(|_| LookupError::Url("no request can be made of it"))
    }
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
            assert_eq!((request.uri().to_string().as_str(), lookup.service.port), (asked, port), "{url}");
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
