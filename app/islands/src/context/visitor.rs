//! What comes with a request: the tokens in its cookies, and its language.

use backend::{
    SharedBackend, StoreError,
    secrets::{self, Token},
};
use domain::{account::Device, locale::Locale};
use http::header;
use store::sessions::{Known, Tokens};

/// Cookie of the session.
pub const SESSION_COOKIE: &str = "__Host-sid";
/// Cookie of the basket; kept for 60 days after the last post that touched the basket.
pub const BASKET_COOKIE: &str = "__Host-basket";
/// Cookie of the registration under way; kept for 12 hours after each write.
pub const DRAFT_COOKIE: &str = "__Host-draft";
/// Cookie of the language that was chosen; kept for a year.
pub const LANGUAGE_COOKIE: &str = "__Host-language";

/// The most languages of a browser that are looked at.
const MOST_LANGUAGES: usize = 10;

/// What came with a request: tokens, hashed, and the language.
#[derive(Clone, Copy, Debug, Default)]
pub struct Visitor {
    /// Of session, basket and registration under way.
    pub tokens: Tokens,
    /// The language that was chosen for the interface.
    pub chosen: Option<Locale>,
    /// The language of the interface: that one, else the first of the browser's that it speaks.
    pub locale: Locale,
}

/// The cookies of a request, names and values.
pub(super) fn cookies(headers: &http::HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    pairs.flat_map(|pairs| pairs.split(';')).filter_map(|pair| pair.trim().split_once('='))
}

/// The token of the basket that came along.
pub(super) fn basket_token(headers: &http::HeaderMap) -> Option<Token> {
    cookies(headers).filter(|(name, _)| *name == BASKET_COOKIE).last().map(|(_, token)| Token::sent(token))
}

/// What a request was sent with, as far as it says so.
pub(super) fn device(headers: &http::HeaderMap) -> Device {
    let user_agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    user_agent.map(Device::of).unwrap_or_default()
}

impl Visitor {
    /// Reads the cookies of a request.
    pub fn of(headers: &http::HeaderMap) -> Self {
        let mut visitor = Self::default();
        for (name, token) in cookies(headers) {
            match name {
                SESSION_COOKIE => visitor.tokens.session = Some(secrets::hash_token(token)),
                BASKET_COOKIE => visitor.tokens.basket = Some(secrets::hash_token(token)),
                DRAFT_COOKIE => visitor.tokens.draft = Some(secrets::hash_token(token)),
                LANGUAGE_COOKIE => visitor.chosen = Locale::from_code(token),
                _ => {}
            }
        }
        visitor.locale = visitor.chosen.or_else(|| Locale::of_reader(accepted_languages(headers))).unwrap_or_default();
        visitor
    }

    /// What is behind the tokens; nothing is asked when none came along.
    pub(super) async fn known(&self, backend: &SharedBackend) -> Result<Known, StoreError> {
        if !self.is_known() {
            return Ok(Known::default());
        }
        store::sessions::known(&backend.db, self.tokens, backend.clock.now()).await
    }

    /// Whether anything came along.
    pub const fn is_known(&self) -> bool {
        self.tokens.session.is_some() || self.tokens.basket.is_some() || self.tokens.draft.is_some()
    }
}

/// The token of the registration under way as it came along.
pub(super) fn draft_token(headers: &http::HeaderMap) -> Option<String> {
    cookies(headers).filter(|(name, _)| *name == DRAFT_COOKIE).last().map(|(_, token)| token.to_owned())
}

/// The languages of `Accept-Language`, the heaviest first and without those that are refused (RFC 9110 §12.5.4);
/// equal ones in the order they stand. A weight that cannot be read is none.
pub fn accepted_languages(headers: &http::HeaderMap) -> Vec<&str> {
    let header = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut weighed: Vec<(&str, f32)> = header.split(',').map(weighed).filter(|(_, weight)| *weight > 0.0).collect();
    weighed.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    weighed.into_iter().map(|(tag, _)| tag).filter(|tag| !tag.is_empty()).take(MOST_LANGUAGES).collect()
}

/// Whether somebody opens a page, rather than a script or a program fetching its address. Browsers say so (Fetch
/// Metadata); the few that do not ask for HTML then, while their scripts ask for anything.
pub fn is_opened(headers: &http::HeaderMap) -> bool {
    let said = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match said("sec-fetch-mode") {
        Some(mode) => mode == "navigate",
        None => said("accept").is_some_and(|kinds| kinds.contains("text/html")),
    }
}

/// A language and its weight, from 0 to 1.
fn weighed(part: &str) -> (&str, f32) {
    let mut pieces = part.split(';').map(str::trim);
    let tag = pieces.next().unwrap_or_default();
    let weight = pieces.find_map(|piece| piece.strip_prefix("q=").or_else(|| piece.strip_prefix("Q=")));
    let weight = weight.and_then(|weight| weight.parse::<f32>().ok()).filter(|weight| (0.0_f32..=1.0).contains(weight));
    (tag, weight.unwrap_or(1.0))
}
