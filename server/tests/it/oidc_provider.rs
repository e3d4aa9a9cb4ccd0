//! A small provider of OpenID Connect on this machine, which misbehaves as it is told. Its clock is that of the
//! service, as far as it is told nothing else.

use std::{
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use backend::{
    Clock,
    provider::{Provider, Settings},
};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::{
    oidc_keys::{SigningKey, Signs},
    oidc_routes,
    visitor::Visitor,
    world::ORIGIN,
};

/// What the service is called there, and the secret that it has.
pub const CLIENT: (&str, &str) = ("healthpost", "zqclientsecret of the provider");

/// How it answers at one of its addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// As it should.
    Right,
    /// With this status, and nothing else.
    Status(u16),
    /// With this text.
    Says(&'static str),
    /// Elsewhere.
    Redirects,
    /// Never.
    Silent,
    /// With more than anybody reads.
    Huge,
}

/// Whoever is signed in there, and what it does with them.
#[derive(Clone, Debug)]
pub struct Manner {
    pub subject: &'static str,
    pub email: &'static str,
    pub is_verified: bool,
    pub name: Option<&'static str>,
    /// Claims that stand in the token in the place of right ones; null for one that is left out.
    pub claims: Value,
    pub signs: Signs,
    /// Seconds by which its clock is before that of the service.
    pub skew: i64,
    /// Seconds since it was signed in there, whatever is asked.
    pub signed_in_ago: i64,
    /// What it says in the place of a code.
    pub error: Option<&'static str>,
    pub discovery: Answer,
    pub keys: Answer,
    pub tokens: Answer,
}

impl Default for Manner {
    fn default() -> Self {
        let (discovery, keys, tokens) = (Answer::Right, Answer::Right, Answer::Right);
        Self {
            subject: "zqsubject-1",
            email: "ada@example.com",
            is_verified: true,
            name: Some("Ada Lovelace"),
            claims: json!({}),
            signs: Signs::Rightly,
            skew: 0,
            signed_in_ago: 0,
            error: None,
            discovery,
            keys,
            tokens,
        }
    }
}

/// What was asked for with a code.
#[derive(Clone, Debug, Default)]
pub struct Grant {
    pub code: String,
    pub nonce: String,
    pub challenge: String,
}

/// What it is and knows.
pub struct Inside {
    pub issuer: String,
    pub clock: Clock,
    pub key: SigningKey,
    pub manner: Manner,
    pub grants: Vec<Grant>,
    pub asked: Vec<&'static str>,
    pub authorised: Vec<Vec<(String, String)>>,
}

#[derive(Clone)]
pub struct OidcProvider(Arc<Mutex<Inside>>);

/// A parameter.
pub fn value<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
}

impl OidcProvider {
    /// Comes up at an address of its own.
    pub async fn up(clock: Clock) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let provider = Self(Arc::new(Mutex::new(Inside {
            issuer,
            clock,
            key: SigningKey::es256("first"),
            manner: Manner::default(),
            grants: Vec::new(),
            asked: Vec::new(),
            authorised: Vec::new(),
        })));
        let router = oidc_routes::router(&provider);
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    pub fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().expect("nobody panicked")
    }

    /// What the service is told of it, with so much patience.
    pub fn settings(&self, patience: Duration) -> Arc<Provider> {
        let settings = Settings {
            issuer: self.inside().issuer.clone(),
            client_id: CLIENT.0.to_owned(),
            client_secret: CLIENT.1.to_owned().into(),
            name: "Example Health".to_owned(),
        };
        Arc::new(Provider::new(settings, patience).expect("a provider"))
    }

    /// Behaves so from now on.
    pub fn is(&self, manner: Manner) {
        self.inside().manner = manner;
    }

    /// Signs with another key from now on, and publishes no other.
    pub fn rotates(&self, key: SigningKey) {
        self.inside().key = key;
    }

    /// What it was asked for so far.
    pub fn asked(&self, what: &str) -> usize {
        self.inside().asked.iter().filter(|asked| **asked == what).count()
    }

    /// What somebody was sent with last.
    pub fn authorised(&self, name: &str) -> String {
        value(self.inside().authorised.last().expect("somebody was sent"), name).to_owned()
    }

    /// Where the browser is sent on to that was sent there: back to the service.
    pub async fn sends_back(&self, url: &str) -> String {
        let path = url.strip_prefix(self.inside().issuer.as_str()).expect("an address of the provider").to_owned();
        let request = Request::get(path).body(Body::empty()).expect("a request");
        let response = oidc_routes::router(self).oneshot(request).await.expect("an answer");
        assert_eq!(response.status(), StatusCode::FOUND);
        let back = response.headers()[header::LOCATION].to_str().expect("an address");
        back.strip_prefix(ORIGIN).expect("an address of the service").to_owned()
    }

    /// Goes the whole way from an address of ours to where it leads back to.
    pub async fn leads(&self, visitor: &mut Visitor, path: &str) {
        let back = self.leads_back(visitor, path).await;
        visitor.opens(&back).await;
    }

    /// The same as far as the way back.
    pub async fn leads_back(&self, visitor: &mut Visitor, path: &str) -> String {
        visitor.once(Method::GET, path, None).await;
        assert_eq!(visitor.status, StatusCode::SEE_OTHER, "{path}: {}", visitor.text());
        let url = visitor.headers[header::LOCATION].to_str().expect("an address").to_owned();
        self.sends_back(&url).await
    }
}
