//! The library's requests, sent as everything else is that leaves us.

use std::{future::Future, pin::Pin};

use hyper::{
    Request, Uri,
    header::{self, HeaderValue},
};
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};

use crate::outgoing::{NoAnswer, Outgoing, Service};

/// Asks the provider.
#[derive(Debug)]
pub(super) struct Client {
    pub outgoing: Outgoing,
    /// Whether nothing may leave without TLS.
    pub is_tls: bool,
}

impl Client {
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, NoAnswer> {
        let service = Service::of(request.uri()).map_err(NoAnswer)?;
        // Whatever addresses the provider names: what it is told there is secret.
        if self.is_tls && !service.is_tls() {
            return Err(NoAnswer("it names an address without TLS"));
        }
        let (mut head, body) = request.into_parts();
        let asked = head.uri.path_and_query().cloned();
        head.uri = asked.map_or_else(|| Uri::from_static("/"), Uri::from);
        let host = HeaderValue::from_str(&service.authority).map_err(|_| NoAnswer("its host has no name"))?;
        head.headers.insert(header::HOST, host);
        self.outgoing.ask(&service, Request::from_parts(head, body)).await
    }
}

impl<'c> AsyncHttpClient<'c> for Client {
    type Error = NoAnswer;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, NoAnswer>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}
