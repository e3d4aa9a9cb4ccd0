//! What a small provider of OpenID Connect answers at its addresses.

use axum::{
    Router,
    extract::{RawQuery, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use backend::secrets::{Token, hash_token};
use base64::{
    Engine,
    prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD},
};
use serde_json::{Value, json};

use crate::{
    oidc_provider::{Answer, CLIENT, Grant, Inside, OidcProvider, value},
    world::ORIGIN,
};

/// Seconds for which its tokens hold.
const LIFETIME: i64 = 60;

/// Its addresses.
pub fn router(provider: &OidcProvider) -> Router {
    Router::new()
        .route("/.well-known/openid-configuration", get(discovery))
        .route("/keys", get(keys))
        .route("/authorize", get(authorize))
        .route("/token", post(token))
        .with_state(provider.clone())
}

fn pairs(text: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(text.as_bytes()).map(|(name, value)| (name.into_owned(), value.into_owned())).collect()
}

fn json_of(value: &Value) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}

/// An answer as it is told, or the right one.
async fn answers(answer: Answer, right: impl FnOnce() -> Response) -> Response {
    match answer {
        Answer::Right => right(),
        Answer::Status(status) => StatusCode::from_u16(status).expect("a status").into_response(),
        Answer::Says(text) => ([(header::CONTENT_TYPE, "application/json")], text).into_response(),
        Answer::Redirects => (StatusCode::FOUND, [(header::LOCATION, "http://127.0.0.1:9/")]).into_response(),
        Answer::Silent => std::future::pending().await,
        Answer::Huge => ([(header::CONTENT_TYPE, "application/json")], vec![b' '; (1 << 20) + 1]).into_response(),
    }
}

async fn discovery(State(provider): State<OidcProvider>) -> Response {
    let (manner, right) = {
        let mut inside = provider.inside();
        inside.asked.push("discovery");
        let issuer = &inside.issuer;
        let right = json!({
            "issuer": issuer, "authorization_endpoint": format!("{issuer}/authorize"),
            "token_endpoint": format!("{issuer}/token"), "jwks_uri": format!("{issuer}/keys"),
            "end_session_endpoint": format!("{issuer}/end"), "response_types_supported": ["code"],
            "subject_types_supported": ["public"], "scopes_supported": ["openid", "email", "profile"],
            "id_token_signing_alg_values_supported": ["ES256", "RS256", "HS256", "none", "another"],
        });
        (inside.manner.discovery, right)
    };
    answers(manner, || json_of(&right)).await
}

async fn keys(State(provider): State<OidcProvider>) -> Response {
    let (manner, right) = {
        let mut inside = provider.inside();
        inside.asked.push("keys");
        (inside.manner.keys, json!({ "keys": [inside.key.published()] }))
    };
    answers(manner, || json_of(&right)).await
}

/// Signs in whoever comes, without asking, and sends them back.
async fn authorize(State(provider): State<OidcProvider>, RawQuery(query): RawQuery) -> Response {
    let asked = pairs(&query.unwrap_or_default());
    let mut inside = provider.inside();
    for (name, right) in [("client_id", CLIENT.0), ("response_type", "code"), ("code_challenge_method", "S256")] {
        assert_eq!(value(&asked, name), right, "{name}");
    }
    let back = value(&asked, "redirect_uri");
    assert_eq!(back, format!("{ORIGIN}/staff/provider/callback"));
    assert!(value(&asked, "scope").split(' ').any(|scope| scope == "openid"));
    let said = match inside.manner.error {
        Some(error) => ("error", error.to_owned()),
        None => ("code", format!("zqcode-{}", Token::draw().as_str())),
    };
    let (nonce, challenge) = (value(&asked, "nonce").to_owned(), value(&asked, "code_challenge").to_owned());
    inside.grants.push(Grant { code: said.1.clone(), nonce, challenge });
    let mut answer = form_urlencoded::Serializer::new(format!("{back}?"));
    answer.append_pair(said.0, &said.1).append_pair("state", value(&asked, "state"));
    let location = answer.append_pair("iss", &inside.issuer).finish();
    inside.authorised.push(asked);
    (StatusCode::FOUND, [(header::LOCATION, location)]).into_response()
}

/// Exchanges a code, once, with whoever knows the secret of the client and what the challenge was made of.
async fn token(State(provider): State<OidcProvider>, headers: HeaderMap, body: String) -> Response {
    let (manner, right) = {
        let mut inside = provider.inside();
        inside.asked.push("token");
        (inside.manner.tokens, inside.exchanges(&headers, &pairs(&body)))
    };
    let refused = || (StatusCode::BAD_REQUEST, json_of(&json!({ "error": "invalid_grant" }))).into_response();
    answers(manner, || right.map_or_else(refused, |tokens| json_of(&tokens))).await
}

impl Inside {
    fn exchanges(&mut self, headers: &HeaderMap, sent: &[(String, String)]) -> Option<Value> {
        let encoded: String = form_urlencoded::byte_serialize(CLIENT.1.as_bytes()).collect();
        let basic = format!("Basic {}", BASE64_STANDARD.encode(format!("{}:{encoded}", CLIENT.0)));
        assert_eq!(headers[header::AUTHORIZATION], basic);
        assert_eq!(value(sent, "grant_type"), "authorization_code");
        let at = self.grants.iter().position(|grant| grant.code == value(sent, "code"))?;
        let grant = self.grants.remove(at);
        let challenge = BASE64_URL_SAFE_NO_PAD.encode(hash_token(value(sent, "code_verifier")));
        let access = "zqaccesstoken";
        let id_token = self.key.token(&self.says(&grant, access), self.manner.signs);
        let tokens = json!({ "access_token": access, "token_type": "Bearer", "id_token": id_token });
        (challenge == grant.challenge).then_some(tokens)
    }

    /// What its token says.
    fn says(&self, grant: &Grant, access: &str) -> Value {
        let (manner, now) = (&self.manner, self.clock.now().as_second() + self.manner.skew);
        let mut says = json!({
            "iss": self.issuer, "aud": CLIENT.0, "sub": manner.subject, "nonce": grant.nonce,
            "iat": now, "exp": now + LIFETIME, "auth_time": now - manner.signed_in_ago,
            "email": manner.email, "email_verified": manner.is_verified, "name": manner.name,
            "at_hash": BASE64_URL_SAFE_NO_PAD.encode(&hash_token(access)[..16]),
        });
        let says_so = says.as_object_mut().expect("an object");
        says_so.extend(manner.claims.as_object().expect("an object").clone());
        says_so.retain(|_, value| !value.is_null());
        says
    }
}
